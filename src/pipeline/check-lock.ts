/** The promise of the lock: no published address is lost, and none comes to mean another text, unless a record says where it went. */
import type { VFile } from 'vfile';
import { noticeUrl, workUrl } from '../exports/address.ts';
import type { Finished } from '../exports/json.ts';
import { report } from '../notice/report.ts';
import { adviceOn } from './lock-advice.ts';
import { placeInLock, type Lock } from './lock.ts';
import type { Moves } from './moves.ts';

/**
 * ruleId `lost-address`: compares an archive with its lock (promise 2).
 * @param notices of the archive
 * @param lock what was published
 * @param moves its addresses and what was recorded of them
 * @param file of the lock; gets an error for every address that is lost or means another text and has no record
 */
export function checkLock(
  notices: readonly Finished[],
  lock: Lock,
  moves: Moves,
  file: VFile,
): void {
  const advice = adviceOn(notices, lock, moves);
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
    if (isLost(workUrl(id), moves))
      complain(id, null, `The published work ${id} is gone`, advice.onWork(id));
  }
  for (const [id, { anchors }] of Object.entries(lock.notices)) {
    const page = noticeUrl(id);
    if (isLost(page, moves)) {
      complain(id, null, `The published notice ${id} is gone`, advice.onNotice(id));
      continue;
    }
    for (const anchor of Object.keys(anchors)) {
      const url = `${page}#${anchor}`;
      if (!isLost(url, moves)) continue;
      const what = `The published address ${id}#${anchor} ${stateOf(url, moves)}`;
      complain(id, anchor, what, advice.onClause(url));
    }
  }
}

/** Whether a text of an address has no record, or goes along with its notice to where there is no clause of its name. */
function isLost(url: string, moves: Moves): boolean {
  const lost = moves.former.get(url)?.length ?? 0;
  if (lost === 0) return false;
  const changes = moves.changesOf(url);
  const own = moves.recorded.get(url)?.length ?? 0;
  const last = changes.at(-1);
  if (!last || changes.length < lost) return true;
  return changes.length > own && moves.fateOf(last) === 'nowhere';
}

function stateOf(url: string, { here, former }: Moves): string {
  if (!here.has(url)) return 'is gone';
  const isOpen = former.get(url)?.some(({ publication }) => publication === null);
  return isOpen ? 'means another text now' : 'meant another text before, which has no record now';
}
