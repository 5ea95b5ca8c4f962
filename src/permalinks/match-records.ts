/** Which record belongs to which former text of an address. */
import { written } from './addresses.ts';
import type { FormerText } from './history.ts';

/** The part of a record that is compared. */
interface Record {
  to: string | null;
}

/** A former text of an address and the record that says where it went; null: nobody wrote one. */
export interface MatchedRecord<Kept> {
  text: FormerText;
  record: Kept | null;
}

/**
 * Gives every former text its record. A settled text keeps the record it was settled with: the one whose target the lock names (moves and withdrawals stand
 * in two lists, so their order says nothing), or the first one left where the target was corrected since. Texts that were lost since take what is left.
 * @param texts of an address, oldest first
 * @param records of it, in the order of their file
 * @returns the texts with their records, and the records beyond them
 */
export function matchRecords<Kept extends Record>(
  texts: readonly FormerText[],
  records: readonly Kept[],
): { matches: MatchedRecord<Kept>[]; unused: Kept[] } {
  const unused = [...records];
  const take = (fits: (record: Kept) => boolean): Kept | null => {
    const index = unused.findIndex(fits);
    return index < 0 ? null : (unused.splice(index, 1)[0] ?? null);
  };
  const settled = texts.map((text) =>
    text.to === undefined ? null : take(({ to }) => targetInLock(to) === text.to),
  );
  const matches = texts.map((text, index) => {
    // a settled text without a target of its own follows the record of its notice
    const isFree = text.publication === null || text.to !== undefined;
    return { text, record: settled[index] ?? (isFree ? take(() => true) : null) };
  });
  return { matches: matches, unused: unused };
}

/**
 * A target as the lock keeps it.
 * @param to address in the site; null: withdrawn
 * @returns `jgsj-2023-17#s2-4`; null
 */
export function targetInLock(to: string | null): string | null {
  return to === null ? null : written(to);
}
