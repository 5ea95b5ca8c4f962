import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mastheadSize } from '../../src/components/notice/masthead-size.ts';
import { wholeWords, withWordBreaks } from '../../src/components/notice/whole-words.ts';

describe('whole words', () => {
  test('a line may end between words, not within a name the dictionary does not know', () => {
    expect(wholeWords('关于印发2023年济源示范区知识产权工作要点的通知')).toEqual([
      '关于印发2023年济源示范区知识产权',
      '工作',
      '要点的通知',
    ]);
  });

  test('nothing is changed but breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wholeWords(text).join('')).toBe(text);
      }),
    );
  });

  test('tags and attributes stay as they are', () => {
    expect(withWordBreaks('<h1>工作<a title="工作要点>">工作要点</a>（2021-2035年）</h1>')).toBe(
      '<h1>工作<a title="工作要点>">工作<wbr>要点</a>（<span class="whole">2021-2035年</span>）</h1>',
    );
  });
});

describe('size of a masthead', () => {
  test.each([
    [9, 'one-line up-to-9'],
    [10, 'one-line up-to-12'],
    [22, 'one-line up-to-22'],
    [23, 'two-lines'],
    [32, 'two-lines'],
    [33, null],
  ])('%i characters: %s', (length, size) => {
    expect(mastheadSize(`<p>${'局'.repeat(length - 1)}&amp;\n</p>`)).toBe(size);
  });
});
