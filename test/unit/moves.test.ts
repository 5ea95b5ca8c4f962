/** Moves and withdrawals: what changes an address, what excuses it, what is wrong with a record. */
import { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAddressLock } from '../../src/permalinks/check-address-lock.ts';
import { checkRecords } from '../../src/permalinks/check-records.ts';
import { formerPages, movedClauses } from '../../src/permalinks/former-pages.ts';
import type { AddressLock } from '../../src/permalinks/address-lock.ts';
import { lockText } from '../../src/permalinks/lock-text.ts';
import { resolverOf, type Resolver } from '../../src/permalinks/resolve.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { formerSchema } from '../../src/model/records/former.ts';
import { firstEdition, seedOf, type MovedArchive } from '../support/moved-archive.ts';

/** Files of an archive by their names in `seeds/`: `a.txt`, `a.txt.yaml`, `works.yaml`. */
type Files = Record<string, string>;

const EMPTY: AddressLock = { notices: {}, works: {} };

function archive(files: Files): Archive {
  const open = (name: string): VFile | undefined =>
    files[name] === undefined
      ? undefined
      : new VFile({ path: `seeds/${name}`, value: files[name] });
  const seeds = Object.keys(files).filter((name) => name.endsWith('.txt'));
  const orphans = Object.keys(files).filter(
    (name) => name.endsWith('.txt.yaml') && files[name.replace('.yaml', '')] === undefined,
  );
  return pipeline(
    seeds.map((name) => ({
      path: `seeds/${name}`,
      bytes: new TextEncoder().encode(files[name]),
      sidecar: open(`${name}.yaml`),
    })),
    { works: open('works.yaml') ?? null, orphans: orphans.flatMap((name) => open(name) ?? []) },
  );
}

function publish(files: Files, before: AddressLock = EMPTY): AddressLock {
  return JSON.parse(lockText(archive(files), before)) as AddressLock;
}

/** All there is to say of an archive and its lock. */
function look(
  files: Files,
  lock: AddressLock,
): { messages: string[]; notes: string; moves: Resolver } {
  const found = archive(files);
  const lockFile = new VFile({
    path: 'seeds/addresses.json',
    value: JSON.stringify(lock, null, 2),
  });
  const moves = resolverOf(found, lock);
  checkRecords(moves);
  checkAddressLock(found.notices, lock, moves, lockFile);
  const all = [...found.files, lockFile].flatMap((each) =>
    each.messages
      .filter(({ fatal }) => typeof fatal === 'boolean')
      .map((message) => ({ path: each.path, message })),
  );
  return {
    messages: all.map(
      ({ path, message: { line, column, ruleId, fatal, reason } }) =>
        `${path}:${String(line)}:${String(column)} ${fatal === true ? '' : '(warning) '}${ruleId ?? ''} ${reason}`,
    ),
    notes: all.map(({ message }) => message.note ?? '').join('\n'),
    moves,
  };
}

const messagesOf = (files: Files, lock: AddressLock): string[] => look(files, lock).messages;

/** Where the former clauses of a notice went. */
const fates = (files: Files, lock: AddressLock, id = 'yz-2024-1'): (string | null)[][] =>
  (movedClauses(look(files, lock).moves).get(`notices/${id}.html`) ?? []).map(
    ({ from, to, reason }) => [from, to?.replace(/^notices\/|\.html/g, '') ?? null, reason],
  );

const NUMBER = '云知〔2024〕1号';
const CLAUSES = [
  '一、加强创造',
  '（一）培育专利。开展培育。',
  '（二）培育商标。指导注册。',
  '（三）培育版权。开展登记。',
];
const A = seedOf(NUMBER, ...CLAUSES);
const INSERTED = seedOf(
  NUMBER,
  '一、加强创造',
  '（一）统筹规划。编制规划。',
  '（二）培育专利。开展培育。',
  '（三）培育商标。指导注册。',
  '（四）培育版权。开展登记。',
);
const WITHOUT_LAST = seedOf(NUMBER, ...CLAUSES.slice(0, 3));
const lock = publish({ 'a.txt': A });
const move = (from: string, to: string, reason = '因故'): string =>
  `  - { from: ${from}, to: ${to}, reason: ${reason} }\n`;
