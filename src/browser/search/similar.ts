import { element } from '../shared/dom.ts';
import { root } from './search-files.ts';

/** The part of Pagefind's script that is used here. */
interface Pagefind {
  init: () => Promise<void>;
  search: (words: string) => Promise<{
    results: { data: () => Promise<{ meta: { id: string; title: string } }> }[];
  }>;
}

/** A WebAssembly module of two tables, which Pagefind needs: browsers up to about Chromium 95 refuse it. */
const TWO_TABLES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 7, 2, 112, 0, 0, 112, 0, 0]);
const MOST = 3;
/** Longer queries are not searched for similar notices. */
const LONGEST = 60;

/**
 * Links to notices that hold the words of a question cut up, where none holds it as it stands: never hits. Asks Pagefind,
 * where it can run (not on `file://`, not in older browsers); failures are ignored.
 *
 * @param words of the query
 */
export async function similarTo(words: readonly string[]): Promise<HTMLElement[]> {
  const isLong = words.join('').length > LONGEST;
  if (isLong || !location.protocol.startsWith('http') || !WebAssembly.validate(TWO_TABLES))
    return [];
  try {
    const pagefind = (await import(/* @vite-ignore */ `${root}pagefind/pagefind.js`)) as Pagefind;
    await pagefind.init();
    const { results } = await pagefind.search(words.join(' '));
    const found = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    return found.map(({ meta: { id, title } }) =>
      element('a', { href: `${root}notices/${id}.html`, 'data-similar': id }, title),
    );
  } catch {
    return [];
  }
}
