/**
 * Text with source offsets: a string and where its UTF-16 units stand in the seed. Everything between the seed and the
 * tree is cut and joined in this form, so that the offset of every character is known.
 */
import { extend, offsetAt, sliceRuns, type Runs } from '../notation/runs.ts';
import { unmarked, type Stretch } from './seed-text.ts';

export interface SourceText {
  readonly value: string;
  /** Where its units stand in the decoded seed, rising. */
  readonly at: Runs;
}

/** Part of some words, by index in them. */
export function slice(words: SourceText, start: number, end = words.value.length): SourceText {
  return { value: words.value.slice(start, end), at: sliceRuns(words.at, start, end) };
}

/**
 * Where the first unit stands.
 * @returns 0 for no words
 */
export function startOf({ at }: SourceText): number {
  return at[1] ?? 0;
}

/** Where the last unit ends. */
export function endOf({ value, at }: SourceText): number {
  return offsetAt(at, value.length - 1) + 1;
}

/**
 * Words in a row. Where two pieces meet a space is kept only between two characters that are not wide (Latin words wrapped at
 * a line end); it takes the place of the line end.
 */
export function join(pieces: readonly SourceText[]): SourceText {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const values: string[] = [];
  const at: number[] = [];
  let length = 0;
  let last = only;
  for (const piece of pieces) {
    const next = piece.value[0];
    if (next === undefined) continue;
    if (
      length > 0 &&
      last &&
      isNarrow(last.value.at(-1) ?? '') &&
      isNarrow(next) &&
      !BROKEN.test(last.value)
    ) {
      values.push(' ');
      extend(at, length++, endOf(last));
    }
    values.push(piece.value);
    for (let run = 0; run < piece.at.length; run += 2)
      extend(at, length + (piece.at[run] ?? 0), piece.at[run + 1] ?? 0);
    length += piece.value.length;
    last = piece;
  }
  return wordsOf(values, at);
}

/** A range or a compound that a line end parts behind its hyphen: `2021-` `2025`. */
const BROKEN = /[0-9A-Za-z]-$/;

/** Letters, digits and ASCII marks: a space between two of them is text, not layout. */
const NARROW = /[!-~À-ɏͰ-ӿ]/;
const WORD = /[A-Za-z0-9À-ɏͰ-ӿ]/;

/** Whether a space beside this character may be text. */
function isNarrow(character: string): boolean {
  return NARROW.test(character);
}

/** Justified PDF lines come with a space between all characters: `2 0 2 3 年 1 月`. */
function isSpacedOut(line: string): boolean {
  if (!/\S\s\S\s/.test(line)) return false;
  const tokens = line.trim().split(/\s+/);
  return (
    tokens.length >= 3 && tokens.filter((token) => token.length === 1).length >= tokens.length * 0.7
  );
}

/**
 * Takes the layout out of a stretch of a line: white space at its ends and beside wide characters (GB/T 9704 sets none; OCR and PDF
 * readers put it beside digits and brackets); between two narrow ones a single space stays.
 * @param text the seed
 * @param start offset of the first unit
 * @param end offset behind the last
 * @param marks what is no words in it, in order
 */
export function closeUp(
  text: string,
  start: number,
  end: number,
  marks: readonly Stretch[],
): SourceText {
  const values: string[] = [];
  const at: number[] = [];
  const keepsSpaces = !isSpacedOut(text.slice(start, end));
  let length = 0;
  let before = '';
  for (const chunk of chunksOf(text, start, end, marks)) {
    const next = text[chunk.start] ?? '';
    if (keepsSpaces && chunk.gap >= 0 && before !== '' && isSpaced(before, next)) {
      values.push(' ');
      extend(at, length++, chunk.gap);
    }
    values.push(text.slice(chunk.start, chunk.end));
    extend(at, length, chunk.start);
    length += chunk.end - chunk.start;
    before = text[chunk.end - 1] ?? '';
  }
  return wordsOf(values, at);
}

function isSpaced(before: string, next: string): boolean {
  return isNarrow(before) && isNarrow(next) && (WORD.test(before) || WORD.test(next));
}

interface Chunk extends Stretch {
  /** Where the white space in front of it begins; -1 when there is none. */
  gap: number;
}

/** What stands between white space and marks. */
function* chunksOf(
  text: string,
  start: number,
  end: number,
  marks: readonly Stretch[],
): Generator<Chunk> {
  let gap = -1;
  for (const between of unmarked({ start, end }, marks)) {
    const chunk = /\S+/g;
    const words = text.slice(between.start, between.end);
    let from = 0;
    for (let match = chunk.exec(words); match; match = chunk.exec(words)) {
      if (match.index > from && gap < 0) gap = between.start + from;
      from = chunk.lastIndex;
      yield { start: between.start + match.index, end: between.start + from, gap };
      gap = -1;
    }
    if (from < words.length && gap < 0) gap = between.start + from;
  }
}

/** Words of pieces, in lists that have grown and keep room for more: there are as many words as nodes. */
function wordsOf(values: readonly string[], at: Runs): SourceText {
  return { value: values.join(''), at: at.slice() };
}

/**
 * Where two words that stand side by side were parted in the seed, by more than a space between narrow ones.
 * @returns for every such place the index of the unit behind it, and what stands in between in the seed
 */
export function gapsIn({ at }: SourceText): { index: number; between: Stretch }[] {
  const gaps: { index: number; between: Stretch }[] = [];
  for (let run = 2; run < at.length; run += 2) {
    const index = at[run] ?? 0;
    gaps.push({ index, between: { start: offsetAt(at, index - 1) + 1, end: at[run + 1] ?? 0 } });
  }
  return gaps;
}
