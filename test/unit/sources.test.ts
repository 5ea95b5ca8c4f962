/** 原文: what stands on each line of a seed, and on which lines each fact stands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runsOf } from '../../src/components/source/line-words.ts';
import { recordOf } from '../../src/records/notice-record.ts';
import type { ProcessedNotice } from '../../src/records/processed-notice.ts';
import type { Source } from '../../src/model/records/source.ts';
import { linesOfBlocks, seedLines } from '../../src/records/seed-lines.ts';
import { siteFrom } from '../../src/model/site.ts';
import { withoutLookAlikes } from '../../src/notation/normalize/look-alikes.ts';
import { comparableSeed, physicalLines } from '../../src/model/seed-text.ts';
import { comparable } from '../../src/notation/normalize/words.ts';
import type { Zone } from '../../src/model/tree.ts';
import { blocksOf } from '../../src/permalinks/addresses.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { readSeeds } from '../../src/archive/seeds.ts';
import { project } from '../support/places.ts';

function noticeFrom(seed: string | Uint8Array): ProcessedNotice {
  const bytes = typeof seed === 'string' ? new TextEncoder().encode(seed) : seed;
  return pipeline([{ path: 'seeds/case.txt', bytes }]).notices[0]!;
}

const fixtures = join(project, 'test', 'fixtures');
const cases: [string, ProcessedNotice][] = [
  ...pipeline(readSeeds(project)).notices.map((each): [string, ProcessedNotice] => [
    each.notice.id,
    each,
  ]),
  ...readdirSync(fixtures, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }): [string, ProcessedNotice] => [
      name,
      noticeFrom(readFileSync(join(fixtures, name, 'seed.txt'))),
    ]),
];

/** The words of some lines of a seed, without its residue. */
function wordsOf({ file, notice }: ProcessedNotice, { line, endLine }: Source): string {
  const text = String(file.value);
  const { start } = physicalLines(text)[line - 1]!;
  const { end } = physicalLines(text)[endLine - 1]!;
  const residue = notice.children.filter(({ type }) => type === 'residue');
  const isIn = ({ position }: Zone, offset: number): boolean =>
    offset >= position.start.offset && offset < position.end.offset;
  return comparableSeed(
    text,
    (offset) => offset < start || offset >= end || residue.some((zone) => isIn(zone, offset)),
  );
}

describe.each(cases)('%s', (_, finished) => {
  const record = recordOf(finished);
  const lines = seedLines(finished);

  test('every line is there as it stands, and every line with words is of something', () => {
    expect(lines.map(({ text }) => text)).toEqual(String(finished.file.value).split(/\r\n|\r|\n/u));
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_line, at) => at + 1));
    for (const { text, standing } of lines) {
      const isLayout = /^[\s#*]*$|^\s*-{3,}\s*$/u.test(text);
      expect(standing.length > 0, text).toBe(!isLayout);
    }
  });

  test('the own words of every block stand on its lines', () => {
    const places = linesOfBlocks(finished);
    for (const { anchor, label, words } of record.outline.flatMap(blocksOf)) {
      const there = wordsOf(finished, places.get(anchor)!);
      expect(there, anchor).toContain(comparable(label + words));
    }
  });

  test('every printed fact stands on the lines that are given for it, and no other fact has lines', () => {
    const { sources } = record;
    for (const name of ['title', 'number', 'issuer', 'masthead', 'enclosure'] as const) {
      const source = sources[name];
      expect(source === null, name).toBe(record[name] === null);
      if (source === null) continue;
      const there = withoutLookAlikes(wordsOf(finished, source));
      // a number may be noted in what is residue, and its brackets are made good
      if (name === 'number') expect(there).toMatch(there === '' ? /^$/u : /\d/u);
      // 题注: 云州市第十届人民代表大会常务委员会
      else expect(there.replace(/第.{1,5}届/u, ''), name).toContain(comparable(record[name]!));
    }
    expect(sources.addressees === null).toBe(record.addressees.length === 0);
    for (const name of ['date', 'issued'] as const) {
      const source = sources[name];
      expect(source === null, name).toBe(record[name] === null);
      if (source) expect(wordsOf(finished, source), name).toMatch(/年|\d/u);
    }
  });
});

describe('facts', () => {
  const sourcesOf = (seed: string) => recordOf(noticeFrom(seed)).sources;
  const line = (number: number) => ({ line: number, endLine: number });

  test('the issuer is where it was read: signature, masthead, title', () => {
    const head = '云州市知识产权局文件\n云知〔2024〕1号\n关于甲事的通知\n各单位：\n一、甲事。\n';
    expect(sourcesOf(`${head}云州市知识产权局\n2024年3月1日\n`).issuer).toEqual(line(6));
    expect(sourcesOf(head).issuer).toEqual(line(1));
    expect(
      sourcesOf('云州市知识产权局关于甲事的通知\n云知〔2024〕1号\n各单位：\n一、甲事。\n').issuer,
    ).toEqual(line(1));
  });

  test('a number that a collector noted stands where he noted it', () => {
    const seed =
      '标题: 关于甲事的通知\n文号: 云办〔2025〕1号\n来源: 云州\n\n关于甲事的通知\n\n一、甲事。\n';
    expect(sourcesOf(seed).number).toEqual(line(2));
  });
});

describe('a line', () => {
  test.each([
    ['甲\u200B乙', ['甲', 'U+200B:\u200B', '乙']],
    ['\uFEFF甲', ['U+FEFF:\uFEFF', '甲']],
    ['a\u0007\u202Eb', ['a', 'U+0007:\u0007', 'U+202E:\u202E', 'b']],
    ['\u{F0001}\uE123', ['U+F0001:\u{F0001}', 'U+E123:\uE123']],
    ['甲\t乙　丙 ', ['甲\t乙　丙 ']],
    ['', []],
  ])('%j shows what is not seen', (text, expected) => {
    const runs = runsOf(text);
    expect(runs.map((run) => (run.code === null ? run.text : `${run.code}:${run.text}`))).toEqual(
      expected,
    );
    expect(runs.map((run) => run.text).join('')).toBe(text);
  });

  test('a byte order mark stands before it and adds nothing', () => {
    expect(runsOf('甲', true)).toEqual([
      { text: '', code: 'BOM' },
      { text: '甲', code: null },
    ]);
  });

  test.each(['a\nb', 'a\r\nb\r\n', 'a\rb', '\n\na\n\nb'])(
    'is counted as editors count: %j',
    (text) => expect(seedLines(noticeFrom(text))).toHaveLength(text.split(/\r\n|\r|\n/u).length),
  );
});

describe('REPORT_TO', () => {
  test.each(['archive@example.cn', 'https://ip.example.cn/report', 'http://10.0.0.5:8080/'])(
    '%s is taken',
    (given) => expect(siteFrom({ REPORT_TO: given }).reportTo).toBe(given),
  );
  test.each(['本库管理员', 'javascript:alert(1)', 'mailto:a@b.cn', 'a b@c.cn'])(
    '%s is refused with a reason',
    (given) => expect(() => siteFrom({ REPORT_TO: given })).toThrow(/REPORT_TO is “/u),
  );
  test('empty is not set', () => expect(siteFrom({ REPORT_TO: '' }).reportTo).toBeNull());
});
