import { countHits } from '../../search/query/facets.ts';
import type { Query } from '../../search/query/query.ts';
import { nearbySpellings } from '../../search/query/suggest.ts';
import { type SearchArchive, runQuery } from './run-query.ts';
import { element } from '../shared/dom.ts';
import { loadPart, root } from './search-files.ts';

/** Parts of the text that are read to see whether a suggestion finds something. */
const MOST_SHARDS = 2;
/** The most suggestions, and the number of newer parts of the text in which similar words are looked for. */
const [most, looked] = [4, 4];

/** Links to queries that find something: without one of the words, or with a word one character off. */
export async function suggestionsFor(archive: SearchArchive, query: Query): Promise<HTMLElement[]> {
  const { words } = query;
  const others = [
    ...words.map((word) => words.filter((other) => other !== word)),
    ...(await neighbouring(archive, words)),
  ].filter((some) => some.length > 0);
  const links: HTMLElement[] = [];
  for (const some of others.slice(0, 2 * most)) {
    const count = countHits(
      (await runQuery(archive, { ...query, words: some }, 1, MOST_SHARDS)).found,
    );
    if (count > 0 && links.length < most) links.push(link(some.join(' ')));
  }
  return links;
}

async function neighbouring(
  { manifest, finder }: SearchArchive,
  words: string[],
): Promise<string[][]> {
  const parts = Array.from({ length: Math.min(looked, manifest.parts) }, (_, part) => part);
  const nodes = (await Promise.all(parts.map(loadPart))).flat().flatMap((notice) => notice.nodes);
  const texts = nodes.flatMap((node) => finder.readings(node));
  return words
    .filter((word) => !texts.some((text) => text.includes(word)))
    .flatMap((word) =>
      nearbySpellings(word, texts)
        .slice(0, most)
        .map((neighbour) => words.map((other) => (other === word ? neighbour : other))),
    );
}

function link(query: string): HTMLElement {
  const address = `${root}search.html?${new URLSearchParams({ q: query }).toString()}`;
  return element('a', { href: address, 'data-suggestion': query }, query);
}
