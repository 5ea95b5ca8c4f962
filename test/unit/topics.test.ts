/** Topic corrections of sidecars, beside the topics that `seeds/links.yaml` gives. */
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { recordOf } from '../../src/records/notice-record.ts';
import type { NoticeRecord } from '../../src/model/records/notice.ts';
import { workRecords } from '../../src/records/work-record.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { project } from '../support/places.ts';
import { readArchive } from '../../src/archive/load.ts';
import { correctTopics } from '../../src/authored/correct-topics.ts';
import { readSidecar } from '../../src/authored/read-sidecar.ts';

const TEXT =
  '云州市知识产权局关于做好工作的通知\n\n云知〔2024〕NO号\n\n各单位：\n\n一、质押融资。开展质押融资。\n\n二、人才培养。举办培训。\n\n三、公共服务。建设平台。\n';
const WORKS = `works:
  - { id: plan, title: 云州市知识产权保护规划（2024年）, kind: 规划, text: none, summary: 规划。, outline: [ { label: 一、 }, { label: 二、 } ] }
`;
const LINKS = `links:
  - { notice: yz-2024-1, clause: s1, work: plan, section: 一、, terms: [ 质押融资, 保险 ], strength: strong }
  - { notice: yz-2024-1, clause: s2, work: plan, section: 二、, terms: [ 人才 ], strength: weak }
  - { notice: yz-2024-2, clause: s1, work: plan, terms: [ 质押融资 ], strength: strong }
`;

function archiveOf(sidecar: string, links: string | null = LINKS): Archive {
  const seedOf = (number: string) => new TextEncoder().encode(TEXT.replace('NO', number));
  return pipeline(
    [
      {
        path: 'seeds/a.txt',
        bytes: seedOf('1'),
        sidecar: new VFile({ path: 'seeds/a.txt.yaml', value: sidecar }),
      },
      { path: 'seeds/b.txt', bytes: seedOf('2') },
    ],
    {
      works: new VFile({ path: 'seeds/works.yaml', value: WORKS }),
      links: links === null ? null : new VFile({ path: 'seeds/links.yaml', value: links }),
    },
  );
}

function messagesOf({ files }: Archive): string[] {
  return files
    .filter(({ path }) => path === 'seeds/a.txt.yaml')
    .flatMap(({ messages }) => messages)
    .map(
      ({ line, column, ruleId, fatal, reason }) =>
      [`${String(line)}:${String(column)}`, ruleId, fatal === true ? '' : 'no error', reason].join(' ').replaceAll('  ', ' '), // prettier-ignore
    );
}

function recordOfFirst(archive: Archive): NoticeRecord {
  expect(messagesOf(archive)).toEqual([]);
  return recordOf(archive.notices[0]!);
}

const entry = (list: string, more: string) => `topics:\n  ${list}:\n    - { ${more} }\n`;

test('the topics of a notice are the terms of its links', () => {
  expect(recordOfFirst(archiveOf('id: null\n')).topics).toEqual([
    { topic: '质押融资', clause: 's1', reason: null },
    { topic: '保险', clause: 's1', reason: null },
    { topic: '人才', clause: 's2', reason: null },
  ]);
});

test('one that is added stands beside them with its reason, of a clause or of the notice', () => {
  const sidecar = `topics:
  add:
    - { clause: s3, topic: 保险, reason: 平台含保险 }
    - { topic: 人才, clause: s1, reason: 也讲人才 }
`;
  const archive = archiveOf(sidecar);
  const { topics, related } = recordOfFirst(archive);
  expect(topics.slice(3)).toEqual([
    { topic: '保险', clause: 's3', reason: '平台含保险' },
    { topic: '人才', clause: 's1', reason: '也讲人才' },
  ]);
  // no match of topic is made up
  expect(related).toEqual(recordOfFirst(archiveOf('id: null\n')).related);
  const [, second] = archive.notices;
  expect(recordOf(second!).topics).toEqual([{ topic: '质押融资', clause: 's1', reason: null }]);
  const whole = archiveOf(
    entry('add', 'topic: 严保护, reason: 通篇'),
    `${LINKS}  - { notice: yz-2024-2, clause: s2, work: plan, terms: [ 严保护 ], strength: weak }\n`,
  );
  expect(recordOfFirst(whole).topics.at(-1)).toEqual({
    topic: '严保护',
    clause: null,
    reason: '通篇',
  });
});

