/** 发文字号 (GB/T 9704-2012, 7.2.5): agency code, year, serial. */
import { narrow } from './normalize/words.ts';
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

const OPEN = '[〔〈\\[［【（(「﹝〖]';
const CLOSE = '[〕〉\\]］】）)」﹞〗]';
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
    text: match[0].replace(/[０-９]/g, narrow),
    code: match[1],
    year: parseDigits(match[2]) ?? 0,
    serial: Number(narrow(match[3])),
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
  /^(?:>?(?:[A-Za-z_]{2,12}[：:]|(?:公文)?文号[：:]|发文字号[：:]|编号[：:])|>|(?:特急|加急|平急|特提|急件|明电|等级|[：:·•、])+)/;
const BEHIND = /^(?:签发人[：:]?.{0,30}|[0-9〇○零一二三四五六七八九]{4}[-./年].{0,12}|特急|加急)?$/;
/** More codes of a joint number: `豫市监、豫财〔2023〕1号`. */
const CODES = /^[\p{Script=Han}、，,]{0,24}$/u;
const UNREADABLE = new RegExp(
  `^[\\p{Script=Han}、]{1,16}${OPEN}[^〕\\]］】）)]{2,6}${CLOSE}第?.{1,6}号$`,
  'u',
);

/** A number with what may stand beside it; a 题注 in front may be longer. */
const LONGEST_LINE = 80;
const LONGEST_NOTE = 200;

/**
 * A line that prints the number of a notice, with what may stand beside it: `文号：…`, `特急…`, `…签发人：张三`, brackets round it.
 * @param text without white space
 * @returns the number (null when it is damaged: `郑知〔2O23〕l号`), or null when the line is no such line
 */
export function readNumberLine(text: string): { number: DocumentNumber | null } | null {
  // words of a title or masthead in front of the bracket are no agency code
  if (
    text.length > LONGEST_NOTE ||
    /^[^〔[［【（(]*(?:关于|的|通知|文件|方案|措施|意见)/.test(text)
  )
    return null;
  const bare = behindDate(text.replace(/^[（(](.*号.{0,16})[）)]$/, '$1')).replace(BEFORE, '');
  if (bare.length > LONGEST_LINE) return null;
  const old = yearFirst(bare);
  if (old) return { number: old };
  const number = findDocumentNumber(bare);
  if (number && CODES.test(bare.slice(0, number.start)) && BEHIND.test(bare.slice(number.end)))
    return { number };
  const scattered = readScattered(bare);
  return scattered || UNREADABLE.test(bare) ? { number: scattered } : null;
}

const YEAR_FIRST = new RegExp(
  `^${OPEN}((?:19)?[4-9４-９]${DIGIT})${CLOSE}(${CODE}{1,16}?)第?(${DIGIT}{1,5})号$`,
  'u',
);

/** The year in front of the code, of two figures too, as numbers were written until 1993: `（85）财税字第021号`. */
function yearFirst(text: string): DocumentNumber | null {
  const [whole, year, code, serial] = YEAR_FIRST.exec(text) ?? [];
  if (whole === undefined || year === undefined || code === undefined || serial === undefined)
    return null;
  return {
    text: whole.replace(/[０-９]/g, narrow),
    code: code.replace(/第$/, ''),
    year: 1900 + ((parseDigits(year) ?? 0) % 100),
    serial: Number(narrow(serial)),
    start: 0,
    end: text.length,
  };
}

/**
 * 题注 may print date and number: `（一九九七年四月八日　云专字〔1997〕3号）`, `（1997年4月8日）云专字〔1997〕3号`, and how the text was passed between them:
 * `（2000年12月25日…会议通过　法释〔2001〕5号）`, `（2020年8月24日…通过，自…起施行）法释〔2020〕7号`.
 */
function behindDate(text: string): string {
  const bare = text.replace(/^[（(]/, '');
  const date = findDate(bare);
  if (date?.start !== 0) return text;
  const rest = bare.slice(date.end).replace(/^[）)]/, '');
  const passed =
    /^[^〔[（(]{4,60}?(?:通过|批准|公布|发布)[，,]?(?=\p{Script=Han}{1,10}[〔[（(])/u.exec(rest) ??
    /^[^（()）]{4,120}(?:通过|批准|公布|发布|施行|修订|修正)[）)]/u.exec(rest);
  return rest.slice(passed?.[0].length ?? 0);
}

const SCATTERED = new RegExp(`^(${CODE}{1,16})(${OPEN})((?:${DIGIT}|${CLOSE}|号){7,11})$`, 'u');
const PARTNER: Record<string, string> = { '〔': '〕', '[': ']', '［': '］', '【': '】', '（': '）', '(': ')', '「': '」', '﹝': '﹞', '〈': '〉', '〖': '〗' }; // prettier-ignore

/** PDF readers take large figures and brackets out of their line: `川办规〔` `号` `〕` `６` `２０２５`. */
function readScattered(text: string): DocumentNumber | null {
  const [, code, open = '', rest = ''] = SCATTERED.exec(text) ?? [];
  const digits = narrow(rest.replace(/[^0-9０-９]/g, ''));
  const parts = /^(?:((?:19|20)\d\d)(\d{1,5})|(\d{1,5})((?:19|20)\d\d))$/.exec(digits);
  if (code === undefined || !parts || rest.length !== digits.length + 2 || !rest.includes('号'))
    return null;
  const year = parts[1] ?? parts[4] ?? '';
  const serial = parts[2] ?? parts[3] ?? '';
  return {
    text: `${code}${open}${year}${PARTNER[open] ?? ''}${serial}号`,
    code,
    year: Number(year),
    serial: Number(serial),
    start: 0,
    end: text.length,
  };
}

/** What orders and announcements are numbered under: `国务院令第709号`, `国家税务总局公告2023年第6号`. */
const SERIES = '\\p{Script=Han}{2,40}(?:令|公告|通告)';
const SERIAL = `(?:(?:${DIGIT}{4}年)?第(?:${DIGIT}{1,5}|[一二三四五六七八九十百零〇]{1,7})[号期]|${OPEN}${YEAR}${CLOSE}第?${DIGIT}{1,5}[号期])`;
const SERIAL_ONLY = new RegExp(`^(?:${SERIES})?${SERIAL}$`, 'u');

/**
 * Whether a text is the number of an order, announcement or minutes (令、公告、纪要), which has no agency code: `第790号`, `2023年第5号`,
 * `〔2022〕3号`, `国务院令第709号`; one pair of brackets round it is allowed.
 * @param text without white space
 */
export function isSerialNumber(text: string): boolean {
  return text.length <= 60 && !text.includes('关于') && SERIAL_ONLY.test(withoutBrackets(text));
}

/**
 * A text without the pair of brackets that stands round all of it.
 * @param text `（第339号）`
 */
export function withoutBrackets(text: string): string {
  return text.replace(/^[（(]([^（）()]*)[）)]$/, '$1');
}
