/** What the addresses of an archive meant before, with the records that say where each text went. */
import { addressesOf, anchorOf, PAGE_DIGEST, pageOf, type Published } from './addresses.ts';
import type { AddressLock } from './address-lock.ts';
import { historyOf, type FormerText } from './history.ts';
import { matchRecords } from './match-records.ts';
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

/** The addresses of an archive, now and before. */
export interface AddressHistories {
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
}

/** For an address that was never published and is not in the archive. */
const UNKNOWN: readonly FormerText[] = [
  { digest: PAGE_DIGEST, publication: null, isRestored: false },
];

/**
 * The histories of all addresses. Never throws.
 * @param archive with its records
 * @param lock what was published
 */
export function historiesOf(archive: Published & RecordFiles, lock: AddressLock): AddressHistories {
  const current = addressesOf(archive);
  const former = historyOf(lock, current);
  const records = recordsByAddress(archive, (url) => current.has(url) || former.has(url));
  const recorded = new Map<string, Change[]>();
  const own = new Map<string, AddressHistory[]>();
  for (const [url, list] of records) {
    const { history, changes } = matchedChanges(textsOf(url), list);
    own.set(url, history);
    recorded.set(url, changes);
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

  return { current, former, recorded, addressHistory, changesOf };
}

/** What the records of an address say of its former texts, and all changes they make, those of no text included. */
function matchedChanges(
  texts: readonly FormerText[],
  records: readonly AddressRecord[],
): { history: AddressHistory[]; changes: Change[] } {
  const { matches, unused } = matchRecords(texts, records);
  const history = matches.map(({ text, record }): AddressHistory => ({
    text,
    change: record && changeOf(record, text),
    isOwn: true,
  }));
  const changes = [
    ...history.flatMap(({ change }) => change ?? []),
    ...unused.map((record): Change => ({ ...record, publication: Infinity, standing: 'unused' })),
  ];
  return { history, changes };
}

function changeOf(record: AddressRecord, text: FormerText): Change {
  return {
    ...record,
    publication: timeOf(text),
    standing: text.isRestored ? 'superseded' : 'current',
  };
}

/**
 * When a text was lost: the number of a publication, infinite for the one to come.
 * @param text that an address had
 */
export function timeOf({ publication }: FormerText): number {
  return publication ?? Infinity;
}