test('one that is taken out is gone from the links, and a link without topics with it', () => {
  const archive = archiveOf(entry('remove', 'clause: s1, topic: 保险, reason: 误配'));
  const { topics, related } = recordOfFirst(archive);
  expect(topics.map(({ topic }) => topic)).toEqual(['质押融资', '人才']);
  expect(related.map(({ terms }) => terms)).toEqual([['质押融资'], ['人才']]);
  const all = archiveOf(entry('remove', 'topic: 人才, reason: 误配'));
  expect(recordOfFirst(all).related.map(({ clause }) => clause)).toEqual(['s1']);
  const [plan] = workRecords(all);
  expect(plan?.related.map(({ notice, clause }) => `${notice}#${clause}`)).toEqual([
    'yz-2024-1#s1',
    'yz-2024-2#s1',
  ]);
});

test.each([
  ['an unknown clause', 'add', 'clause: s9, topic: 人才, reason: 甲', '3:17 topic This notice has no clause s9. 没有这一条款。'], // prettier-ignore
  ['an unknown topic', 'add', 'clause: s3, topic: 商标, reason: 甲', '3:28 topic No clause has the topic “商标” in seeds/links.yaml. 没有这个主题。'], // prettier-ignore
  ['one that is there', 'add', 'clause: s2, topic: 人才, reason: 甲', '3:28 topic s2 has the topic “人才” already. 已有此主题。'], // prettier-ignore
  ['one that the notice has', 'add', 'topic: 人才, reason: 甲', '3:16 topic This notice has the topic “人才” already. 已有此主题。'], // prettier-ignore
  ['one that is not there', 'remove', 'clause: s3, topic: 人才, reason: 甲', '3:28 topic s3 does not have the topic “人才”, so it cannot be taken out. 本无此主题。'], // prettier-ignore
  ['no reason', 'add', 'clause: s3, topic: 人才', '3:7 sidecar-schema “reason” should be a text; it is missing. “reason”应为：文字，这里缺少这个键。'], // prettier-ignore
  ['an unknown key', 'add', 'clause: s3, term: 人才, topic: 人才, reason: 甲', '3:21 sidecar-schema Unknown key “term”. 没有“term”这个键。'], // prettier-ignore
])('%s is an error', (_, list, more, expected) => {
  const archive = archiveOf(entry(list, more));
  expect(messagesOf(archive)).toEqual([expected]);
  if (!more.includes('s9')) expect(recordOf(archive.notices[0]!).topics.length).toBe(3);
});

test('the same topic twice is an error', () => {
  const line = '    - { clause: s3, topic: 人才, reason: 甲 }\n';
  expect(messagesOf(archiveOf(`topics:\n  add:\n${line}${line}`))).toEqual([
    '4:28 topic s3 has the topic “人才” already. 已有此主题。',
  ]);
});

test('without links no topic is known; links that cannot be read are said to be broken, and nothing else', () => {
  const sidecar = entry('add', 'clause: s3, topic: 人才, reason: 甲');
  expect(messagesOf(archiveOf(sidecar, null))).toEqual([expect.stringContaining('No clause has')]);
  expect(messagesOf(archiveOf(sidecar, 'links: 3\n'))).toEqual([]);
});

test('a clause that moved is said to be so, with where it went', () => {
  const value = entry('remove', 'clause: s1, topic: 人才, reason: 甲');
  const file = new VFile({ path: 'seeds/a.txt.yaml', value });
  const notice = { notice: 'x', anchors: new Set(['s1', 's2']), read: readSidecar(file), file };
  const heir = { to: { notice: 'x', clause: 's2' }, why: 'moved to s2 (前面增加一条)' };
  correctTopics([notice], [], { notice: () => null, clause: () => heir });
  expect(file.messages.map(({ reason, note }) => [reason, note])).toEqual([
    ['s1 moved to s2 (前面增加一条). 所指条款地址已变动。', 'Write clause: s2'],
  ]);
});

test('the topics of the archive are the terms of its links', () => {
  for (const { topics, related } of readArchive(project).notices.map(recordOf)) {
    const terms = related.flatMap(({ clause, terms }) => terms.map((term) => `${clause} ${term}`));
    expect(topics.map(({ clause, topic }) => `${String(clause)} ${topic}`)).toEqual([
      ...new Set(terms),
    ]);
  }
});
