import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readWorks } from '../../src/authored/read-works.ts';
import type { Authority } from '../../src/authored/works-schema.ts';
import { bareWork } from '../support/bare-work.ts';

const NOTICES = new Set(['jgsj-2023-17', 'bzzlb-2023-4']);

/** A work with what every work needs; ids and titles are given. */
function work(id: string, title: string, more = ''): string {
  return `  - id: ${id}\n    title: ${title}\n    kind: 意见\n    text: none\n    summary: 说明。\n${more}`;
}

function readText(value: string): { authority: Authority; messages: string[] } {
  const file = new VFile({ path: 'seeds/works.yaml', value });
  const authority = readWorks(file, NOTICES);
  const messages = file.messages.map(
    ({ line, column, ruleId, fatal, reason, note }) =>
      `${String(line)}:${String(column)} ${ruleId ?? ''}${fatal === true && note ? '' : ' (no error, or no advice)'} ${reason}`,
  );
  return { authority, messages };
}

function messagesOf(value: string): string[] {
  return readText(value).messages;
}

test('absent facts are null, absent lists empty', () => {
  const { authority, messages } = readText(`works:\n${work('a', '甲乙丙丁意见')}`);
  expect(messages).toEqual([]);
  expect(authority).toEqual({
    works: [bareWork('a', '甲乙丙丁意见')],
    phrases: [],
    media: [],
    recorded: [],
  });
});

test('nested sections of an outline are read', () => {
  const outline =
    '    outline:\n      - { label: 一、, heading: 总则, sections: [{ label: （一）, heading: null }] }\n';
  const { authority } = readText(`works:\n${work('a', '甲乙丙丁意见', outline)}`);
  expect(authority.works[0]?.outline).toEqual([
    {
      label: '一、',
      heading: '总则',
      sections: [{ label: '（一）', heading: null, sections: [] }],
    },
  ]);
});

test.each([
  ['an open quote', 'works:\n  - id: "a\n', /^3:1 works-syntax This is no YAML: /u],
  ['a tab', 'works:\n\t- id: a\n', /^2:1 works-syntax /u],
  [
    'a key given twice',
    `works: []\nmedia: []\nworks: []\n`,
    /^3:1 works-syntax A key is written twice/u,
  ],
  ['two documents', 'works: []\n---\nworks: []\n', /^2:1 works-syntax /u],
  ['a reference', 'works: *nothing\n', /^1:8 works-syntax .*\*nothing/u],
])('syntax: %s', (_, value, expected) => {
  const [first] = messagesOf(value);
  expect(first).toMatch(expected);
});

test('a flood of references is refused', () => {
  const floods = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [one, two] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg']) {
    floods.push(
      `${String(two)}: &${String(two)} [${Array.from({ length: 9 }, () => `*${String(one)}`).join(', ')}]`,
    );
  }
  expect(messagesOf(floods.join('\n'))).toContain(
    '2:8 works-syntax References (*a) are not used here. 这里不能用 *a 这样的引用写法。',
  );
});

test.each([
  ['open', '['.repeat(20_000)],
  ['closed', `works: ${'['.repeat(4000)}${']'.repeat(4000)}`],
  [
    'sections',
    `works:\n${work('a', '甲乙丙丁意见', `    outline: ${'[{ sections: '.repeat(900)}[]${'}]'.repeat(900)}\n`)}`,
  ],
])('bottomless nesting is at most a message: %s', (_, value) => {
  expect(() => messagesOf(value)).not.toThrow();
});

