/** What is cut out of a seed and joined knows where every unit of it stands. */
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { foldTitleWithPlaces } from '../../src/notation/normalize/title.ts';
import { foldTitle } from '../../src/notation/normalize/title.ts';
import { indexFrom, offsetAt } from '../../src/notation/runs.ts';
import { report } from '../../src/diagnostics/report.ts';
import { marksOf, physicalLines } from '../../src/model/seed-text.ts';
import { closeUp, join, slice, type SourceText } from '../../src/model/source-text.ts';

const UNITS = [
  '甲',
  '乙',
  '一、',
  '。',
  'a',
  'B1',
  ' ',
  '\u{3000}',
  '\t',
  '**',
  '# ',
  '-',
  '—',
  '（',
  '“',
  '😀',
  '㍻',
  'ﬁ',
];
const line = fc.array(fc.constantFrom(...UNITS), { maxLength: 24 }).map((units) => units.join(''));

function closed(text: string): SourceText[] {
  return physicalLines(text).map((each) =>
    closeUp(text, each.start, each.end, marksOf(text, each).places),
  );
}

describe('lines are joined', () => {
  test.each([
    [['（2021-', '2025年）'], '（2021-2025年）'],
    [['GB/T', '29490'], 'GB/T 29490'],
    [['A -', 'B'], 'A - B'],
    [['知识', '产权'], '知识产权'],
  ])('%j → %s', (lines, whole) => {
    expect(join(closed(lines.join('\n'))).value).toBe(whole);
  });
});

/** Every unit stands where it says; only a space may stand in for other white space. */
function expectInPlace({ value, at }: SourceText, text: string): void {
  for (let index = 0; index < value.length; index++) {
    const unit = text[offsetAt(at, index)] ?? '';
    expect(value[index] === ' ' ? unit.replace(/\s/, ' ') : unit).toBe(value[index]);
  }
}

describe('words', () => {
  test('of a line, of a part of it and of joined lines stand in the seed', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.nat(30),
        fc.nat(30),
        (lines, start, length) => {
          const text = lines.join('\n');
          const whole = join(closed(text));
          expectInPlace(whole, text);
          const part = slice(
            whole,
            Math.min(start, whole.value.length),
            Math.min(start + length, whole.value.length),
          );
          expect(part.value).toBe(whole.value.slice(start, start + length));
          expectInPlace(part, text);
        },
      ),
    );
  });

  test('are found by where they stand', () => {
    const text = '甲 乙**丙**丁';
    const [words] = closed(text) as [SourceText];
    expect(words.value).toBe('甲乙丙丁');
    expect([0, 1, 2, 3].map((index) => offsetAt(words.at, index))).toEqual([0, 2, 5, 8]);
    expect([0, 1, 2, 6, 9].map((offset) => indexFrom(words.at, offset, 4))).toEqual([
      0, 1, 1, 3, 4,
    ]);
  });

  test('of neighbouring characters are one run, however many', () => {
    const text = '知识产权'.repeat(1000);
    expect(closed(text)[0]?.at).toEqual([0, 0]);
  });
});

test('folding a text tells where every unit came from', () => {
  fc.assert(
    fc.property(line, (text) => {
      const { value, at } = foldTitleWithPlaces(text);
      expect(value.replace(/-+/g, '-')).toBe(foldTitle(text));
      for (let index = 0; index < value.length; index++) {
        expect(foldTitle(text[offsetAt(at, index)] ?? '')).toContain(value[index]);
      }
    }),
  );
});

test('of one rule no more than 200 messages stand on a file, errors apart; the last one says that there are more', () => {
  const file = new VFile({ path: 'seeds/x.txt', value: '' });
  for (let line = 1; line <= 1000; line++) {
    const place = { line, column: 1, offset: line };
    report(file, {
      ruleId: 'ordinal-sequence',
      severity: 'warning',
      reason: 'a',
      note: 'b',
      place,
    });
    report(file, { ruleId: 'conserved-text', severity: 'error', reason: 'a', note: 'b', place });
  }
  const warnings = file.messages.filter(({ fatal }) => fatal === false);
  expect(warnings).toHaveLength(200);
  expect(warnings.at(-1)).toMatchObject({ line: 200, ruleId: 'ordinal-sequence' });
  expect(warnings.at(-1)?.reason).toMatch(/其余不再列出/);
  expect(file.messages).toHaveLength(1200);
});
