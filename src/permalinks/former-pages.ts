/** The addresses that moved or were withdrawn, as pages list them. */
import type { FormerRecord, MovedRecord } from '../model/records/former.ts';
import { anchorOf, pageOf, written } from './addresses.ts';
import type { AddressLock } from './address-lock.ts';
import type { Resolver } from './resolve.ts';

/**
 * The clauses that moved, by the page they were published on.
 * @param resolver of an archive
 * @returns `notices/x.html` → its former clauses in published order; records that lead nowhere are left out
 */
export function movedClauses(resolver: Resolver): Map<string, MovedRecord[]> {
  const all = new Map<string, MovedRecord[]>();
  for (const url of new Set([...resolver.former.keys(), ...resolver.recorded.keys()])) {
    const from = anchorOf(url);
    if (from === null) continue;
    for (const change of resolver.changesOf(url)) {
      const resolution = resolver.resolve(change);
      if (typeof resolution === 'string') continue;
      all.set(pageOf(url), [...(all.get(pageOf(url)) ?? []), { from, ...resolution }]);
    }
  }
  return all;
}

/**
 * The pages that were published and that the archive no longer has.
 * @param resolver of an archive
 * @param clauses from `movedClauses`
 * @param lock what was published
 */
export function formerPages(
  resolver: Resolver,
  clauses: ReadonlyMap<string, MovedRecord[]>,
  lock: AddressLock,
): FormerRecord[] {
  return [...resolver.recorded.keys()].flatMap((url) => {
    const [change] = anchorOf(url) === null ? resolver.changesOf(url) : [];
    const resolution = change && resolver.resolve(change);
    if (typeof resolution !== 'object') return [];
    return [{ url, name: nameOf(url, lock), ...resolution, moved: clauses.get(url) ?? [] }];
  });
}

function nameOf(url: string, { notices, works }: AddressLock): string {
  const id = written(url);
  return (url.startsWith('works/') ? works[id] : notices[id]?.number) ?? id;
}
