/** Everything in one file. */
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { Site } from '../../model/site.ts';
import { zipOf } from '../zip.ts';
import { guideOf } from './guide.ts';

/** What the zip is made of. */
export interface BulkContents {
  records: readonly NoticeRecord[];
  /** Where it is published. */
  site: Site;
  /** Paths of the site's files that go into it, in order: exports of all notices, the table of clauses, the static API. */
  paths: readonly string[];
  /** The bytes of one of them. */
  read: (path: string) => Promise<Uint8Array>;
}

/**
 * Files of the site as a zip under their paths in the site, with a guide (`README.txt`).
 * @returns the same bytes for the same archive
 */
export async function bulkZip({ records, site, paths, read }: BulkContents): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const path of paths) files.set(path, await read(path));
  files.set('README.txt', new TextEncoder().encode(guideOf(records, site)));
  return zipOf(files);
}