test.each([
  ['an empty file', '', '1:1 works-schema The file should be a group of keys'],
  ['a list', '- a\n', '1:1 works-schema The file should be a group of keys'],
  ['no works', 'media: []\n', '1:1 works-schema “works” should be a list'],
  ['an unknown key at the top', 'works: []\nwerke: []\n', '2:1 works-schema Unknown key “werke”'],
  [
    'an unknown key of a work',
    `works:\n${work('a', '甲乙丙丁意见', '    titel: 乙\n')}`,
    '7:5 works-schema Unknown key “titel”',
  ],
  [
    'a missing title',
    'works:\n  - id: a\n    kind: 意见\n    text: none\n    summary: 说明。\n',
    '2:5 works-schema “title” should be a text',
  ],
  [
    'an empty title',
    `works:\n${work('a', "' '")}`,
    '3:12 works-schema “title” should be some text',
  ],
  ['a bad id', `works:\n${work('甲', '甲乙丙丁意见')}`, '2:9 works-schema “id” should be an id'],
  [
    'an unknown level',
    `works:\n${work('a', '甲乙丙丁意见', '    level: county\n')}`,
    '7:12 works-schema “level” should be one of: national',
  ],
  [
    'a year that is a number',
    `works:\n${work('a', '甲乙丙丁意见', '    issued: 2022\n')}`,
    '7:13 works-schema “issued” should be a text',
  ],
  [
    'a date that is none',
    `works:\n${work('a', '甲乙丙丁意见', '    issued: 2022-13\n')}`,
    '7:13 works-schema “issued” should be a date',
  ],
  [
    'a script as address',
    `works:\n${work('a', '甲乙丙丁意见', '    url: javascript:alert(1)\n')}`,
    '7:10 works-schema “url” should be an address',
  ],
  [
    'a name without marked',
    `works:\n${work('a', '甲乙丙丁意见', '    names:\n      - text: 甲乙丙丁\n')}`,
    '8:9 works-schema “marked” should be true or false',
  ],
  [
    'marked in words',
    `works:\n${work('a', '甲乙丙丁意见', '    names:\n      - { text: 甲乙丙丁, marked: 是 }\n')}`,
    '8:31 works-schema “marked” should be true or false',
  ],
  [
    'an unknown relation',
    `works:\n${work('a', '甲乙丙丁意见', '    relations:\n      - { type: likes, work: b }\n')}`,
    '8:17 works-schema “type” should be one of',
  ],
  [
    'evidence for no fact',
    `works:\n${work('a', '甲乙丙丁意见', '    evidence:\n      issure: [x]\n')}`,
    '8:7 works-schema ',
  ],
  [
    'an unknown key deep in an outline',
    `works:\n${work('a', '甲乙丙丁意见', '    outline:\n      - label: 一、\n        sections:\n          - { lable: （一） }\n')}`,
    '10:15 works-schema Unknown key “lable”',
  ],
])('shape: %s', (_, value, expected) => {
  const messages = messagesOf(value);
  expect(
    messages.some((message) => message.startsWith(expected)),
    messages.join('\n'),
  ).toBe(true);
});

const PAIR = (more: string): string =>
  `works:\n${work('a', '甲乙丙丁意见')}${work('b', '戊己庚辛工程意见', more)}`;

test.each([
  [
    'an id given twice',
    `works:\n${work('a', '甲乙丙丁意见')}${work('a', '戊己庚辛工程意见')}`,
    '7:9 works-id The id a already belongs to another work',
  ],
  [
    'the id of a notice',
    `works:\n${work('jgsj-2023-17', '甲乙丙丁意见')}`,
    '2:9 works-id The id jgsj-2023-17 already belongs to another notice',
  ],
  [
    'a relation to nowhere',
    PAIR('    relations:\n      - { type: implements, work: c }\n'),
    '13:35 works-relation There is no work or notice with the id c',
  ],
  [
    'a relation to itself',
    PAIR('    relations:\n      - { type: implements, work: b }\n'),
    '13:35 works-relation b is related to itself',
  ],
  [
    'a name of another work, in other widths and marks',
    PAIR('    names:\n      - { text: “甲乙”（丙丁）意见, marked: true }\n'),
    '13:17 works-alias ““甲乙”（丙丁）意见” already names a',
  ],
  [
    'a name given twice',
    PAIR(
      '    names:\n      - { text: 戊己庚辛工程, marked: true }\n      - { text: 戊己 庚辛工程, marked: false }\n',
    ),
    '14:17 works-alias “戊己 庚辛工程” already names b',
  ],
  [
    'two works of one title',
    `works:\n${work('a', '甲乙丙丁意见')}${work('b', '甲乙丙丁意见')}`,
    '8:12 works-alias “甲乙丙丁意见” already names a',
  ],
  [
    'two works of one name in one notice',
    `works:\n${work('a', '甲乙丙丁意见', '    names:\n      - { text: 庚辛壬癸, marked: true, in: [jgsj-2023-17, bzzlb-2023-4] }\n')}${work('b', '戊己庚辛工程意见', '    names:\n      - { text: 庚辛壬癸, marked: true, in: [bzzlb-2023-4] }\n')}`,
    '15:17 works-alias “庚辛壬癸” already names a',
  ],
  [
    'a name of three characters',
    PAIR('    names:\n      - { text: 强国法, marked: false }\n'),
    '13:17 works-alias “强国法” is too short',
  ],
  [
    'three characters and their marks',
    PAIR('    names:\n      - { text: “强”国 法, marked: false, in: [jgsj-2023-17] }\n'),
    '13:17 works-alias ““强”国 法” is too short',
  ],
  [
    'a name of marks alone',
    PAIR('    names:\n      - { text: （）, marked: true }\n'),
    '13:17 works-alias “（）” is too short',
  ],
  [
    'a common word',
    PAIR('    names:\n      - { text: 年度推进计划, marked: false }\n'),
    '13:17 works-alias “年度推进计划” is a common word',
  ],
  [
    'a subject that every notice speaks of',
    `works:\n${work('a', '甲乙丙丁意见', '    names:\n      - { text: 质押融资, marked: false }\n')}`,
    '8:17 works-alias “质押融资” is a common word',
  ],
  [
    'a common word in marks',
    PAIR('    names:\n      - { text: 纲要, marked: true }\n'),
    '13:17 works-alias “纲要” is a common word',
  ],
  [
    'a common word as title',
    `works:\n${work('a', '“十四五”规划')}`,
    '3:12 works-alias ““十四五”规划” is a common word',
  ],
  [
    'a newspaper of the name of a work',
    `works:\n${work('a', '甲乙丙丁日报')}media:\n  - { name: 日报, names: [甲乙丙丁日报] }\n`,
    '8:25 works-alias “甲乙丙丁日报” already names a',
  ],
  [
    'a part that is not in its phrase',
    `works:\n${work('a', '甲乙丙丁意见')}phrases:\n  - text: 国家、省级甲乙规划\n    parts:\n      - { text: 市级, works: [a] }\n`,
    '10:17 works-phrase “市级” does not stand in',
  ],
  [
    'parts in the wrong order',
    `works:\n${work('a', '甲乙丙丁意见')}phrases:\n  - text: 国家、省级甲乙规划\n    parts:\n      - { text: 省级甲乙规划, works: [a] }\n      - { text: 国家, works: [a] }\n`,
    '11:17 works-phrase “国家” does not stand in',
  ],
  [
    'a phrase that says nothing',
    'works: []\nphrases:\n  - { text: 省级甲乙规划 }\n',
    '3:5 works-phrase “省级甲乙规划” should have either',
  ],
  [
    'a phrase that says both',
    `works:\n${work('a', '甲乙丙丁意见')}phrases:\n  - { text: 省级甲乙规划, parts: [{ text: 省级, works: [a] }], undecided: 不明 }\n`,
    '8:5 works-phrase “省级甲乙规划” should have either',
  ],
  [
    'a part that names nothing',
    'works: []\nphrases:\n  - { text: 省级甲乙规划, parts: [{ text: 省级, works: [c] }] }\n',
    '3:49 works-relation There is no work or notice with the id c',
  ],
  [
    'a candidate that is nothing',
    'works: []\nphrases:\n  - { text: 省级甲乙规划, undecided: 不明, candidates: [c] }\n',
    '3:49 works-relation There is no work or notice with the id c',
  ],
  [
    'a phrase that is a name',
    PAIR(
      '    names:\n      - { text: 戊己庚辛工程, marked: false }\nphrases:\n  - { text: 戊己庚辛工程, parts: [{ text: 戊己, works: [a] }] }\n',
    ),
    '15:13 works-alias “戊己庚辛工程” already names b',
  ],
])('meaning: %s', (_, value, expected) => {
  const messages = messagesOf(value);
  expect(messages, messages.join('\n')).toHaveLength(1);
  expect(messages[0]?.slice(0, expected.length)).toBe(expected);
});

