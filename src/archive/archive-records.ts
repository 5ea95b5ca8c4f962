/** The archive as pages see it: records, made once a build from the same tree that `content/` is made from. */
import { type ProcessedNotice, recordOf } from '../records/notice-record.ts';
import { archiveMessages } from '../records/message-record.ts';
import type { FormerRecord, NoticeRecord, WorkRecord } from '../model/api-types.ts';
import { workRecords } from '../records/work-record.ts';
import { archiveRoot, readArchive } from './archive.ts';
import { originalBytes } from './original.ts';
import { offeredAs } from '../model/offered-as.ts';

const archive = readArchive(archiveRoot());

const finished = new Map(archive.notices.map((each) => [each.notice.id, each]));

/** All notices, newest year first, then by city and number. */
export const records: NoticeRecord[] = archive.notices.map(recordOf).sort(byYearAndCity);

/** The trees that the records are read off, in the same order: what the exports are made from. */
export const notices: ProcessedNotice[] = records.flatMap(({ id }) => finished.get(id) ?? []);

/** All works of the authority file, in its order. */
export const works: WorkRecord[] = workRecords(archive);

/** Pages that were published and are no more: of notices under `notices/`, of works under `works/`. */
export const former: FormerRecord[] = archive.former;

/** What is to be looked at in all files, in their order. */
export const messages = archiveMessages(archive);

/** Path of a file that people write → its text. */
export const texts = new Map(archive.files.map((file) => [file.path, String(file.value)]));

/** Originals that the site offers, each with the parts of its address. */
export const offeredOriginals: { id: string; extension: string; bytes: Uint8Array<ArrayBuffer> }[] =
  archive.notices.flatMap(({ notice, origin: { original } }) => {
    const extension = original && offeredAs(original);
    const bytes = original && originalBytes(archiveRoot(), original);
    return extension && bytes ? [{ id: notice.id, extension, bytes }] : [];
  });

function byYearAndCity(one: NoticeRecord, other: NoticeRecord): number {
  return (
    (other.year ?? 0) - (one.year ?? 0) ||
    (one.city ?? '').localeCompare(other.city ?? '', 'zh-CN') ||
    (one.id < other.id ? -1 : 1)
  );
}