const withdrawal = (from: string, reason = '删去'): string =>
  `  - { from: ${from}, reason: ${reason} }\n`;
const THREE_MOVES = `moves:\n${move('s1-1', 's1-2')}${move('s1-2', 's1-3')}${move('s1-3', 's1-4')}`;

describe('no address changes', () => {
  test.each([
    [
      'a clause is added behind the others',
      seedOf(NUMBER, ...CLAUSES, '（四）培育标准。制定标准。'),
    ],
    ['a part is added', seedOf(NUMBER, ...CLAUSES, '二、加强保护', '（一）快速维权。建立机制。')],
    [
      'the text is wrapped anew',
      A.replace('开展培育。', '开展\n培育。').replace('指导注册', '指导 注册'),
    ],
  ])('when %s', (_, seed) => {
    expect(messagesOf({ 'a.txt': seed }, lock)).toEqual([]);
  });

  test('when another clause is reworded: that one alone does', () => {
    expect(messagesOf({ 'a.txt': A.replace('指导注册', '帮助注册') }, lock)).toEqual([
      expect.stringContaining('lost-address The published address yz-2024-1#s1-2 means another'),
    ]);
  });

  test('when parts change their order and keep their numbers', () => {
    const parts = ['二、加强保护', '（一）快速维权。建立机制。'];
    const both = publish({ 'a.txt': seedOf(NUMBER, ...CLAUSES, ...parts) });
    const messages = messagesOf({ 'a.txt': seedOf(NUMBER, ...parts, ...CLAUSES) }, both);
    expect(messages.filter((each) => !each.includes('ordinal-sequence'))).toEqual([]);
  });

  test('when an erratum is recorded, in both readings', () => {
    const errata = `errata:\n  apply: high\n  list:\n    - { line: 11, from: 培育专利, to: 培植专利, confidence: high, class: source, reason: 误 }\n`;
    const files = { 'a.txt': A, 'a.txt.yaml': errata };
    expect(messagesOf(files, lock)).toEqual([]);
    expect(publish(files, lock)).toEqual(lock);
  });
});

describe('a lost address', () => {
  test('is told with the line that records it, and the place of its text', () => {
    const { messages, notes } = look({ 'a.txt': INSERTED }, lock);
    expect(messages).toEqual([
      expect.stringContaining(
        'addresses.json:8:9 lost-address The published address yz-2024-1#s1-1',
      ),
      expect.stringContaining(
        'addresses.json:9:9 lost-address The published address yz-2024-1#s1-2',
      ),
      expect.stringContaining(
        'addresses.json:10:9 lost-address The published address yz-2024-1#s1-3',
      ),
    ]);
    expect(notes).toContain(
      'write in seeds/a.txt.yaml under\nmoves:\n  - { from: s1-1, to: s1-2, reason: 〈理由〉 }',
    );
    expect(notes).toContain('{ from: s1-3, to: s1-4, reason: 〈理由〉 }');
  });

  test('whose text is nowhere is told with a place to fill in', () => {
    const { notes } = look({ 'a.txt': WITHOUT_LAST }, lock);
    expect(notes).toContain('{ from: s1-3, to: 〈现在的地址〉, reason: 〈理由〉 }');
    expect(notes).toContain('withdrawals:\n  - { from: s1-3, reason: 〈理由〉 }');
  });

  test('of a notice is told with the notice that has its clauses', () => {
    const { messages, notes } = look({ 'a.txt': A.replace('1号', '12号') }, lock);
    expect(messages).toEqual([expect.stringContaining('The published notice yz-2024-1 is gone')]);
    expect(notes).toContain(
      'write in seeds/a.txt.yaml under\nmoves:\n  - { from: yz-2024-1, to: yz-2024-12,',
    );
  });

  test('a line as it is proposed mends it, once its reason is written', () => {
    const [, line] =
      /(moves:\n {2}- \{.*\})/.exec(look({ 'a.txt': A.replace('1号', '12号') }, lock).notes) ?? [];
    const files = (reason: string) => ({
      'a.txt': A.replace('1号', '12号'),
      'a.txt.yaml': `${line?.replace('〈理由〉', reason) ?? ''}\n`,
    });
    expect(messagesOf(files('原误识'), lock)).toEqual([]);
    expect(messagesOf(files('〈理由〉'), lock)).toContainEqual(
      expect.stringContaining('还是占位的〈…〉'),
    );
  });
});

