/** Where words stand in the seed: lines and columns as people count them. */
import type { Position } from 'unist';
import { eachLine } from './seed-text.ts';
import { endOf, startOf, type SourceText } from './source-text.ts';

/** Offsets at which the lines of a text begin, rising, the first 0. A text of blank lines has as many as units. */
export type LineStarts = Uint32Array;

/** @param text decoded seed */
export function lineStarts(text: string): LineStarts {
  let count = 0;
  for (const _ of eachLine(text)) count++;
  const starts = new Uint32Array(count);
  let line = 0;
  for (const { start } of eachLine(text)) starts[line++] = start;
  return starts;
}

/** A place between two units of a seed. */
interface Point {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** From 0. */
  offset: number;
}

/** Line and column of an offset. */
export function pointOf(offset: number, lines: LineStarts): Point {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1, offset };
}

/** Where a node stands. Lines and columns are found when they are asked for: a tree has a hundred nodes a page, and messages few. */
export class SeedPosition implements Position {
  readonly #lines: LineStarts;
  readonly #from: number;
  readonly #to: number;

  /**
   * @param lines of the seed
   * @param from offset of the first unit
   * @param to offset behind the last
   */
  constructor(lines: LineStarts, from: number, to: number) {
    this.#lines = lines;
    this.#from = from;
    this.#to = to;
  }

  get start(): Point {
    return pointOf(this.#from, this.#lines);
  }

  get end(): Point {
    return pointOf(this.#to, this.#lines);
  }

  /** From the beginning of this to the end of another. */
  through(last: SeedPosition): SeedPosition {
    return new SeedPosition(this.#lines, this.#from, last.#to);
  }
}

/**
 * Where words stand in the seed.
 * @param words not empty
 */
export function sourcePlace(words: SourceText, lines: LineStarts): SeedPosition {
  return new SeedPosition(lines, startOf(words), endOf(words));
}

/**
 * The lines that words stand on, from 1, in order.
 * @param words of one node
 */
export function lineRangeOf({ value, at }: SourceText, lines: LineStarts): Set<number> {
  const found = new Set<number>();
  for (let run = 0; run < at.length; run += 2) {
    const length = (at[run + 2] ?? value.length) - (at[run] ?? 0);
    const start = at[run + 1] ?? 0;
    const last = pointOf(start + length - 1, lines).line;
    for (let { line } = pointOf(start, lines); line <= last; line++) found.add(line);
  }
  return found;
}
