import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { applies, locateErrata } from '../../src/authored/locate-errata.ts';
import { readSidecar } from '../../src/authored/read-sidecar.ts';
import type { Erratum } from '../../src/authored/sidecar-schema.ts';

const ENTRY = {
  line: '3',
  from: '甲乙',
  to: '丙',
  confidence: 'high',
  class: 'source',
  reason: '因为',
};

function sidecar(changes: Record<string, string> = {}, apply = 'high'): string {
  const keys = Object.entries({ ...ENTRY, ...changes }).filter(([, value]) => value !== '');
  return `errata:\n  apply: ${apply}\n  list:\n    - ${keys.map(([key, value]) => `${key}: ${value}`).join('\n      ')}\n`;
}

function messagesOf(value: string): string[] {
  const file = new VFile({ value });
  readSidecar(file);
  return file.messages.map(
    ({ line, column, ruleId, fatal, reason }) =>
      `${String(line)}:${String(column)} ${ruleId ?? ''}${fatal === true ? '' : ' (no error)'} ${reason}`,
  );
}

test('one class is a list of one; what is absent is null', () => {
  const { sidecar: read, placeOf } = readSidecar(new VFile({ value: sidecar() }));
  expect({ id: read.id, errata: read.errata }).toEqual({
    id: null,
    errata: {
      apply: 'high',
      list: [
        {
          line: 3,
          from: '甲乙',
          occurrence: null,
          to: '丙',
          confidence: 'high',
          class: ['source'],
          reason: '因为',
          recorded: null,
        },
      ],
    },
  });
  expect(placeOf(0, 'from')).toMatchObject({ line: 5, column: 13 });
  expect(placeOf(0, 'occurrence')).toMatchObject({ line: 4, column: 7 });
});

test.each([
  ['an id alone', 'id: luozzlb-2022-1\n'],
  ['two classes', sidecar({ class: '[source, naming]' })],
  ['a remark', sidecar({ to: 'null' })],
  ['words to be left out', sidecar({ to: '""' })],
  ['nothing is applied', sidecar({}, 'null')],
])('holds: %s', (_, value) => {
  expect(messagesOf(value)).toEqual([]);
});

test.each([
  ['an empty file', '', '1:1 sidecar-schema The file should be a group of keys'],
  ['no YAML', 'errata: [', '1:10 sidecar-syntax This is no YAML'],
  ['an unknown key', 'title: 甲\n', '1:1 sidecar-schema Unknown key “title”'],
  ['a bad id', 'id: ../x\n', '1:5 sidecar-schema “id” should be an id'],
  ['no threshold', 'errata:\n  list: []\n', '2:3 sidecar-schema “apply” should be one of: low'],
  [
    'an unknown threshold',
    sidecar({}, 'certain'),
    '2:10 sidecar-schema “apply” should be one of: low',
  ],
  [
    'an unknown confidence',
    sidecar({ confidence: 'sure' }),
    '7:19 sidecar-schema “confidence” should be one of: low',
  ],
  [
    'an unknown class',
    sidecar({ class: 'typo' }),
    '8:14 sidecar-schema “class” should be one of: transcription',
  ],
  [
    'an unknown second class',
    sidecar({ class: '[source, typo]' }),
    '8:23 sidecar-schema “class” should be one of: transcription',
  ],
  ['line zero', sidecar({ line: '0' }), '4:13 sidecar-schema “line” should be at least 1'],
  ['half a line', sidecar({ line: '1.5' }), '4:13 sidecar-schema “line” should be a whole number'],
  ['a line in words', sidecar({ line: '三' }), '4:13 sidecar-schema “line” should be a number'],
  [
    'occurrence zero',
    sidecar({ occurrence: '0' }),
    '10:19 sidecar-schema “occurrence” should be at least 1',
  ],
  ['no words', sidecar({ from: '""' }), '5:13 sidecar-schema “from” should be some text'],
  ['no reading and no null', sidecar({ to: '' }), '4:7 sidecar-schema “to” should be a text'],
  [
    'a reading that is a number',
    sidecar({ to: '2023' }),
    '6:11 sidecar-schema “to” should be a text',
  ],
  [
    'an unknown key of an erratum',
    sidecar({ form: '甲' }),
    '10:7 sidecar-schema Unknown key “form”',
  ],
])('an error: %s', (_, value, expected) => {
  const messages = messagesOf(value);
  expect(messages[0]?.slice(0, expected.length), messages.join('\n')).toBe(expected);
  expect(messages).toHaveLength(1);
});

