import { expect, test } from 'vitest';
import { foldTitle } from '../../src/notation/normalize/title.ts';
import { isCommonWord, workNames } from '../../src/authored/names.ts';
import { outlineSection, sectionsOf } from '../../src/authored/outline.ts';
import { placeParts } from '../../src/authored/phrases.ts';
import { relationsOf } from '../../src/authored/relations.ts';
import { bareWork } from '../support/bare-work.ts';
import type { Name, Relation, Work } from '../../src/authored/work-schema.ts';
import type { Phrase } from '../../src/authored/works-schema.ts';

const NAME: Name = { text: '', marked: true, in: null, role: null, note: null };

function work(id: string, more: Partial<Work> = {}): Work {
  return { ...bareWork(id, `${id}意见`), ...more };
}

function relation(type: Relation['type'], to: string, note: string | null = null): Relation {
  return { type, work: to, note };
}

test('a relation is seen from both sides, once', () => {
  const all = relationsOf([
    work('a', { relations: [relation('implements', 'b', '据题名'), relation('related', 'c')] }),
    work('b', {
      relations: [relation('implemented-by', 'a'), relation('implemented-by', 'n-2023-1')],
    }),
  ]);
  expect(Object.fromEntries(all)).toEqual({
    a: [relation('implements', 'b', '据题名'), relation('related', 'c')],
    b: [relation('implemented-by', 'a'), relation('implemented-by', 'n-2023-1')],
    c: [relation('related', 'a')],
    'n-2023-1': [relation('implements', 'b')],
  });
});

test('the title is a name in marks, everywhere', () => {
  expect(workNames(work('a'))).toEqual([{ ...NAME, text: 'a意见' }]);
});

test('a name that folds like the title speaks for it', () => {
  const names = [{ ...NAME, text: '“a”意见', in: ['n-2023-1'] }];
  expect(workNames(work('a', { names }))).toEqual(names);
});

test.each([
  '规划',
  '“十四五”规划',
  '年度推进计划',
  '本方案',
  '我市规划',
  '知识产权规划',
  '《实施意见》',
])('common: %s', (text) => {
  expect(isCommonWord(text)).toBe(true);
});

test.each(['知识产权强国建设纲要', '专利导航工程', '“蓝天”专项行动', '商标侵权判断标准'])(
  'not common: %s',
  (text) => {
    expect(isCommonWord(text)).toBe(false);
  },
);

function phrase(text: string, ...parts: string[]): Phrase {
  return {
    text,
    marked: false,
    in: null,
    parts: parts.map((part) => ({ text: part, works: ['a'] })),
    undecided: null,
    candidates: [],
    role: null,
    note: null,
  };
}

test.each([
  [
    'parts in a row',
    phrase('国家、省级“十四五”规划', '国家', '省级十四五规划'),
    ['国家', '省级十四五规划'],
  ],
  ['the same words twice', phrase('国家规划、省规划', '规划', '规划'), ['规划', '规划']],
  [
    'a part inside another',
    phrase('省实施专项计划方案', '省实施专项计划方案', '专项计划'),
    ['省实施专项计划方案', '专项计划'],
  ],
])('placed: %s', (_, given, expected) => {
  const { placed, missing } = placeParts(given);
  expect(missing).toEqual([]);
  expect(placed.map(({ start, end }) => foldTitle(given.text).slice(start, end))).toEqual(expected);
  expect(new Set(placed.map(({ start }) => start)).size).toBe(expected.length);
});

test.each([
  ['not in it', phrase('国家规划', '省'), [0]],
  ['before the part in front of it', phrase('国家、省规划', '省规划', '国家'), [1]],
  ['no words', phrase('国家规划', '“”'), [0]],
])('missing: %s', (_, given, expected) => {
  expect(placeParts(given).missing).toEqual(expected);
});

test('a section is found by its label, or by its heading when it has none', () => {
  const section = (label: string | null, heading: string | null) => ({
    label,
    heading,
    sections: [],
  });
  const outline = [
    {
      label: '一、',
      heading: '总则',
      sections: [section('（一）', '总则'), section(null, '保障')],
    },
    { label: '二、', heading: '任务', sections: [section('（一）', '其他')] },
  ];
  expect(sectionsOf({ outline }).map(({ label }) => label)).toEqual([
    '一、',
    '（一）',
    null,
    '二、',
    '（一）',
  ]);
  expect(outlineSection({ outline }, '一、')?.heading).toBe('总则');
  expect(outlineSection({ outline }, '保障')?.label).toBeNull();
  expect(outlineSection({ outline }, '总则')).toBeNull();
  expect(outlineSection({ outline }, '（一）')).toBeNull();
});
