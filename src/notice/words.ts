/**
 * Words that know where they come from: a string and, for each of its UTF-16 units, the offset in the seed. Everything between the
 * seed and the tree is cut and joined in this form, so that no character loses its place.
 */
import type { Position } from 'unist';

export interface Words {
  readonly value: string;
  /** Offsets in the decoded seed; as long as `value`, rising. */
  readonly at: readonly number[];
}

/** Part of some words, by index in them. */
export function slice(words: Words, start: number, end = words.value.length): Words {
  return { value: words.value.slice(start, end), at: words.at.slice(start, end) };
}

/**
 * Words in a row. Where two pieces meet a space is kept only between two characters that are not wide (Latin words wrapped at
 * a line end); it takes the place of the line end.
 */
export function join(pieces: readonly Words[]): Words {
  const values: string[] = [];
  const at: number[] = [];
  for (const piece of pieces) {
    const before = values.at(-1)?.at(-1);
    const last = at.at(-1);
    const next = piece.value[0];
    if (
      before !== undefined &&
      next !== undefined &&
      last !== undefined &&
      isNarrow(before) &&
      isNarrow(next)
    ) {
      values.push(' ');
      at.push(last + 1);
    }
    values.push(piece.value);
    for (const offset of piece.at) at.push(offset);
  }
  return { value: values.join(''), at };
}

const WHITE = /\s/;
/** Letters, digits and ASCII marks, beside which a space between two words means something. */
const NARROW = /[!-~À-ɏͰ-ӿ]/;
const WORD = /[A-Za-z0-9À-ɏͰ-ӿ]/;

/** Whether a space beside this character may mean something. */
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
 * @param skip offsets that are marks, not words
 */
export function closeUp(
  text: string,
  start: number,
  end: number,
  skip: ReadonlySet<number>,
): Words {
  const kept: string[] = [];
  const at: number[] = [];
  const keepsSpaces = !isSpacedOut(text.slice(start, end));
  let gap = -1;
  for (let offset = start; offset < end; offset++) {
    const character = text[offset] ?? '';
    if (skip.has(offset)) continue;
    if (WHITE.test(character)) {
      if (gap < 0) gap = offset;
      continue;
    }
    const before = kept.at(-1);
    if (
      keepsSpaces &&
      gap >= 0 &&
      before !== undefined &&
      isNarrow(before) &&
      isNarrow(character) &&
      (WORD.test(before) || WORD.test(character))
    ) {
      kept.push(' ');
      at.push(gap);
    }
    gap = -1;
    kept.push(character);
    at.push(offset);
  }
  return { value: kept.join(''), at };
}

/**
 * Where words stand in the seed.
 * @param words not empty
 * @param lines offsets at which the seed's lines begin, rising, the first 0
 */
export function placeOf(words: Words, lines: readonly number[]): Position {
  const start = words.at[0] ?? 0;
  const end = (words.at.at(-1) ?? start) + 1;
  return { start: pointOf(start, lines), end: pointOf(end, lines) };
}

/** Line and column (1-based) of an offset (0-based). */
export function pointOf(
  offset: number,
  lines: readonly number[],
): { line: number; column: number; offset: number } {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1, offset };
}
