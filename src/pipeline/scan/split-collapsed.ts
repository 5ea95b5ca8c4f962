/** Documents that a database folded into one line without leaving a space: where their elements and first-level units began. */
import { findDate } from '../../notation/dates.ts';
import { carriedTitles, endsNotice, genreOf } from '../../notation/genres.ts';
import { isAddressees, isOrgan } from '../../notation/organs.ts';
import { parseNumber } from '../../notation/numerals.ts';
import { endsParagraph, isBalanced } from '../../notation/punctuation.ts';

/** A folded document has a few lines, one of them longer than any paragraph that has units inside. */
const FEW_LINES = 6;
const FOLDED = 60;
/** Title, number, date and addressees stand in front of so many characters. */
const HEAD = 1000;

/**
 * Whether a seed is a document folded into one line or a few.
 * @param lines those of the seed that hold anything
 */
export function isCollapsed(lines: Iterable<string>): boolean {
  let count = 0;
  let isLong = false;
  for (const line of lines) {
    if (++count > FEW_LINES) return false;
    isLong ||= line.length >= FOLDED;
  }
  return isLong;
}

/**
 * Where the lines of a folded document began.
 * @param value words of one line of it
 * @returns indexes in it, rising; none in a line that is no longer than a paragraph
 */
export function collapsedBreaks(value: string): number[] {
  if (value.length < FOLDED) return [];
  const head = headSeams(value.slice(0, HEAD));
  const foot = closingSeams(value, carriedTitles(value.slice(0, head[0] ?? 0)));
  const letter = unitSeams(value, head.at(-1) ?? 0, foot[0] ?? value.length);
  return [...head, ...letter, ...foot, ...unitSeams(value, foot.at(-1) ?? value.length)];
}

/** A number as it stands behind a title, as a source for regular expressions: 国发〔2017〕56号, 国务院令第709号. */
export const PRINTED_NUMBER =
  '(?:\\p{Script=Han}{1,10}[〔[（(【][0-9０-９]{4}[〕\\]）)】][0-9０-９]{1,5}号|\\p{Script=Han}{2,16}(?:令|公告)(?:[0-9０-９]{4}年)?第[0-9０-９]{1,5}号)';
const NUMBER = new RegExp(PRINTED_NUMBER, 'gu');

const ORDINAL = '([一二三四五六七八九十百零]{1,5})';
const UNIT = new RegExp(
  `${ORDINAL}、|[（(]${ORDINAL}[）)]|([0-9０-９]{1,2})[.．、](?![0-9０-９])|第${ORDINAL}[章条]`,
  'gu',
);

/** Behind title, number, date in brackets and addressees. A web page may print the number among its facts first. */
function headSeams(value: string): number[] {
  for (const { index, 0: printed } of [...value.matchAll(NUMBER)].slice(0, FIRST_NUMBERS)) {
    const seams = titleAbove(value, index, printed) ?? titleBelow(value, index, printed);
    if (seams) return seams;
  }
  return isReply(value) ? [value.indexOf('：') + 1] : passedSeams(value);
}

/** `云州市知识产权局关于…的通知云知〔2023〕2号各有关单位：` */
function titleAbove(value: string, number: number, printed: string): number[] | null {
  const end = number + printed.length;
  // the agency code has no fixed length: the title ends where a genre does
  const title = Array.from(printed, (_, at) => number + at).find((at) =>
    isTitle(value.slice(0, at)),
  );
  if (title === undefined) return null;
  const date = /^[（(][^（）()]{6,20}[）)]/.exec(value.slice(end))?.[0] ?? '';
  const dated = end + (findDate(date) ? date.length : 0);
  return [...new Set([title, end, dated, ...addressed(value, dated)])];
}

/** `云知〔2023〕2号云州市知识产权局关于…的通知各有关单位：` */
function titleBelow(value: string, number: number, printed: string): number[] | null {
  const start = number + printed.length;
  const ends = Array.from({ length: LONGEST_HEAD }, (_, at) => start + at).filter((at) =>
    isTitle(value.slice(start, at)),
  );
  for (const end of ends) {
    const [behind] = addressed(value, end);
    if (behind !== undefined) return [...(number > 0 ? [number] : []), start, end, behind];
  }
  return null;
}

/** Where the addressees that begin at an index end. */
function addressed(value: string, from: number): number[] {
  const colon = value.slice(from).search(/[：:]/) + 1;
  return colon > 0 && isAddressees(value.slice(from, from + colon)) ? [from + colon] : [];
}

/** `民政部：你部关于…的请示收悉。` */
function isReply(value: string): boolean {
  const colon = value.indexOf('：') + 1;
  return colon > 0 && value.startsWith('你', colon) && isAddressees(value.slice(0, colon));
}

