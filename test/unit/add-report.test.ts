/** Reports of `npm run add` fit the terminal they are read in. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { reportAdded } from '../../src/cli/add/report-added.ts';
import { wrapped } from '../../src/cli/add/wrap.ts';
import { recordOf } from '../../src/records/notice-record.ts';
import { columnsOf } from '../../src/diagnostics/quote.ts';
import { pipeline } from '../../src/archive/pipeline.ts';

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

test.each([
  ['en_US.UTF-8', 'Put the title on lines of its own above the addressees.', /让标题独占/],
  ['zh_CN.UTF-8', '让标题独占一行或几行，放在主送机关之上。', /\bNext:/],
])('what is to be done is said in the language of the user: %s', (locale, todo, other) => {
  vi.stubEnv('LC_ALL', locale);
  const { notices } = pipeline([
    { path: 'seeds/x.txt', bytes: new TextEncoder().encode('一、加强保护。\n') },
  ]);
  const record = recordOf(notices[0]!);
  const read = { record, text: '一、加强保护。\n', remarks: [] };
  const report = reportAdded('x.txt', { is: 'added', files: ['x.txt'], ...read }, false);
  vi.unstubAllEnvs();
  expect(report).toContain(`      → ${todo}`);
  expect(report).not.toMatch(other);
});
