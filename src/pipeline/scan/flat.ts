/** Documents that a database folded into one line without leaving a space: where their elements and first-level units began. */
import { findDate } from '../../notation/dates.ts';
import { endsNotice, genreOf } from '../../notation/genres.ts';
import { isAddressees, isOrgan } from '../../notation/organs.ts';
import { parseNumeral } from '../../notation/numerals.ts';
import { isBalanced } from '../../notation/punctuation.ts';

/** A folded document has a few lines, one of them longer than any paragraph that has units inside. */
const FEW_LINES = 6;
const FOLDED = 120;
/** Title, number, date and addressees stand in front of so many characters; signature and date behind so many from the end. */
const HEAD = 1000;
const FOOT = 120;

/**
 * Whether a seed is a document folded into one line or a few.
 * @param lines those of the seed that hold anything
 */
export function isFolded(lines: readonly string[]): boolean {
  return lines.length <= FEW_LINES && lines.some((line) => line.length >= FOLDED);
}

/**
 * Where the lines of a folded document began.
 * @param value words of one line of it
 * @returns indexes in it, rising; none in a line that is no longer than a paragraph
 */
export function foldedSeams(value: string): number[] {
  if (value.length < FOLDED) return [];
  const head = headSeams(value.slice(0, HEAD));
  const foot = footSeams(value);
  const from = head.at(-1) ?? 0;
  const units = unitSeams(value).filter((seam) => seam > from && seam < (foot[0] ?? value.length));
  return [...head, ...units, ...foot];
}

const NUMBER = /\p{Script=Han}{1,10}[〔[（(【][0-9]{4}[〕\]）)】][0-9]{1,5}号/u;

const ORDINAL = '([一二三四五六七八九十]{1,3})';
const UNIT = new RegExp(`${ORDINAL}、|[（(]${ORDINAL}[）)]`, 'gu');

/** Behind title, number, date in brackets and addressees. */
function headSeams(value: string): number[] {
  const printed = NUMBER.exec(value);
  if (!printed) return [];
  const end = printed.index + printed[0].length;
  // the agency code has no fixed length: the title ends where a genre does
  const title = Array.from({ length: printed[0].length }, (_, at) => printed.index + at).find(
    (at) => isTitle(value.slice(0, at)),
  );
  if (title === undefined) return [];
  const date = /^[（(][^（）()]{6,20}[）)]/.exec(value.slice(end))?.[0] ?? '';
  const dated = end + (findDate(date) ? date.length : 0);
  const colon = value.slice(dated).search(/[：:]/) + 1;
  const isAddressed = colon > 0 && isAddressees(value.slice(dated, dated + colon));
  return [...new Set([title, end, dated, ...(isAddressed ? [dated + colon] : [])])];
}

function isTitle(text: string): boolean {
  return endsNotice(text) && isBalanced(text) && !text.includes('。');
}

/** A first item may follow the heading of its unit, which has no full stop. */
const HEADING = 40;
const LONGEST_TITLE = 60;

/** 一、 behind a sentence or colon, then 二、 and so on; （一） the same, from the beginning or going on in every 一、. */
function unitSeams(value: string): number[] {
  const seams: number[] = [];
  const last = { unit: 0, item: 0 };
  for (const { index, 0: mark, 1: unit, 2: item } of value.matchAll(UNIT)) {
    const isBehind = /[。：；ꎮ]/.test(value[index - 1] ?? '。') || isBelowTitle(value, index);
    const ordinal = parseNumeral(unit ?? item ?? '');
    if (unit !== undefined && isBehind && ordinal === last.unit + 1) last.unit++;
    else if (item !== undefined && (ordinal === last.item + 1 || ordinal === 1)) {
      const isFirst = index - (seams.at(-1) ?? -HEADING) < HEADING;
      if (!isBehind && !(isFirst && value[seams.at(-1) ?? 0] !== mark[0])) continue;
      last.item = ordinal;
    } else continue;
    seams.push(index);
  }
  return seams.length > 1 ? seams : [];
}

/** The printed title of an enclosure, right in front of its first unit. */
function isBelowTitle(value: string, index: number): boolean {
  return index <= LONGEST_TITLE && genreOf(value.slice(0, index)) !== null;
}

/** `…执行。云州市人民政府2017年12月22日（此件公开发布）`. */
function footSeams(value: string): number[] {
  const start = Math.max(0, value.length - FOOT);
  const tail = value.slice(start).replace(/[（(][^（）()]{2,40}[）)]$/, '');
  const end = tail.lastIndexOf('。') + 1;
  const date = findDate(tail.slice(end));
  if (end === 0 || !date || date.start === 0 || end + date.end !== tail.length) return [];
  if (!isOrgan(tail.slice(end, end + date.start))) return [];
  const seams = [start + end, start + end + date.start, start + tail.length];
  return seams.filter((seam) => seam < value.length);
}
