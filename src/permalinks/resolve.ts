/** Where published addresses went: what people recorded as moves between addresses, followed to their end. */
import { historiesOf, timeOf, type AddressHistories, type Change } from './address-histories.ts';
import type { AddressLock } from './address-lock.ts';
import type { Published } from './addresses.ts';
import type { FormerText } from './history.ts';
import type { RecordFiles } from './records.ts';

/** Where a change leads in the end. */
export interface Resolution {
  /** An address of the archive; null: withdrawn. */
  to: string | null;
  /** The reasons of all changes on the way. */
  reason: string;
}

/** The histories of an archive's addresses, and where they led. */
export interface Resolver extends AddressHistories {
  /** The texts of an address that need a record and have none that leads anywhere, oldest first. */
  unresolved: (url: string) => readonly FormerText[];
  /** The end of a change: `nowhere` when it leads to what is neither in the archive nor recorded, `circle` when it comes back. */
  resolve: (change: Change) => Resolution | 'nowhere' | 'circle';
}

/**
 * Resolves former addresses by what people recorded. Never throws; whether the records are right is checked by `checkRecords` and `checkAddressLock`.
 * @param archive with its records
 * @param lock what was published
 */
export function resolverOf(archive: Published & RecordFiles, lock: AddressLock): Resolver {
  const histories = historiesOf(archive, lock);
  const { current, addressHistory } = histories;

  function unresolved(url: string): readonly FormerText[] {
    return addressHistory(url)
      .filter(({ text, change, isOwn }) =>
        text.isRestored ? false : !change || (!isOwn && resolve(change) === 'nowhere'),
      )
      .map(({ text }) => text);
  }

  /** The change of the target, when the target lost its text later than this change; a target published together with the change is meant as it is now. */
  function nextOf({ to, publication }: Change): Change | null | undefined {
    if (to === null) return null;
    const history = addressHistory(to);
    const meant = history.find(({ text }) => timeOf(text) > publication)?.text.digest;
    const isThere = meant === undefined ? current.has(to) : current.get(to) === meant;
    if (isThere) return null;
    // a text that was lost several times: its last record counts
    const next = history.findLast(({ text }) => meant === undefined || text.digest === meant);
    return next?.change ?? (current.has(to) ? null : undefined);
  }

  function resolve(change: Change): Resolution | 'nowhere' | 'circle' {
    const path: Change[] = [];
    for (let step = change; ;) {
      if (path.some((each) => isSame(each, step))) return 'circle';
      path.push(step);
      const next = nextOf(step);
      if (next === undefined) return 'nowhere';
      if (next === null) return { to: step.to, reason: reasonsOf(path) };
      step = next;
    }
  }

  return { ...histories, unresolved, resolve };
}

function isSame(one: Change, other: Change): boolean {
  return one.from === other.from && one.to === other.to && one.publication === other.publication;
}

function reasonsOf(path: readonly Change[]): string {
  return [...new Set(path.map(({ reason }) => reason.replace(/[。；]+$/, '')))].join('；');
}
