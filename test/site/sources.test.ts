/** 原文 on the built site: every line of every seed, and the way from a clause to its lines and back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  attributeOf,
  type Element,
  elementsOf,
  readPage,
  elementText,
} from '../../src/publish/verify/html.ts';
import { decode } from '../../src/pipeline/read.ts';
import { builtNotices, builtRecord, dist, nodesOf, project } from '../support/places.ts';

const has = (element: Element, name: string) => attributeOf(element, name) !== undefined;

describe.each(builtNotices())('$id', ({ id, seed }) => {
  const bytes = readFileSync(join(project, seed));
  const record = builtRecord(id);
  let items: Element[];
  let signs: Element[];

  beforeAll(async () => {
    const source = await readPage(dist, `sources/${id}.html`);
    items = [...elementsOf(source.document)].filter((element) =>
      /^L\d+$/u.test(attributeOf(element, 'id') ?? ''),
    );
    const page = await readPage(dist, `notices/${id}.html`);
    signs = [...elementsOf(page.document)].filter((element) => has(element, 'data-lines'));
  });

  /** The clauses that a line is linked to. */
  const clausesOf = (item: Element) =>
    [...elementsOf(item)]
      .map((element) => /#(?!L\d)(.+)$/u.exec(attributeOf(element, 'href') ?? '')?.[1])
      .filter((anchor) => anchor !== undefined);

  test('the page holds every line exactly, in order, with its number', () => {
    const lines = decode(bytes)!.text.split(/\r\n|\r|\n/u);
    const shown = items.map((item) => {
      const [line, ...more] = [...elementsOf(item)].filter((each) => has(each, 'data-line'));
      expect(more).toEqual([]);
      return elementText(line!, (element) => has(element, 'data-added'));
    });
    expect(shown).toEqual(lines);
    expect(items.map((item) => attributeOf(item, 'id'))).toEqual(
      lines.map((_, at) => `L${String(at + 1)}`),
    );
  });

  test('its file is the seed, byte for byte', () => {
    expect(readFileSync(join(dist, 'sources', `${id}.txt`)).equals(bytes)).toBe(true);
  });

  test('lines lead to the clauses that the API places there, and to no others', () => {
    const paragraphs = nodesOf(record.outline).flatMap((node) => node.paragraphs);
    for (const { id: anchor, source } of paragraphs) {
      const own = items.flatMap((item, at) => (clausesOf(item).includes(anchor) ? [at + 1] : []));
      expect(own.length, anchor).toBeGreaterThan(0);
      // a clause begins with its label and heading, which may stand above its first paragraph
      expect(own.at(-1), anchor).toBe(source.endLine);
      expect(own, anchor).toContain(source.line);
    }
    for (const node of nodesOf(record.outline)) {
      expect(clausesOf(items[node.source.line - 1]!), node.id).toContain(node.id);
    }
    for (const [at, item] of items.entries()) {
      for (const anchor of clausesOf(item)) {
        const { source } =
          nodesOf(record.outline).find((node) => node.id === anchor) ??
          paragraphs.find((paragraph) => paragraph.id === anchor)!;
        expect(source.line).toBeLessThanOrEqual(at + 1);
        expect(source.endLine).toBeGreaterThanOrEqual(at + 1);
      }
    }
  });

  test('every clause says its lines and its digest, as the lock has it', () => {
    const lock = JSON.parse(readFileSync(join(project, 'seeds', 'addresses.json'), 'utf8')) as {
      notices: Record<string, { anchors: Record<string, string> }>;
    };
    const { anchors } = lock.notices[id]!;
    const units = nodesOf(record.outline).filter(({ label }) => label !== null);
    const said = new Map(
      signs.map((sign) => [attributeOf(sign, 'href')?.slice(1) ?? '', sign] as const),
    );
    for (const { id: anchor, source } of units) {
      const sign = said.get(anchor)!;
      expect(attributeOf(sign, 'data-digest')).toBe(anchors[anchor]);
      expect(attributeOf(sign, 'data-lines')).toMatch(
        new RegExp(`^${String(source.line)}(?:—|$)`, 'u'),
      );
    }
  });

  test('every printed fact leads to its line', async () => {
    const { document } = await readPage(dist, `notices/${id}.html`);
    const links = [...elementsOf(document)]
      .filter((each) => attributeOf(each, 'class') === 'source-lines')
      .map((each) => attributeOf(each, 'href'));
    const { number, issuer, addressees, date, issued, enclosure } = record.sources;
    for (const source of [number, issuer, addressees, date, issued, enclosure]) {
      if (source) expect(links).toContain(`../sources/${id}.html#L${String(source.line)}`);
    }
  });
});
