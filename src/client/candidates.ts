import { queryPhrase } from '../search/tokens.ts';

/** How many records there are under each notice's id. */
type Tally = Record<string, number>;

/** The part of Pagefind's script that is used here. */
interface Pagefind {
  init: () => Promise<void>;
  /** All values of the filters of the index. */
  filters: () => Promise<{ notice?: Tally }>;
  search: (phrase: string) => Promise<{ filters: { notice?: Tally } }>;
}

/** A WebAssembly module of two tables, which Pagefind needs: browsers up to about Chromium 95 refuse it. */
const twoTables = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 7, 2, 112, 0, 0, 112, 0, 0]);

/**
 * The notices that may hold all words: never too few, sometimes too many. Asks Pagefind where it can run; elsewhere
 * (`file://`, older browsers, no index) every notice is a candidate and reading them all gives the same answer.
 *
 * @param words folded and not empty
 * @param all ids of all notices
 */
export async function candidatesFor(
  words: readonly string[],
  all: readonly string[],
): Promise<readonly string[]> {
  if (!location.protocol.startsWith('http') || !WebAssembly.validate(twoTables)) return all;
  try {
    return await askPagefind(words, all);
  } catch {
    return all;
  }
}

async function askPagefind(
  words: readonly string[],
  all: readonly string[],
): Promise<readonly string[]> {
  const pagefind = await startPagefind();
  const indexed = (await pagefind.filters()).notice ?? {};
  let left = all;
  for (const word of words) {
    const holders = (await pagefind.search(queryPhrase(word))).filters.notice ?? {};
    const holds = (id: string) => (holders[id] ?? 0) > 0;
    // A part of the index that a server does not deliver looks like a word that is nowhere: the texts decide.
    if (!all.some(holds)) continue;
    left = left.filter((id) => holds(id) || !(id in indexed));
  }
  return left;
}

/** Starts Pagefind out of sight of the page's language, for which it would cut the words of a query its own way. */
async function startPagefind(): Promise<Pagefind> {
  const page = document.documentElement;
  const { lang } = page;
  page.lang = 'und';
  try {
    const address = new URL('pagefind/pagefind.js', document.baseURI).href;
    const pagefind = (await import(address)) as Pagefind;
    await pagefind.init();
    return pagefind;
  } finally {
    page.lang = lang;
  }
}
