import { expect, test } from 'vitest';
import { resultSummary } from '../../src/browser/search/wording.ts';

const nothing = { clauses: 0, notices: 0, near: 0, unread: 0, jumps: 0 };

test('a number that leads to a document is no search without an answer', () => {
  expect(resultSummary(nothing)).toBe('没有一条含有所查字词。');
  expect(resultSummary({ ...nothing, jumps: 1 })).toContain('直达');
  expect(resultSummary({ ...nothing, jumps: 1, clauses: 2, notices: 1 })).toBe(
    '共 2 条，见于 1 件公文。',
  );
});
