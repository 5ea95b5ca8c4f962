import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  attributeOf,
  type Element,
  elementsOf,
  type Page,
  readPage,
  elementText,
} from '../../src/publish/verify/html.ts';
import type { CitationRecord } from '../../src/model/records/citation.ts';
import type { WorkSummary } from '../../src/model/records/work.ts';
import { builtNotices, builtRecord, dist, nodesOf } from '../support/places.ts';

/** A line from a clause to the document it cites: `notice#clause → id`. */
type Line = string;

const notices = builtNotices();
const works = read('api/works.json') as WorkSummary[];
const isNotice = (id: string) => notices.some((notice) => notice.id === id);
let noticePages: Page[];
let workPages: Page[];
let table: Page;

beforeAll(async () => {
  noticePages = await Promise.all(notices.map(({ url }) => readPage(dist, url)));
  workPages = await Promise.all(works.map(({ url }) => readPage(dist, url)));
  table = await readPage(dist, 'citations.html');
});

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(dist, path), 'utf8'));
}

const line = (notice: string, clause: string | null, target: string): Line =>
  `${notice}#${clause ?? ''} → ${target}`;

const sorted = (lines: Iterable<Line>) => [...new Set(lines)].sort();

function one(page: Page, attribute: string): Element {
  const found = [...elementsOf(page.document)].filter(
    (element) => attributeOf(element, attribute) !== undefined,
  );
  expect(found, `${page.path} ${attribute}`).toHaveLength(1);
  return found[0]!;
}

function byId(page: Page, id: string): Element {
  const found = [...elementsOf(page.document)].find((element) => attributeOf(element, 'id') === id);
  expect(found, `${page.path} #${id}`).toBeDefined();
  return found!;
}

/** Every link of a citation with the node of the outline it stands in. */
function linesOnNotice(page: Page, notice: string): Line[] {
  const paragraphs = nodesOf(builtRecord(notice).outline).flatMap((node) =>
    [node.id, ...node.paragraphs.map(({ id }) => id)].map((id) => [id, node.id] as const),
  );
  const nodes = new Map(paragraphs);
  return follow(one(page, 'data-notice-text'), null);

  function follow(element: Element, around: string | null): Line[] {
    const clause = nodes.get(attributeOf(element, 'id') ?? '') ?? around;
    const cited = attributeOf(element, 'data-cite')?.split(' ') ?? [];
    const inner = element.childNodes.flatMap((child) =>
      'tagName' in child ? follow(child, clause) : [],
    );
    return [...cited.map((id) => line(notice, clause, id)), ...inner];
  }
}

/** Every place that a page says its document is cited at. */
function linesOnTarget(page: Page, id: string): Line[] {
  return [...elementsOf(page.document)].flatMap((element) => {
    const from = attributeOf(element, 'data-cited-by');
    return from === undefined ? [] : [`${from} → ${id}`];
  });
}

test('a clause links to a document exactly when the page of the document links back to the clause', () => {
  const there = noticePages.flatMap((page, at) => linesOnNotice(page, notices[at]!.id));
  const back = [
    ...workPages.flatMap((page, at) => linesOnTarget(page, works[at]!.id)),
    ...noticePages.flatMap((page, at) => linesOnTarget(page, notices[at]!.id)),
  ];
  const toOthers = there.filter((each) => !each.startsWith(`${each.split(' → ')[1] ?? ''}#`));
  expect(sorted(toOthers)).toEqual(sorted(back));
  expect(back.length).toBeGreaterThan(0);
});

test('a link of a citation leads to the page of what it cites', () => {
  for (const page of noticePages) {
    for (const element of elementsOf(one(page, 'data-notice-text'))) {
      const [first] = attributeOf(element, 'data-cite')?.split(' ') ?? [];
      if (first === undefined) continue;
      const folder = isNotice(first) ? 'notices' : 'works';
      expect(attributeOf(element, 'href')).toBe(`../${folder}/${first}.html`);
    }
  }
});

