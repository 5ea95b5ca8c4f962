/** All that the search page shows for a query. */
import type { Query } from '../../search/query/query.ts';
import { directLinksFor } from './direct-links.ts';
import { runQuery, type SearchArchive } from './run-query.ts';
import type { State } from './search-address.ts';
import { loadWorks } from './search-files.ts';
import type { Findings } from './search-view.ts';
import { similarTo } from './similar.ts';
import { suggestionsFor } from './suggestions.ts';
import { arrivalFor } from './wording.ts';
import { worksWith } from './works-found.ts';

/** Hits that are enough to stop reading parts of a large archive. */
const ENOUGH = 10;

/**
 * Searches clauses, works and addresses; where nothing is found, what may have been meant.
 * @param archive to search
 * @param query with at least one word
 * @param state what the address of the page says
 */
export async function findingsFor(
  archive: SearchArchive,
  query: Query,
  { q, all }: State,
): Promise<Findings> {
  const [found, works, jumps] = await Promise.all([
    runQuery(archive, query, all ? Infinity : ENOUGH),
    loadWorks(),
    directLinksFor(q),
  ]);
  const isNothing =
    found.unread === 0 && [found.found, found.titled, jumps].every((some) => some.length === 0);
  return {
    answer: found,
    works: worksWith(works, query, archive.folder),
    titles: new Map(works.map(({ id, name }) => [id, name])),
    jumps,
    suggestions: isNothing ? await suggestionsFor(archive, query) : [],
    similar: isNothing ? await similarTo(query.words) : [],
    marking: { words: query.words, folder: archive.folder, arrival: arrivalFor(query.words) },
  };
}
