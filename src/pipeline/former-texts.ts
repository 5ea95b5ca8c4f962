/** What published addresses once meant and do not mean now: each such text needs a record of where it went. */
import { noticeUrl, workUrl } from '../exports/address.ts';
import { PAGE } from './addresses.ts';
import type { Lock } from './lock.ts';

export interface FormerText {
  digest: string;
  /** The publication of addresses that settled it; null: none yet. */
  publication: number | null;
}

/**
 * The texts that are no longer where they were published.
 * @param lock what was published
 * @param here every address of the archive → digest of what it means
 * @returns every published address → what it meant and does not mean now, oldest first; empty where nothing changed
 */
export function formerTexts(
  lock: Lock,
  here: ReadonlyMap<string, string>,
): Map<string, FormerText[]> {
  const all = new Map<string, FormerText[]>();
  const add = (url: string, texts: FormerText[]): void => {
    all.set(
      url,
      texts.filter(({ digest }) => digest !== here.get(url)),
    );
  };
  const page = [{ digest: PAGE, publication: null }];
  for (const [id, { anchors, settled = {} }] of Object.entries(lock.notices)) {
    add(noticeUrl(id), page);
    for (const [anchor, digest] of Object.entries(anchors)) {
      const past = settled[anchor] ?? [];
      // the last text of an anchor that has gone is settled and stays as its own
      const isSettled = past.some((text) => text.digest === digest);
      add(
        `${noticeUrl(id)}#${anchor}`,
        isSettled ? past : [...past, { digest, publication: null }],
      );
    }
  }
  for (const id of Object.keys(lock.works)) add(workUrl(id), page);
  return all;
}
