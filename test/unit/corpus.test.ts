/** `npm run corpus` on a small corpus written for it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExpectedFacts } from '../accuracy/expectations.ts';
import { measure } from '../accuracy/measure.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { project } from '../support/places.ts';

const TEXT = `云州市知识产权局 云州市财政局关于做好工作的通知

云知〔2024〕1号

各单位：

根据《甲 规划》和《关于转发〈乙意见〉的通知》，见《甲规划》。

一、甲乙。

（一）丙丁。

（二）戊己。

二、庚辛。

1.壬癸。

云州市知识产权局
云州市财政局

2024年5月20日
`;

const EXPECTED: ExpectedFacts = {
  title: '云州市知识产权局云州市财政局关于做好工作的通知',
  doc_number: '云知[2024]1号',
  issuer: '云州市知识产权局、云州市财政局',
  date: '2024-05-20',
  top_level_heading_count: 2,
  second_level_heading_count: 2,
  numbered_item_count: 1,
  cited_titles: ['甲规划', '关于转发<乙意见>的通知'],
  levels: '一、/（一）/1.',
};

function measured(text: string, expected: Partial<ExpectedFacts> = {}) {
  const bytes = new TextEncoder().encode(text);
  const [finished] = pipeline([{ path: 'x.txt', bytes }]).notices;
  return measure(finished!, { ...EXPECTED, ...expected });
}

describe('measuring', () => {
  test('finds everything right, whatever widths, spaces and brackets', () => {
    const { facts, levels, titles, lost } = measured(TEXT);
    expect(Object.entries(facts).filter(([, { right }]) => !right)).toEqual([]);
    expect(levels).toMatchObject({ got: [2, 2, 1], right: true });
    expect(titles).toMatchObject({ missed: [], extra: [] });
    expect(titles.right).toHaveLength(2);
    expect(lost).toBe(0);
  });

  test('finds what differs', () => {
    const { facts, levels, titles } = measured(TEXT, {
      date: null,
      title: '别的通知',
      numbered_item_count: 2,
      cited_titles: ['甲规划', '丙办法'],
    });
    expect(facts.date).toEqual({ expected: null, got: '2024-05-20', right: false });
    expect(facts.title.right).toBe(false);
    expect(levels).toEqual({ expected: [2, 2, 2], got: [2, 2, 1], right: false });
    expect(titles).toMatchObject({ right: ['甲规划'], missed: ['丙办法'] });
    expect(titles.extra).toHaveLength(1);
  });

  test('counts units by the way they are numbered', () => {
    const articles = '云州市办法\n\n第一章 总则\n\n第一条 甲。\n\n第二条 乙。\n\n第二章 附则\n\n第三条 丙。\n';
    expect(measured(articles, { levels: '第X章/第X节/第X条' }).levels.got).toEqual([2, 0, 3]);
    const decimals = '云州市预案\n\n1 总则\n\n1.1 目的\n\n甲。\n\n1.2 依据\n\n1.2.1 法律\n\n乙。\n\n2 附则\n\n2.1 施行\n\n丙。\n';
    expect(measured(decimals, { levels: '1　/1.1　/1.1.1　' }).levels.got.slice(1)).toEqual([3, 1]);
  }); // prettier-ignore
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wenhao-corpus-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
  };
  const index = (...entries: object[]) => {
    write('index.json', JSON.stringify(entries, null, 1));
  };
  const entry = (file: string, expected: object = EXPECTED) => ({ file, kind: '通知', expected });

  function corpus(...args: string[]) {
    const script = join(project, 'test', 'accuracy', 'corpus.ts');
    const { INIT_CWD: _, ...env } = process.env;
    return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: folder, env });
  }

  beforeEach(() => {
    write('x.txt', TEXT);
    index(entry('x.txt'));
  });

  test('prints a line a file and the sums', () => {
    write('y.txt', TEXT);
    index(entry('x.txt'), entry('y.txt', { ...EXPECTED, title: null, cited_titles: ['丙办法'] }));
    const { status, stdout, stderr } = corpus('.');
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('y.txt  cited: 《丙办法》 was not found\n');
    expect(stdout).toMatch(/✓ +✓ +✓ +✓ +2\/2\/1 +2 of 2 +100\.0 % +100\.0 % +0 +\d+ +x\.txt\n/);
    expect(stdout).toMatch(/✗ +✓ +✓ +✓ +2\/2\/1 +0 of 1 \+2 +0\.0 % +0\.0 % +0 +\d+ +y\.txt\n/);
    expect(stdout).toMatch(/1\/1 +2\/2 +2\/2 +2\/2 +2\/2 +2 of 3 \+2 +0 +\d+ +2 files, 0 not read/);
    expect(stdout).toMatch(/100\.0 % +100\.0 % +100\.0 % +100\.0 % +100\.0 % +66\.7 % +50\.0 % +ratio/);
  }); // prettier-ignore

  test('a file that cannot be read is exit code 2', () => {
    write('x.txt', Uint8Array.of(0, 1, 2, 3, 0xff));
    const { status, stdout } = corpus('.');
    expect(status).toBe(2);
    expect(stdout).toContain('x.txt: Cannot read this file as text');
    expect(stdout).toContain('1 files, 1 not read');
  });

  test.each([
    ['no index', () => { rmSync(join(folder, 'index.json')); }, /index\.json is missing/],
    ['no JSON', () => write('index.json', '[{\n'), /index\.json is no JSON: .*line 2 column 1/],
    ['an empty list', () => index(), /index\.json:1:1: The file should be at least 1/],
    ['a wrong type', () => index(entry('x.txt', { ...EXPECTED, title: 3 })), /index\.json:6:13: “title” should be a text/],
    ['a wrong date', () => index(entry('x.txt', { ...EXPECTED, date: '5月' })), /index\.json:9:12: “date” should be a date/],
    ['a file that is not there', () => index(entry('x.txt'), entry('z.txt')), /index\.json:\d+:11: There is no file z\.txt/],
  ])('%s is told with its place', (_, prepare, message) => {
    prepare();
    const { status, stderr, stdout } = corpus('.');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).toContain('What to do');
    expect(stderr).not.toMatch(/^ +at /m);
  }); // prettier-ignore

  test.each([[[]], [['a', 'b']]])('one folder is to be named, not %j', (args) => {
    const { status, stderr } = corpus(...args);
    expect(status).toBe(2);
    expect(stderr).toContain('npm run corpus -- DIR');
  });
});
