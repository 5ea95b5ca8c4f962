/** The archive as pages see it: records, made once a build from the same tree that `content/` is made from. */
import { recordOf } from './exports/json.ts';
import type { NoticeRecord, WorkRecord } from './exports/record.ts';
import { workRecords } from './exports/works.ts';
import { archiveRoot, readArchive } from './pipeline/archive.ts';

const archive = readArchive(archiveRoot());

/** All notices, newest year first, then by city and number. */
export const records: NoticeRecord[] = archive.notices.map(recordOf).sort(byYearAndCity);

/** All works of the authority file, in its order. */
export const works: WorkRecord[] = workRecords(archive);

function byYearAndCity(one: NoticeRecord, other: NoticeRecord): number {
  return (
    (other.year ?? 0) - (one.year ?? 0) ||
    (one.city ?? '').localeCompare(other.city ?? '', 'zh-CN') ||
    (one.id < other.id ? -1 : 1)
  );
}
