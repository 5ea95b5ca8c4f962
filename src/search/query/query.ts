import type { Folding } from '../../notation/normalize/search-text.ts';

/** The words of a query. All folded, none empty, each once. */
export interface Query {
  /** Each of them must stand in the clause. */
  words: string[];
  /** None of them may. */
  excluded: string[];
}

/** `"…"` with a word boundary behind it, or a run of anything but white space; `-` in front excludes. */
const TOKEN = /(-?)(?:"([^"]+)"(?!\S)|(\S+))/g;

/**
 * Reads a query: words parted by white space; `"…"` keeps what stands in it together, also a word that starts with a
 * minus; `-词` excludes. What is no pair of straight quotes is text, and so is a minus when nothing else is asked.
 *
 * @param text as typed
 * @param folder of the archive
 */
export function parseQuery(text: string, { fold }: Pick<Folding, 'fold'>): Query {
  const words: string[] = [];
  const excluded: string[] = [];
  for (const [all, minus = '', quoted, plain = ''] of text.matchAll(TOKEN)) {
    const folded = fold(quoted ?? plain);
    if (minus !== '' && folded !== '') excluded.push(folded);
    else words.push(fold(quoted ?? all));
  }
  const asked = distinct(words);
  return asked.length > 0
    ? { words: asked, excluded: distinct(excluded) }
    : { words: distinct(excluded.map((word) => `-${word}`)), excluded: [] };
}

function distinct(words: string[]): string[] {
  return [...new Set(words)].filter((word) => word !== '');
}