test('a place on the page of a work leads to its clause and quotes what is printed there', () => {
  for (const page of workPages) {
    for (const element of elementsOf(page.document)) {
      const from = attributeOf(element, 'data-cited-by');
      if (from === undefined) continue;
      const [notice = '', clause = ''] = from.split('#');
      const links = [...elementsOf(element)].map((each) => attributeOf(each, 'href'));
      expect(links).toContain(`../notices/${notice}.html${clause === '' ? '' : `#${clause}`}`);
      const quoted = [...elementsOf(element)].find(({ tagName }) => tagName === 'blockquote')!;
      const text = noticePages[notices.findIndex(({ id }) => id === notice)]!;
      const isAdded = (each: Element) => attributeOf(each, 'data-added') !== undefined;
      const bare = (words: string) => words.replaceAll(/\s/gu, '');
      expect(bare(elementText(one(text, 'data-notice-text'), isAdded)), from).toContain(
        bare(elementText(quoted)),
      );
    }
  }
});

describe('static API', () => {
  const all = notices.flatMap(({ id }) =>
    builtRecord(id).citations.map((citation) => ({ notice: id, ...citation })),
  );

  test('api/works.json lists what the notices cite', () => {
    for (const work of works) {
      expect(Object.keys(work)).toEqual([
        'id',
        'title',
        'kind',
        'level',
        'issuer',
        'number',
        'issued',
        'url',
        'citedBy',
      ]);
      const citing = all
        .filter((citation) => citation.works.includes(work.id))
        .map(({ notice, clause, text }) => JSON.stringify({ notice, clause, text }));
      expect(work.citedBy.map((each) => JSON.stringify(each)).sort(), work.id).toEqual(
        citing.sort(),
      );
    }
    const known = new Set([...works, ...notices].map(({ id }) => id));
    for (const { works: ids } of all) for (const id of ids) expect(known).toContain(id);
  });

  test('api/works/<id>.json begins with the entry of the list', () => {
    for (const work of works) expect(read(`api/works/${work.id}.json`)).toMatchObject(work);
  });

  test('api/citations.json lists every citation; one without a work says why', () => {
    const listed = read('api/citations.json') as (CitationRecord & { notice: string })[];
    expect(new Set(listed.map((each) => JSON.stringify(each)))).toEqual(
      new Set(all.map((each) => JSON.stringify(each))),
    );
    for (const { works: ids, reason } of listed) expect(ids.length === 0).toBe(reason !== null);
  });
});

test('the table of citations counts them, and lists what is linked to nothing and what nobody cites', () => {
  const records = notices.map(({ id }) => builtRecord(id));
  const cited = records.flatMap(({ id, citations }) =>
    citations.flatMap(({ works: ids }) => ids.filter((each) => each !== id)),
  );
  const cells = [...elementsOf(table.document)].filter(({ tagName }) => tagName === 'td');
  const linked = cells.filter((cell) => [...elementsOf(cell)].length > 0);
  const sum = linked.reduce((total, cell) => total + Number(elementText(cell)), 0);
  expect(sum).toBe(cited.length);

  const items = (id: string) =>
    [...elementsOf(byId(table, id))].filter(({ tagName }) => tagName === 'li').length;
  const open = records.flatMap(({ citations }) =>
    citations.filter(({ works: ids }) => ids.length === 0),
  );
  expect(items('undecided') + items('media')).toBe(open.length);
  expect(items('uncited')).toBe(works.filter(({ citedBy }) => citedBy.length === 0).length);
});

test('topics are no citations: said so, and the same on both sides', () => {
  const clauses = (page: Page) =>
    [...elementsOf(page.document)].filter(
      (element) => attributeOf(element, 'data-topic-of') !== undefined,
    );
  const onWorks = workPages.flatMap(clauses).length;
  const onNotices = noticePages.flatMap((page) =>
    [...elementsOf(page.document)].filter(
      (element) => attributeOf(element, 'data-topic') !== undefined,
    ),
  );
  expect(onWorks).toBe(onNotices.length);
  for (const link of onNotices) expect(attributeOf(link, 'data-cite')).toBeUndefined();
  for (const page of [...noticePages, ...workPages]) {
    for (const element of elementsOf(page.document)) {
      if (attributeOf(element, 'class') !== 'topics') continue;
      expect(elementText(element)).toContain('公文未直接引用');
    }
  }
});
