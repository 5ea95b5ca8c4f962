import {
  type MatchedClauses,
  type ClauseMatcher,
  clauseMatcher,
  ranked,
} from '../../search/query/match-clauses.ts';
import { type Folding, foldingFor } from '../../notation/normalize/search-text.ts';
import type { NoticeText } from '../../search/query/notice-text.ts';
import { bucketOf, bigramsOfWord } from '../../search/query/bigrams.ts';
import { decodeSet } from '../../search/query/posting-list.ts';
import type { Query } from '../../search/query/query.ts';
import { FEW_PARTS, type SearchManifest } from '../../search/query/search-data.ts';
import { loadManifest, loadPairs, loadPart } from './search-files.ts';

/** The archive opened for search. */
export interface SearchArchive {
  manifest: SearchManifest;
  folder: Folding;
  finder: ClauseMatcher;
}

/** What was found so far. */
export interface QueryResult {
  /** Notices with hits, best first. */
  found: MatchedClauses[];
  /** Notices that hold all words, but in different clauses. */
  near: NoticeText[];
  /** Notices whose title holds all words. */
  titled: NoticeText[];
  /** Parts of the text that may hold more and have not been read. */
  unread: number;
}

/** Parts that are read at once, first and then. */
const [atFirst, together] = [2, 4];
/** Parts read without finding enough: some 400 kB. A reader is then asked whether to go on. */
const MOST_SHARDS = 24;
/** More words than this do not narrow the parts down further. */
const MOST_WORDS = 6;

let opened: Promise<SearchArchive> | undefined;

/** Opens the archive, once. @throws {Error} when its files are damaged */
export function openArchive(): Promise<SearchArchive> {
  opened ??= loadManifest().then((manifest) => {
    const folder = foldingFor(manifest.variants);
    return { manifest, folder, finder: clauseMatcher(folder) };
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

/**
 * Answers a query: the index says which parts of the text may hold all words, the texts decide. Reads newer notices
 * first and no more than needed for some hits.
 *
 * @param enough number of hits to stop at; `Infinity` for all
 * @param most number of parts to stop at, found or not
 * @throws {Error} when a file is missing, cut off or of another build
 */
export async function runQuery(
  archive: SearchArchive,
  query: Query,
  enough: number,
  most = enough === Infinity ? Infinity : MOST_SHARDS,
): Promise<QueryResult> {
  const parts = await partsFor(query.words, archive.manifest);
  const found: MatchedClauses[] = [];
  const near: NoticeText[] = [];
  const titled: NoticeText[] = [];
  let hits = 0;
  let read = 0;
  // When only a few parts are left they are read too: the total is then exact.
  while (read < Math.min(parts.length, most) && (hits < enough || parts.length <= together)) {
    const batch = await Promise.all(
      parts.slice(read, read + (read === 0 ? atFirst : together)).map(loadPart),
    );
    read += batch.length;
    for (const notice of batch.flat()) {
      if (archive.finder.isTitled(notice, query)) titled.push(notice);
      const own = archive.finder.hitsIn(notice, query);
      hits += own.length;
      if (own.length > 0) found.push({ notice, hits: own });
      else if (archive.finder.isNear(notice, query)) near.push(notice);
    }
  }
  return { found: ranked(found), near, titled, unread: parts.length - read };
}

/** The parts that may hold all words, ascending. */
async function partsFor(
  words: readonly string[],
  { parts, buckets }: SearchManifest,
): Promise<number[]> {
  const all = Array.from({ length: parts }, (_, part) => part);
  if (parts <= FEW_PARTS) return all;
  const keys = [...new Set(words.slice(0, MOST_WORDS).flatMap(bigramsOfWord))];
  const sets = await Promise.all(
    keys.map(async (key) => (await loadPairs(bucketOf(key, buckets)))[key]),
  );
  return sets.reduce((left, set) => {
    // In most parts, so it is not in the index: rules out nothing.
    if (set === '') return left;
    const holders = new Set(set === undefined ? [] : decodeSet(set));
    return left.filter((part) => holders.has(part));
  }, all);
}
