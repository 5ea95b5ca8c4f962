import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { attributeOf, elementsOf, readPage, textOf } from '../../src/build/html.ts';
import { comparable } from '../../src/notice/seed-text.ts';
import { complaintsOf, schemaIsMissing } from '../support/akoma-ntoso.ts';
import { bytesOf, cellsOf, wordsIn } from '../support/exported.ts';
import { builtNotices, builtRecord, dist, nodesOf } from '../support/places.ts';

const notices = builtNotices().map(({ id }) => id);
const text = (path: string) => readFileSync(join(dist, path), 'utf8');

/** The words of the notice on its page. */
async function wordsOfPage(id: string): Promise<string> {
  const { document } = await readPage(dist, `notices/${id}.html`);
  const text = [...elementsOf(document)].find(
    (element) => attributeOf(element, 'data-notice-text') !== undefined,
  );
  const left = ['data-added', 'data-residue'];
  return comparable(
    textOf(text!, (element) => left.some((name) => attributeOf(element, name) !== undefined)),
  );
}

describe.each(notices)('%s', (id) => {
  test.each(['docx', 'txt', 'md', 'xml'] as const)(
    '%s has the words of the page',
    async (format) => {
      const words = await wordsIn[format](bytesOf(join(dist, 'notices', `${id}.${format}`)));
      expect(comparable(words)).toBe(await wordsOfPage(id));
    },
  );

  test('the table has every clause as the page has it', async () => {
    const [head, ...rows] = cellsOf(text(`notices/${id}.csv`));
    const nodes = nodesOf(builtRecord(id).outline);
    const cell = (row: string[], name: string) => row[head!.indexOf(name)] ?? '';
    expect(
      rows.map((row) => [
        cell(row, 'id'),
        cell(row, 'label'),
        cell(row, 'heading'),
        cell(row, 'text'),
      ]),
    ).toEqual(nodes.map((node) => [node.id, node.label ?? '', node.heading ?? '', node.text]));
    const printed = rows.map(
      (row) => cell(row, 'label') + cell(row, 'heading') + cell(row, 'text'),
    );
    const page = await wordsOfPage(id);
    for (const words of printed.flatMap((all) => all.split('\n')))
      expect(page).toContain(comparable(words));
  });

  test('every work cited is a reference in the XML', () => {
    const hrefs = [
      ...text(`notices/${id}.xml`).matchAll(
        /<ref [^>]*href="\.\.\/(?:works|notices)\/([^"]*)\.html"/g,
      ),
    ];
    const cited = builtRecord(id)
      .citations.filter(({ role }) => role !== 'self')
      .flatMap(({ works }) => works);
    expect(hrefs.map((match) => match[1]).sort()).toEqual(cited.sort());
  });
});

test.skipIf(schemaIsMissing)('the XML is valid Akoma Ntoso', async () => {
  const files = notices.map((id) => [`${id}.xml`, text(`notices/${id}.xml`)] as const);
  expect(await complaintsOf(Object.fromEntries(files))).toEqual([]);
});

test('the corpus holds every file as it stands on the site', () => {
  const entries = unzipSync(readFileSync(join(dist, 'exports', 'wenhao.zip')));
  const paths = Object.keys(entries);
  for (const id of notices) {
    expect(paths).toContain(`api/notices/${id}.json`);
    expect(paths).toContain(`notices/${id}.docx`);
  }
  for (const path of paths)
    expect(Buffer.compare(entries[path]!, bytesOf(join(dist, path))), path).toBe(0);
});

test('the table of all clauses is the tables of the notices', () => {
  const rows = notices.flatMap((id) => cellsOf(text(`notices/${id}.csv`)).slice(1));
  expect(cellsOf(text('exports/wenhao-clauses.csv')).slice(1)).toEqual(rows);
});
