/** The seeds as LibreOffice saves them (Word, web page, PDF with page numbers) come back as the notices they are. */
import { beforeAll, describe, expect, test } from 'vitest';
import { docxOf } from '../../src/exports/docx/docx.ts';
import type { OutlineNode } from '../../src/model/records/outline.ts';
import { outlineOf } from '../../src/records/notice-record.ts';
import { plainTextOf } from '../../src/exports/plain-text/plain-text.ts';
import { factsOf } from '../../src/model/facts.ts';
import type { Notice } from '../../src/model/tree.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { readSeeds } from '../../src/archive/seeds.ts';
import { readFileOf } from '../../src/intake/read-file.ts';
import { libreOfficeIsMissing, savedAs } from '../support/libreoffice.ts';
import { type Layout, openDocument } from '../support/open-document.ts';
import { project } from '../support/places.ts';

const SERIF = 'Noto Serif CJK SC';
const SANS = 'Noto Sans CJK SC';

const LAYOUTS: Record<string, Layout> = {
  'as GB/T 9704 sets it': { font: SERIF, size: 16, line: '29pt', indent: 2, foot: '— {n} —' },
  'without indents, a bare number': { font: SANS, size: 12, line: '150%', indent: 0, foot: '{n}' },
  'room between paragraphs, a running head': {
    font: SERIF, size: 12, line: '120%', indent: 0, below: 8, foot: '第 {n} 页 共 {of} 页', head: '某某市人民政府公报 2023 年第 5 期',
  },
  'a small page, a head that counts': {
    font: SANS, size: 10.5, line: '130%', indent: 2, foot: '{n}/{of}', head: '知识产权工作文件汇编 · {n}',
    page: { width: 148, height: 210, margin: 15 },
  },
  'two columns, as a gazette': {
    font: SERIF, size: 10.5, line: '130%', indent: 2, foot: '· {n} ·', head: '某某市人民政府公报', columns: 2,
  },
}; // prettier-ignore
const WAYS = Object.keys(LAYOUTS);
/** Formats that keep paragraphs come out of one layout: the one with a head and a count of pages. */
const KEPT = 2;

const { notices } = pipeline(readSeeds(project));

const read = (text: string): Notice =>
  pipeline([{ path: 'seeds/x.txt', bytes: new TextEncoder().encode(text) }]).notices[0]!.notice;

/** What a reader finds in a notice: its tree, but for places in files, and its facts. */
function understood(notice: Notice): unknown {
  const tree: unknown = JSON.parse(
    JSON.stringify(outlineOf(notice), (key, value: unknown) =>
      key === 'source' || key === 'url' ? null : value,
    ),
  );
  return { tree, facts: factsOf(notice) };
}

const isNode = (value: unknown): value is OutlineNode =>
  typeof value === 'object' && value !== null && 'paragraphs' in value;

/** A node of the outline with heading and text in one. */
const asOne = ({ id, label, ordinal, heading, text, children }: OutlineNode): unknown => ({
  ...{ id, label, ordinal, children },
  words: `${heading ?? ''}${text}`,
});

async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  const receipt = await readFileOf(name, bytes);
  if ('refusal' in receipt) throw new Error(receipt.refusal.reason);
  return receipt.text ?? '';
}

describe.skipIf(libreOfficeIsMissing !== undefined)('as LibreOffice saves it', () => {
  const saved = new Map<string, ReadonlyMap<string, Uint8Array>>();

  beforeAll(() => {
    const documents = notices.flatMap(({ notice }) =>
      WAYS.map((way, at): [string, string] => [
        `${notice.id}-${at}.fodt`,
        openDocument(plainTextOf(notice).trim().split('\n'), LAYOUTS[way]!),
      ]),
    );
    const kept = documents.filter(([name]) => name.endsWith(`-${KEPT}.fodt`));
    saved.set('pdf', savedAs(new Map(documents), 'pdf'));
    for (const format of ['docx', 'html']) saved.set(format, savedAs(new Map(kept), format));
    const exported = notices.map(
      ({ notice, facts }) => [`${notice.id}.docx`, docxOf(notice, facts.title)] as const,
    );
    saved.set('exported', savedAs(new Map(exported), 'pdf'));
    const texts = notices.map(
      ({ notice, file }) => [`${notice.id}.txt`, String(file.value)] as const,
    );
    saved.set('text', savedAs(new Map(texts), 'pdf'));
  }, 240_000);

  const CASES = [
    ['docx', KEPT] as const,
    ['html', KEPT] as const,
    ...WAYS.map((_, at) => ['pdf', at] as const),
  ].flatMap(([format, at]) =>
    notices.map(({ notice }) => [format, WAYS[at], notice.id, at, notice] as const),
  );
  test.each(CASES)('%s, %s: %s', async (format, _, id, at, notice) => {
    const bytes = saved.get(format)!.get(`${id}-${at}`)!;
    expect(understood(read(await textOf(`x.${format}`, bytes)))).toEqual(understood(notice));
  });

  test.each(notices.map(({ notice }) => [notice.id, notice] as const))(
    'the seed itself printed: %s',
    async (id, notice) => {
      const text = await textOf('x.pdf', saved.get('text')!.get(id)!);
      expect(understood(read(text))).toEqual(understood(notice));
    },
  );

  test.each(notices.map(({ notice }) => [notice.id, notice] as const))(
    'our Word file printed: %s',
    async (id, notice) => {
      // LibreOffice 7.4 loses some of the marks that hang out of a line: they stand neither in the PDF nor on its page. One
      // of them may be what ends a heading.
      const withoutMarks = (value: unknown): unknown =>
        JSON.parse(
          JSON.stringify(value, (_, each: unknown) => (isNode(each) ? asOne(each) : each)).replace(
            /[，。、；：]/gu,
            '',
          ),
        );
      const text = await textOf('x.pdf', saved.get('exported')!.get(id)!);
      expect(withoutMarks(understood(read(text)))).toEqual(withoutMarks(understood(notice)));
    },
  );
});