function erratum(line: number, from: string, more: Partial<Erratum> = {}): Erratum {
  return {
    line,
    from,
    occurrence: null,
    to: null,
    confidence: 'high',
    class: ['source'],
    reason: '因为',
    recorded: null,
    ...more,
  };
}

const SEED = '# 甲乙丙\r\n\r\n2023 年甲甲知\r\n识产权**显著**提升。甲\r\n';

test.each([
  ['behind the marks of a heading', erratum(1, '甲乙'), '甲乙'],
  ['without the spaces of the seed', erratum(3, '2023年'), '2023 年'],
  ['with spaces the seed has not', erratum(3, '2023 年 甲'), '2023 年甲'],
  ['across a line wrap', erratum(3, '知识产权'), '知\r\n识产权'],
  ['across marks', erratum(4, '产权显著提'), '产权**显著**提'],
  ['the second of two', erratum(3, '甲', { occurrence: 2 }), '甲'],
  ['the only one', erratum(4, '甲', { occurrence: 1 }), '甲'],
])('placed: %s', (_, given, expected) => {
  const { placed, misfits } = locateErrata(SEED, [given]);
  expect(misfits).toEqual([]);
  expect(placed.map(({ start, end }) => SEED.slice(start, end))).toEqual([expected]);
});

test('the second of two is not the first', () => {
  const { placed } = locateErrata(SEED, [
    erratum(3, '甲', { occurrence: 2 }),
    erratum(3, '甲', { occurrence: 1 }),
  ]);
  expect(placed.map(({ start }) => start)).toEqual([
    SEED.indexOf('甲甲'),
    SEED.indexOf('甲甲') + 1,
  ]);
});

test.each([
  ['other words', erratum(3, '丁'), 'from', 'does not begin on line 3'],
  ['other widths', erratum(3, '２０２３年'), 'from', 'does not begin on line 3'],
  ['two places', erratum(3, '甲'), 'from', 'stands 2 times on line 3'],
  ['a third of two', erratum(3, '甲', { occurrence: 3 }), 'occurrence', 'stands only 2 time(s)'],
  ['a line the seed has not', erratum(9, '甲'), 'line', 'no line 9'],
  ['a line that has not one of several', erratum(2, '甲'), 'from', 'does not begin on line 2'],
  [
    'a second, on two lines',
    erratum(2, '甲', { occurrence: 1 }),
    'from',
    'does not begin on line 2',
  ],
])('does not fit: %s', (_, given, key, reason) => {
  const { placed, misfits } = locateErrata(SEED, [erratum(1, '丙'), given]);
  expect(placed).toHaveLength(1);
  expect(misfits).toMatchObject([{ index: 1, key, ruleId: 'erratum', severity: 'error' }]);
  expect(misfits[0]?.reason).toContain(reason);
});

test('names the lines that have the words', () => {
  const { misfits } = locateErrata(SEED, [erratum(2, '甲')]);
  expect(misfits[0]?.note).toContain('on line 1, 3, 4:');
});

test.each([
  ['words of the line before', erratum(4, '知识产权'), '知\r\n识产权', 'line: 3'],
  ['words of another line', erratum(1, '显著提升'), '显著**提升', 'line: 4'],
  ['words of a line the seed had', erratum(9, '乙丙'), '乙丙', 'line: 1'],
  [
    'the second where one line has two',
    erratum(1, '甲', { occurrence: 2 }),
    '甲',
    'line: 3, occurrence: 2',
  ],
])('placed with a warning that says the line: %s', (_, given, expected, note) => {
  const { placed, misfits } = locateErrata(SEED, [given]);
  expect(placed.map(({ start, end }) => SEED.slice(start, end))).toEqual([expected]);
  expect(misfits).toMatchObject([{ key: 'line', severity: 'warning', note: `Write ${note}` }]);
});

