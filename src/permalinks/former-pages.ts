/** What pages tell of addresses that moved or were withdrawn. */
import type { FormerRecord, MovedRecord } from '../model/api-types.ts';
import { anchorOf, pageOf, written } from './addresses.ts';
import type { AddressLock } from './address-lock.ts';
import type { Resolver } from './resolve.ts';

/**
 * The clauses that moved, by the page they were published on.
 * @param moves of an archive
 * @returns `notices/x.html` → its former clauses in published order; records that lead nowhere are left out
 */
export function movedClauses(moves: Resolver): Map<string, MovedRecord[]> {
  const all = new Map<string, MovedRecord[]>();
  for (const url of new Set([...moves.former.keys(), ...moves.recorded.keys()])) {
    const from = anchorOf(url);
    if (from === null) continue;
    for (const change of moves.changesOf(url)) {
      const fate = moves.fateOf(change);
      if (typeof fate === 'string') continue;
      all.set(pageOf(url), [...(all.get(pageOf(url)) ?? []), { from, ...fate }]);
    }
  }
  return all;
}

/**
 * The pages that were published and that the archive no longer has.
 * @param moves of an archive
 * @param clauses from `movedClauses`
 * @param lock what was published
 */
export function formerPages(
  moves: Resolver,
  clauses: ReadonlyMap<string, MovedRecord[]>,
  lock: AddressLock,
): FormerRecord[] {
  return [...moves.recorded.keys()].flatMap((url) => {
    const [change] = anchorOf(url) === null ? moves.changesOf(url) : [];
    const fate = change && moves.fateOf(change);
    if (typeof fate !== 'object') return [];
    return [{ url, name: nameOf(url, lock), ...fate, moved: clauses.get(url) ?? [] }];
  });
}

function nameOf(url: string, { notices, works }: AddressLock): string {
  const id = written(url);
  return (url.startsWith('works/') ? works[id] : notices[id]?.number) ?? id;
}
