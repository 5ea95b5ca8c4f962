import { narrow } from './normalize/words.ts';
import { NUMERAL, parseDigits, parseNumber } from './numerals.ts';

/** A date as a notice prints it. */
export interface PrintedDate {
  /** ISO 8601, shortened to what is printed and possible: `2023-03-05`, `2023-03`. */
  iso: string;
  /** False when the day or month printed is not in the calendar. */
  possible: boolean;
  /** Where it stands in the text it was found in. */
  start: number;
  end: number;
}

const DIGIT = '[0-9０-９〇○ＯO零一二三四五六七八九]';
const DATE = new RegExp(
  `(${DIGIT}{4})年(?:([0-9０-９]{1,2}|${NUMERAL}{1,3}|元)月(?:([0-9０-９]{1,2}|${NUMERAL}{1,3})日)?)?`,
);

/**
 * The first date in a text, with at least year and month.
 * @param text without white space: `2023年3月5日`, `二○二○年十二月三十一日`
 * @returns the date, or null
 */
export function findDate(text: string): PrintedDate | null {
  const match = DATE.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const year = parseDigits(match[1].replaceAll('O', '〇'));
  const month = match[2] === '元' ? 1 : parseNumber(match[2]);
  if (year === null || month === null) return null;
  const day = match[3] === undefined ? null : parseNumber(match[3]);
  return { ...isoOf(year, month, day), start: match.index, end: match.index + match[0].length };
}

/**
 * A text that is a date and nothing else; one pair of brackets round it is allowed (题注).
 * @param text without white space
 */
export function readDate(text: string): PrintedDate | null {
  const bare = text
    .replace(/^[（(](.*)[）)]$/, '$1')
    .replace(/(?:。|[（(](?:印章|盖章|公章|章)[）)])$/, '');
  const date = numericDate(bare) ?? findDate(bare);
  return date?.start === 0 && date.end === bare.length ? date : null;
}

/** `2023.1.1`, `2023-01-01`, `2023/1/1`: dates only where nothing else stands. */
function numericDate(text: string): PrintedDate | null {
  const match = /^(\d{4})([.\-/])(\d{1,2})\2(\d{1,2})$/.exec(narrow(text));
  if (!match) return null;
  const [, year, , month, day] = match.map(Number);
  return { ...isoOf(year ?? 0, month ?? 0, day ?? 0), start: 0, end: text.length };
}

function isoOf(
  year: number,
  month: number,
  day: number | null,
): { iso: string; possible: boolean } {
  const two = (value: number): string => String(value).padStart(2, '0');
  if (month < 1 || month > 12) return { iso: String(year), possible: false };
  if (day === null) return { iso: `${year}-${two(month)}`, possible: true };
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > last) return { iso: `${year}-${two(month)}`, possible: false };
  return { iso: `${year}-${two(month)}-${two(day)}`, possible: true };
}
