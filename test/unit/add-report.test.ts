/** Reports of `npm run add` fit the terminal they are read in. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapped } from '../../src/cli/add/wrap.ts';
import { columnsOf } from '../../src/notice/quote.ts';

test.each([
  ['short', 20, 'short'],
  ['    ▲ one two three', 14, '    ▲ one two\n      three'],
  ['      → 甲乙丙，丁戊', 14, '      → 甲乙\n        丙，丁\n        戊'],
  ['✔ 甲乙丙丁戊己', 10, '✔ 甲乙丙丁\n  戊己'],
  ['a\n  bb cc', 5, 'a\n  bb\n  cc'],
])('%j in %i columns', (text, columns, lines) => {
  expect(wrapped(text, columns)).toBe(lines);
});

test('no word is lost, and no line is wider, unless one word is', () => {
  const word = fc.constantFrom('甲', '乙，', 'word', ' ', '▲ ', '\n', '—');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 80 }), fc.integer({ min: 20, max: 40 }), (words, columns) => {
      const text = words.join('');
      const lines = wrapped(text, columns);
      expect(lines.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      for (const line of lines.split('\n')) {
        const longest = Math.max(0, ...(line.match(/[!-~]+/g) ?? []).map((each) => each.length));
        if (longest < 10) expect(columnsOf(line.trimEnd())).toBeLessThanOrEqual(columns);
      }
    }),
  );
}); // prettier-ignore
