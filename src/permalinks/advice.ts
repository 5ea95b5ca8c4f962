/** What to do about a lost address: the line to write, and where, with as much filled in as can be known. */
import { noticeUrl } from '../model/address.ts';
import type { ProcessedNotice } from '../records/processed-notice.ts';
import { anchorOf, anchorDigests, pageOf, written } from './addresses.ts';
import type { AddressLock } from './address-lock.ts';
import type { Resolver } from './resolve.ts';
import { textFinder } from './find-moved-text.ts';

/** What the person who records it has to fill in. */
const WHERE = '〈现在的地址〉';
const REASON = '〈理由〉';

/** Advice on addresses of one archive. */
export interface Advice {
  /** @param id of a work that is gone */
  onWork: (id: string) => string;
  /** @param id of a notice that is gone */
  onNotice: (id: string) => string;
  /** @param url of a clause that is gone or means another text */
  onClause: (url: string) => string;
}

/**
 * Advice on lost addresses.
 * @param notices of the archive
 * @param lock what was published
 * @param resolver its addresses and what was recorded of them
 */
export function adviceOn(
  notices: readonly ProcessedNotice[],
  lock: AddressLock,
  resolver: Resolver,
): Advice {
  const findText = textFinder(notices);
  const byPage = new Map(notices.map((finished) => [noticeUrl(finished.notice.id), finished]));

  /** The notice on whose page the text of a clause should be looked for: its own, or the one that its notice moved to. */
  function holderOf(url: string): ProcessedNotice | undefined {
    const [whole] = resolver.changesOf(pageOf(url));
    const resolution = whole && resolver.resolve(whole);
    const page =
      typeof resolution === 'object' && resolution.to !== null
        ? pageOf(resolution.to)
        : pageOf(url);
    return byPage.get(page);
  }

  function onClause(url: string): string {
    const holder = holderOf(url);
    const isOwn = holder !== undefined && noticeUrl(holder.notice.id) === pageOf(url);
    const from = isOwn ? (anchorOf(url) ?? '') : written(url);
    const anchor = holder && findText(holder, resolver.unresolved(url).at(-1)?.digest ?? '');
    const found = anchor ? ` (it is the text of ${anchor} now)` : '';
    const to = anchor && !isOwn ? `${holder.notice.id}#${anchor}` : anchor;
    const file = holder ? sidecarOf(holder) : 'the sidecar that records where its notice went';
    return `Restore the seed. ${recordLines(from, to ?? WHERE, `If the text stands elsewhere now${found}`, file, 'if it was replaced or given up')}`;
  }

  return {
    onWork: (id) =>
      `Restore the work. ${recordLines(id, WHERE, 'If it has another id now', 'seeds/works.yaml', 'if it is given up')}`,
    onNotice: (id) => {
      const successor = successorOf(id, lock, notices);
      const file = successor
        ? sidecarOf(successor)
        : 'the sidecar of the notice that took its place';
      return `Restore the seed. ${recordLines(id, successor?.notice.id ?? WHERE, 'If it is a notice of another id now', file, 'if it is given up, in its own sidecar, which may stand alone')}`;
    },
    onClause,
  };
}

function recordLines(
  from: string,
  to: string,
  condition: string,
  file: string,
  otherwise: string,
): string {
  const move = `moves:\n  - { from: ${from}, to: ${to}, reason: ${REASON} }`;
  const withdrawal = `withdrawals:\n  - { from: ${from}, reason: ${REASON} }`;
  return `${condition}, write in ${file} under\n${move}\nor, ${otherwise}, under\n${withdrawal}`;
}

function sidecarOf({ file }: ProcessedNotice): string {
  return `${file.path}.yaml`;
}

/** The notice that was not published before and shares most clauses with one that has gone: more than half of them. */
function successorOf(
  id: string,
  lock: AddressLock,
  notices: readonly ProcessedNotice[],
): ProcessedNotice | null {
  const { anchors = {}, settled = {} } = lock.notices[id] ?? {};
  const gone = Object.values(settled).flatMap((texts) => texts.at(-1)?.digest ?? []);
  const texts = new Set(Object.keys(anchors).length > 0 ? Object.values(anchors) : gone);
  const shared = (finished: ProcessedNotice): number =>
    [...anchorDigests(finished).values()].filter((digest) => texts.has(digest)).length;
  const [successor] = notices
    .filter(({ notice }) => lock.notices[notice.id] === undefined)
    .map((finished) => ({ finished, count: shared(finished) }))
    .sort((one, other) => other.count - one.count);
  return successor && successor.count * 2 > texts.size ? successor.finished : null;
}
