import { narrow } from './normalize/words.ts';

/**
 * Numbers as official documents write them: Chinese numerals in ordinals (二十三), positional digits in
 * dates (二〇二三), ASCII and full-width digits.
 */

const DIGITS: Record<string, number> = {
  〇: 0, '○': 0, 零: 0, Ｏ: 0,
  一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore

/** One Chinese numeral, as a source for regular expressions. */
export const NUMERAL = '[一二三四五六七八九十百千两零〇○]';

const ORDINAL =
  /^(?:([一二两三四五六七八九])千)?(?:([零〇○])?([一二两三四五六七八九])百)?(?:([零〇○])?([一二三四五六七八九])?(十))?(?:([零〇○])?([一二三四五六七八九]))?$/;

/**
 * An ordinal in Chinese numerals. Strict: what is no well-formed number below 10,000 is no number
 * (十四五 is the name of a plan, not 45).
 * @param text `二十三`, `一百零一`
 * @returns 1 to 9999, or null
 */
export function parseNumeral(text: string): number | null {
  const match = ORDINAL.exec(text);
  if (!match || text === '') return null;
  const [, thousands, , hundreds, zeroTens, tensDigit, tens, , units] = match;
  const leadingZero = /^[零〇○]/.test(text);
  if (leadingZero || (zeroTens !== undefined && hundreds !== undefined)) return null;
  const value =
    digitOf(thousands) * 1000 +
    digitOf(hundreds) * 100 +
    (tens === undefined ? 0 : digitOf(tensDigit ?? '一') * 10) +
    digitOf(units);
  return value > 0 ? value : null;
}

/** 0 where nothing is written. */
function digitOf(character = ''): number {
  return DIGITS[character] ?? 0;
}

/**
 * Digits written one by one, in any of their forms.
 * @param text `二〇二三`, `2023`, `２０２３`
 * @returns the number, or null when anything else stands in it
 */
export function parseDigits(text: string): number | null {
  let value = 0;
  if (text === '' || text.length > 9) return null;
  for (const character of narrow(text)) {
    const digit = /\d/.test(character) ? Number(character) : DIGITS[character];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * A number in whichever notation: `十二`, `12`, `１２`, `二〇`.
 * @returns the number, or null
 */
export function parseNumber(text: string): number | null {
  return parseNumeral(text) ?? parseDigits(text);
}
