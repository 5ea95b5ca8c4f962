/** Slips in sidecars, as somebody makes them who has never written YAML: each gets one message that says in Chinese what to do. */
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readSidecar } from '../../src/authored/read-sidecar.ts';

const fact = (name: string, value: string, by = '登记簿'): string =>
  `facts:\n  ${name}: { value: ${value}, by: ${by} }\n`;
const erratum = (from: string, to: string): string =>
  `errata:\n  apply: null\n  list:\n    - { line: 1, confidence: high, class: source, reason: 丙, from: ${from}, to: ${to} }\n`;
const topic = (more: string): string => `topics:\n  add:\n    - ${more}\n`;

function messagesOf(value: string): VFile['messages'] {
  const file = new VFile({ value });
  readSidecar(file);
  return file.messages;
}

test.each([
  ['a key that is missing', 'facts:\n  date: { value: 2023-03-05 }\n', '“by”应为：文字，这里缺少这个键。', '请补上'],
  ['a key without a value', 'facts:\n  date: { value: 2023-03-05, by: }\n', '“by”应为：文字，这里没有写。', '注释'],
  ['a number', fact('date', '2023'), '“value”应为：文字。', '写成 "2023"'],
  ['a yes', 'id: true\n', '“id”应为：文字。', '写成 "true"'],
  ['a text for a list', fact('addressees', '各科室'), '“value”应为：列表（每项一行，以“- ”开头）。', '照此改写'],
  ['a text for keys', 'facts: 无\n', '“facts”应为：一组键。', '缩进两格'],
  ['a month there is not', fact('date', '2023-13-01'), '“value”应为：2021、2021-09 或 2021-09-22 这样的日期。', '照此改写'],
  ['a day there is not', fact('date', '2023-02-30'), '“value”日历上没有这一天。', '照此改写'],
  ['a year there is not', fact('date', '"2203"'), '“value”年份不在 1900 至 2099 之间。', '照此改写'],
  ['a day of recording there is not', erratum('甲', '乙, recorded: 2026-02-30'), '“recorded”日历上没有这一天。', '照此改写'],
  ['a colon of full width', 'id：a\n', '文件应为：一组键。', '半角冒号'],
  ['no colon at all', '无\n', '文件应为：一组键。', '删去这个文件'],
  ['a key in Chinese', '标题: 甲\n', '没有“标题”这个键。', 'seeds/schemas'],
  ['a tab', 'facts:\n\tdate: 1\n', '缩进要用空格，不能用制表符（Tab）。', '两个空格'],
  ['a key twice', 'id: a\nid: b\n', '同一个键写了两次。', '合并'],
  ['two documents', 'id: a\n---\nid: b\n', '文件中有“---”行，一个文件只能写一份。', '删去'],
  ['a reference', 'source: &a x\nlicence: *a\n', '这里不能用 *a 这样的引用写法。', '直接写出'],
  ['a tag', 'source: !!js/function "x"\n', '这里不能用 !!js/function 这样的标签写法。', '删去标签'],
  ['brackets without end', `source: ${'['.repeat(5000)}\n`, '括号套得太深。', '没有闭合'],
  ['brackets in a text without quotes', fact('number', '济管市监[2023]17号'), 'YAML 语法错误。', '加英文引号'],
  ['an id nobody can type', `id: ${'a'.repeat(101)}\n`, '“id”超过 100 个字符。', '照此改写'],
  ['a line break in a fact', fact('title', '"甲\\n乙"'), '“value”含有换行，请写在一行里。', '照此改写'],
  ['a bell', fact('title', '"甲\\u0007"'), '“value”含有看不见的控制字符，请删去。', '照此改写'],
  ['a turn of the direction', 'source: "甲\\u202E"\n', '“source”含有看不见的控制字符，请删去。', '照此改写'],
  ['a bell in a correction', erratum('甲', '"\\u0007"'), '“to”含有看不见的控制字符，请删去。', '照此改写'],
  ['half a character', 'source: "\\uD800"\n', '“source”含有看不见的控制字符，请删去。', '照此改写'],
  ['an anchor that is a remark', topic('clause: #s1\n      topic: 人才\n      reason: 甲'), '“clause”应为：文字，这里没有写。', '注释'],
])('%s', (_, value, chinese, todo) => {
  const messages = messagesOf(value);
  expect(messages.map(({ reason }) => reason)).toHaveLength(1);
  expect(messages[0]?.reason.endsWith(`. ${chinese}`), messages[0]?.reason).toBe(true);
  expect(messages[0]?.note).toContain(todo);
}); // prettier-ignore

test.each([
  ['why it was withdrawn', 'withdrawals:\n  - { from: s1, reason: 〈理由〉 }\n'],
  ['why it moved', 'moves:\n  - { from: s1, to: s2, reason: 〈理由〉 }\n'],
  ['where it went', 'moves:\n  - { from: s1, to: 〈现在的地址〉, reason: 甲 }\n'],
  ['who says so', fact('date', '2023-03-05', '〈据谁所说〉')],
  ['a fact', fact('issuer', '〈发文机关〉')],
  ['why a topic', topic('{ topic: 人才, reason: 〈理由〉 }')],
])('a proposal is not taken before it is filled in: %s', (_, value) => {
  expect(messagesOf(value).map(({ reason }) => reason)).toEqual([
    expect.stringContaining('还是占位的〈…〉，请换成实际内容。'),
  ]);
});

test('what a seed prints can be said whatever it is', () => {
  expect(messagesOf(erratum('"甲\\u200E\\u0007乙"', '甲乙'))).toEqual([]);
});

test('a topic without a clause is of the whole notice', () => {
  const file = new VFile({ value: topic('{ topic: 人才, reason: 甲 }') });
  expect(readSidecar(file).sidecar.topics.add).toEqual([
    { clause: null, topic: '人才', reason: '甲' },
  ]);
});

test('a file that is no sidecar at all has no more than 100 messages', () => {
  const keys = Array.from({ length: 10_000 }, (_, at) => `k${at}: 1\n`);
  expect(messagesOf(keys.join(''))).toHaveLength(100);
});
