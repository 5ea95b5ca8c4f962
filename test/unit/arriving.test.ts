import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clausesOfNumbers,
  type NumberedClause,
} from '../../src/browser/arrival/numbered-clauses.ts';
import { nameLike, nearestAnchors } from '../../src/browser/arrival/nearest-anchors.ts';
import { nearestDocuments, stepsBetween } from '../../src/search/query/nearest-document.ts';
import { cleanInput } from '../../src/notation/normalize/clean-input.ts';
import { anchorSpellings } from '../../src/notation/anchor.ts';
import { readUnits } from '../../src/search/query/written-clause.ts';

/** A clause by its anchor, with the schemes of its numbers. */
const clause = (id: string, ...schemes: string[]): NumberedClause => ({
  id,
  chain: schemes.map((scheme, at) => ({
    scheme,
    ordinal: Number(/\d+/u.exec(id.replace(/^letter-/u, '').split('-')[at]!)![0]),
  })),
});

/** 一、 （一） （三）13. with numbers that run on, a letter that counts too, and an article of a law. */
const clauses = [
  clause('letter-s1', 'han'),
  clause('s1', 'han'),
  clause('s1-1', 'han', 'han-paren'),
  clause('s1-2', 'han', 'han-paren'),
  clause('s2', 'han'),
  clause('s2-1', 'han', 'han-paren'),
  clause('s2-3', 'han', 'han-paren'),
  clause('s2-3-13', 'han', 'han-paren', 'arabic'),
  clause('a12', 'article'),
  clause('a12-1', 'article', 'han-paren'),
];

describe('clauses by the numbers people write', () => {
  test.each([
    ['二（三）13', ['s2-3-13']],
    ['二、（三）13.', ['s2-3-13']],
    ['二、13', ['s2-3-13']],
    ['13', ['s2-3-13']],
    ['第二部分第（三）项第13条', ['s2-3-13']],
    ['第十二条', ['a12']],
    ['第12条（一）', ['a12-1']],
    ['（三）', ['s2-3']],
    ['（二）', ['s1-2']],
    ['(一)', ['s1-1', 's2-1', 'a12-1']],
    ['一、', ['s1']],
    ['二', ['s2']],
    ['（十三）', []],
    ['三（三）13', []],
  ])('%s', (written, ids) => {
    expect(clausesOfNumbers(readUnits(cleanInput(written)).units, clauses)).toEqual(ids);
  });
});

describe('anchors as people write them', () => {
  test.each([
    ['s2_3', 's2-3'],
    ['s2.3', 's2-3'],
    ['S2-3-', 's2-3'],
    ['s2–3', 's2-3'],
    ['s2——3', 's2-3'],
    ['s2−3_p2.', 's2-3-p2'],
    ['s1_15.2', 's1-15.2'],
  ])('%s may be %s', (written, meant) => {
    expect(anchorSpellings(cleanInput(written))).toContain(meant);
  });

  test('what stands there as it is written goes first', () => {
    expect(anchorSpellings('s1-15.2')).toEqual(['s1-15.2', 's1-15.2', 's1-15-2']);
  });
});

describe('the nearest anchors', () => {
  const ids = [
    's1',
    's1-2',
    's1-2-p2',
    's2',
    's2-3',
    's2-3-13',
    's2-3-21',
    's5',
    's5-3',
    'letter-p1',
  ];

  test.each([
    ['s2-3-99', ['s2-3-21', 's2-3']],
    ['s2-3-14', ['s2-3-13', 's2-3-21', 's2-3']],
    ['s9-4', ['s5']],
    ['s3', ['s2', 's5']],
    ['s2-13', ['s2-3-13', 's2-3', 's2']],
    ['s1-2-p9', ['s1-2-p2', 's1-2']],
    ['s5-3-p4', ['s5-3']],
    ['letter-p9', ['letter-p1']],
    ['a12', []],
    ['x', []],
  ])('%s', (wanted, nearest) => {
    expect(nearestAnchors(wanted, ids)).toEqual(nearest);
  });

  test('whatever is asked, anchors of the page are offered, each once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (wanted) => {
        const nearest = nearestAnchors(wanted, ids);
        expect(ids).toEqual(expect.arrayContaining(nearest));
        expect(new Set(nearest).size).toBe(nearest.length);
      }),
    );
  });

  const names = new Map([
    ['s1', '第一部分'],
    ['s1-2', '第一部分第（二）项'],
    ['s2-3-13', '第二部分第（三）项第13条'],
    ['annex1-s1', '附件1第一部分'],
    ['enc2-s1', '第一部分'],
  ]);

  test.each([
    ['s9-4', '第九部分第（四）项'],
    ['s12', '第十二部分'],
    ['s2-3-99', '第二部分第（三）项第99条'],
    ['annex2-s3', '附件2第三部分'],
    ['s120', '第120部分'],
    ['enc3-s1', null],
    ['a9', null],
  ])('%s is called %s', (wanted, name) => {
    expect(nameLike(wanted, names)).toBe(name);
  });
});

describe('the nearest documents', () => {
  const documents = [
    { id: 'azzl-2023-3', number: '安知战联〔2023〕3号' },
    { id: 'jgsj-2023-17', number: '济管市监〔2023〕17号' },
    { id: 'jgsj-2021-105', number: '济管市监〔2021〕105号' },
    { id: 'lzzlb-2022-1', number: '漯知战联办〔2022〕1号' },
    { id: 'cn-ipr-plan-14', number: '国发〔2021〕20号' },
    { id: 'gb-t-39550-2020', number: 'GB/T 39550—2020' },
    { id: 'gb-t-42293-2022', number: 'GB/T 42293—2022' },
    { id: 'without', number: null },
  ];
  const nearest = (asked: string) => nearestDocuments(asked, documents).map(({ id }) => id);

  test.each([
    ['jgsj-2023-71', ['jgsj-2023-17', 'jgsj-2021-105']],
    ['济管市监〔2023〕71号', ['jgsj-2023-17', 'jgsj-2021-105']],
    ['文号：济管市监〔二〇二三〕七十一号', ['jgsj-2023-17', 'jgsj-2021-105']],
    ['《jgsj-2023-71》', ['jgsj-2023-17', 'jgsj-2021-105']],
    ['JGSJ-2023-17', ['jgsj-2023-17', 'jgsj-2021-105']],
    ['jsgj-2023-17', ['jgsj-2023-17']],
    ['cn-ipr-plan-1', ['cn-ipr-plan-14']],
    ['GB/T 39550-2019', ['gb-t-39550-2020']],
    ['2022年第1号', ['lzzlb-2022-1']],
    ['完全不同的东西', []],
    ['wi', []],
    ['', []],
  ])('%s', (asked, ids) => {
    expect(nearest(asked)).toEqual(ids);
  });

  test.each([
    ['', 'ab', 2],
    ['ab', 'ba', 1],
    ['abc', 'abd', 1],
    ['2023-17', '2023-71', 1],
  ])('from “%s” to “%s” it is %i', (one, other, steps) => {
    expect(stepsBetween(one, other)).toBe(steps);
    expect(stepsBetween(other, one)).toBe(steps);
  });
});
