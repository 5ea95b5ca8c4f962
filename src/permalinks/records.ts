/** The records of sidecars and `seeds/works.yaml` with their ends as addresses of the site. */
import type { VFile } from 'vfile';
import { noticeUrl, workUrl } from '../model/address.ts';
import type { Recorded } from '../authored/move-records.ts';

/** Moves and withdrawals of addresses, as one file records them. */
export interface RecordFile {
  file: VFile;
  /** Id of the notice whose sidecar it is; null: a sidecar without a seed, or `seeds/works.yaml`. */
  notice: string | null;
  recorded: readonly Recorded[];
}

/** A record: `notices/x.html#s2-3` → `notices/x.html#s2-4`. */
export interface AddressRecord {
  from: string;
  /** Null: withdrawn. */
  to: string | null;
  reason: string;
  file: VFile;
  placeOf: Recorded['placeOf'];
}

/** The files that hold records. */
export interface RecordFiles {
  noticeRecords: readonly RecordFile[];
  workRecords: readonly RecordFile[];
}

/**
 * All records by the address they are about.
 * @param files of an archive
 * @param isKnown whether an address is in the archive or was published
 * @returns address → its records, in the order of their file
 */
export function recordsByAddress(
  { noticeRecords, workRecords }: RecordFiles,
  isKnown: (url: string) => boolean,
): Map<string, AddressRecord[]> {
  const all = new Map<string, AddressRecord[]>();
  const add = (
    { file, recorded }: RecordFile,
    fromName: (name: string) => string,
    toName = fromName,
  ): void => {
    for (const { from, to, ...rest } of recorded) {
      const url = fromName(from);
      const target = to === null ? null : toName(to);
      all.set(url, [...(all.get(url) ?? []), { ...rest, from: url, to: target, file }]);
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
