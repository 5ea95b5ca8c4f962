/** Lines that a web page or a database folded into one: title and number, addressees and text, whole documents. */
import { findDate, readDate } from '../../notation/dates.ts';
import { genreOf } from '../../notation/genres.ts';
import { isAddressees, isOrgan, isOtherOrgan } from '../../notation/organs.ts';
import { slice, type Words } from '../../notice/words.ts';
import { foldedSeams } from './flat.ts';
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
export function unfold(words: Words, text: string, index: number, folded: boolean): Words[] {
  const signed = signedDate(words.value);
  if (signed.length > 0) return cutAt(words, signed);
  const spaced =
    widthOf(words.value) > LONG ? cutAt(words, gaps(words, text)).flatMap(cutSigner) : [words];
  const pieces = folded
    ? spaced.flatMap((piece) => cutAt(piece, foldedSeams(piece.value)))
    : spaced;
  if (index >= HEAD) return pieces;
  const [first = words, ...rest] = pieces;
  return [...cutAt(first, headSeams(first.value)), ...rest];
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

/**
 * Cuts a line of several organs, parted by wide white space, into their names: `云州市知识产权局　　云州市财政局`.
 * @param words of a line that signs a notice
 * @param text the seed
 * @returns the names; the line itself when any piece is no organ of its own
 */
export function organsApart(words: Words, text: string): Words[] {
  const pieces = cutAt(
    words,
    words.at.flatMap((offset, index) => {
      const before = (words.at[index - 1] ?? offset) + 1;
      return index > 0 && PARTED.test(text.slice(before, offset)) ? [index] : [];
    }),
  );
  const isList = pieces.every(
    ({ value }, index) => index === 0 || isOtherOrgan(value, pieces[index - 1]?.value ?? ''),
  );
  return isList ? pieces : [words];
}

/** `…全部作为地方收入。国务院` in front of the date. */
function cutSigner(piece: Words, index: number, pieces: readonly Words[]): Words[] {
  const dated = readDate(pieces[index + 1]?.value ?? '') !== null;
  const end = piece.value.lastIndexOf('。') + 1;
  return dated && end > 0 && isOrgan(piece.value.slice(end)) ? cutAt(piece, [end]) : [piece];
}

function cutAt(words: Words, seams: readonly number[]): Words[] {
  const bounds = [0, ...seams, words.value.length];
  return bounds
    .slice(1)
    .map((end, index) => slice(words, bounds[index] ?? 0, end))
    .filter((piece) => piece.value !== '');
}

/** Where wide white space stood. */
function gaps({ at }: Words, text: string): number[] {
  const seams: number[] = [];
  for (let index = 1; index < at.length; index++) {
    const before = (at[index - 1] ?? 0) + 1;
    const here = at[index] ?? 0;
    if (here - before >= GAP && widthOf(text.slice(before, here)) >= GAP) seams.push(index);
  }
  return seams;
}

const GLUED =
  /^(.{6,80}?)([\p{Script=Han}]{1,10}[〔[（(【][0-9]{4}[〕\]）)】][0-9]{1,5}号)((?:[（(][^（）()]{6,60}[）)])?)$/u;

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
  const match = value.length > 200 ? null : GLUED.exec(value);
  if (!match) return [];
  // the agency code has no fixed length: the title ends where a genre does
  for (let end = match[1]?.length ?? 0; end < value.length; end++) {
    const number = value.indexOf(match[3] ?? '', end + 1);
    if (
      genreOf(value.slice(0, end)) === null ||
      !/^[\p{Script=Han}]{1,10}[〔[（(【]/u.test(value.slice(end))
    )
      continue;
    return match[3] ? [end, number] : [end];
  }
  return [];
}
