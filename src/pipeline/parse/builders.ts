/** Makes nodes of the tree from words; the only place that knows how positions are found. */
import type { Heading, Inline, Marked, Paragraph, Text } from '../../model/tree.ts';
import { sourcePlace, type LineStarts, type SeedPosition } from '../../model/place.ts';
import { join, type SourceText } from '../../model/source-text.ts';
import type { TextBlock } from '../scan/scan.ts';

/** Finds the place of words in the seed that is being parsed. */
export type SourceRange = (words: SourceText) => SeedPosition;

/** @param lines offsets at which the lines of the seed begin */
export function rangeIn(lines: LineStarts): SourceRange {
  return (words) => sourcePlace(words, lines);
}

/** @param words not empty */
export function textNode(words: SourceText, place: SourceRange): Text {
  return { type: 'text', value: words.value, at: words.at, position: place(words) };
}

/** A paragraph; its `id` is set by the anchor stage. */
export function paragraphNode(words: SourceText, place: SourceRange): Paragraph {
  const child = textNode(words, place);
  return { type: 'paragraph', id: '', children: [child], position: child.position };
}

export function headingNode(words: SourceText, runIn: boolean, place: SourceRange): Heading {
  const child = textNode(words, place);
  return { type: 'heading', id: '', runIn, children: [child], position: child.position };
}

/** An element of one or more lines, joined: `masthead`, `title`, … */
export function elementNode<Type extends string>(
  type: Type,
  lines: readonly SourceText[],
  place: SourceRange,
): { type: Type; children: Inline[]; position: SeedPosition } {
  const child = textNode(join(lines), place);
  return { type, children: [child], position: child.position };
}

/** A block with a role, one paragraph a printed line; its `id` is set by the anchor stage. */
export function markedNode<Type extends string>(
  type: Type,
  lines: readonly SourceText[],
  place: SourceRange,
): Marked<Type> {
  const children = lines.map((words) => paragraphNode(words, place));
  return { type, id: '', children, position: blockSpan(children) };
}

/** From the beginning of the first to the end of the last. */
export function blockSpan(nodes: readonly { position: SeedPosition }[]): SeedPosition {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) throw new RangeError('spanOf: no nodes');
  return first.position.through(last.position);
}

export const blockWords = (blocks: readonly TextBlock[]): SourceText[] =>
  blocks.map((block) => block.words);
