import { beforeAll, describe, expect, test } from 'vitest';
import {
  attributeOf,
  elementsOf,
  filesIn,
  type Page,
  readPage,
} from '../../src/publish/verify/html.ts';
import { checkLinks } from '../../src/publish/verify/verify-links.ts';
import { verifyWords } from '../../src/publish/verify/verify-text.ts';
import { builtNotices, builtRecord, dist, nodesOf, project } from '../support/places.ts';

let files: string[];
let pages: Page[];

beforeAll(async () => {
  files = await filesIn(dist);
  const paths = files.filter((path) => path.endsWith('.html'));
  pages = await Promise.all(paths.map((path) => readPage(dist, path)));
});

test('every address resolves, relative, to a file and an id; nothing comes from elsewhere', async () => {
  const { count, broken } = await checkLinks(dist);
  expect(broken).toEqual([]);
  expect(count).toBeGreaterThan(100);
});

test('the words of every seed are on its page, each once and in order', async () => {
  expect(await verifyWords(dist, project)).toBe(builtNotices().length);
});

test('pages are files', () => {
  const expected = [
    '404.html',
    'index.html',
    'search.html',
    ...builtNotices().map(({ url }) => url),
  ];
  expect(files).toEqual(expect.arrayContaining(expected));
});

test('every page has a policy that allows no inline script, and keeps it', () => {
  for (const page of pages) {
    const elements = [...elementsOf(page.document)];
    const policy = elements.find(
      (element) => attributeOf(element, 'http-equiv') === 'Content-Security-Policy',
    );
    const directives = attributeOf(policy ?? elements[0]!, 'content')?.split(';') ?? [];
    const scripts = directives.find((directive) => directive.trim().startsWith('script-src'));
    expect(scripts, page.path).toBeDefined();
    expect(scripts, page.path).not.toMatch(
      /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*|https?:/u,
    );
    for (const element of elements) {
      const handlers = element.attrs.filter(({ name }) => name.startsWith('on'));
      expect(handlers, `${page.path} <${element.tagName}>`).toEqual([]);
      expect(attributeOf(element, 'style'), `${page.path} <${element.tagName}>`).toBeUndefined();
    }
  }
});

test('scripts are classic: modules do not load on file://', () => {
  for (const page of pages) {
    for (const element of elementsOf(page.document)) {
      if (element.tagName === 'script')
        expect([undefined, 'application/ld+json'], page.path).toContain(
          attributeOf(element, 'type'),
        );
    }
  }
});

describe('static API', () => {
  const isDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;

  test('api/notices.json lists every notice with every field', () => {
    const notices = builtNotices();
    expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length);
    for (const notice of notices) {
      expect(Object.keys(notice)).toEqual([
        'id',
        'url',
        'title',
        'number',
        'year',
        'issuer',
        'masthead',
        'addressees',
        'date',
        'issued',
        'city',
        'kind',
        'enclosure',
        'seed',
        'sha256',
        'clauses',
        'stated',
      ]);
      expect(notice).toMatchObject({
        id: expect.stringMatching(/^[a-z0-9-]+$/u) as string,
        url: `notices/${notice.id}.html`,
        title: expect.stringMatching(/^\S/u) as string,
        seed: expect.stringMatching(/^seeds\//u) as string,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
        addressees: expect.any(Array) as string[],
        clauses: expect.any(Number) as number,
      });
      for (const date of [notice.date, notice.issued])
        if (date !== null) expect(date).toMatch(isDate);
      for (const fact of [
        notice.number,
        notice.issuer,
        notice.masthead,
        notice.city,
        notice.kind,
      ]) {
        expect(fact).not.toBe('');
      }
    }
  });

  test('api/notices/<id>.json begins with the entry of the list, and counts what it holds', () => {
    for (const notice of builtNotices()) {
      const record = builtRecord(notice.id);
      expect(record).toMatchObject(notice);
      const nodes = nodesOf(record.outline);
      expect(nodes.filter(({ label }) => label !== null)).toHaveLength(notice.clauses);
      for (const node of nodes) {
        expect(node.url).toBe(`${notice.url}#${node.id}`);
        expect(node.text).toBe(node.paragraphs.map((paragraph) => paragraph.text).join('\n'));
        if (node.paragraphs[0]) expect(node.paragraphs[0].id).toBe(node.id);
        expect(node.source.line).toBeLessThanOrEqual(node.source.endLine);
      }
    }
  });

  test('the ids of a record are the ids of its page, in order', () => {
    for (const notice of builtNotices()) {
      const wanted = nodesOf(builtRecord(notice.id).outline).flatMap((node) => [
        ...new Set([node.id, ...node.paragraphs.map(({ id }) => id)]),
      ]);
      const page = pages.find(({ path }) => path === notice.url);
      const body = [...elementsOf(page!.document)].find(
        (element) => attributeOf(element, 'data-notice-text') !== undefined,
      );
      const there = [...elementsOf(body!)].map((element) => attributeOf(element, 'id'));
      expect(there.filter((id) => id !== undefined && wanted.includes(id))).toEqual(wanted);
    }
  });
});