describe('a record excuses', () => {
  test('clauses behind an inserted one', () => {
    const files = { 'a.txt': INSERTED, 'a.txt.yaml': THREE_MOVES };
    expect(messagesOf(files, lock)).toEqual([]);
    expect(fates(files, lock)).toEqual([
      ['s1-1', 'yz-2024-1#s1-2', '因故'],
      ['s1-2', 'yz-2024-1#s1-3', '因故'],
      ['s1-3', 'yz-2024-1#s1-4', '因故'],
    ]);
  });

  test('clauses that changed places', () => {
    const [head = '', one = '', two = '', three = ''] = CLAUSES;
    const swapped = seedOf(NUMBER, head, two.replace('二', '一'), one.replace('一', '二'), three);
    const files = {
      'a.txt': swapped,
      'a.txt.yaml': `moves:\n${move('s1-1', 's1-2')}${move('s1-2', 's1-1')}`,
    };
    expect(messagesOf(files, lock)).toEqual([]);
    expect(fates(files, lock).map(([, to]) => to)).toEqual(['yz-2024-1#s1-2', 'yz-2024-1#s1-1']);
  });

  test('a withdrawn clause, gone or replaced', () => {
    const sidecar = { 'a.txt.yaml': `withdrawals:\n${withdrawal('s1-3')}` };
    expect(messagesOf({ 'a.txt': WITHOUT_LAST, ...sidecar }, lock)).toEqual([]);
    const replaced = { 'a.txt': A.replace('开展登记', '鼓励登记'), ...sidecar };
    expect(messagesOf(replaced, lock)).toEqual([]);
    expect(fates(replaced, lock)).toEqual([['s1-3', null, '删去']]);
  });

  test('a notice with another number, its clauses with it, but none without a namesake', () => {
    const files = {
      'a.txt': WITHOUT_LAST.replace('1号', '12号'),
      'a.txt.yaml': `moves:\n${move('yz-2024-1', 'yz-2024-12')}`,
    };
    expect(messagesOf(files, lock)).toEqual([
      expect.stringContaining('The published address yz-2024-1#s1-3 is gone'),
    ]);
    const own = `${files['a.txt.yaml']}${move('yz-2024-1#s1-3', 's1-2')}`;
    expect(messagesOf({ ...files, 'a.txt.yaml': own }, lock)).toEqual([]);
    expect(fates({ ...files, 'a.txt.yaml': own }, lock)).toContainEqual([
      's1-3',
      'yz-2024-12#s1-2',
      '因故',
    ]);
  });

  test('a withdrawn notice, by a sidecar that stands alone', () => {
    const files = { 'a.txt.yaml': `withdrawals:\n${withdrawal('yz-2024-1', '误收')}` };
    expect(messagesOf(files, lock)).toEqual([]);
    const { moves } = look(files, lock);
    const former = formerPages(moves, movedClauses(moves), lock);
    expect(former).toMatchObject([
      { url: 'notices/yz-2024-1.html', name: NUMBER, to: null, reason: '误收' },
    ]);
    expect(formerSchema.array().parse(former)).toEqual(former);
    expect(former[0]?.moved.length).toBeGreaterThan(0);
    expect(fates(files, lock)).toContainEqual(['s1-2', null, '误收']);
  });

  test('a work that has another id, is a notice of the archive, or is withdrawn', () => {
    const work = (id: string, title: string): string =>
      `  - { id: ${id}, title: ${title}, kind: 规划, text: none, summary: 规划。 }\n`;
    const before = publish({
      'a.txt': A,
      'works.yaml': `works:\n${work('one', '甲乙丙丁规划')}${work('two', '戊己庚辛规划')}${work('three', '子丑寅卯规划')}`,
    });
    const works = `works:\n${work('uno', '甲乙丙丁规划')}`;
    expect(messagesOf({ 'a.txt': A, 'works.yaml': works }, before)).toHaveLength(3);
    const files = {
      'a.txt': A,
      'works.yaml': `${works}moves:\n${move('one', 'uno')}${move('two', 'yz-2024-1')}withdrawals:\n${withdrawal('three')}`,
    };
    expect(messagesOf(files, before)).toEqual([]);
    const { moves } = look(files, before);
    expect(
      formerPages(moves, new Map(), before).map(({ url, name, to }) => [url, name, to]),
    ).toEqual([
      ['works/one.html', '甲乙丙丁规划', 'works/uno.html'],
      ['works/two.html', '戊己庚辛规划', 'notices/yz-2024-1.html'],
      ['works/three.html', '子丑寅卯规划', null],
    ]);
  });
});

