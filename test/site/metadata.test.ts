import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  attributeOf,
  elementsOf,
  filesIn,
  readPage,
  elementText,
} from '../../src/publish/verify/html.ts';
import { builtNotices, builtRecord, dist, nodesOf } from '../support/places.ts';

interface Part {
  '@id': string;
  hasPart?: Part[];
}

const flat = (parts: Part[] = []): Part[] => parts.flatMap((part) => [part, ...flat(part.hasPart)]);

describe.each(builtNotices().map(({ id }) => id))('%s', (id) => {
  test('its data names every clause by its address', async () => {
    const { document } = await readPage(dist, `notices/${id}.html`);
    const scripts = [...elementsOf(document)].filter(
      (element) => attributeOf(element, 'type') === 'application/ld+json',
    );
    expect(scripts).toHaveLength(1);
    const data = JSON.parse(elementText(scripts[0]!)) as Part;
    const units = nodesOf(builtRecord(id).outline).filter(({ label }) => label !== null);
    expect(flat(data.hasPart).map((part) => part['@id'].replace(/^.*#/u, ''))).toEqual(
      units.map((unit) => unit.id),
    );
  });
});

test('no page says an address, a time or a code that nobody gave', async () => {
  for (const path of (await filesIn(dist)).filter((file) => file.endsWith('.html'))) {
    const { document } = await readPage(dist, path);
    const metas = [...elementsOf(document)].filter(({ tagName }) => tagName === 'meta');
    for (const meta of metas) {
      const name = attributeOf(meta, 'name') ?? attributeOf(meta, 'property') ?? '';
      const content = attributeOf(meta, 'content') ?? '';
      expect(name, path).not.toMatch(/^(?:SiteIDCode|og:url|Url)$/u);
      if (/^(?:PubDate|DC\.date|DCTERMS)/u.test(name))
        expect(content).toMatch(/^\d{4}(?:-\d\d){0,2}$/u);
      expect(content, `${path} ${name}`).not.toMatch(/undefined|null/u);
    }
  }
});

test('lists and works say what they are', async () => {
  const works = (await filesIn(dist)).filter((file) => /^works\/[^/]+\.html$/u.test(file));
  expect(works.length).toBeGreaterThan(0);
  for (const path of ['works.html', 'citations.html', 'contents.html', 'about.html', ...works]) {
    const { document } = await readPage(dist, path);
    const names = [...elementsOf(document)]
      .filter(({ tagName }) => tagName === 'meta')
      .map((meta) => attributeOf(meta, 'name'));
    expect(names, path).toContain('ColumnName');
    expect(names, path).toContain(path.startsWith('works/') ? 'DC.title' : 'ColumnDescription');
  }
});

test('llms.txt leads to files of the site', () => {
  const links = [...readFileSync(join(dist, 'llms.txt'), 'utf8').matchAll(/\]\(([^)]*)\)/gu)];
  expect(links.length).toBeGreaterThan(builtNotices().length);
  for (const [, path] of links) expect(readFileSync(join(dist, path!)).length).toBeGreaterThan(0);
});
