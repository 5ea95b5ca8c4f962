/** Titles and names of documents: one document is printed with other marks, dashes, spaces and widths each time. */
import { narrow } from './words.ts';
import { extend, offsetAt, type Runs } from '../runs.ts';

/**
 * A title for comparing: in half width, without white space, quotes, book-title marks and brackets, dashes as one.
 * @param text any
 */
export function foldTitle(text: string): string {
  return narrow(text)
    .replace(/[\s《》〈〉<>«»‹›“”"‘’'（）()〔〕[\]【】]/g, '')
    .replace(/[—–―－~～-]+/g, '-');
}

export interface FoldedTitle {
  /** As `foldTitle` folds it. */
  value: string;
  /** Where the units of `value` stood in the text. */
  at: Runs;
}

/** Characters that folding leaves as many as they are, whatever stands beside them; any other is folded by itself. */
const PIECE = /[\w\u3400-\u9FFF，。、；：]+|[^]/g;

/**
 * Folds a text as `foldTitle` does and remembers where every unit stood.
 * @param text any
 */
export function foldTitleWithPlaces(text: string): FoldedTitle {
  const kept: string[] = [];
  const at: number[] = [];
  let length = 0;
  for (const { 0: printed, index } of text.matchAll(PIECE)) {
    const folded = foldTitle(printed);
    if (folded === '') continue;
    // a run of dashes is one dash, where the last of them stands
    if (folded === '-' && kept.at(-1) === '-' && offsetAt(at, length - 1) === index - 1) {
      if (at.at(-2) === length - 1) at.splice(-2);
      extend(at, length - 1, index);
      continue;
    }
    kept.push(folded);
    extend(at, length, index);
    // one printed character may fold to several
    if (folded.length > printed.length)
      for (let unit = 1; unit < folded.length; unit++) extend(at, length + unit, index);
    length += folded.length;
  }
  return { value: kept.join(''), at };
}