describe('records one after the other', () => {
  const settled = publish({ 'a.txt': INSERTED, 'a.txt.yaml': THREE_MOVES }, lock);

  test('what a record excused is settled, and published once', () => {
    expect(settled.notices['yz-2024-1']?.settled).toMatchObject({
      's1-1': [{ digest: lock.notices['yz-2024-1']?.anchors['s1-1'], publication: 1 }],
    });
    const files = { 'a.txt': INSERTED, 'a.txt.yaml': THREE_MOVES };
    expect(messagesOf(files, settled)).toEqual([]);
    expect(publish(files, settled)).toEqual(settled);
  });

  test('it does not excuse the next change', () => {
    const files = { 'a.txt': INSERTED.replace('编制规划', '制定规划'), 'a.txt.yaml': THREE_MOVES };
    expect(messagesOf(files, settled)).toEqual([
      expect.stringContaining('yz-2024-1#s1-1 means another text now'),
    ]);
    const both = `${THREE_MOVES}withdrawals:\n${withdrawal('s1-1')}`;
    expect(messagesOf({ ...files, 'a.txt.yaml': both }, settled)).toEqual([]);
  });

  test('a record is kept for ever', () => {
    const files = {
      'a.txt': INSERTED,
      'a.txt.yaml': THREE_MOVES.replace(move('s1-2', 's1-3'), ''),
    };
    expect(messagesOf(files, settled)).toEqual([
      expect.stringContaining('yz-2024-1#s1-2 meant another text before'),
    ]);
  });

  test('an older record follows the text through a later edition', () => {
    const again = INSERTED.replace('（四）', '（五）')
      .replace('（三）', '（四）')
      .replace('（二）', '（三）')
      .replace('（一）', '（二）')
      .replace('（二）统筹', '（一）先行先试。开展试点。\n\n（二）统筹');
    const sidecar = `${THREE_MOVES}${move('s1-1', 's1-2', '又一条')}${move('s1-2', 's1-3', '又一条')}${move('s1-3', 's1-4', '又一条')}${move('s1-4', 's1-5', '又一条')}`;
    const files = { 'a.txt': again, 'a.txt.yaml': sidecar };
    const expected = [
      ['s1-1', 'yz-2024-1#s1-3', '因故；又一条'],
      ['s1-1', 'yz-2024-1#s1-2', '又一条'],
      ['s1-2', 'yz-2024-1#s1-4', '因故；又一条'],
      ['s1-2', 'yz-2024-1#s1-3', '又一条'],
      ['s1-3', 'yz-2024-1#s1-5', '因故；又一条'],
      ['s1-3', 'yz-2024-1#s1-4', '又一条'],
      ['s1-4', 'yz-2024-1#s1-5', '又一条'],
    ];
    expect(messagesOf(files, settled)).toEqual([]);
    expect(fates(files, settled)).toEqual(expected);
    const later = publish(files, settled);
    expect(messagesOf(files, later)).toEqual([]);
    expect(fates(files, later)).toEqual(expected);
  });

  test('old → newer → newest, and a chain that ends in a withdrawal is one', () => {
    const newest = {
      'a.txt': A.replace('1号', '3号'),
      'a.txt.yaml': `moves:\n${move('yz-2024-1', 'yz-2024-2', '甲')}${move('yz-2024-2', 'yz-2024-3', '乙')}`,
    };
    const two = publish(
      {
        'a.txt': A.replace('1号', '2号'),
        'a.txt.yaml': `moves:\n${move('yz-2024-1', 'yz-2024-2', '甲')}`,
      },
      lock,
    );
    expect(messagesOf(newest, two)).toEqual([]);
    expect(fates(newest, two)).toContainEqual(['s1-1', 'yz-2024-3#s1-1', '甲；乙']);
    const gone = {
      'a.txt.yaml': `moves:\n${move('yz-2024-1', 'yz-2024-2', '甲')}withdrawals:\n${withdrawal('yz-2024-2', '误收')}`,
    };
    expect(messagesOf(gone, two)).toEqual([]);
    expect(fates(gone, two)).toContainEqual(['s1-1', null, '甲；误收']);
  });

  test('a clause that comes back as it was leaves its record as history', () => {
    const sidecar = `withdrawals:\n${withdrawal('s1-3')}`;
    const without = publish({ 'a.txt': WITHOUT_LAST, 'a.txt.yaml': sidecar }, lock);
    const back = { 'a.txt': A, 'a.txt.yaml': sidecar };
    expect(messagesOf(back, without)).toEqual([]);
    expect(fates(back, without)).toEqual([]);
    expect(messagesOf({ 'a.txt': A }, without)).toEqual([]);
    const again = publish(back, without);
    expect(again.notices['yz-2024-1']?.anchors).toEqual(lock.notices['yz-2024-1']?.anchors);
    // it was there when it was published again: its next loss needs a record of its own
    const lostAgain = { 'a.txt': WITHOUT_LAST, 'a.txt.yaml': sidecar };
    expect(messagesOf(lostAgain, again)).toEqual([
      expect.stringContaining('yz-2024-1#s1-3 is gone'),
    ]);
    expect(
      messagesOf({ ...lostAgain, 'a.txt.yaml': sidecar + withdrawal('s1-3', '再删') }, again),
    ).toEqual([]);
  });
});

