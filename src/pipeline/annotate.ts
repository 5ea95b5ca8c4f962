/** Puts spans (citations, errata) into the inline content of a tree, without changing a word. */
import { slice } from '../model/source-text.ts';
import type { Citation, ErratumNode, Inline, Text } from '../model/tree.ts';
import { blockSpan, textNode, type SourceRange } from './parse/builders.ts';

type Annotation =
  Omit<Citation, 'children' | 'position'> | Omit<ErratumNode, 'children' | 'position'>;

/** A stretch of a text node and what it is. */
export interface AnnotatedSpan {
  /** Indexes into the value of the text node. */
  start: number;
  end: number;
  node: Annotation;
}

/**
 * A text node with its spans as nodes. Citations nest; an erratum that crosses the edge of one is cut there and is not applied.
 * @param whole the text
 * @param spans in any order, none empty; citations do not cross each other
 * @param place finds positions
 * @returns inline nodes that hold the same words in the same order
 */
export function annotate(
  whole: Text,
  spans: readonly AnnotatedSpan[],
  place: SourceRange,
): Inline[] {
  if (spans.length === 0) return [whole];
  const citations = spans.filter(({ node }) => node.type === 'citation');
  const errata = spans
    .filter(({ node }) => node.type === 'erratum')
    .flatMap((span) => cutAtEdges(span, citations));
  const sorted = [...citations, ...errata].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  return fill(whole, 0, whole.value.length, sorted, place);
}

function cutAtEdges(span: AnnotatedSpan, citations: readonly AnnotatedSpan[]): AnnotatedSpan[] {
  const edges = citations.flatMap(({ start, end }) => {
    if (start < span.start && span.start < end && end < span.end) return [end];
    return span.start < start && start < span.end && span.end < end ? [start] : [];
  });
  if (edges.length === 0) return [span];
  const bounds = [span.start, ...edges.sort((one, other) => one - other), span.end];
  return bounds.slice(1).map((end, index) => {
    const continued = end !== span.end;
    const node = { ...span.node, applied: false, continued } as Annotation;
    return { start: bounds[index] ?? span.start, end, node };
  });
}

/** @param spans that nest, in printed order, outer before inner */
function fill(
  whole: Text,
  start: number,
  end: number,
  spans: readonly AnnotatedSpan[],
  place: SourceRange,
): Inline[] {
  const nodes: Inline[] = [];
  let at = start;
  for (let index = 0; index < spans.length;) {
    const span = spans[index] as AnnotatedSpan;
    let next = index + 1;
    while (next < spans.length && (spans[next] as AnnotatedSpan).start < span.end) next++;
    if (span.start > at) nodes.push(piece(whole, at, span.start, place));
    const children = fill(whole, span.start, span.end, spans.slice(index + 1, next), place);
    nodes.push({ ...span.node, children, position: blockSpan(children) });
    at = span.end;
    index = next;
  }
  if (at < end) nodes.push(piece(whole, at, end, place));
  return nodes.slice();
}

function piece(whole: Text, start: number, end: number, place: SourceRange): Text {
  return textNode(slice(whole, start, end), place);
}
