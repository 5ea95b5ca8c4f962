import { expect, test } from 'vitest';
import { truncate } from '../../src/browser/search/truncate.ts';

const pieces = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    text: at % 2 === 0 ? '推进各项工作，加强'.repeat(4) : '知识产权',
    marked: at % 2 === 1,
  }));

test('a quotation of ordinary length stays as it is', () => {
  expect(truncate(pieces(5))).toEqual(pieces(5));
  expect(truncate([])).toEqual([]);
});

test('a word that stands everywhere does not fill the page', () => {
  const cut = truncate(pieces(101));
  expect(cut.map(({ text }) => text).join('').length).toBeLessThan(450);
  expect(cut.slice(0, -1)).toEqual(pieces(cut.length - 1));
  expect(cut.at(-1)).toEqual({ text: '…', marked: false });
});
