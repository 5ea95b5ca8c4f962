import { expect, test } from 'vitest';
import { citationTable } from '../../src/components/citation-table.ts';
import type { NoticeRecord } from '../../src/model/records/notice.ts';
import type { WorkRecord } from '../../src/model/records/work.ts';

const notice = (id: string, ...works: string[]) =>
  ({ id, title: `关于${id}的通知`, url: `notices/${id}.html`, citations: [{ works }] }) as unknown as NoticeRecord; // prettier-ignore

const work = (id: string, level: string | null, ...notices: string[]) =>
  ({
    id,
    title: id,
    url: `works/${id}.html`,
    level,
    citations: notices.map((each) => ({ notice: each })),
  }) as unknown as WorkRecord;

test('a column for each notice that cites, a row for each document that is cited', () => {
  const records = [notice('a', 'plan', 'b'), notice('b', 'b'), notice('c', 'plan'), notice('d')];
  const works = [work('outline', 'national', 'c'), work('plan', null, 'a', 'a', 'c')];
  const { columns, groups } = citationTable(records, works);
  expect(columns.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(groups.map(({ name, rows }) => [name, rows.map(({ url, counts }) => [url, counts])])).toEqual([
    ['国家', [['works/outline.html', [0, 1]]]],
    ['层级未确知', [['works/plan.html', [2, 1]]]],
    ['本库公文', [['notices/b.html', [1, 0]]]],
  ]); // prettier-ignore
});

test('an archive in which nothing is cited has no table', () => {
  expect(citationTable([notice('a', 'a'), notice('b')], [])).toEqual({ columns: [], groups: [] });
});
