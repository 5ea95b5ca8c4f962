import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { akomaNtosoOf } from '../../src/exports/akoma-ntoso/akoma-ntoso.ts';
import { guideOf } from '../../src/exports/bulk-zip/guide.ts';
import { apiFiles, jsonText } from '../../src/records/api.ts';
import { bulkZip } from '../../src/exports/bulk-zip/bulk-zip.ts';
import { packedFile } from '../../src/exports/zip/packed-file.ts';
import { csvOf } from '../../src/exports/csv/csv.ts';
import { FORMATS } from '../../src/exports/formats.ts';
import { recordOf, summaryOf } from '../../src/records/notice-record.ts';
import type { ProcessedNotice } from '../../src/records/processed-notice.ts';
import { scriptText } from '../../src/metadata/jsonld/json-ld.ts';
import { legislationOf } from '../../src/metadata/jsonld/legislation.ts';
import { llmsOf } from '../../src/metadata/llms.ts';
import { noticeMeta } from '../../src/metadata/metadata.ts';
import { noticeFiles } from '../../src/exports/notice-files.ts';
import { pageBlocks } from '../../src/records/page-blocks.ts';
import { siteFrom } from '../../src/model/site.ts';
import { xmlCharacters } from '../../src/exports/xml-characters.ts';
import { comparable } from '../../src/notation/normalize/words.ts';
import { textOf } from '../../src/model/text.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { complaintsOf, schemaIsMissing } from '../support/akoma-ntoso.ts';
import { cellsOf, wordsIn } from '../support/exported.ts';
import { project } from '../support/places.ts';

const fixtures = join(project, 'test', 'fixtures');
const cases = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, readFileSync(join(fixtures, name, 'seed.txt'))] as const);

/** What no format may take for its own syntax. */
const HOSTILE = `云州市知识产权局关于<b>“做好”</b>&amp;工作的通知

云知〔2024〕1号

各单位：

=HYPERLINK("http://evil.example","点我")，请查收。

一、{import x} # 不是标题 *也不是* ~~删~~ https://example.org/a_b_c a@example.org

（一）]]> <!-- --> <script>alert(1)</script> \\ \` | 表 |

（一）同一序号又出现一次。

1. - 不是列表。

@甲、"乙"，丙

二、控制符\u0001和\u000b与\uFFFE结束。

云州市知识产权局

2024年3月1日
`;

function finished(bytes: Uint8Array): ProcessedNotice {
  const [notice] = pipeline([{ path: 'seeds/case.txt', bytes }]).notices;
  if (!notice) throw new Error('no notice came out');
  return notice;
}

const fromText = (text: string) => finished(new TextEncoder().encode(text));

const hostile = fromText(HOSTILE);
const documents: (readonly [string, ProcessedNotice])[] = [
  ['hostile', hostile],
  ['nothing but a sentence', fromText('没有文号也没有标题的一段话，只有这一句。\n')],
  ['nothing but a number', fromText('云知〔2024〕1号\n')],
  ['nothing but a title', fromText('云州市知识产权局关于做好工作的通知\n')],
  ['nothing but a date', fromText('2024年3月1日\n')],
  ...cases.map(([name, bytes]) => [name, finished(bytes)] as const),
];

/** All printed words of the tree. */
function wordsOfTree({ notice }: ProcessedNotice): string {
  const zones = notice.children.filter(({ type }) => type !== 'residue');
  return comparable(zones.map(textOf).join(''));
}

function exported(document: ProcessedNotice, extension: string): Buffer {
  const format = FORMATS.find((each) => each.extension === extension);
  return Buffer.from(format!.write(document, () => false) as Uint8Array);
}

describe.each(['docx', 'txt', 'md', 'xml'] as const)('%s', (extension) => {
  test.each(documents)(
    'has the words of the notice, once and in order: %s',
    async (_, document) => {
      const words = await wordsIn[extension](exported(document, extension));
      const expected = wordsOfTree(document);
      expect(comparable(words)).toBe(
        ['docx', 'xml'].includes(extension) ? xmlCharacters(expected) : expected,
      );
    },
  );
});

