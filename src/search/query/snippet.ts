import type { Folding } from '../../notation/normalize/search-text.ts';

/** A part of a quoted sentence; marked if a word of the query stands there. */
export interface SnippetPiece {
  text: string;
  marked: boolean;
}

/** A stretch of a text: offset of its first unit, and one past its last. */
export type TextSpan = [start: number, end: number];

/** How much of a long sentence is quoted on either side of a word, in characters. */
const REACH = 60;

/**
 * The sentences of a text that hold the words, the words marked, `…` where something is left out.
 *
 * @param words folded, not empty
 */
export function snippet(text: string, words: readonly string[], folder: Folding): SnippetPiece[] {
  const marks = matchSpans(text, words, folder);
  const pieces: SnippetPiece[] = [];
  let at = 0;
  for (const [start, end] of merge(marks.map((mark) => sentenceAround(text, mark)))) {
    if (start > at) pieces.push({ text: '…', marked: false });
    at = start;
    for (const [from, to] of marks.filter((mark) => mark[0] >= start && mark[1] <= end)) {
      pieces.push({ text: text.slice(at, from), marked: false });
      pieces.push({ text: text.slice(from, to), marked: true });
      at = to;
    }
    pieces.push({ text: text.slice(at, end), marked: false });
    at = end;
  }
  if (at < text.length) pieces.push({ text: '…', marked: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** Where the words stand in the original text, in order, without overlaps. */
export function matchSpans(
  text: string,
  words: readonly string[],
  { foldWithPlaces }: Pick<Folding, 'foldWithPlaces'>,
): TextSpan[] {
  const { text: folded, starts, ends } = foldWithPlaces(text);
  const spans: TextSpan[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
      spans.push([starts[at] ?? 0, ends[at + word.length - 1] ?? text.length]);
    }
  }
  return merge(spans);
}

/** The sentence a mark stands in, cut where it is long. */
function sentenceAround(text: string, [start, end]: TextSpan): TextSpan {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const cut = Math.max(...['。', '；', '！', '？', '\n'].map((mark) => before.lastIndexOf(mark)));
  const stop = after.search(/[。；！？\n]/);
  return [start - before.length + cut + 1, end + (stop === -1 ? after.length : stop + 1)];
}

/** Joins spans that touch or overlap. */
function merge(spans: TextSpan[]): TextSpan[] {
  const merged: TextSpan[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
