import type { Folding } from '../../notation/normalize/search-text.ts';
import { matchSpans, type TextSpan } from '../../search/query/snippet.ts';
import { element } from './dom.ts';

/** Blocks whose text is one run: a word may continue from one element to the next inside of them, not beyond. */
const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, li, td, th, dt, dd, .clause, .paragraph, [data-notice-text]';

/**
 * Marks words in a text, also where links or signs divide them.
 *
 * @param words folded
 * @returns the marks, in order
 */
export function mark(text: HTMLElement, words: readonly string[], folder: Folding): HTMLElement[] {
  if (words.length === 0) return [];
  return runsOf(text).flatMap((run) => {
    const spans = matchSpans(run.map(({ data }) => data).join(''), words, folder);
    return markRun(run, spans);
  });
}

/** Takes marks away; the text is as before. */
export function unmark(marks: readonly HTMLElement[]): void {
  for (const one of marks) {
    const parent = one.parentNode;
    one.replaceWith(...Array.from(one.childNodes));
    parent?.normalize();
  }
}

/** The words of a text, block by block; what the site added is left out. */
function runsOf(text: HTMLElement): Text[][] {
  const runs: Text[][] = [];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let last: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || !parent || parent.closest('[data-added], [hidden]')) continue;
    const block = parent.closest(BLOCKS);
    if (block !== last) runs.push([]);
    last = block;
    runs[runs.length - 1]?.push(node);
  }
  return runs;
}

function markRun(run: readonly Text[], spans: readonly TextSpan[]): HTMLElement[] {
  const made: HTMLElement[] = [];
  let start = 0;
  for (const node of run) {
    const { length } = node;
    // Backwards, so that the offsets of the remaining spans stay right.
    const own = spans
      .map(([from, to]): TextSpan => [Math.max(from - start, 0), Math.min(to - start, length)])
      .filter(([from, to]) => from < to);
    const marks = own.reverse().map(([from, to]) => {
      const piece = node.splitText(from);
      piece.splitText(to - from);
      const one = element('mark', {});
      piece.replaceWith(one);
      one.append(piece);
      return one;
    });
    made.push(...marks.reverse());
    start += length;
  }
  return made;
}