test.each([
  [
    'a name marked in one work and its own title',
    PAIR('    names:\n      - { text: 戊己庚辛工程意见, marked: false }\n'),
  ],
  [
    'a common word in certain notices',
    PAIR('    names:\n      - { text: 纲要, marked: true, in: [jgsj-2023-17] }\n'),
  ],
  [
    'one name in different notices',
    `works:\n${work('a', '甲乙丙丁意见', '    names:\n      - { text: 纲要, marked: true, in: [jgsj-2023-17] }\n')}${work('b', '戊己庚辛工程意见', '    names:\n      - { text: 纲要, marked: true, in: [bzzlb-2023-4] }\n')}`,
  ],
  [
    'a name in a notice before one that holds everywhere',
    `works:\n${work('a', '甲乙丙丁意见')}${work('b', '戊己庚辛工程意见', '    names:\n      - { text: 甲乙丙丁意见, marked: true, in: [bzzlb-2023-4] }\n')}`,
  ],
  [
    'a relation to a notice',
    PAIR('    relations:\n      - { type: implemented-by, work: bzzlb-2023-4 }\n'),
  ],
  [
    'a part inside another',
    `works:\n${work('a', '甲乙丙丁意见')}phrases:\n  - { text: 省级甲乙规划, parts: [{ text: 省级甲乙规划, works: [a] }, { text: 甲乙, works: [a] }] }\n`,
  ],
])('holds: %s', (_, value) => {
  expect(messagesOf(value)).toEqual([]);
});

test('the file may come from a larger archive: names and phrases of notices that are not here only warn', () => {
  const { authority, messages } = readText(
    PAIR(
      '    names:\n      - { text: 戊己庚辛工程, marked: false, in: [x-2024-1] }\nphrases:\n  - { text: 甲乙规划, in: [x-2024-1], parts: [{ text: 甲乙, works: [x-2024-1] }] }\n',
    ),
  );
  expect(messages).toEqual([
    expect.stringMatching(/^13:\d+ works-relation \(no error, .*no notice with the id x-2024-1/u),
    expect.stringMatching(/^15:\d+ works-relation \(no error, .*no notice with the id x-2024-1/u),
  ]);
  expect(authority.works).toHaveLength(2);
});
