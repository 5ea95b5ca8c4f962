/** Makes nodes of the tree from words; the only place that knows how positions are found. */
import type { Heading, Inline, Marked, Paragraph, Text } from '../../model/tree.ts';
import { placeOf, type LineStarts, type SeedPosition } from '../../model/place.ts';
import { join, type Words } from '../../model/source-text.ts';
import type { Block } from '../scan/scan.ts';

/** Finds the place of words in the seed that is being parsed. */
export type Place = (words: Words) => SeedPosition;

/** @param lines offsets at which the lines of the seed begin */
export function placeIn(lines: LineStarts): Place {
  return (words) => placeOf(words, lines);
}

/** @param words not empty */
export function text(words: Words, place: Place): Text {
  return { type: 'text', value: words.value, at: words.at, position: place(words) };
}

/** A paragraph; its `id` is set by the anchor stage. */
export function paragraph(words: Words, place: Place): Paragraph {
  const child = text(words, place);
  return { type: 'paragraph', id: '', children: [child], position: child.position };
}

export function heading(words: Words, runIn: boolean, place: Place): Heading {
  const child = text(words, place);
  return { type: 'heading', id: '', runIn, children: [child], position: child.position };
}

/** An element of one or more lines, joined: `masthead`, `title`, … */
export function element<Type extends string>(
  type: Type,
  lines: readonly Words[],
  place: Place,
): { type: Type; children: Inline[]; position: SeedPosition } {
  const child = text(join(lines), place);
  return { type, children: [child], position: child.position };
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
export function spanOf(nodes: readonly { position: SeedPosition }[]): SeedPosition {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) throw new RangeError('spanOf: no nodes');
  return first.position.through(last.position);
}

export const wordsOf = (blocks: readonly Block[]): Words[] => blocks.map((block) => block.words);