describe('what is absent', () => {
  const sites = [siteFrom({}), siteFrom({ SITE: 'https://ip.example.cn/' })];

  test.each(documents)('is left out of every file: %s', (_, document) => {
    const printed = wordsOfTree(document);
    for (const site of sites) {
      for (const { extension, make } of noticeFiles(document, () => false, site)) {
        const file = make();
        const parts = extension === 'docx' ? Object.values(unzipSync(file as Uint8Array)) : [file];
        for (const part of parts) {
          const text = typeof part === 'string' ? part : new TextDecoder().decode(part);
          for (const word of ['undefined', 'null', 'NaN', '[object'])
            if (!printed.includes(word)) expect(text, extension).not.toContain(word);
        }
      }
    }
  });

  test.each(documents)('is left out of lists and guides: %s', (_, document) => {
    const record = recordOf(document);
    for (const site of sites) {
      const texts = [
        guideOf([record], site),
        llmsOf([record]),
        scriptText(legislationOf(record, new Map(), site)),
        JSON.stringify(noticeMeta(record, site)),
      ];
      for (const text of texts) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });
});

describe('the files of a site', () => {
  test('the zip has what the site has, by the same names', async () => {
    const pieces = bulkZip({
      records: [recordOf(hostile)],
      site: siteFrom({ SITE: 'https://ip.example.cn/' }),
      paths: ['notices/x.bib', 'api/notices.json'],
      pack: (path) => Promise.resolve(packedFile(path, Buffer.from(`the bytes of ${path}`))),
    });
    const files = unzipSync(await buffer(pieces));
    const text = (path: string) => new TextDecoder().decode(files[path]);
    expect(Object.keys(files)).toEqual(['README.txt', 'api/notices.json', 'notices/x.bib']);
    expect(text('notices/x.bib')).toBe('the bytes of notices/x.bib');
    expect(text('README.txt')).toMatch(/https:\/\/ip\.example\.cn\/\r\n/);
    expect(text('README.txt')).toContain(hostile.notice.id);
  });

  test('the API lists what each record says', () => {
    const { id } = hostile.notice;
    const api = new Map(apiFiles({ records: [recordOf(hostile)], works: [], former: [] }));
    const parsed = (path: string) => JSON.parse(jsonText(api.get(path))) as unknown;
    expect(parsed('api/notices.json')).toEqual([summaryOf(hostile)]);
    expect(parsed('api/citations.json')).toMatchObject([{ notice: id, role: 'self' }]);
    expect([...api.keys()]).toContain(`api/notices/${id}.json`);
  });
});

describe('CSV', () => {
  test('comes back to the character, and no cell is a formula', () => {
    const csv = csvOf([recordOf(hostile)]);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).not.toMatch(/(?:^|,|\n)"?[=+\-@＝＋－＠\t]/u);
    const [head, ...rows] = cellsOf(csv);
    const texts = rows.map((row) => row[head!.indexOf('text')]);
    expect(texts).toContain('=HYPERLINK("http://evil.example","点我")，请查收。');
    expect(texts.some((text) => text!.includes('@甲、"乙"，丙'))).toBe(true);
  });

  test('says what is absent with an empty cell', () => {
    const csv = csvOf([recordOf(fromText('没有文号也没有标题的一段话，只有这一句。\n'))]);
    expect(csv).not.toMatch(/undefined|null/);
    expect(cellsOf(csv)).toHaveLength(2);
  });
});

test('what XML cannot carry is replaced, nothing else', () => {
  const controls = '\u0000\u0001\b\v\f\u001f\uFFFE\uFFFF\uD800';
  expect(xmlCharacters(controls)).toBe('\uFFFD'.repeat(controls.length));
  expect(xmlCharacters('甲\t\r\n &<𠮷')).toBe('甲\t\r\n &<𠮷');
});

describe('Akoma Ntoso', () => {
  test.skipIf(schemaIsMissing)('is valid for every case', async () => {
    const files = documents.map(([name, document]) => [
      `${name}.xml`,
      akomaNtosoOf(document, () => false),
    ]);
    expect(await complaintsOf(Object.fromEntries(files) as Record<string, string>)).toEqual([]);
  });

  test.skipIf(schemaIsMissing)('the schema is asked in earnest', async () => {
    const wrong = akomaNtosoOf(hostile, () => false)
      .replace('<mainBody', '<body')
      .replace('</mainBody', '</body');
    expect(await complaintsOf({ 'wrong.xml': wrong })).not.toEqual([]);
  });

  test.each(documents)('has each id once: %s', (_, document) => {
    const xml = akomaNtosoOf(document, () => false);
    for (const name of ['eId', 'wId']) {
      const ids = [...xml.matchAll(RegExp(` ${name}="([^"]*)"`, 'g'))].map((match) => match[1]);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  test.each(documents)('leads to every work that is cited: %s', (_, document) => {
    const hrefs = [...akomaNtosoOf(document, () => false).matchAll(/<ref [^>]*href="([^"]*)"/g)];
    const cited = recordOf(document).citations.filter(({ role }) => role !== 'self');
    const works = cited.flatMap((citation) => citation.works);
    expect(hrefs.map((match) => match[1]).sort()).toEqual(
      works.map((id) => `../works/${id}.html`).sort(),
    );
  });

  test('tells two units with one number apart, and keeps our anchors', () => {
    const xml = akomaNtosoOf(hostile, () => false);
    expect(xml).toMatch(/eId="hcontainer_1__sec_1__subsec_1-2" wId="s1-1\.2"/);
  });

  test.each([
    ['2024年3月1日', 'date="2024-03-01" name="成文日期"'],
    ['2024年3月', 'date="0001-01-01" name="unknown"'],
    ['', 'date="0001-01-01" name="unknown"'],
  ])('invents no date: %s', (printed, expected) => {
    const text = HOSTILE.replace('2024年3月1日', printed);
    expect(akomaNtosoOf(fromText(text), () => false)).toContain(expected);
  });
});

describe('Word', () => {
  test('is made the same at any time', async () => {
    const first = exported(hostile, 'docx');
    await new Promise((done) => setTimeout(done, 2100)); // zips count in two seconds
    expect(Buffer.compare(first, exported(hostile, 'docx'))).toBe(0);
  });

  test('has the page of GB/T 9704-2012', () => {
    const parts = unzipSync(exported(hostile, 'docx'));
    const part = (name: string) => new TextDecoder().decode(parts[name]);
    const body = part('word/document.xml');
    expect(body).toContain('w:w="11906" w:h="16838"');
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(body).toMatch(/<w:docGrid [^>]*w:linePitch="579"/);
    expect(part('word/styles.xml')).toMatch(/w:line="579" w:lineRule="exact"/);
    expect(22 * 579).toBeLessThanOrEqual(16838 - 2098 - 1984);
    expect(28 * (320 - 5)).toBeLessThanOrEqual(11906 - 1474 - 1587);
    expect(part('word/styles.xml')).toContain('<w:spacing w:val="-5"/>');
    for (const face of ['方正小标宋简体', '黑体', '楷体_GB2312'])
      expect(body + part('word/fontTable.xml')).toContain(face);
    expect(part('word/footer1.xml')).toContain('PAGE');
  });

  test('an annex begins on a new page', () => {
    const bytes = cases.find(([name]) => name === 'enclosure-as-annex')![1];
    const opening = pageBlocks(finished(bytes).notice).filter(({ opensPage }) => opensPage);
    expect(opening.map(({ kind, text }) => kind + text)).toEqual([
      'annexLabel附件：',
      'annexLabel附件2',
    ]);
  });
});

test.each(['txt', 'md', 'docx'] as const)(
  '%s sets articles apart from their words',
  async (format) => {
    const seed =
      '云州市专利条例\n\n第一条　为了保护专利权，制定本条例。\n\n第二条　专利奖励。设立专利奖。\n';
    const files = noticeFiles(finished(new TextEncoder().encode(seed)), () => false, siteFrom({}));
    const file = files.find(({ extension }) => extension === format)!.make();
    const words = await wordsIn[format](Buffer.from(file));
    expect(words).toContain('第一条　为了保护');
    expect(words).toContain('第二条　专利奖励。');
  },
);
