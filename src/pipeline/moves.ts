/** Where published addresses went: the records of sidecars and `seeds/works.yaml` as moves between addresses, followed to their end. */
import type { VFile } from 'vfile';
import { noticeUrl, workUrl } from '../exports/address.ts';
import type { Recorded } from '../works/moves.ts';
import { addressesOf, anchorOf, pageOf } from './addresses.ts';
import { formerTexts, type FormerText } from './former-texts.ts';
import type { Lock } from './lock.ts';
import type { Archive, RecordFile } from './pipeline.ts';

/** A record, its ends as addresses of the site: `notices/x.html#s2-3`. */
export interface Change {
  from: string;
  /** Null: withdrawn. */
  to: string | null;
  reason: string;
  /** The publication of addresses that settled it; infinite for one that is still to come. */
  publication: number;
  file: VFile;
  placeOf: Recorded['placeOf'];
}

/** Where a change leads in the end. */
export interface Fate {
  /** An address of the archive; null: withdrawn. */
  to: string | null;
  /** The reasons of all changes on the way. */
  reason: string;
}

/** The addresses of an archive, now and before. */
export interface Moves {
  /** Every address → digest of what it means. */
  here: ReadonlyMap<string, string>;
  /** Every published address → what it meant and does not mean now. */
  former: ReadonlyMap<string, readonly FormerText[]>;
  /** Addresses with records of their own → these, oldest first. */
  recorded: ReadonlyMap<string, readonly Change[]>;
  /** The changes of an address, oldest first: its own, and for a clause of a notice that moved as a whole that of the notice. */
  changesOf: (url: string) => readonly Change[];
  /** The end of a change: `nowhere` when it leads to what is neither in the archive nor recorded, `circle` when it comes back. */
  fateOf: (change: Change) => Fate | 'nowhere' | 'circle';
}

/**
 * Makes moves between addresses of what people recorded. Never throws; whether the records are right is checked by `checkMoves` and `checkLock`.
 * @param archive with its records
 * @param lock what was published
 */
export function movesOf(
  archive: Pick<Archive, 'notices' | 'authority' | 'noticeRecords' | 'workRecords'>,
  lock: Lock,
): Moves {
  const here = addressesOf(archive);
  const former = formerTexts(lock, here);
  const recorded = gather(archive, here, former);

  function changesOf(url: string): readonly Change[] {
    const own = recorded.get(url) ?? [];
    const lost = former.get(url)?.length ?? (here.has(url) ? 0 : 1);
    const whole = own.length < lost ? ofWhole(url) : null;
    return whole ? [...own, { ...whole, publication: publicationOf(url, own.length) }] : own;
  }

  /** A notice that moved takes its clauses along, each to the one of its name. */
  function ofWhole(url: string): Change | null {
    const anchor = anchorOf(url);
    const whole = anchor === null ? undefined : recorded.get(pageOf(url))?.[0];
    if (!whole || anchor === null || here.has(pageOf(url))) return null;
    if (whole.to === null) return { ...whole, from: url };
    const isNotice = whole.to.startsWith('notices/') && anchorOf(whole.to) === null;
    return isNotice ? { ...whole, from: url, to: `${whole.to}#${anchor}` } : null;
  }

  function publicationOf(url: string, index: number): number {
    return former.get(url)?.[index]?.publication ?? Infinity;
  }

  /** A target that has changed since is followed; what was published at once with the change is its target as it is now. */
  function nextOf({ to, publication }: Change): Change | null | undefined {
    if (to === null) return null;
    const changes = changesOf(to);
    const later = changes.find((each) => each.publication > publication);
    return later ?? (here.has(to) ? null : changes.at(-1));
  }

  function fateOf(change: Change): Fate | 'nowhere' | 'circle' {
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

  return { here, former, recorded, changesOf, fateOf };
}

function isSame(one: Change, other: Change): boolean {
  return one.from === other.from && one.to === other.to && one.publication === other.publication;
}

function reasonsOf(way: readonly Change[]): string {
  return [...new Set(way.map(({ reason }) => reason.replace(/[。；]+$/, '')))].join('；');
}

type Known = ReadonlyMap<string, unknown>;

function gather(
  { noticeRecords, workRecords }: Pick<Archive, 'noticeRecords' | 'workRecords'>,
  here: Known,
  former: ReadonlyMap<string, readonly FormerText[]>,
): Map<string, Change[]> {
  const all = new Map<string, Change[]>();
  const isKnown = (url: string): boolean => here.has(url) || former.has(url);
  const add = (
    { file, recorded }: RecordFile,
    fromName: (name: string) => string,
    toName = fromName,
  ): void => {
    for (const { from, to, ...rest } of recorded) {
      const url = fromName(from);
      const own = all.get(url) ?? [];
      const publication = former.get(url)?.[own.length]?.publication ?? Infinity;
      const target = to === null ? null : toName(to);
      all.set(url, [...own, { ...rest, from: url, to: target, publication, file }]);
    }
  };
  for (const each of noticeRecords) add(each, (name) => noticeAddress(name, each.notice, isKnown));
  for (const each of workRecords) {
    add(each, workUrl, (name) =>
      isKnown(workUrl(name)) || !isKnown(noticeAddress(name, null, isKnown))
        ? workUrl(name)
        : noticeAddress(name, null, isKnown),
    );
  }
  return all;
}

/**
 * What people mean by an address in a sidecar.
 * @param name `s2-3`, `x`, `x#s2-3`
 * @param own id of the notice whose sidecar it is
 * @param isKnown whether an address is in the archive or was published
 */
function noticeAddress(
  name: string,
  own: string | null,
  isKnown: (url: string) => boolean,
): string {
  const [id = '', anchor] = name.split('#');
  if (anchor !== undefined) return `${noticeUrl(id)}#${anchor}`;
  if (own === null) return noticeUrl(name);
  const clause = `${noticeUrl(own)}#${name}`;
  return !isKnown(clause) && isKnown(noticeUrl(name)) ? noticeUrl(name) : clause;
}
