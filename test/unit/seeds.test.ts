/** The five seeds: what DESIGN.md and a count by hand say of them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../src/records/notice-record.ts';
import type { OutlineNode } from '../../src/model/records/outline.ts';
import { archiveRoot, readArchive } from '../../src/archive/load.ts';
import { render } from '../../src/pipeline/render/render.ts';
import { flat } from '../support/outline.ts';

const { notices, files } = readArchive(archiveRoot());
const records = new Map(notices.map((finished) => [finished.notice.id, recordOf(finished)]));
const record = (id: string) => records.get(id) ?? expect.fail(`no notice ${id}`);

/** Counts of units by depth: 一、 first. */
function levels(outline: readonly OutlineNode[], depth = 0, counts: number[] = []): number[] {
  for (const node of outline) {
    if (node.label !== null) counts[depth] = (counts[depth] ?? 0) + 1;
    levels(node.children, depth + 1, counts);
  }
  return counts;
}

describe('clauses, counted by hand', () => {
  test.each([
    ['jgsj-2023-17', [5, 15]],
    ['bzzlb-2023-4', [5, 20]],
    ['jgsj-2021-105', [3, 11, 18]],
    ['azzl-2023-3', [5, 2 + 14, 11]],
    ['lzzlb-2022-1', [7, 26]],
  ])('%s', (id, counts) => {
    expect(levels(record(id).outline)).toEqual(counts);
    expect(record(id).clauses).toBe(counts.reduce((sum, count) => sum + count));
  });
});

test('every element as printed, nothing invented', () => {
  expect(record('jgsj-2023-17')).toMatchObject({
    title: '济源产城融合示范区市场监督管理局关于印发2023年济源示范区知识产权工作要点的通知',
    number: '济管市监〔2023〕17号',
    year: 2023,
    issuer: '济源产城融合示范区市场监督管理局',
    masthead: '济源产城融合示范区市场监督管理局文件',
    addressees: ['局各科（室）', '各直属单位', '各相关单位'],
    date: null,
    issued: null,
    city: '济源',
    kind: '工作要点',
    enclosure: '2023年济源示范区知识产权工作要点',
    imprint: null,
  });
  expect(record('bzzlb-2023-4')).toMatchObject({
    issuer: '开封市知识产权战略实施工作联席会议办公室',
    date: null,
    issued: '2023-06-25',
    imprint: {
      organ: '开封市知识产权战略实施工作联席会议办公室',
      date: '2023-06-25',
      source: { line: 77, endLine: 77 },
    },
  });
  expect(record('jgsj-2021-105')).toMatchObject({
    date: null,
    issued: null,
    city: '济源',
    kind: '规划',
    year: 2021,
  });
  expect(record('azzl-2023-3')).toMatchObject({
    date: '2023-03-05',
    issued: null,
    city: '安阳',
    kind: '推进方案',
    imprint: null,
  });
  expect(record('azzl-2023-3').addressees).toHaveLength(2);
  expect(record('lzzlb-2022-1')).toMatchObject({
    number: '漯知战联办〔2022〕1号',
    date: '2022-05-20',
    issued: '2022-05-20',
    city: '漯河',
    enclosure: '2022年漯河市知识产权工作要点',
  });
  expect(record('lzzlb-2022-1').addressees).toHaveLength(3);
});

describe('joins and splits', () => {
  const node = (notice: string, id: string) =>
    flat(record(notice).outline).find((each) => each.id === id) ??
    expect.fail(`no ${notice}#${id}`);
  test('a page break inside a word', () => {
    expect(node('jgsj-2023-17', 's1-3').text).toContain('知识产权保护中心建设，健全');
    expect(node('azzl-2023-3', 's3-16').text).toContain('落实好国务院《行政执法机关');
    expect(node('bzzlb-2023-4', 's1-4')).toMatchObject({
      heading: null,
      source: { line: 27, endLine: 29 },
    });
  });
  test('a text wrapped at every line', () => {
    expect(node('lzzlb-2022-1', 's7-25').heading).toBe('强化知识产权人才队伍建设。');
    expect(node('lzzlb-2022-1', 's1-2')).toMatchObject({
      heading: '配合省知识产权局完善知识产权法律政策体系。',
      source: { line: 38, endLine: 42 },
    });
    expect(node('lzzlb-2022-1', 's1-1').paragraphs).toHaveLength(1);
  });
  test('dash items and second paragraphs', () => {
    expect(node('jgsj-2021-105', 's1-3').paragraphs.map(({ id }) => id)).toEqual([
      's1-3',
      's1-3-p2',
      's1-3-p3',
      's1-3-p4',
      's1-3-p5',
      's1-3-p6',
    ]);
    expect(node('jgsj-2021-105', 's1-3').paragraphs[1]?.text).toMatch(
      /^——知识产权保护水平持续提高。/,
    );
    expect(node('jgsj-2021-105', 's2-2-9').paragraphs).toHaveLength(2);
    expect(node('jgsj-2021-105', 's2-4-18').paragraphs).toHaveLength(2);
  });
  test('the closing of a letter', () => {
    expect(
      flat(record('azzl-2023-3').outline)
        .map(({ id }) => id)
        .slice(0, 6),
    ).toEqual(['letter-p1', 'annex-note', 'signature', 'date', 'annex-label', 'p1']);
    expect(node('azzl-2023-3', 'signature').text).toBe(
      '安阳市知识产权战略实施工作联席会议办公室\n（安阳市知识产权局代章）',
    );
  });
});

test('the committed content is what the seeds give', () => {
  for (const finished of notices) {
    expect(render(finished)).toBe(
      readFileSync(`content/notices/${finished.notice.id}.mdx`, 'utf8'),
    );
  }
});

test('no seed has an error', () => {
  expect(
    files.flatMap((file) => file.messages).filter((message) => message.fatal === true),
  ).toEqual([]);
});
