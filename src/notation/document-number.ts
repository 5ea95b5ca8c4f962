/** 发文字号 (GB/T 9704-2012, 7.2.5): agency code, year, serial. */
import { findDate } from './dates.ts';
import { parseDigits } from './numerals.ts';

export interface DocumentNumber {
  /** Without white space and with ASCII digits, brackets as printed: `济管市监〔2023〕17号`. */
  text: string;
  /** 济管市监; empty when the number is printed without one. */
  code: string;
  year: number;
  serial: number;
  /** Where it stands in the text it was found in. */
  start: number;
  end: number;
}

const OPEN = '[〔〔\\[［【（(「﹝]';
const CLOSE = '[〕〕\\]］】）)」﹞]';
const DIGIT = '[0-9０-９]';
const CODE = '[\\p{Script=Han}A-Za-z]';
const YEAR = `(?:${DIGIT}{4}|[〇○零一二三四五六七八九]{4})`;
const NUMBER = new RegExp(`(${CODE}{1,16})${OPEN}(${YEAR})年?${CLOSE}第?(${DIGIT}{1,5})号`, 'u');

/**
 * The first document number in a text.
 * @param text without white space
 * @returns the number, or null; its `code` may have words of the sentence before it glued on, so ask only
 * where a number stands on its own or behind a bracket
 */
export function findDocumentNumber(text: string): DocumentNumber | null {
  const match = NUMBER.exec(text);
  if (!match?.[1] || !match[2] || !match[3]) return null;
  return {
    text: match[0].replace(/[０-９]/g, (digit) => digit.normalize('NFKC')),
    code: match[1],
    year: parseDigits(match[2]) ?? 0,
    serial: Number(match[3].normalize('NFKC')),
    start: match.index,
    end: match.index + match[0].length,
  };
}

/**
 * A text that is a document number and nothing else.
 * @param text without white space
 */
export function readDocumentNumber(text: string): DocumentNumber | null {
  const number = text.length > 60 ? null : findDocumentNumber(text);
  return number?.start === 0 && number.end === text.length ? number : null;
}

/** What may be printed in front of a number, and behind it. */
const BEFORE =
  /^(?:(?:公文)?文号[：:]|发文字号[：:]|编号[：:]|(?:特急|加急|平急|特提|急件|明电|等级|[：:·•、])+)/;
const BEHIND = /^(?:签发人[：:]?.{0,30}|[0-9〇○零一二三四五六七八九]{4}[-./年].{0,12}|特急|加急)?$/;
/** More codes of a joint number: `豫市监、豫财〔2023〕1号`. */
const CODES = /^[\p{Script=Han}、，,]{0,24}$/u;
const UNREADABLE = new RegExp(
  `^[\\p{Script=Han}、]{1,16}${OPEN}[^〕\\]］】）)]{2,6}${CLOSE}第?.{1,6}号$`,
  'u',
);

/**
 * A line that prints the number of a notice, with what may stand beside it: `文号：…`, `特急…`, `…签发人：张三`, brackets round it.
 * @param text without white space
 * @returns the number (null when it is damaged: `郑知〔2O23〕l号`), or null when the line is no such line
 */
export function readNumberLine(text: string): { number: DocumentNumber | null } | null {
  // words of a title or masthead in front of the bracket are no agency code
  if (text.length > 80 || /^[^〔[［【（(]*(?:关于|的|通知|文件|方案|措施|意见)/.test(text))
    return null;
  const bare = behindDate(text.replace(/^[（(](.*号.{0,16})[）)]$/, '$1')).replace(BEFORE, '');
  const number = findDocumentNumber(bare);
  if (number && CODES.test(bare.slice(0, number.start)) && BEHIND.test(bare.slice(number.end)))
    return { number };
  return UNREADABLE.test(bare) ? { number: null } : null;
}

/** 题注 may print date and number: `（一九九七年四月八日　云专字〔1997〕3号）`. */
function behindDate(text: string): string {
  const date = findDate(text);
  return date?.start === 0 ? text.slice(date.end) : text;
}

const SERIAL_ONLY = new RegExp(
  `^(?:(?:${DIGIT}{4}年)?第(?:${DIGIT}{1,5}|[一二三四五六七八九十百零〇]{1,7})[号期]|${OPEN}${YEAR}${CLOSE}第?${DIGIT}{1,5}[号期])$`,
);

/**
 * Whether a text is the number of an order, announcement or minutes (令、公告、纪要), which has no agency code: `第790号`, `2023年第5号`,
 * `〔2022〕3号`.
 * @param text without white space
 */
export function isSerialNumber(text: string): boolean {
  return SERIAL_ONLY.test(text);
}
