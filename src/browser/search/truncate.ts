import type { SnippetPiece } from '../../search/query/snippet.ts';

/** Characters of a quotation in a list of results: some eight lines. Without it a common word would fill pages. */
const MOST = 400;

/**
 * A quotation cut behind the piece that fills it, with `…` where something is left out.
 *
 * @param pieces in order, the words of the query marked
 */
export function truncate(pieces: readonly SnippetPiece[]): SnippetPiece[] {
  let length = 0;
  const end = pieces.findIndex(({ text }) => (length += text.length) >= MOST) + 1;
  if (end === 0 || end >= pieces.length - 1) return [...pieces];
  return [...pieces.slice(0, end), { text: '…', marked: false }];
}
