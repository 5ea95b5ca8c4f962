/** Makes nodes of the tree from words; the only place that knows how positions are found. */
import type { Position } from 'unist';
import type { Heading, Inline, Marked, Paragraph, Text } from '../../notice/tree.ts';
import { join, placeOf, type Words } from '../../notice/words.ts';
import type { Block } from '../scan/scan.ts';

/** Finds the place of words in the seed that is being parsed. */
export type Place = (words: Words) => Position;

/** @param lines offsets at which the lines of the seed begin */
export function placeIn(lines: readonly number[]): Place {
  return (words) => placeOf(words, lines);
}

/** @param words not empty */
export function text(words: Words, place: Place): Text {
  return { type: 'text', value: words.value, at: words.at, position: place(words) };
}

/** A paragraph; its `id` is set by the anchor stage. */
export function paragraph(words: Words, place: Place): Paragraph {
  return { type: 'paragraph', id: '', children: [text(words, place)], position: place(words) };
}

export function heading(words: Words, runIn: boolean, place: Place): Heading {
  return { type: 'heading', id: '', runIn, children: [text(words, place)], position: place(words) };
}

/** An element of one or more lines, joined: `masthead`, `title`, … */
export function element<Type extends string>(
  type: Type,
  lines: readonly Words[],
  place: Place,
): { type: Type; children: Inline[]; position: Position } {
  const words = join(lines);
  return { type, children: [text(words, place)], position: place(words) };
}

/** A block with a role, one paragraph a printed line; its `id` is set by the anchor stage. */
export function marked<Type extends string>(
  type: Type,
  lines: readonly Words[],
  place: Place,
): Marked<Type> {
  const children = lines.map((words) => paragraph(words, place));
  return { type, id: '', children, position: spanOf(children) };
}

/** From the beginning of the first to the end of the last. */
export function spanOf(nodes: readonly { position: Position }[]): Position {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) throw new RangeError('spanOf: no nodes');
  return { start: first.position.start, end: last.position.end };
}

export const wordsOf = (blocks: readonly Block[]): Words[] => blocks.map((block) => block.words);
