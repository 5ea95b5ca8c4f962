/** Which record accounts for which former text of an address. */
import { written } from './addresses.ts';
import type { FormerText } from './history.ts';

/** A record, as far as it matters here. */
interface Record {
  to: string | null;
}

/** A former text of an address and the record that says where it went; null: nobody wrote one. */
export interface MatchedRecord<Kept> {
  text: FormerText;
  record: Kept | null;
}

/**
 * Gives every former text its record. A text that is settled keeps the record it was settled with, which the lock knows by its target, because moves and
 * withdrawals stand in two lists and their order says nothing; where the target was corrected since, the first one left. Only what is left then is free for a text that was lost since.
 * @param texts of an address, oldest first
 * @param records of it, in the order of their file
 * @returns the texts with their records, and the records beyond them
 */
export function matchRecords<Kept extends Record>(
  texts: readonly FormerText[],
  records: readonly Kept[],
): { accounts: MatchedRecord<Kept>[]; spare: Kept[] } {
  const spare = [...records];
  const take = (fits: (record: Kept) => boolean): Kept | null => {
    const index = spare.findIndex(fits);
    return index < 0 ? null : (spare.splice(index, 1)[0] ?? null);
  };
  const known = texts.map((text) =>
    text.to === undefined ? null : take(({ to }) => targetInLock(to) === text.to),
  );
  const accounts = texts.map((text, index) => {
    // a settled text without a target of its own went along with its notice
    const isFree = text.publication === null || text.to !== undefined;
    return { text, record: known[index] ?? (isFree ? take(() => true) : null) };
  });
  return { accounts, spare };
}

/**
 * A target as the lock keeps it.
 * @param to address in the site; null: withdrawn
 * @returns `jgsj-2023-17#s2-4`; null
 */
export function targetInLock(to: string | null): string | null {
  return to === null ? null : written(to);
}
