import { beforeAll, describe, expect, test } from 'vitest';
import { docxOf } from '../../src/exports/docx/docx.ts';
import type { ProcessedNotice } from '../../src/records/processed-notice.ts';
import { readSeeds } from '../../src/archive/seeds.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { libreOfficeIsMissing, pagesOf, type SetLine } from '../support/libreoffice.ts';
import { project } from '../support/places.ts';

/** In points. */
const MM = 72 / 25.4;
/** Edges of the type area (GB/T 9704-2012, 5.2.1). */
const LEFT = 28 * MM;
const RIGHT = (210 - 26) * MM;
const BOTTOM = (297 - 35) * MM;

const isFooter = ({ text }: SetLine) => /^—\d+—$/u.test(text);

function finished(text: string): ProcessedNotice {
  const bytes = new TextEncoder().encode(text);
  return pipeline([{ path: 'seeds/case.txt', bytes }]).notices[0]!;
}

/** One paragraph that fills so many cells of the grid; two are its indent. Without marks, which may hang out of a line. */
const filling = (cells: number) =>
  finished(`${'天地玄黄宇宙洪荒'.repeat(200).slice(0, cells - 2)}\n`);

const IMPRINT = ['抄送：市财政局。', '云州市知识产权局办公室 2024年3月2日印发'];

const notice = (paragraphs: number, imprint: string[]) =>
  finished(
    ['云州市知识产权局关于开展调查的通知', '云知〔2024〕36号', '各科室：']
      .concat(Array<string>(paragraphs).fill('请填报附表。'))
      .concat('云州市知识产权局', '2024年3月1日', imprint)
      .map((line) => `${line}\n\n`)
      .join(''),
  );

/** Around the end of a page, line by line. */
const LENGTHS = [1, 7, 8, 9, 10, 11, 12, 13];
const SEEDS = pipeline(readSeeds(project)).notices;

const documents = new Map<string, ProcessedNotice>([
  ['616', filling(616)],
  ['617', filling(617)],
  ['1500', filling(1500)],
  ...LENGTHS.map((count): [string, ProcessedNotice] => [
    `imprint-${count}`,
    notice(count, IMPRINT),
  ]),
  ['annex', notice(1, [...IMPRINT, '附件1：调查表', '企业名称、地址。'])],
  ['long', notice(1, [`抄送：${'市科学技术局，'.repeat(12)}市财政局。`, IMPRINT[1]!])],
  ...SEEDS.map((each): [string, ProcessedNotice] => [each.notice.id, each]),
]);

describe.skipIf(libreOfficeIsMissing !== undefined)('Word, as LibreOffice sets it', () => {
  let pages: ReadonlyMap<string, SetLine[][]>;

  beforeAll(() => {
    const files = [...documents].map(
      ([name, { notice: tree, facts }]) => [name, docxOf(tree, facts.title)] as const,
    );
    pages = pagesOf(new Map(files));
  }, 120_000);

  /** The lines of each page without its number. */
  const linesOf = (name: string) =>
    pages.get(name)!.map((lines) => lines.filter((line) => !isFooter(line)));

  test('616 characters fill a page: 22 lines of 28', () => {
    const [lines, ...others] = linesOf('616');
    expect(others).toEqual([]);
    expect(lines!.map(({ text }) => text.length)).toEqual([26, ...Array<number>(21).fill(28)]);
    for (const { left, right, bottom } of lines!) {
      expect(left).toBeGreaterThan(LEFT - 1);
      expect(right).toBeLessThan(RIGHT + 1);
      expect(bottom).toBeLessThan(BOTTOM + 1);
    }
  });

  test('the 617th stands on a second', () => {
    expect(linesOf('617').map(({ length }) => length)).toEqual([22, 1]);
  });

  test('pages are numbered — 1 —, on the outer side, 7 mm below the type area', () => {
    const footers = pages.get('1500')!.map((lines) => lines.filter(isFooter));
    expect(footers.map((each) => each.map(({ text }) => text))).toEqual([
      ['—1—'],
      ['—2—'],
      ['—3—'],
    ]);
    const [odd, even] = footers.map(([footer]) => footer!);
    // one character of 4号 in from the edge, and the space behind the dash
    expect(Math.abs(odd!.right - (RIGHT - 16))).toBeLessThan(4);
    expect(Math.abs(even!.left - (LEFT + 16))).toBeLessThan(4);
    for (const { bottom } of [odd!, even!]) {
      expect(bottom).toBeGreaterThan(BOTTOM + 7 * MM);
      expect(bottom).toBeLessThan(BOTTOM + 17 * MM);
    }
  });

  test.each(LENGTHS)(
    'the imprint stands at the foot of the last page and touches nothing: %i paragraphs',
    (count) => {
      const lines = linesOf(`imprint-${count}`).at(-1)!;
      const [copies, printed] = lines.slice(-2);
      expect(copies!.text).toBe('抄送：市财政局。');
      expect(printed!.text).toBe('云州市知识产权局办公室2024年3月2日印发');
      expect(printed!.bottom).toBeGreaterThan(BOTTOM - 20);
      expect(printed!.bottom).toBeLessThan(BOTTOM);
      // 印发机关 and 印发日期 one character of 4号 from either end
      expect(Math.abs(printed!.left - (LEFT + 14))).toBeLessThan(2);
      expect(Math.abs(printed!.right - (RIGHT - 14))).toBeLessThan(2);
      const above = lines.at(-3);
      if (above) expect(copies!.bottom - above.bottom).toBeGreaterThan(20);
    },
  );

  test('an imprint in front of annexes stands on the page before them', () => {
    const [first, second, ...others] = linesOf('annex');
    expect(others).toEqual([]);
    expect(first!.at(-1)!.text).toBe('云州市知识产权局办公室2024年3月2日印发');
    expect(second![0]!.text).toContain('附件1');
  });

  test('copies to many go on below the first of them', () => {
    const lines = linesOf('long').at(-1)!;
    const at = lines.findIndex(({ text }) => text.startsWith('抄送'));
    const further = lines.slice(at + 1, -1);
    expect(further.length).toBeGreaterThan(1);
    for (const { left } of further) expect(Math.abs(left - (LEFT + 4 * 14))).toBeLessThan(3);
    expect(lines.at(-1)!.bottom - further.at(-1)!.bottom).toBeGreaterThan(20);
  });

  test.each(SEEDS.map((each) => each.notice.id))(
    '%s: 22 lines a page, and no line runs out of it',
    (id) => {
      expect(Math.max(...linesOf(id).map(({ length }) => length))).toBe(22);
      for (const { left, right } of linesOf(id).flat()) {
        // a mark may hang out of the line or stand in its first half
        expect(left).toBeGreaterThan(LEFT - 9);
        expect(right).toBeLessThan(RIGHT + 17);
      }
    },
  );
});
