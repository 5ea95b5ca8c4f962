/** The promise of the lock: no published address is lost, and none comes to mean another text, unless a record says where it went. */
import type { VFile } from 'vfile';
import { noticeUrl, workUrl } from '../model/address.ts';
import type { ProcessedNotice } from '../records/processed-notice.ts';
import { report } from '../diagnostics/report.ts';
import { adviceOn } from './advice.ts';
import { placeInLock, publishedAnchors, type AddressLock } from './address-lock.ts';
import type { Resolver } from './resolve.ts';

/**
 * ruleId `lost-address`: compares an archive with its lock (promise 2).
 * @param notices of the archive
 * @param lock what was published
 * @param resolver its addresses and what was recorded of them
 * @param file of the lock; gets an error for every address that is lost or means another text and has no record
 */
export function checkAddressLock(
  notices: readonly ProcessedNotice[],
  lock: AddressLock,
  resolver: Resolver,
  file: VFile,
): void {
  const advice = adviceOn(notices, lock, resolver);
  const isLost = (url: string): boolean => resolver.unresolved(url).length > 0;
  const complain = (id: string, anchor: string | null, what: string, note: string): void => {
    report(file, {
      ruleId: 'lost-address',
      severity: 'error',
      reason: `${what}. 已发布的地址失效。`,
      note,
      place: placeInLock(file, id, anchor),
    });
  };
  for (const id of Object.keys(lock.works)) {
    if (isLost(workUrl(id)))
      complain(id, null, `The published work ${id} is gone`, advice.onWork(id));
  }
  for (const [id, entry] of Object.entries(lock.notices)) {
    const page = noticeUrl(id);
    if (isLost(page)) {
      complain(id, null, `The published notice ${id} is gone`, advice.onNotice(id));
      continue;
    }
    for (const anchor of publishedAnchors(entry)) {
      const url = `${page}#${anchor}`;
      if (!isLost(url)) continue;
      const what = `The published address ${id}#${anchor} ${stateOf(url, resolver)}`;
      complain(id, anchor, what, advice.onClause(url));
    }
  }
}

function stateOf(url: string, { current, unresolved }: Resolver): string {
  if (!current.has(url)) return 'is gone';
  const isOpen = unresolved(url).some(({ publication }) => publication === null);
  return isOpen ? 'means another text now' : 'meant another text before, which has no record now';
}
