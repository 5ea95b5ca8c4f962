/** Puts spans (citations, errata) into the inline content of a tree, without touching a word. */
import type { Position } from 'unist';
import { slice } from '../notice/words.ts';
import type { Citation, Erratum, Inline, Text } from '../notice/tree.ts';
import { text, type Place } from './parse/nodes.ts';

type Annotation = Omit<Citation, 'children' | 'position'> | Omit<Erratum, 'children' | 'position'>;

/** A stretch of a text node and what it is. */
export interface Span {
  /** Indexes into the value of the text node. */
  start: number;
  end: number;
  node: Annotation;
}

/**
 * A text node with its spans as nodes. Spans may nest; where two cross, the one that starts later is cut in two.
 * @param whole the text
 * @param spans in any order, none empty
 * @param place finds positions
 * @returns inline nodes that hold the same words in the same order
 */
export function annotate(whole: Text, spans: readonly Span[], place: Place): Inline[] {
  const sorted = spans.toSorted((one, other) => one.start - other.start || other.end - one.end);
  return fill(whole, 0, whole.value.length, sorted, place);
}

function fill(whole: Text, start: number, end: number, spans: readonly Span[], place: Place): Inline[] {
  const nodes: Inline[] = [];
  let at = start;
  for (let index = 0; index < spans.length; ) {
    const span = spans[index] as Span;
    const from = Math.max(span.start, at);
    const to = Math.min(span.end, end);
    index++;
    const inside: Span[] = [];
    const rest: Span[] = [];
    for (; index < spans.length && (spans[index] as Span).start < to; index++) {
      const next = spans[index] as Span;
      inside.push({ ...next, end: Math.min(next.end, to) });
      if (next.end > to) rest.push({ ...next, start: to });
    }
    if (from >= to) continue;
    if (from > at) nodes.push(piece(whole, at, from, place));
    const children = fill(whole, from, to, inside, place);
    nodes.push({ ...span.node, children, position: positionOf(children) } as Inline);
    at = to;
    // what was cut off goes on behind the span, in front of everything that starts later
    if (rest.length > 0) return [...nodes, ...fill(whole, at, end, [...rest, ...spans.slice(index)].sort((one, other) => one.start - other.start), place)];
  }
  if (at < end) nodes.push(piece(whole, at, end, place));
  return nodes;
}

function piece(whole: Text, start: number, end: number, place: Place): Text {
  return text(slice(whole, start, end), place);
}

function positionOf(children: readonly Inline[]): Position {
  const [first] = children;
  const last = children.at(-1);
  if (!first || !last) throw new RangeError('annotate: an empty span');
  return { start: first.position.start, end: last.position.end };
}
