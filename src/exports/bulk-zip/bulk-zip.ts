/** Everything in one file. */
import { exportUrl } from '../../model/address.ts';
import { citationList, jsonText, noticeList } from '../../records/api.ts';
import { guideOf } from './guide.ts';
import { csvOf } from '../csv/csv.ts';
import type { ProcessedNotice } from '../../records/notice-record.ts';
import { noticeFiles } from '../notice-files.ts';
import type { FormerRecord, NoticeRecord, WorkRecord } from '../../model/api-types.ts';
import type { Site } from '../../model/site.ts';
import { workSummary } from '../../records/work-record.ts';
import { zipOf } from '../zip.ts';

/** What the corpus is made of. */
export interface BulkContents {
  notices: readonly ProcessedNotice[];
  records: readonly NoticeRecord[];
  works: readonly WorkRecord[];
  /** Pages that are no more, as `api/former.json` lists them. */
  former: readonly FormerRecord[];
  /** Where it is published. */
  site: Site;
}

/**
 * All files of all notices, the table of clauses and the whole static API as a zip whose paths are those of the site, with a guide (`README.txt`).
 * @returns the same bytes for the same archive
 */
export async function bulkZip(corpus: BulkContents): Promise<Uint8Array> {
  const { notices, records, site } = corpus;
  const ids = new Set(records.map(({ id }) => id));
  const files = new Map<string, string | Uint8Array>();
  for (const finished of notices) {
    for (const { extension, make } of noticeFiles(finished, (id) => ids.has(id), site))
      files.set(exportUrl(finished.notice.id, extension), await make());
  }
  files.set('exports/wenhao-clauses.csv', csvOf(records));
  for (const [path, value] of apiOf(corpus)) files.set(path, jsonText(value));
  files.set('README.txt', guideOf(records, site));
  const encoder = new TextEncoder();
  return zipOf(
    new Map(
      [...files].map(([path, body]) => [
        path,
        typeof body === 'string' ? encoder.encode(body) : body,
      ]),
    ),
  );
}

/** The files of the static API: path → what it holds. */
function apiOf({ records, works, former }: BulkContents): [string, unknown][] {
  return [
    ['api/notices.json', noticeList(records)],
    ['api/works.json', works.map(workSummary)],
    ['api/citations.json', citationList(records)],
    ['api/former.json', former],
    ...records.map((record): [string, unknown] => [`api/notices/${record.id}.json`, record]),
    ...works.map((work): [string, unknown] => [`api/works/${work.id}.json`, work]),
  ];
}
