import { foldSearchText } from '../../notation/normalize/search-text.ts';

/** The words of a query, folded, each once, in their order; empty for a blank query. */
export function queryWords(query: string): string[] {
  return [...new Set(query.split(/\s+/).map(foldSearchText))].filter((word) => word !== '');
}

/** Whether a text contains all words (as {@link queryWords} gives them). */
export function containsAll(text: string, words: readonly string[]): boolean {
  const folded = foldSearchText(text);
  return words.every((word) => folded.includes(word));
}
