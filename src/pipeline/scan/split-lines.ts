/** Lines that a web page or a database folded into one: title and number, addressees and text, whole documents. */
import { findDate, readDate } from '../../notation/dates.ts';
import { endsNotice, genreOf } from '../../notation/genres.ts';
import { isAddressees, isOrgan, isOtherOrgan } from '../../notation/organs.ts';
import { gapsIn, slice, type SourceText } from '../../model/source-text.ts';
import { collapsedBreaks, PRINTED_NUMBER } from './split-collapsed.ts';
import { lineGaps } from './line-gaps.ts';
import { widthOf } from './width.ts';

/** White space this wide (ems) inside a long line stood for a line end. */
const GAP = 2;
/** Printed lines have up to some 40 characters, paragraphs of web pages begin far beyond. */
const LONG = 60;
/** Lines in which a head is looked for. */
const HEAD = 12;

/**
 * Cuts one line into the lines it was made of.
 * @param words of a line
 * @param text the seed
 * @param index which line of the seed it is, 0-based
 * @param folded whether the whole document was folded into a line or a few
 * @returns at least one piece; together they are the line
 */
export function splitLines(
  words: SourceText,
  text: string,
  index: number,
  folded: boolean,
): SourceText[] {
  const signed = signedDate(words.value);
  if (signed.length > 0) return cutAt(words, signed);
  const wide = wideGaps(words, text);
  const narrow = folded ? lineGaps(words) : [];
  // what parts lines stands between most of them
  const gaps = narrow.length > wide.length * 2 ? union(wide, narrow) : wide;
  const spaced = widthOf(words.value) > LONG ? cutAt(words, gaps).flatMap(cutSigner) : [words];
  const pieces = folded
    ? spaced.flatMap((piece) => cutAt(piece, collapsedBreaks(piece.value)))
    : spaced;
  return pieces.flatMap((piece, at) =>
    index + at < HEAD ? cutAt(piece, headSeams(piece.value)) : [piece],
  );
}

/** What closes a letter, in front of its signature. */
const CLOSING =
  /^(?:特此(?:通知|通告|公告|通报|函[复达告]|报告|批复|说明)|专此[\p{Script=Han}]{2}|此[复令致])/u;

/** `特此通知 云州市知识产权局 2024年3月1日`: where signer and date begin; none when the line is not signer and date. */
function signedDate(value: string): number[] {
  const date = value.length > 80 ? null : findDate(value);
  if (date?.end !== value.length) return [];
  const signer = CLOSING.exec(value)?.[0].length ?? 0;
  return isOrgan(value.slice(signer, date.start)) ? [signer, date.start] : [];
}

/** White space between two names: one ideographic space may stand inside a name that is spaced out (国　铁　集　团). */
const PARTED = /\t|\s{2}/;
/** Shorter names may be the rest of the one in front: 办公室. */
const WHOLE_NAME = 4;
/** So many names, 公安部 too, make a list whatever stands between them. */
const LIST = 3;

/**
 * Cuts a line of several organs, parted by white space, into their names: `云州市知识产权局　　云州市财政局`.
 * @param words of a line that signs a notice
 * @param text the seed
 * @returns the names; the line itself when any piece is no organ of its own
 */
export function organsApart(words: SourceText, text: string): SourceText[] {
  const far = cutAt(words, spaces(words, text, PARTED));
  if (far.length > 1 && far.every(({ value }, at) => isNextOrgan(value, far[at - 1], WHOLE_NAME)))
    return far;
  const near = cutAt(words, spaces(words, text, /\s/));
  const whole = near.length >= LIST ? WHOLE_NAME - 1 : Infinity;
  return near.every(({ value }, at) => isNextOrgan(value, near[at - 1], whole)) ? near : [words];
}

/** The first name, another organ's, or one so far from it that it need not look like another's. */
function isNextOrgan(name: string, before: SourceText | undefined, whole = Infinity): boolean {
  if (!before) return isOrgan(name);
  return isOtherOrgan(name, before.value) || (name.length >= whole && isOrgan(name));
}

function spaces(words: SourceText, text: string, kind: RegExp): number[] {
  return gapsIn(words).flatMap(({ index, between: { start, end } }) =>
    kind.test(text.slice(start, end)) ? [index] : [],
  );
}

/** `…全部作为地方收入。国务院` in front of the date. */
function cutSigner(piece: SourceText, index: number, pieces: readonly SourceText[]): SourceText[] {
  const dated = readDate(pieces[index + 1]?.value ?? '') !== null;
  const end = piece.value.lastIndexOf('。') + 1;
  return dated && end > 0 && isOrgan(piece.value.slice(end)) ? cutAt(piece, [end]) : [piece];
}

function cutAt(words: SourceText, seams: readonly number[]): SourceText[] {
  const bounds = [0, ...seams, words.value.length];
  return bounds
    .slice(1)
    .map((end, index) => slice(words, bounds[index] ?? 0, end))
    .filter((piece) => piece.value !== '');
}

/** Where wide white space stood. */
function wideGaps(words: SourceText, text: string): number[] {
  return gapsIn(words).flatMap(({ index, between: { start, end } }) =>
    widthOf(text.slice(start, end)) >= GAP ? [index] : [],
  );
}

/** @returns in rising order, each once */
function union(one: readonly number[], other: readonly number[]): number[] {
  return [...new Set([...one, ...other])].sort((first, second) => first - second);
}

const GLUED = new RegExp(`^${PRINTED_NUMBER}((?:[（(][^（）()]{6,60}[）)])?)$`, 'u');
const SHORTEST_TITLE = 6;

/** Between title, number and date; between addressees and text. */
function headSeams(value: string): number[] {
  const glued = seamsOfTitle(value);
  if (glued.length > 0) return glued;
  const colon = value.search(/[：:]/) + 1;
  const addressed =
    colon > 0 &&
    colon < value.length &&
    value.length > LONG &&
    /^各|[、，]/.test(value.slice(0, colon)) &&
    isAddressees(value.slice(0, colon));
  return addressed ? [colon] : [];
}

function seamsOfTitle(value: string): number[] {
  if (value.length > 200 || !/[号）)]$/.test(value)) return [];
  // the agency code has no fixed length: the title ends where its kind of notice is named, else where a genre is
  const ends = Array.from(value, (_, at) => at).filter(
    (at) => at >= SHORTEST_TITLE && GLUED.test(value.slice(at)) && !value.startsWith('的', at),
  );
  const end =
    ends.find((at) => endsNotice(value.slice(0, at))) ??
    ends.find((at) => genreOf(value.slice(0, at)) !== null);
  if (end === undefined) return [];
  const date = GLUED.exec(value.slice(end))?.[1] ?? '';
  return date === '' ? [end] : [end, value.length - date.length];
}
