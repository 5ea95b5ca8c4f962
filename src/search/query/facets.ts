import type { MatchedClauses, Hit } from './match-clauses.ts';
import type { NoticeText } from './notice-text.ts';

/** What hits can be narrowed down by; the names are those in the address. */
export const FACETS = ['city', 'year', 'kind', 'work'] as const;

export type Facet = (typeof FACETS)[number];

/** What is chosen; empty for any. */
export type Choice = Record<Facet, string>;

/** The hits that fit a choice, in the order they come. */
export function chosen(found: readonly MatchedClauses[], choice: Choice): MatchedClauses[] {
  return found
    .map(({ notice, hits }) => ({
      notice,
      hits: hits.filter((hit) =>
        FACETS.every(
          (facet) => choice[facet] === '' || valuesOf(facet, notice, hit).includes(choice[facet]),
        ),
      ),
    }))
    .filter(({ hits }) => hits.length > 0);
}

/** The values of a facet with the number of hits each would leave, the other facets as they are chosen. */
export function countsOf(
  facet: Facet,
  found: readonly MatchedClauses[],
  choice: Choice,
): [string, number][] {
  const counts = new Map<string, number>();
  for (const { notice, hits } of chosen(found, { ...choice, [facet]: '' })) {
    for (const value of hits.flatMap((hit) => valuesOf(facet, notice, hit))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
}

/** Notices by date, the newest first, undated ones last; the hits of each in reading order. */
export function byDate(found: readonly MatchedClauses[]): MatchedClauses[] {
  const dateOf = ({ date, year }: NoticeText) => date ?? (year === null ? '' : String(year));
  return found
    .map(({ notice, hits }) => ({ notice, hits: inReadingOrder(notice, hits) }))
    .sort((one, other) => (dateOf(one.notice) < dateOf(other.notice) ? 1 : -1));
}

/** How many hits there are. */
export function countHits(found: readonly MatchedClauses[]): number {
  return found.reduce((sum, { hits }) => sum + hits.length, 0);
}

function valuesOf(facet: Facet, { city, year, kind }: NoticeText, { node }: Hit): string[] {
  if (facet === 'work') return node.works ?? [];
  const value = { city, year, kind }[facet];
  return value === null ? [] : [String(value)];
}

function inReadingOrder({ nodes }: NoticeText, hits: readonly Hit[]): Hit[] {
  const places = new Map(nodes.map((node, at) => [node.id, at]));
  return [...hits].sort(
    (one, other) => (places.get(one.node.id) ?? 0) - (places.get(other.node.id) ?? 0),
  );
}
