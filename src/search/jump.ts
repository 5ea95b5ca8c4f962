/** Numbers as people write them: of notices and works (`豫发2022 31`), of clauses (`济源 二（三）13`). */
import { parseNumber } from '../notation/numerals.ts';
import type { NumberedNotice } from './search-data.ts';

/** A document number without its punctuation; the code may be missing or be the end of the whole. */
export interface WrittenNumber {
  code: string;
  year: number;
  serial: number;
}

/** A clause somebody names: where to look, and the anchors that its numbers may mean. */
export interface WrittenClause {
  notices: NumberedNotice[];
  anchors: string[];
}

const number =
  /^([\p{Script=Han}a-z]*)[\s(]*(\d{4})(?:[)\s]*年?[)\s]*(?:\s|[)年]|第|-)+第?)\s*(\d{1,5})\s*号?$/u;

/**
 * The number a query is, as far as it is nothing else: brackets, 年, 第, a space or a hyphen between year and serial.
 *
 * @param query as typed
 */
export function readNumber(query: string): WrittenNumber | null {
  const match = number.exec(plain(query));
  if (!match) return null;
  return { code: match[1] ?? '', year: Number(match[2]), serial: Number(match[3]) };
}

/** Whether a printed number is the one that was written. */
export function isNumber(printed: string | null, { code, year, serial }: WrittenNumber): boolean {
  const own = printed === null ? null : readNumber(printed);
  return own?.year === year && own.serial === serial && own.code.endsWith(code);
}

const unit =
  /(?:第([一二三四五六七八九十百〇零]{1,7}|\d{1,3})([章节条])|\(([一二三四五六七八九十百]{1,7}|\d{1,3})\)|([一二三四五六七八九十百]{1,7}|\d{1,3}))[、.\-—\s]*/uy;

/**
 * The clause a query names: a city (with a year if need be), an id or a number, then the numbers of the clause.
 *
 * @param query as typed
 * @param notices of the archive
 */
export function readClause(
  query: string,
  notices: readonly NumberedNotice[],
): WrittenClause | null {
  const text = plain(query);
  if (text.length > longest) return null;
  // The longest name that leaves something: `济源 2023 二（三）13` is a year, not clause 2023.
  for (let cut = text.length - 1; cut > 0; cut -= 1) {
    const anchors = anchorsOf(text.slice(cut).trim());
    const named = anchors.length > 0 ? noticesNamed(text.slice(0, cut).trim(), notices) : [];
    if (named.length > 0) return { notices: named, anchors };
  }
  return null;
}

/** Whether a query may be a number or name a clause: only then is it worth loading the numbers of all notices. */
export function mayJump(query: string): boolean {
  const text = plain(query);
  if (text.length > longest) return false;
  if (readNumber(text) !== null || /^[a-z0-9]+(?:-[a-z0-9]+)+/.test(text)) return true;
  return Array.from(text, (_, cut) => cut).some(
    (cut) =>
      /^[\p{Script=Han}a-z]{2,}/u.test(text.slice(0, cut)) &&
      anchorsOf(text.slice(cut).trim()).length > 0,
  );
}

/** The notices whose id or number a query is. */
export function noticesNumbered(
  query: string,
  notices: readonly NumberedNotice[],
): NumberedNotice[] {
  const written = readNumber(query);
  const id = plain(query);
  return notices.filter(
    (notice) => notice.id === id || (written !== null && isNumber(notice.number, written)),
  );
}

/** The notices a name fits: an id, a number, a city with or without a year. */
function noticesNamed(name: string, notices: readonly NumberedNotice[]): NumberedNotice[] {
  const written = readNumber(name);
  const place = /^(\p{Script=Han}{2,6}?)市?\s*(\d{4})?年?$/u.exec(name);
  return notices.filter(
    ({ id, number: printed, city, year }) =>
      id === name ||
      (written !== null && isNumber(printed, written)) ||
      (place !== null && city === place[1] && (!place[2] || Number(place[2]) === year)),
  );
}

/** Anchors for `二（三）13`, `2-3-13`, `第二章第三条`, `s2-3-13`; none when anything else stands there. */
function anchorsOf(text: string): string[] {
  if (/^(?:s\d+(?:-\d+)*|a\d+(?:-\d+)*|c\d+(?:-j\d+)?|p\d+)$/.test(text)) return [text];
  // 统一 is a word and no clause of 统.
  if (/^[一二三四五六七八九十百]$/.test(text)) return [];
  const ids: string[] = [];
  unit.lastIndex = 0;
  while (unit.lastIndex < text.length) {
    const [, counted, kind = '', bracketed, bare] = unit.exec(text) ?? [];
    const ordinal = parseNumber(counted ?? bracketed ?? bare ?? '');
    if (ordinal === null) return [];
    // Articles are numbered through: the chapter in front of one is not part of its address.
    if (kind === '条') ids.length = 0;
    ids.push(
      (ids.length === 0 ? (letters[kind] ?? 's') : kind === '节' ? 'j' : '') + String(ordinal),
    );
  }
  return ids.length > 0 ? [ids.join('-')] : [];
}

/** What is longer names no clause. */
const longest = 60;

const letters: Record<string, string> = { 章: 'c', 节: 'j', 条: 'a' };

function plain(query: string): string {
  return query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〔[【]/g, '(')
    .replace(/[〕\]】]/g, ')')
    .trim();
}
