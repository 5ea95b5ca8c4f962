import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/notation/normalize/words.ts';
import { REFERENCE_FILES } from '../../src/citation/reference-files.ts';
import { noticeReference } from '../../src/citation/reference.ts';
import { complaintsOf, schemaIsMissing } from '../support/akoma-ntoso.ts';
import { bytesOf, cellsOf, wordsIn } from '../support/exported.ts';
import { wordsOfPage } from '../support/page-clauses.ts';
import { builtNotices, builtRecord, dist, nodesOf } from '../support/places.ts';

const notices = builtNotices().map(({ id }) => id);
const text = (path: string) => readFileSync(join(dist, path), 'utf8');

describe.each(notices)('%s', (id) => {
  test.each(['docx', 'txt', 'md', 'xml'] as const)(
    '%s has the words of the page',
    async (format) => {
      const words = await wordsIn[format](bytesOf(join(dist, 'notices', `${id}.${format}`)));
      expect(comparable(words)).toBe(await wordsOfPage(dist, id));
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
    const page = await wordsOfPage(dist, id);
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
  const { 'README.txt': guide, ...rest } = entries;
  const paths = Object.keys(rest);
  const onSite = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => /^(?:api|exports|notices)\//u.test(path))
    .filter((path) => !/\.(?:html|zip)$/u.test(path));
  expect(paths.toSorted()).toEqual(onSite.toSorted());
  for (const id of notices) expect(new TextDecoder().decode(guide)).toContain(id);
  for (const path of paths)
    expect(Buffer.compare(entries[path]!, bytesOf(join(dist, path))), path).toBe(0);
});

test.each(notices)('%s: the references are those of the record', (id) => {
  const record = builtRecord(id);
  const address = process.env['SITE'] ?? null;
  const reference = noticeReference(record, { site: address });
  for (const { extension, write } of REFERENCE_FILES) {
    const file = text(`notices/${id}.${extension}`);
    expect(file).toBe(write(reference));
    expect(file).toContain(record.number);
    expect(/https?:|urldate|Y2 {2}-|accessed/u.test(file)).toBe(address !== null);
  }
});

test('the table of all clauses is the tables of the notices', () => {
  const rows = notices.flatMap((id) => cellsOf(text(`notices/${id}.csv`)).slice(1));
  expect(cellsOf(text('exports/wenhao-clauses.csv')).slice(1)).toEqual(rows);
});
