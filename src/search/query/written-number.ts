/** Numbers of documents as people write them: `豫发2022 31`, `17号`, `〔二〇二三〕十七号`, `国务院令第310号`, `GB/T 39550`. */
import { parseNumber } from '../../notation/numerals.ts';
import { cleanInput } from '../../notation/normalize/clean-input.ts';

/** A number of a document without its punctuation. */
export interface WrittenNumber {
  /** A standard is known by the start of its code (GB for GB/T), anything else by the end (市监 for 济管市监). */
  isStandard: boolean;
  /** Empty when none is written: `〔2023〕17号`. */
  code: string;
  /** Null when none is written: `第310号`, `GB/T 39550`. */
  year: number | null;
  serial: string;
}

/** A serial in Chinese numerals. */
const COUNTED = '[一二三四五六七八九十百千〇○零]{1,7}';

/** Brackets, 年, 第, a space or a hyphen stand between year and serial; 号 may be missing behind digits. */
const DATED = new RegExp(
  '^([\\p{Script=Han}a-z]*)[\\s(]*(\\d{4}|[〇○零一二三四五六七八九]{4})' +
    '(?:[)\\s]*年?[)\\s]*(?:\\s|[)年]|第|-)+第?)\\s*' +
    `(?:(\\d{1,5})\\s*号?|(${COUNTED})\\s*号)$`,
  'u',
);

/** Orders and announcements have no year (国务院令第310号), and people leave it out. */
const UNDATED = new RegExp(
  `^([\\p{Script=Han}a-z]*?)\\s*第?\\s*(\\d{1,5}|${COUNTED})\\s*号(令|公告)?$`,
  'u',
);

/** GB/T 1.1-2020, Annex on codes of standards: GB/T, DB41/T, T/PPAC; the number, the year behind a dash. */
const STANDARD =
  /^((?:[a-z]{1,5}\d{0,4}\/?\s*)?[a-z]{1,6})\s*(\d{1,6}(?:\.\d{1,3})*)(?:\s*[-–—]+\s*(\d{4}))?$/;

/**
 * The number a text is, as far as it is nothing else.
 *
 * @param text as typed or printed
 */
export function readNumber(text: string): WrittenNumber | null {
  const bare = cleanInput(text);
  return readStandard(bare) ?? readDated(bare) ?? readUndated(bare);
}

/** Whether a document has the number that was written. @param printed its number, or a title that begins with one */
export function isNumber(printed: string | null, written: WrittenNumber): boolean {
  const own = printed === null ? null : leadingNumber(printed);
  if (own?.isStandard !== written.isStandard || own.serial !== written.serial) return false;
  if (written.isStandard) {
    const sameYear = [own.year, null].includes(written.year) || own.year === null;
    return sameYear && own.code.startsWith(written.code);
  }
  return [own.year, null].includes(written.year) && own.code.endsWith(written.code);
}

/** The titles of standards begin with their number. */
function leadingNumber(printed: string): WrittenNumber | null {
  return (
    readNumber(printed) ?? readStandard(cleanInput(printed.replace(/\p{Script=Han}.*$/su, '')))
  );
}

function readStandard(text: string): WrittenNumber | null {
  const [, written = '', serial = '', year] = STANDARD.exec(text) ?? [];
  const code = written.replace(/[/\s]/g, '');
  if (code.length < 2) return null;
  return { isStandard: true, code, year: year === undefined ? null : Number(year), serial };
}

function readDated(text: string): WrittenNumber | null {
  const [, code = '', written = '', digits, numerals = ''] = DATED.exec(text) ?? [];
  const [year, serial] = [parseNumber(written), parseNumber(digits ?? numerals)];
  return year === null || serial === null
    ? null
    : { isStandard: false, code, year, serial: String(serial) };
}

function readUndated(text: string): WrittenNumber | null {
  const [, code = '', written = '', behind = ''] = UNDATED.exec(text) ?? [];
  const serial = parseNumber(written);
  return serial === null
    ? null
    : { isStandard: false, code: code + behind, year: null, serial: String(serial) };
}
