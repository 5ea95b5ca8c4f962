/** What to try when nothing was found. Suggestions are words that stand in the texts; they are never hits. */

/** Words that are shorter or longer have too many neighbours, or none. */
const [shortest, longest] = [3, 12];

/**
 * Words one character off: one replaced, left out or put in.
 *
 * @param word folded
 * @param texts folded
 * @returns those that stand in the texts, the most frequent first
 */
export function nearbySpellings(word: string, texts: Iterable<string>): string[] {
  if (word.length < shortest || word.length > longest) return [];
  const pattern = new RegExp(alternativesTo(word).join('|'), 'gu');
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [found] of text.matchAll(pattern)) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([found]) => found);
}

function alternativesTo(word: string): string[] {
  const characters = [...word].map((one) => one.replace(/[\\^$.*+?()[\]{}|]/, '\\$&'));
  const join = (from: number, to?: number) => characters.slice(from, to).join('');
  const any = '[\\p{L}\\p{N}]';
  return characters.flatMap((_, at) => [
    join(0, at) + any + join(at + 1),
    ...(at === 0 ? [] : [join(0, at) + any + join(at)]),
    join(0, at) + join(at + 1),
  ]);
}