describe('a change that is taken back', () => {
  const REWORDED = A.replace('指导注册', '帮助注册');
  const withdrawn = `withdrawals:\n${withdrawal('s1-2', '改写')}`;
  const reworded = publish({ 'a.txt': REWORDED, 'a.txt.yaml': withdrawn }, lock);

  test('is a change: what was published in between needs a record', () => {
    const back = { 'a.txt': A, 'a.txt.yaml': withdrawn };
    expect(messagesOf(back, reworded)).toEqual([
      expect.stringContaining('yz-2024-1#s1-2 means another text now'),
    ]);
    const both = { 'a.txt': A, 'a.txt.yaml': withdrawn + withdrawal('s1-2', '恢复') };
    expect(messagesOf(both, reworded)).toEqual([]);
    expect(fates(both, reworded)).toEqual([['s1-2', null, '恢复']]);
    const settled = publish(both, reworded);
    expect(messagesOf(both, settled)).toEqual([]);
    expect(publish(both, settled)).toEqual(settled);
  });

  test('once more is one more change', () => {
    const both = { 'a.txt': A, 'a.txt.yaml': withdrawn + withdrawal('s1-2', '恢复') };
    const settled = publish(both, reworded);
    const third = { 'a.txt': REWORDED, 'a.txt.yaml': both['a.txt.yaml'] };
    expect(messagesOf(third, settled)).toEqual([
      expect.stringContaining('yz-2024-1#s1-2 means another text now'),
    ]);
    const all = { ...third, 'a.txt.yaml': third['a.txt.yaml'] + withdrawal('s1-2', '又改') };
    expect(messagesOf(all, settled)).toEqual([]);
    expect(fates(all, settled)).toEqual([['s1-2', null, '又改']]);
  });

  test('when clauses changed places', () => {
    const [head = '', one = '', two = '', three = ''] = CLAUSES;
    const swapped = seedOf(NUMBER, head, two.replace('二', '一'), one.replace('一', '二'), three);
    const records = `${move('s1-1', 's1-2', '对调')}${move('s1-2', 's1-1', '对调')}`;
    const once = publish({ 'a.txt': swapped, 'a.txt.yaml': `moves:\n${records}` }, lock);
    expect(messagesOf({ 'a.txt': A, 'a.txt.yaml': `moves:\n${records}` }, once)).toEqual([
      expect.stringContaining('yz-2024-1#s1-1 means another text now'),
      expect.stringContaining('yz-2024-1#s1-2 means another text now'),
    ]);
    const back = records.replaceAll('对调', '调回');
    const files = { 'a.txt': A, 'a.txt.yaml': `moves:\n${records}${back}` };
    expect(messagesOf(files, once)).toEqual([]);
    expect(fates(files, once)).toEqual([
      ['s1-1', 'yz-2024-1#s1-2', '调回'],
      ['s1-2', 'yz-2024-1#s1-1', '调回'],
    ]);
  });

  test('an insertion: the lines as they are proposed mend it, old records stay', () => {
    const rest = '二、加强保护（一）快速维权。（二）行政裁决。（三）海关保护。（四）纠纷调解。';
    const more = rest.replace(/（/gu, '\n\n（');
    const before = publish({ 'a.txt': A + more });
    const once = publish({ 'a.txt': INSERTED + more, 'a.txt.yaml': THREE_MOVES }, before);
    const { messages, notes } = look({ 'a.txt': A + more, 'a.txt.yaml': THREE_MOVES }, once);
    expect(messages.map((each) => /#s1-\d .*/.exec(each)?.[0].slice(0, 17))).toEqual([
      '#s1-1 means anoth',
      '#s1-2 means anoth',
      '#s1-3 means anoth',
      expect.stringContaining('#s1-4 is gone'),
    ]);
    const lines = [...notes.matchAll(/^ {2}- \{ from: (s1-[234]), to: s1-\d, .*\}$/gmu)];
    expect(lines.map(([, from]) => from)).toEqual(['s1-2', 's1-3', 's1-4']);
    const [, first] = /withdrawals:\n( {2}- \{ from: s1-1, .*\})/u.exec(notes) ?? [];
    const proposed = `${THREE_MOVES}${lines.map(([line]) => `${line}\n`).join('')}withdrawals:\n${first ?? ''}\n`;
    const sidecar = proposed.replaceAll('〈理由〉', '因故');
    const files = { 'a.txt': A + more, 'a.txt.yaml': sidecar };
    expect(messagesOf(files, once)).toEqual([]);
    const settled = publish(files, once);
    expect(messagesOf(files, settled)).toEqual([]);
    expect(fates(files, settled).map(([from, to]) => [from, to])).toEqual([
      ['s1-1', null],
      ['s1-2', 'yz-2024-1#s1-1'],
      ['s1-3', 'yz-2024-1#s1-2'],
      ['s1-4', 'yz-2024-1#s1-3'],
    ]);
  });

  test('and made again: a text that came and went is where it went last', () => {
    const inserted = publish({ 'a.txt': INSERTED, 'a.txt.yaml': THREE_MOVES }, lock);
    const undone = `${move('s1-2', 's1-1')}${move('s1-3', 's1-2')}${move('s1-4', 's1-3')}`;
    const gone = `withdrawals:\n${withdrawal('s1-1')}`;
    const back = publish({ 'a.txt': A, 'a.txt.yaml': `${THREE_MOVES}${undone}${gone}` }, inserted);
    const files = {
      'a.txt': INSERTED,
      'a.txt.yaml': `${THREE_MOVES}${undone}${THREE_MOVES.replace('moves:\n', '')}${gone}`,
    };
    expect(messagesOf(files, back)).toEqual([]);
    const expected = [
      ['s1-1', 'yz-2024-1#s1-2'],
      ['s1-2', 'yz-2024-1#s1-3'],
      ['s1-3', 'yz-2024-1#s1-4'],
    ];
    expect(fates(files, back).map(([from, to]) => [from, to])).toEqual(expected);
    const settled = publish(files, back);
    expect(messagesOf(files, settled)).toEqual([]);
    expect(fates(files, settled).map(([from, to]) => [from, to])).toEqual(expected);
  });

  test('a withdrawal and a later move of one address, though they stand in two lists', () => {
    const inserted = seedOf(
      NUMBER,
      ...[CLAUSES[0] ?? '', CLAUSES[1] ?? '', '（二）统筹规划。编制规划。'],
      ...['（三）培育商标。帮助注册。', '（四）培育版权。开展登记。'],
    );
    const files = {
      'a.txt': inserted,
      'a.txt.yaml': `moves:\n${move('s1-2', 's1-3')}${move('s1-3', 's1-4')}${withdrawn}`,
    };
    const expected = [
      ['s1-2', null, '改写'],
      ['s1-2', 'yz-2024-1#s1-3', '因故'],
      ['s1-3', 'yz-2024-1#s1-4', '因故'],
    ];
    expect(messagesOf(files, reworded)).toEqual([]);
    expect(fates(files, reworded)).toEqual(expected);
    expect(fates(files, publish(files, reworded))).toEqual(expected);
  });

  test('a notice that has its number again', () => {
    const renamed = {
      'a.txt': A.replace('1号', '2号'),
      'a.txt.yaml': `moves:\n${move('yz-2024-1', 'yz-2024-2')}`,
    };
    const two = publish(renamed, lock);
    const back = { 'a.txt': A, 'a.txt.yaml': `moves:\n${move('yz-2024-2', 'yz-2024-1', '改回')}` };
    expect(messagesOf(back, two)).toEqual([]);
    const three = publish(back, two);
    const files = {
      'a.txt': A.replace('指导注册', '帮助注册'),
      'a.txt.yaml': `${back['a.txt.yaml']}${withdrawn}`,
    };
    expect(messagesOf({ ...files, 'a.txt.yaml': back['a.txt.yaml'] }, three)).toEqual([
      expect.stringContaining('yz-2024-1#s1-2 means another text now'),
    ]);
    expect(messagesOf(files, three)).toEqual([]);
  });
});

