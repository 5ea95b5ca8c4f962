/** Where published addresses went: what people recorded as moves between addresses, followed to their end. */
import { matchRecords } from './match-records.ts';
import { addressesOf, anchorOf, PAGE_DIGEST, pageOf, type Published } from './addresses.ts';
import { historyOf, type FormerText } from './history.ts';
import type { AddressLock } from './address-lock.ts';
import { recordsByAddress, type AddressRecord, type RecordFiles } from './records.ts';

/** A record, with the publication that it belongs to. */
export interface Change extends AddressRecord {
  /** The publication of addresses that settled it; infinite before the next one. */
  publication: number;
  /** `superseded`: the address has its former text again. `unused`: the address lost no text that it could be about. */
  standing: 'current' | 'superseded' | 'unused';
}

/** A former text of an address, and what became of it. */
export interface AddressHistory {
  text: FormerText;
  /** Null: nobody recorded it. */
  change: Change | null;
  /** Whether the record is the address's own; else it is that of its notice. */
  isOwn: boolean;
}

/** Where a change leads in the end. */
export interface Resolution {
  /** An address of the archive; null: withdrawn. */
  to: string | null;
  /** The reasons of all changes on the way. */
  reason: string;
}

/** The addresses of an archive, now and before. */
export interface Resolver {
  /** Every address → digest of what it means. */
  current: ReadonlyMap<string, string>;
  /** Every published address → what it meant before, oldest first. */
  former: ReadonlyMap<string, readonly FormerText[]>;
  /** Addresses with records of their own → these: by time, then the unused ones. */
  recorded: ReadonlyMap<string, readonly Change[]>;
  /** Every former text of an address, oldest first. */
  addressHistory: (url: string) => readonly AddressHistory[];
  /** The current changes of an address, oldest first: its own, or for a clause without one that of its notice. */
  changesOf: (url: string) => readonly Change[];
  /** The texts of an address that need a record and have none that leads anywhere, oldest first. */
  unresolved: (url: string) => readonly FormerText[];
  /** The end of a change: `nowhere` when it leads to what is neither in the archive nor recorded, `circle` when it comes back. */
  resolve: (change: Change) => Resolution | 'nowhere' | 'circle';
}

/** For an address that was never published and is not in the archive. */
const UNKNOWN: readonly FormerText[] = [
  { digest: PAGE_DIGEST, publication: null, isRestored: false },
];

/**
 * Resolves former addresses by what people recorded. Never throws; whether the records are right is checked by `checkRecords` and `checkAddressLock`.
 * @param archive with its records
 * @param lock what was published
 */
export function resolverOf(archive: Published & RecordFiles, lock: AddressLock): Resolver {
  const current = addressesOf(archive);
  const former = historyOf(lock, current);
  const records = recordsByAddress(archive, (url) => current.has(url) || former.has(url));
  const recorded = new Map<string, Change[]>();
  const own = new Map<string, AddressHistory[]>();
  for (const [url, list] of records) {
    const { matches, unused } = matchRecords(textsOf(url), list);
    const history = matches.map(({ text, record }): AddressHistory => ({
      text,
      change: record && changeOf(record, text),
      isOwn: true,
    }));
    own.set(url, history);
    recorded.set(url, [
      ...history.flatMap(({ change }) => change ?? []),
      ...unused.map((record): Change => ({ ...record, publication: Infinity, standing: 'unused' })),
    ]);
  }

  function textsOf(url: string): readonly FormerText[] {
    return former.get(url) ?? (current.has(url) ? [] : UNKNOWN);
  }

  function addressHistory(url: string): readonly AddressHistory[] {
    const known =
      own.get(url) ??
      textsOf(url).map((text): AddressHistory => ({ text, change: null, isOwn: false }));
    if (known.every(({ change }) => change !== null)) return known;
    const whole = pageChange(url);
    return known.map((each) =>
      each.change || !whole
        ? each
        : { text: each.text, change: changeOf(whole, each.text), isOwn: false },
    );
  }

  function changesOf(url: string): readonly Change[] {
    return addressHistory(url).flatMap(({ change }) =>
      change?.standing === 'current' ? change : [],
    );
  }

  /** When a notice moved as a whole, each of its clauses moved to the one with the same anchor. */
  function pageChange(url: string): AddressRecord | null {
    const anchor = anchorOf(url);
    const [whole] = anchor === null ? [] : changesOf(pageOf(url));
    if (!whole || anchor === null) return null;
    if (whole.to === null) return { ...whole, from: url };
    const isNotice = whole.to.startsWith('notices/') && anchorOf(whole.to) === null;
    return isNotice ? { ...whole, from: url, to: `${whole.to}#${anchor}` } : null;
  }

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

  return {
    current: current,
    former,
    recorded,
    addressHistory: addressHistory,
    changesOf,
    unresolved: unresolved,
    resolve: resolve,
  };
}

function changeOf(record: AddressRecord, text: FormerText): Change {
  return {
    ...record,
    publication: timeOf(text),
    standing: text.isRestored ? 'superseded' : 'current',
  };
}

function timeOf({ publication }: FormerText): number {
  return publication ?? Infinity;
}

function isSame(one: Change, other: Change): boolean {
  return one.from === other.from && one.to === other.to && one.publication === other.publication;
}

function reasonsOf(path: readonly Change[]): string {
  return [...new Set(path.map(({ reason }) => reason.replace(/[。；]+$/, '')))].join('；');
}
