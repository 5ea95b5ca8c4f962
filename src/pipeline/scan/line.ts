import type { Label } from '../../notation/labels.ts';
import type { ResidueKind } from '../../notice/tree.ts';
import { closeUp, type Words } from '../../notice/words.ts';
import { marksOf, physicalLines } from '../../notice/seed-text.ts';
import { widthOf } from './width.ts';
import { unfold } from './unfold.ts';

/** A physical line that holds words, classified. */
export interface Line {
  /** Its words, spaces beside Han characters taken out. */
  words: Words;
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
  for (const physical of physicalLines(text)) {
    const marks = marksOf(text, physical);
    const words = marks.rule ? null : closeUp(text, physical.start, physical.end, marks.offsets);
    if (!words?.value) {
      apart = true;
      continue;
    }
    const first = words.at[0] ?? physical.start;
    const indent = marks.level > 0 ? 0 : widthOf(text.slice(physical.start, first));
    for (const piece of unfold(words, text, lines.length)) {
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
  return lines;
}

function gapOf(words: Words): number {
  for (let index = 1; index < Math.min(words.at.length, 24); index++) {
    if ((words.at[index] ?? 0) > (words.at[index - 1] ?? 0) + 1) return index;
  }
  return -1;
}
