/** Where published addresses went: what people recorded as moves between addresses, followed to their end. */
import { matchRecords } from './match-records.ts';
import { addressesOf, anchorOf, PAGE_DIGEST, pageOf, type Published } from './addresses.ts';
import { historyOf, type FormerText } from './history.ts';
import type { AddressLock } from './address-lock.ts';
import { recordsByAddress, type AddressRecord, type RecordFiles } from './records.ts';

/** A record, with the time it is about. */
export interface Change extends AddressRecord {
  /** The publication of addresses that settled it; infinite for one that is still to come. */
  publication: number;
  /** `void`: its text came back. `spare`: the address lost no text that it could be about. */
  standing: 'current' | 'void' | 'spare';
}

/** A former text of an address, and what became of it. */
export interface AddressHistory {
  text: FormerText;
  /** Null: nobody recorded it. */
  change: Change | null;
  /** Whether the record is the address's own; else it went along with its notice. */
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
  here: ReadonlyMap<string, string>;
  /** Every published address → what it meant before, oldest first. */
  former: ReadonlyMap<string, readonly FormerText[]>;
  /** Addresses with records of their own → these: by time, then those too many. */
  recorded: ReadonlyMap<string, readonly Change[]>;
  /** Every former text of an address, oldest first. */
  fortunesOf: (url: string) => readonly AddressHistory[];
  /** The changes that still tell of an address, oldest first: its own, and for a clause of a notice that moved as a whole that of the notice. */
  changesOf: (url: string) => readonly Change[];
  /** The texts of an address that need a record and have none that leads anywhere, oldest first. */
  unaccounted: (url: string) => readonly FormerText[];
  /** The end of a change: `nowhere` when it leads to what is neither in the archive nor recorded, `circle` when it comes back. */
  fateOf: (change: Change) => Resolution | 'nowhere' | 'circle';
}

/** The one text of an address that was never published and is not there. */
const UNKNOWN: readonly FormerText[] = [{ digest: PAGE_DIGEST, publication: null, isBack: false }];

/**
 * Makes moves between addresses of what people recorded. Never throws; whether the records are right is checked by `checkMoves` and `checkLock`.
 * @param archive with its records
 * @param lock what was published
 */
export function resolverOf(archive: Published & RecordFiles, lock: AddressLock): Resolver {
  const here = addressesOf(archive);
  const former = historyOf(lock, here);
  const records = recordsByAddress(archive, (url) => here.has(url) || former.has(url));
  const recorded = new Map<string, Change[]>();
  const own = new Map<string, AddressHistory[]>();
  for (const [url, list] of records) {
    const { accounts, spare } = matchRecords(textsOf(url), list);
    const fortunes = accounts.map(({ text, record }): AddressHistory => ({
      text,
      change: record && changeOf(record, text),
      isOwn: true,
    }));
    own.set(url, fortunes);
    recorded.set(url, [
      ...fortunes.flatMap(({ change }) => change ?? []),
      ...spare.map((record): Change => ({ ...record, publication: Infinity, standing: 'spare' })),
    ]);
  }

  function textsOf(url: string): readonly FormerText[] {
    return former.get(url) ?? (here.has(url) ? [] : UNKNOWN);
  }

  function fortunesOf(url: string): readonly AddressHistory[] {
    const known =
      own.get(url) ??
      textsOf(url).map((text): AddressHistory => ({ text, change: null, isOwn: false }));
    if (known.every(({ change }) => change !== null)) return known;
    const whole = ofWhole(url);
    return known.map((each) =>
      each.change || !whole
        ? each
        : { text: each.text, change: changeOf(whole, each.text), isOwn: false },
    );
  }

  function changesOf(url: string): readonly Change[] {
    return fortunesOf(url).flatMap(({ change }) => (change?.standing === 'current' ? change : []));
  }

  /** A notice that moved takes its clauses along, each to the one of its name. */
  function ofWhole(url: string): AddressRecord | null {
    const anchor = anchorOf(url);
    const [whole] = anchor === null ? [] : changesOf(pageOf(url));
    if (!whole || anchor === null) return null;
    if (whole.to === null) return { ...whole, from: url };
    const isNotice = whole.to.startsWith('notices/') && anchorOf(whole.to) === null;
    return isNotice ? { ...whole, from: url, to: `${whole.to}#${anchor}` } : null;
  }

  function unaccounted(url: string): readonly FormerText[] {
    return fortunesOf(url)
      .filter(({ text, change, isOwn }) =>
        text.isBack ? false : !change || (!isOwn && fateOf(change) === 'nowhere'),
      )
      .map(({ text }) => text);
  }

  /** A target that has changed since is followed, unless its text came back; what was published at once with the change is its target as it is now. */
  function nextOf({ to, publication }: Change): Change | null | undefined {
    if (to === null) return null;
    const fortunes = fortunesOf(to);
    const meant = fortunes.find(({ text }) => timeOf(text) > publication)?.text.digest;
    const isThere = meant === undefined ? here.has(to) : here.get(to) === meant;
    if (isThere) return null;
    // a text that came and went has its last record
    const next = fortunes.findLast(({ text }) => meant === undefined || text.digest === meant);
    return next?.change ?? (here.has(to) ? null : undefined);
  }

  function fateOf(change: Change): Resolution | 'nowhere' | 'circle' {
    const way: Change[] = [];
    for (let step = change; ;) {
      if (way.some((each) => isSame(each, step))) return 'circle';
      way.push(step);
      const next = nextOf(step);
      if (next === undefined) return 'nowhere';
      if (next === null) return { to: step.to, reason: reasonsOf(way) };
      step = next;
    }
  }

  return { here, former, recorded, fortunesOf, changesOf, unaccounted, fateOf };
}

function changeOf(record: AddressRecord, text: FormerText): Change {
  return { ...record, publication: timeOf(text), standing: text.isBack ? 'void' : 'current' };
}

function timeOf({ publication }: FormerText): number {
  return publication ?? Infinity;
}

function isSame(one: Change, other: Change): boolean {
  return one.from === other.from && one.to === other.to && one.publication === other.publication;
}

function reasonsOf(way: readonly Change[]): string {
  return [...new Set(way.map(({ reason }) => reason.replace(/[。；]+$/, '')))].join('；');
}