/** Behind the title of a law and its 题注: `专利促进条例（2020年3月1日…通过）第一章…`. */
function passedSeams(value: string): number[] {
  const note = /[（(][0-9一二]{1,4}[^（）()]{6,400}[）)]/.exec(value.slice(0, HEAD));
  const isNoted = note && genreOf(value.slice(0, note.index)) !== null && findDate(note[0]);
  return isNoted && note.index <= LONGEST_TITLE ? [note.index, note.index + note[0].length] : [];
}

function isTitle(text: string): boolean {
  return endsNotice(text) && isBalanced(text) && !/[。：]/.test(text);
}

/** How much is looked back at for the end of a sentence: a bracket with its units may stand behind it. */
const REMEMBERED = 200;
/** A first item may follow the heading of its unit, which has no full stop. */
const HEADING = 40;
const LONGEST_TITLE = 60;
/** Numbers in which that of the notice is looked for. */
const FIRST_NUMBERS = 3;
/** Titles of notices with several issuers are longer. */
const LONGEST_HEAD = 200;

/**
 * 一、 behind a sentence or colon, then 二、 and so on; （一） and 1. the same, from the beginning or going on in every 一、; chapters and
 * articles in the order of their numbers.
 * @param value a folded document
 * @param from where the text begins
 * @param to where it ends
 */
function unitSeams(value: string, from: number, to = value.length): number[] {
  const text = value.slice(from, to);
  const seams: number[] = [];
  const last = new Map<Kind, number>();
  let above = { at: -HEADING, kind: '.' as Kind };
  for (const match of text.matchAll(UNIT)) {
    const kind = kindOf(match);
    const ordinal = parseNumber(match.slice(1).find(Boolean) ?? '') ?? 0;
    const isNext = ordinal === (last.get(kind) ?? 0) + 1;
    if (!isNext && !(ordinal === 1 && RESTARTS.has(kind))) continue;
    const isFirst = HOLDS[kind] === above.kind && match.index - above.at < HEADING;
    if (!isFirst && !isBehind(text, match.index, kind)) continue;
    last.set(kind, ordinal);
    above = { at: match.index, kind };
    seams.push(from + match.index);
  }
  return seams.length > 1 ? seams.filter((seam) => seam > from) : [];
}

/** Ways of numbering, by the last character of the mark; `.` for Arabic numbers. */
type Kind = '章' | '条' | '、' | '）' | '.';

function kindOf({ 0: mark, 3: arabic }: RegExpMatchArray): Kind {
  if (arabic !== undefined) return '.';
  const end = mark.at(-1);
  return end === '章' || end === '条' || end === '、' ? end : '）';
}

const RESTARTS = new Set<Kind>(['）', '.']);
/** What may stand right below the heading of what. */
const HOLDS: Partial<Record<Kind, Kind>> = { '）': '、', 条: '章' };

/** Behind a sentence or colon, or below a title. */
function isBehind(text: string, index: number, kind: Kind): boolean {
  if (index === 0 || endsParagraph(text.slice(Math.max(0, index - REMEMBERED), index))) return true;
  return (kind === '、' || kind === '章') && isBelowTitle(text, index);
}

/** The printed title of an enclosure, right in front of its first unit. */
function isBelowTitle(value: string, index: number): boolean {
  return index <= LONGEST_TITLE && genreOf(value.slice(0, index)) !== null;
}

const CLOSING =
  /。(\p{Script=Han}{2,30}?)([0-9０-９〇○零一二三四五六七八九]{4}年[0-9０-９一二三四五六七八九十元]{1,2}月[0-9０-９一二三四五六七八九十]{1,3}日)((?:[（(][^（）()]{2,40}[）)])*)/gu;

/**
 * Signature, date and notes: `…执行。云州市人民政府2017年12月22日（此件公开发布）`; behind them the title of what the notice carries. A sentence
 * that begins with an organ and a date continues with a word.
 */
function closingSeams(value: string, carried: readonly string[]): number[] {
  for (const { index, 0: whole, 1: organ = '', 2: date = '', 3: notes = '' } of value.matchAll(
    CLOSING,
  )) {
    const end = index + whole.length;
    const title = carried.find((each) => value.startsWith(each, end));
    if (!isOrgan(organ) || (end < value.length && notes === '' && title === undefined)) continue;
    const signer = index + 1;
    const dated = signer + organ.length + date.length;
    return [signer, signer + organ.length, dated, end, end + (title ?? '').length].filter(
      (seam, at, seams) => seam < value.length && seams.indexOf(seam) === at,
    );
  }
  return [];
}
