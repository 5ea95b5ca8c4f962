import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/notation/normalize/words.ts';
import { bytesOf, paragraphsIn } from '../support/exported.ts';
import { clausesOfPage, wordsOfPage } from '../support/page-clauses.ts';
import { builtNotices, builtRecord, dist, nodesOf } from '../support/places.ts';

/** Every clause of every notice says the same in each file as on its page. */
describe.each(builtNotices().map(({ id }) => id))('%s', async (id) => {
  const clauses = await clausesOfPage(dist, id);

  test('the page has the addresses of the record, and each of them once', () => {
    const nodes = nodesOf(builtRecord(id).outline);
    const wanted = nodes.flatMap((node) => [node.id, ...node.paragraphs.map((each) => each.id)]);
    const ids = clauses.map((clause) => clause.id).filter((each) => each !== 'imprint');
    expect(ids.length).toBeGreaterThan(20);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.toSorted()).toEqual([...new Set(wanted)].toSorted());
  });

  test('JSON', () => {
    const texts = new Map<string, string>();
    for (const node of nodesOf(builtRecord(id).outline)) {
      texts.set(node.id, (node.label ?? '') + (node.heading ?? ''));
      for (const { id: own, text } of node.paragraphs)
        texts.set(own, (texts.get(own) ?? '') + text);
    }
    for (const { id: own, own: words } of clauses)
      if (own !== 'imprint') expect(comparable(texts.get(own)!), own).toBe(words);
  });

  test('Akoma Ntoso', () => {
    const xml = bytesOf(join(dist, 'notices', `${id}.xml`)).toString('utf8');
    const texts = textsByAnchor(new DOMParser().parseFromString(xml, 'text/xml'));
    for (const { id: own, own: words } of clauses) expect(texts.get(own), own).toBe(words);
  });

  test.each(['docx', 'txt', 'md'] as const)('%s', async (format) => {
    const file = bytesOf(join(dist, 'notices', `${id}.${format}`));
    const paragraphs = (await paragraphsIn[format](file)).map(comparable);
    const page = await wordsOfPage(dist, id);
    expect(paragraphs.join('')).toBe(page);
    // the words being the same, a clause is the same when it begins and ends where paragraphs do
    const borders = new Set([0]);
    let at = 0;
    for (const { length } of paragraphs) borders.add((at += length));
    for (const { id: own, start, end } of clauses) {
      expect(end, own).toBeGreaterThan(start);
      expect([borders.has(start), borders.has(end)], own).toEqual([true, true]);
    }
  });
});

interface XmlNode {
  nodeType: number;
  nodeValue: string | null;
  /** Null in what can have none. */
  childNodes: Iterable<XmlNode> | null;
  getAttribute?: (name: string) => string | null;
}

/** wId → words, without those of elements in it that have a wId of their own. */
function textsByAnchor(root: unknown): Map<string, string> {
  const texts = new Map<string, string>();
  visit(root as XmlNode, '');
  return new Map([...texts].map(([id, text]) => [id, comparable(text)]));

  function visit(node: XmlNode, above: string): void {
    if (node.nodeType === 3) texts.set(above, (texts.get(above) ?? '') + (node.nodeValue ?? ''));
    const own = node.getAttribute?.('wId') ?? '';
    for (const child of Array.from(node.childNodes ?? [])) visit(child, own === '' ? above : own);
  }
}