describe('a record that is wrong', () => {
  const gone = '（三）';
  const seeds: Record<string, string> = {
    same: A,
    gone: seedOf(NUMBER, ...CLAUSES.filter((each) => !each.startsWith(gone))),
    reworded: A.replace('指导注册', '帮助注册'),
  };
  test.each([
    ['leads to itself', 'gone', `moves:\n${move('s1-3', 's1-3')}`, '2:23 move-itself'],
    ['leads to nowhere', 'gone', `moves:\n${move('s1-3', 's9-9')}`, '2:23 move-nowhere'],
    [
      'leads to a clause no other notice has',
      'gone',
      `moves:\n${move('s1-3', 'yz-2024-9#s1')}`,
      '2:23 move-nowhere',
    ],
    [
      'is of a clause as it always was',
      'same',
      `moves:\n${move('s1-2', 's1-1')}`,
      '2:13 move-needless',
    ],
    [
      'withdraws a clause as it always was',
      'same',
      `withdrawals:\n${withdrawal('s1-2')}`,
      '2:13 move-needless',
    ],
    [
      'withdraws a notice that is there',
      'same',
      `withdrawals:\n${withdrawal('yz-2024-1')}`,
      '2:13 move-needless',
    ],
    [
      'leads in a circle of clauses that are there',
      'same',
      `moves:\n${move('s1-1', 's1-2')}${move('s1-2', 's1-1')}`,
      '2:23 move-circle',
    ],
    [
      'is there twice',
      'gone',
      `moves:\n${move('s1-3', 's1-1')}withdrawals:\n${withdrawal('s1-3')}`,
      '4:13 move-twice',
    ],
    [
      'is there twice, while the address is there',
      'reworded',
      `withdrawals:\n${withdrawal('s1-2')}${withdrawal('s1-2', '误')}`,
      '3:13 move-twice',
    ],
    [
      'is of an address nobody had',
      'same',
      `moves:\n${move('s7-7', 's1-1')}`,
      '2:13 (warning) move-unpublished',
    ],
    [
      'has an unknown key',
      'gone',
      `moves:\n  - { from: s1-3, to: s1-1, reason: 因故, note: 误 }\n`,
      '2:41 sidecar-schema Unknown key “note”',
    ],
    [
      'has no reason',
      'gone',
      `withdrawals:\n  - { from: s1-3 }\n`,
      '2:5 sidecar-schema “reason” should be a text',
    ],
    [
      'has an empty reason',
      'gone',
      `withdrawals:\n  - { from: s1-3, reason: " " }\n`,
      '2:27 sidecar-schema “reason” should be some text',
    ],
    [
      'is of no address',
      'gone',
      `moves:\n  - { from: ../x, to: s1-1, reason: 因故 }\n`,
      '2:13 sidecar-schema “from” should be an address',
    ],
  ])('when it %s', (_, seed, sidecar, expected) => {
    const messages = messagesOf({ 'a.txt': seeds[seed] ?? '', 'a.txt.yaml': sidecar }, lock);
    const start = expected.replace(/^(\d+:\d+) /, 'seeds/a.txt.yaml:$1 ');
    expect(messages[0]?.slice(0, start.length), messages.join('\n')).toBe(start);
  });

  test('in a circle of addresses that are gone, whoever is in it', () => {
    const before = publish({
      'a.txt': seedOf(
        NUMBER,
        ...CLAUSES,
        '（四）培育标准。制定标准。',
        '（五）培育人才。举办培训。',
      ),
    });
    const sidecar = `moves:\n${move('s1-3', 's1-4')}${move('s1-4', 's1-5')}${move('s1-5', 's1-4')}`;
    expect(messagesOf({ 'a.txt': seeds['gone'] ?? '', 'a.txt.yaml': sidecar }, before)).toEqual([
      expect.stringContaining('a.txt.yaml:3:23 move-circle'),
      expect.stringContaining('a.txt.yaml:4:23 move-circle'),
    ]);
  });

  test('in a sidecar that stands alone and holds more, or nothing', () => {
    const alone = (value: string): string[] =>
      messagesOf({ 'a.txt': A, 'z.txt.yaml': value }, lock);
    expect(alone('id: x\nmoves: []\n')).toEqual([
      expect.stringContaining('z.txt.yaml:1:1 sidecar-alone'),
    ]);
    expect(alone('moves: []\nerrata:\n  apply: high\n  list: []\n')).toEqual([
      expect.stringContaining('z.txt.yaml:2:1 sidecar-alone'),
    ]);
    expect(alone('moves: []\n')).toEqual([expect.stringContaining('z.txt.yaml:1:1 sidecar-alone')]);
  });
});

