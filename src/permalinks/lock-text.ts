/** The lock of addresses as `publish-addresses` writes it. */
import { noticeUrl } from '../model/address.ts';
import type { ProcessedNotice } from '../records/processed-notice.ts';
import {
  publishedAnchors,
  type AddressLock,
  type LockEntry,
  type PublishedRecord,
} from './address-lock.ts';
import { anchorDigests, type Published } from './addresses.ts';
import { targetInLock } from './match-records.ts';
import type { RecordFiles } from './records.ts';
import { resolverOf, type Resolver } from './resolve.ts';

/** All that an archive publishes, with its records. */
interface PublishedArchive extends Published, RecordFiles {
  notices: readonly Pick<ProcessedNotice, 'notice' | 'facts'>[];
}

/**
 * The lock that holds all an archive publishes, and all that was published before. Every address that is gone must have a record
 * (`checkAddressLock`): it is noted as settled, with the target of its record, so that a record is used for its own change and not for a later one.
 * @param archive all it publishes, with its records
 * @param before the lock so far
 * @returns the text of the lock file: ids sorted, anchors in printed order, LF, one line each
 */
export function lockText(archive: PublishedArchive, before: AddressLock): string {
  const resolver = resolverOf(archive, before);
  const publication = nextPublication(before);
  const here = new Map(archive.notices.map((finished) => [finished.notice.id, finished]));
  const ids = [...new Set([...Object.keys(before.notices), ...here.keys()])];
  const notices = ids.map((id): [string, LockEntry] => {
    const finished = here.get(id);
    const past = before.notices[id];
    const settled = past ? settledOf(id, past, resolver, publication) : {};
    return [
      id,
      {
        number: finished ? finished.facts.number : (past?.number ?? null),
        anchors: finished ? Object.fromEntries(anchorDigests(finished)) : {},
        ...(Object.keys(settled).length === 0 ? {} : { settled }),
      },
    ];
  });
  const works = {
    ...Object.fromEntries(archive.authority.works.map(({ id, title }) => [id, title])),
    ...before.works,
  };
  return `${JSON.stringify({ notices: sorted(Object.fromEntries(notices)), works: sorted(works) }, null, 2)}\n`;
}

function settledOf(
  id: string,
  past: LockEntry,
  resolver: Resolver,
  publication: number,
): Record<string, PublishedRecord[]> {
  const texts = publishedAnchors(past).map((anchor): [string, PublishedRecord[]] => [
    anchor,
    resolver.addressHistory(`${noticeUrl(id)}#${anchor}`).map(({ text, change, isOwn }) => ({
      digest: text.digest,
      publication: text.publication ?? publication,
      ...(isOwn && change ? { to: targetInLock(change.to) } : {}),
    })),
  ]);
  return Object.fromEntries(texts.filter(([, list]) => list.length > 0));
}

function nextPublication({ notices }: AddressLock): number {
  const settled = Object.values(notices).flatMap((entry) =>
    Object.values(entry.settled ?? {}).flat(),
  );
  return settled.reduce((last, { publication }) => Math.max(last, publication), 0) + 1;
}

function sorted<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