test('placed by its order among the others, while these keep theirs', () => {
  const seed = '上\n甲乙\n中\n丙丁\n甲乙\n下\n';
  const { placed, misfits } = locateErrata(seed, [
    erratum(1, '上'),
    erratum(3, '甲乙'),
    erratum(4, '丙丁'),
  ]);
  expect(placed.map(({ start }) => seed.slice(0, start).split('\n').length)).toEqual([1, 2, 4]);
  expect(misfits).toMatchObject([{ index: 1, severity: 'warning', note: 'Write line: 2' }]);
  const reordered = locateErrata(seed, [erratum(4, '上'), erratum(3, '甲乙'), erratum(1, '丙丁')]);
  expect(reordered.misfits).toContainEqual(
    expect.objectContaining({ index: 1, severity: 'error' }),
  );
});

test('placed as many lines away as its neighbours', () => {
  const seed = '新\n上\n甲乙\n中\n甲乙\n下\n';
  const { placed, misfits } = locateErrata(seed, [
    erratum(1, '上'),
    erratum(2, '甲乙'),
    erratum(5, '下'),
  ]);
  expect(placed).toHaveLength(3);
  expect(misfits[1]).toMatchObject({ index: 1, severity: 'warning', note: 'Write line: 3' });
  const wrapped = locateErrata(seed, [erratum(1, '上'), erratum(2, '甲乙'), erratum(4, '下')]);
  expect(wrapped.misfits[1]).toMatchObject({ index: 1, severity: 'error' });
});

test('placed one by one where every place has its erratum', () => {
  const seed = '一行\n二行\n甲乙\n中\n甲乙\n';
  const { placed, misfits } = locateErrata(seed, [
    erratum(8, '甲乙', { to: '后' }),
    erratum(1, '甲乙', { to: '前' }),
  ]);
  expect(placed.map(({ erratum: { to } }) => to)).toEqual(['前', '后']);
  expect(misfits.map(({ note }) => note)).toEqual(['Write line: 5', 'Write line: 3']);
});

test('the second of two that were wrapped apart is the last', () => {
  const { placed, misfits } = locateErrata('甲乙\n丙甲\n', [erratum(1, '甲', { occurrence: 2 })]);
  expect(placed).toMatchObject([{ start: 4, end: 5 }]);
  expect(misfits).toMatchObject([{ severity: 'warning', note: 'Write line: 2' }]);
});

test('errata of a seed with two lines more, or wrapped anew, are the same', () => {
  const errata = [
    erratum(1, '甲乙'),
    erratum(3, '知识产权'),
    erratum(3, '甲', { occurrence: 2 }),
    erratum(4, '显著'),
  ];
  const wordsOf = (seed: string): string[] => {
    const { placed, misfits } = locateErrata(seed, errata);
    expect(misfits.filter(({ severity }) => severity === 'error')).toEqual([]);
    return placed.map(({ start, end }) => seed.slice(start, end).replace(/\s/gu, ''));
  };
  expect(wordsOf(`新增\n一行\n${SEED}`)).toEqual(wordsOf(SEED));
  expect(wordsOf(SEED.replace('年甲甲', '年\r\n甲甲'))).toEqual(wordsOf(SEED));
});

test('errata do not overlap', () => {
  const { placed, misfits } = locateErrata(SEED, [erratum(1, '甲乙'), erratum(1, '乙丙')]);
  expect(placed.map(({ erratum: { from } }) => from)).toEqual(['甲乙']);
  expect(misfits).toMatchObject([{ index: 1, key: 'from' }]);
});

test('a correction applies from the stated confidence on, a remark never', () => {
  const given = erratum(1, '甲', { to: '乙', confidence: 'medium-high' });
  expect(applies(given, 'medium-high')).toBe(true);
  expect(applies(given, 'low')).toBe(true);
  expect(applies(given, 'high')).toBe(false);
  expect(applies(given, null)).toBe(false);
  expect(applies({ ...given, to: '' }, 'low')).toBe(true);
  expect(applies({ ...given, to: null }, 'low')).toBe(false);
});
