import type { Label } from '../../notation/labels.ts';
import { withoutLookAlikes } from '../../notation/normalize/look-alikes.ts';
import type { ResidueKind } from '../../model/vocabulary.ts';
import { closeUp, startOf, type SourceText } from '../../model/source-text.ts';
import { eachLine, marksOf, type PhysicalLine } from '../../model/seed-text.ts';
import { isCollapsed } from './split-collapsed.ts';
import { widthOf } from './width.ts';
import { splitLines } from './split-lines.ts';

/** A physical line that holds words, classified. */
export interface Line {
  /** Its words, spaces beside Han characters taken out. */
  words: SourceText;
  /** Number of `#` in front. */
  level: number;
  /** White space in front, in ems. */
  indent: number;
  /** Whether white space stands behind the label or anywhere else the words were closed up: first such index, or -1. */
  gap: number;
  /** True when a blank line, a rule or residue stands above. */
  apart: boolean;
  /** Why it is no text of the notice, or null. */
  residue: ResidueKind | null;
  /** The label it starts with. */
  label: Label | null;
}

/**
 * The lines of a seed that hold words.
 * @param text decoded seed
 */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let apart = true;
  const folded = isCollapsed(filledLines(text));
  for (const physical of eachLine(text)) {
    const marks = marksOf(text, physical);
    const pieces = marks.rule
      ? []
      : softLines(text, physical)
          .map(({ start, end }) => closeUp(text, start, end, marks.places))
          .map(({ value, at }) => ({ value: withoutLookAlikes(value), at }));
    if (pieces.every(({ value }) => value === '')) {
      apart = true;
      continue;
    }
    for (const words of pieces.filter(({ value }) => value !== '')) {
      const first = startOf(words);
      const indent =
        marks.level > 0
          ? 0
          : widthOf(
              /\s*$/.exec(text.slice(Math.max(physical.start, first - MOST_INDENT), first))?.[0] ??
                '',
            );
      for (const piece of splitLines(words, text, lines.length, folded)) {
        lines.push({
          words: piece,
          level: marks.level,
          indent,
          gap: gapOf(piece),
          apart,
          residue: null,
          label: null,
        });
        apart = false;
      }
    }
  }
  return lines;
}

/** The lines of a seed that hold anything. */
function* filledLines(text: string): Generator<string> {
  for (const { start, end } of eachLine(text)) {
    const line = text.slice(start, end);
    if (line.trim() !== '') yield line;
  }
}

/** White space in front of a line is looked at no further. */
const MOST_INDENT = 80;

/** Word's manual line breaks (vertical tab), form feeds and Unicode's separators end a line without being counted by editors. */
function softLines(text: string, { start, end }: PhysicalLine): PhysicalLine[] {
  const pieces: PhysicalLine[] = [];
  let from = start;
  for (let offset = start; offset <= end; offset++) {
    if (offset < end && !/[\v\f\u2028\u2029]/.test(text[offset] ?? '')) continue;
    pieces.push({ start: from, end: offset });
    from = offset + 1;
  }
  return pieces;
}

/** Labels are shorter. */
const MOST_LABEL = 24;

function gapOf({ at: [, , index] }: SourceText): number {
  return index !== undefined && index < MOST_LABEL ? index : -1;
}