describe('the commands', () => {
  let found: MovedArchive;
  beforeAll(() => {
    found = firstEdition();
  });
  afterAll(() => {
    found.remove();
  });

  test('generate fails for a lost address until a person records it; publish-addresses takes it over', () => {
    expect(found.run('publish-addresses').status).toBe(0);
    expect(found.run('generate').status).toBe(0);
    found.change({ 'seeds/c.txt': null });
    const lost = found.run('generate');
    expect(lost.status).toBe(2);
    expect(lost.said).toMatch(
      /lost-address[^]*withdrawals:\n\s*- \{ from: yz-2024-3, reason: 〈理由〉 \}/u,
    );
    expect(found.run('publish-addresses').status).toBe(2);
    found.change({ 'seeds/c.txt.yaml': `withdrawals:\n${withdrawal('yz-2024-3')}` });
    expect(found.run('generate').status).toBe(0);
    expect(found.run('publish-addresses').status).toBe(0);
    expect(found.run('generate', '--check').status).toBe(0);
  });

  test('a lock whose settled texts were edited is damaged', () => {
    const lockFile = (settled: string): string =>
      `{"notices":{"x":{"number":null,"anchors":{},"settled":${settled}}},"works":{}}`;
    for (const settled of ['[]', '{"s1":"x"}', '{"s1":[{"digest":"x"}]}']) {
      const other = firstEdition();
      other.change({ 'seeds/addresses.json': lockFile(settled) });
      expect(other.run('generate').said).toContain('address-lock');
      other.remove();
    }
  });

  test('a sidecar that cannot be read is the only error', () => {
    found.change({ 'seeds/c.txt.yaml': 'withdrawals:\n  - { from: yz-2024-3 }\n' });
    const { status, said } = found.run('generate');
    expect(status).toBe(2);
    expect(said).toContain('sidecar-schema');
    expect(said).not.toContain('lost-address');
  });
});
