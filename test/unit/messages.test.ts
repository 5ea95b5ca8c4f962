/** Messages as people see them: quoted and marked, counted, beside the lines of a change. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { archiveMessages } from '../../src/records/message-record.ts';
import { annotationsOf } from '../../src/diagnostics/annotations.ts';
import { printedMessages } from '../../src/diagnostics/print-messages.ts';
import { columnsOf, printable, quoterOf } from '../../src/diagnostics/quote.ts';
import { report, type Severity } from '../../src/diagnostics/report.ts';
import { pipeline } from '../../src/archive/pipeline.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function fileWith(value: string, messages: [number, number, Severity?, string?][]): VFile {
  const file = new VFile({ path: 'seeds/x.txt', value });
  for (const [line, column, severity = 'warning', ruleId = 'title'] of messages) {
    report(file, {
      ruleId,
      severity,
      reason: `Line ${line}. 第${line}行。`,
      note: 'Do something.',
      place: { line, column },
    });
  }
  return file;
}

describe('a quoted line', () => {
  test('is cut at the place', () => {
    const quote = quoterOf('甲乙\r\n丙丁戊\n\n己');
    expect(quote(2, 2)).toEqual({ before: '丙', after: '丁戊' });
    expect(quote(4, 1)).toEqual({ before: '', after: '己' });
  });

  test('shows a place behind its end, and nothing where there is nothing', () => {
    const quote = quoterOf('甲乙\n 　\n');
    expect(quote(1, 9)).toEqual({ before: '甲乙', after: '' });
    expect(quote(2, 1)).toBeNull();
    expect(quote(9, 1)).toBeNull();
  });

  test('of a line without end is a part, and no character is halved', () => {
    const quote = quoterOf('😀'.repeat(100_000))(1, 100_002);
    expect(quote?.before).toMatch(/^…(?:😀){17,18}.?$/u);
    expect(quote?.after.isWellFormed()).toBe(true);
    expect(quote?.after.length).toBeLessThan(40);
  });
});

test.each([
  ['甲乙', 4],
  ['a1', 2],
  ['（一）', 6],
  ['ﾊ', 1],
  ['e\u0301', 1],
  ['😀', 2],
])('the width of %s is %i', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

test('a seed cannot steer the terminal, nor give orders to GitHub', () => {
  expect(printable('a\u001B[31m\u202E\u0007\tb\r##[add-mask]x')).toBe(
    'a<U+001B>[31m<U+202E><U+0007> b<U+000D>## [add-mask]x',
  );
});

describe('messages in the terminal', () => {
  test('mark the place below its line, whatever its width', () => {
    const printed = printedMessages([fileWith('甲a（乙', [[1, 4]])], 'zh').split('\n');
    expect(printed.slice(0, 7)).toEqual([
      'seeds/x.txt',
      '  1:4  ▲ 警告  未找到标题 title',
      '      1 │ 甲a（乙',
      '        │      ^',
      '      第1行。',
      '      → 让标题独占一行或几行，放在主送机关之上。',
      '        Do something.',
    ]);
    expect(printedMessages([fileWith('甲', [[1, 1]])], 'en')).toContain(
      '  1:1  ▲ warning  title\n      1 │ 甲\n        │ ^\n      Line 1.\n      → Do something.\n',
    );
  });

  test('have the errors last, then the counts', () => {
    const one = fileWith('甲', [[1, 1, 'error', 'empty'], [1, 1, 'info', 'date']]); // prettier-ignore
    const printed = printedMessages([one, fileWith('乙', [[1, 1]])], 'zh').split('\n');
    const places = ['未找到成文日期 date', '未找到标题 title', '空文件 empty'].map((name) =>
      printed.findIndex((line) => line.endsWith(name)),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(printed.slice(-4)).toEqual([
      '待校：错误 1，警告 1，提示 1。',
      '     1  ✖ 错误  空文件 empty: 补上公文的文字，或者删去这个文件。',
      '     1  · 提示  未找到成文日期 date: 原件没有日期就不必处理；有的话，让它独占一行，放在署名之下。',
      '     1  ▲ 警告  未找到标题 title: 让标题独占一行或几行，放在主送机关之上。',
    ]);
  });

  test('of one rule are not told without end; errors are', () => {
    const many = Array.from({ length: 25 }, (): [number, number] => [1, 1]);
    const warned = printedMessages([fileWith('甲', many)], 'en');
    expect(warned.match(/Line 1\./g)).toHaveLength(10);
    expect(warned).toContain('15 more');
    expect(warned).toContain('25 warnings');
    const failed = printedMessages([fileWith('甲', many.map(([line, column]) => [line, column, 'error']))], 'en'); // prettier-ignore
    expect(failed.match(/Line 1\./g)).toHaveLength(25);
  });

  test('say when there is none', () => {
    expect(printedMessages([new VFile({ path: 'a', value: 'b' })], 'zh')).toBe('待校：没有。');
    expect(printedMessages([], 'en')).toBe('Messages: none.');
  });

  test('without a place have none', () => {
    const file = new VFile({ path: 'seeds/addresses.json', value: '' });
    report(file, { ruleId: 'address-lock', severity: 'error', reason: 'Gone.', note: 'Restore.' });
    expect(printedMessages([file], 'zh')).toContain(
      '\n  ✖ 错误  地址锁缺失或损坏 address-lock\n      Gone.\n',
    );
  });
});

describe('annotations', () => {
  test('name file, line and column', () => {
    const [annotation, ...more] = annotationsOf([fileWith('甲', [[3, 5, 'info', 'date']])]);
    expect(annotation).toBe(
      '::notice file=seeds/x.txt,line=3,col=5,title=未找到成文日期 date::Line 3. 第3行。%0ADo something.',
    );
    expect(more).toEqual([]);
  });

  test('keep what is in the seed from being a command', () => {
    const file = new VFile({ path: 'seeds/a,b:c%\n.txt', value: '' });
    report(file, {
      ruleId: 'title',
      severity: 'error',
      reason: '100%\r\n::error::x',
      note: 'n',
    });
    expect(annotationsOf([file])).toEqual([
      '::error file=seeds/a%2Cb%3Ac%25%0A.txt,title=未找到标题 title::100%25%0D%0A::error::x%0An',
    ]);
  });
});

test('all messages of an archive say whose they are', () => {
  const sidecar = new VFile({ path: 'seeds/b.txt.yaml', value: 'x: 1\n' });
  const archive = pipeline(
    [
      { path: 'seeds/a.txt', bytes: utf8('云州市知识产权局关于做好工作的通知\n云知〔2024〕1号\n\n一、甲。\n\n三、乙。\n') },
      { path: 'seeds/b.txt', bytes: utf8('云州市知识产权局关于做好工作的通知\n云知〔2024〕2号\n\n一、甲。\n'), sidecar },
    ],
    { works: new VFile({ path: 'seeds/works.yaml', value: 'x: 1\n' }) },
  ); // prettier-ignore
  const messages = archiveMessages(archive);
  expect(messages.map(({ notice, file, ruleId }) => [notice, file, ruleId])).toEqual([
    ['yz-2024-1', 'seeds/a.txt', 'date'],
    ['yz-2024-1', 'seeds/a.txt', 'ordinal-sequence'],
    ['yz-2024-2', 'seeds/b.txt', 'date'],
    ['yz-2024-2', 'seeds/b.txt.yaml', 'sidecar-schema'],
    [null, 'seeds/works.yaml', 'works-schema'],
    [null, 'seeds/works.yaml', 'works-schema'],
  ]);
  expect(messages[1]).toEqual({
    notice: 'yz-2024-1',
    file: 'seeds/a.txt',
    line: 6,
    column: 1,
    ruleId: 'ordinal-sequence',
    severity: 'warning',
    reason: expect.stringContaining('三、') as string,
    note: expect.any(String) as string,
  });
});
