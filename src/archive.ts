/** The archive as pages see it: records, made once a build from the same tree that `content/` is made from. */
import { recordOf } from './exports/json.ts';
import type { NoticeRecord } from './exports/record.ts';
import { archiveRoot, readArchive } from './pipeline/archive.ts';

/** All notices, newest year first, then by city and number. */
export const records: NoticeRecord[] = readArchive(archiveRoot()).notices.map(recordOf).sort(byYearAndCity);

function byYearAndCity(one: NoticeRecord, other: NoticeRecord): number {
  return (
    (other.year ?? 0) - (one.year ?? 0) ||
    (one.city ?? '').localeCompare(other.city ?? '', 'zh-CN') ||
    (one.id < other.id ? -1 : 1)
  );
}
