/** Files that name notices and clauses by addresses they no longer have: followed with a warning, never in silence, and no build fails for it. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { AddressLock } from '../../src/permalinks/address-lock.ts';
import { lockText } from '../../src/permalinks/lock-text.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { seedOf } from '../support/moved-archive.ts';

const NUMBER = '云知〔2024〕1号';
const CLAUSES = ['（一）培育专利。开展培育。', '（二）培育商标。指导注册。'];
const A = seedOf(NUMBER, '一、加强创造', ...CLAUSES, '（三）培育版权。开展登记。');
const INSERTED = seedOf(
  NUMBER,
  '一、加强创造',
  ...CLAUSES,
  '（三）统筹规划。编制规划。',
  '（四）培育版权。开展登记。',
);
const MOVED = 'moves:\n  - { from: s1-3, to: s1-4, reason: 前面增加一条 }\n';
const link = (clause: string, terms: string, notice = 'yz-2024-1'): string =>
  `  - { notice: ${notice}, clause: ${clause}, work: plan, section: null, terms: [ ${terms} ], strength: strong }\n`;
const works = (scope: string): string =>
  `works:\n  - { id: plan, title: 云州市规划纲要, kind: 规划, text: none, summary: 规划。, names: [ { text: 云州规划纲要, marked: true, in: [ ${scope} ] } ] }\n`;

interface Read extends Archive {
  messages: string[];
}

function read(
  seeds: Record<string, string>,
  sidecar: string,
  files: { links?: string; works?: string },
  lock: AddressLock | null,
): Read {
  const open = (name: string, value: string): VFile => new VFile({ path: `seeds/${name}`, value });
  const isLone = Object.keys(seeds).length === 0;
  const archive = pipeline(
    Object.entries(seeds).map(([name, text]) => ({
      path: `seeds/${name}`,
      bytes: new TextEncoder().encode(text),
      sidecar: sidecar === '' ? undefined : open(`${name}.yaml`, sidecar),
    })),
    {
      ...(lock ? { lock } : {}),
      orphans: isLone ? [open('a.txt.yaml', sidecar)] : [],
      works: open('works.yaml', files.works ?? works('yz-2024-1')),
      links: open('links.yaml', `links:\n${files.links ?? ''}`),
    },
  );
  const messages = archive.files.flatMap(({ path, messages: all }) =>
    all
      .filter(({ fatal }) => typeof fatal === 'boolean')
      .map(
        ({ line, column, ruleId, fatal, reason, note }) =>
          `${path}:${String(line)}:${String(column)} ${fatal === true ? 'error' : 'warning'} ${ruleId ?? ''} ${reason} ${note ?? ''}`,
      ),
  );
  return { ...archive, messages };
}

const publish = (
  seed: string,
  sidecar = '',
  before: AddressLock = { notices: {}, works: {} },
): AddressLock =>
  JSON.parse(lockText(read({ 'a.txt': seed }, sidecar, {}, null), before)) as AddressLock;
const lock = publish(A);
const linked = ({ links }: Archive): string[] =>
  links.map(({ notice, clause, terms }) => `${notice}#${clause} ${terms.join()}`);

describe('a topic link', () => {
  const files = { links: link('s1-3', '登记') };

  test('goes with its words, not with the number that another clause has now, before and after publication', () => {
    for (const known of [lock, publish(INSERTED, MOVED, lock)]) {
      const found = read({ 'a.txt': INSERTED }, MOVED, files, known);
      expect(linked(found)).toEqual(['yz-2024-1#s1-4 登记']);
      expect(found.messages).toEqual([
        expect.stringMatching(
          /^seeds\/links\.yaml:2:\d+ warning links-moved yz-2024-1#s1-3 moved to yz-2024-1#s1-4 \(前面增加一条\).* Write clause: s1-4$/u,
        ),
      ]);
    }
  });

  test('as the warning says to write it, and one to the new clause, say nothing', () => {
    const links = link('s1-4', '登记') + link('s1-3', '编制规划');
    const found = read({ 'a.txt': INSERTED }, MOVED, { links }, publish(INSERTED, MOVED, lock));
    expect(found.messages).toEqual([]);
    expect(linked(found)).toEqual(['yz-2024-1#s1-4 登记', 'yz-2024-1#s1-3 编制规划']);
  });

  test('beside the one it is followed to is one', () => {
    const links = link('s1-3', '登记') + link('s1-4', '登记');
    const found = read({ 'a.txt': INSERTED }, MOVED, { links }, lock);
    expect(found.messages).toEqual([expect.stringContaining('warning links-moved')]);
    expect(found.links).toHaveLength(1);
  });

  test('to a clause that was withdrawn is left out', () => {
    const gone = 'withdrawals:\n  - { from: s1-3, reason: 删去 }\n';
    for (const seed of [
      seedOf(NUMBER, '一、加强创造', ...CLAUSES),
      A.replace('开展登记', '鼓励创作'),
    ]) {
      const found = read({ 'a.txt': seed }, gone, files, lock);
      expect(found.links).toEqual([]);
      expect(found.messages).toEqual([
        expect.stringMatching(/warning links-moved yz-2024-1#s1-3 was withdrawn \(删去\)/u),
      ]);
    }
  });

  test('to a clause that was reworded and keeps its words stays', () => {
    const gone = 'withdrawals:\n  - { from: s1-3, reason: 改写 }\n';
    const found = read({ 'a.txt': A.replace('开展登记', '鼓励登记') }, gone, files, lock);
    expect(found.messages).toEqual([]);
    expect(found.links).toHaveLength(1);
  });

  test('whose words stand neither here nor where the clause went is left out', () => {
    const found = read({ 'a.txt': INSERTED }, MOVED, { links: link('s1-3', '表彰') }, lock);
    expect(found.links).toEqual([]);
    expect(found.messages).toEqual([
      expect.stringMatching(/warning links-moved .*“表彰” does not stand in it/u),
    ]);
  });

  test('to a clause nobody had is an error as ever', () => {
    const found = read({ 'a.txt': A }, '', { links: link('s1-9', '登记') }, lock);
    expect(found.messages).toEqual([expect.stringContaining('error links-target')]);
  });
});

describe('a notice that has another id', () => {
  const renamed = A.replace('1号', '12号');
  const record = 'moves:\n  - { from: yz-2024-1, to: yz-2024-12, reason: 文号误识 }\n';

  test('is followed by names and links', () => {
    const files = { links: link('s1-3', '登记'), works: works('yz-2024-1, yz-2024-12') };
    const found = read({ 'a.txt': renamed }, record, files, lock);
    expect(found.messages).toEqual([
      expect.stringMatching(
        /works\.yaml:2:\d+ warning works-relation The notice yz-2024-1 moved to yz-2024-12 .* Write yz-2024-12 instead of yz-2024-1\.$/u,
      ),
      expect.stringMatching(
        /links\.yaml:2:\d+ warning links-moved .* Write notice: yz-2024-12, clause: s1-3$/u,
      ),
    ]);
    expect(linked(found)).toEqual(['yz-2024-12#s1-3 登记']);
    expect(found.authority.works[0]?.names[0]?.in).toEqual(['yz-2024-12']);
  });

  test('without a record, or under an id nobody had, is an error of links and a name of no notice here', () => {
    for (const id of ['yz-2024-7', 'yz-2024-1']) {
      const files = { links: link('s1-3', '登记'), works: works(id) };
      const found = read({ 'a.txt': renamed }, '', files, lock);
      expect(found.messages).toEqual([
        expect.stringContaining(`warning works-relation There is no notice with the id ${id}`),
        expect.stringContaining('error links-target'),
      ]);
      expect(found.authority.works[0]?.names[0]?.in).toEqual([id]);
    }
  });
});

test('a withdrawn notice is passed over by names and links, and no name holds everywhere for it', () => {
  const record = 'withdrawals:\n  - { from: yz-2024-1, reason: 误收 }\n';
  const found = read({}, record, { links: link('s1-3', '登记') }, lock);
  expect(found.messages).toEqual([
    expect.stringMatching(/warning works-relation The notice yz-2024-1 was withdrawn \(误收\)/u),
    expect.stringMatching(/warning links-moved yz-2024-1#s1-3 was withdrawn \(误收\)/u),
  ]);
  expect(found.links).toEqual([]);
  expect(found.authority.works[0]?.names[0]?.in).toEqual([]);
});
