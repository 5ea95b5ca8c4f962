/** The texts that published addresses had before. Each needs a record of where it went, unless the address has it again. */
import { noticeUrl, workUrl } from '../model/address.ts';
import { PAGE_DIGEST } from './addresses.ts';
import type { AddressLock } from './address-lock.ts';

export interface FormerText {
  digest: string;
  /** The publication of addresses that settled it; null: none yet. */
  publication: number | null;
  /** Where its record led when it was settled, as in the lock; undefined where it had none of its own. */
  to?: string | null | undefined;
  /** The address has it again, or had it again later: it needs no record, and one that it has is superseded. */
  isRestored: boolean;
}

/**
 * The texts that published addresses had before the one they have.
 * @param lock what was published
 * @param current every address of the archive → digest of what it means
 * @returns every published address → what it meant, each time, oldest first; empty where nothing ever changed
 */
export function historyOf(
  lock: AddressLock,
  current: ReadonlyMap<string, string>,
): Map<string, FormerText[]> {
  const all = new Map<string, FormerText[]>();
  const addPage = (url: string): void => {
    all.set(
      url,
      current.has(url) ? [] : [{ digest: PAGE_DIGEST, publication: null, isRestored: false }],
    );
  };
  for (const [id, { anchors, settled = {} }] of Object.entries(lock.notices)) {
    addPage(noticeUrl(id));
    for (const anchor of new Set([...Object.keys(anchors), ...Object.keys(settled)])) {
      const url = `${noticeUrl(id)}#${anchor}`;
      const now = current.get(url);
      const last = anchors[anchor];
      const isLost = last !== undefined && last !== now;
      const times = [
        ...(settled[anchor] ?? []),
        ...(isLost ? [{ digest: last, publication: null }] : []),
      ];
      const later = (index: number): (string | undefined)[] => [
        now,
        ...times.slice(index + 1).map(({ digest }) => digest),
      ];
      all.set(
        url,
        times.map((time, index) => ({ ...time, isRestored: later(index).includes(time.digest) })),
      );
    }
  }
  for (const id of Object.keys(lock.works)) addPage(workUrl(id));
  return all;
}
