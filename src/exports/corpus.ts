/** Everything in one file. */
import { exportUrl } from './address.ts';
import { csvOf } from './csv.ts';
import { FORMATS } from './formats.ts';
import type { Finished } from './json.ts';
import type { NoticeRecord, WorkRecord } from './record.ts';
import { workSummary } from './works.ts';
import { zipOf } from './zip.ts';

/** What the corpus is made of. */
export interface Corpus {
  notices: readonly Finished[];
  records: readonly NoticeRecord[];
  works: readonly WorkRecord[];
}

/**
 * All exports of all notices, the table of clauses and the records of notices and works, as a zip whose paths are those of the site.
 * @returns the same bytes for the same archive
 */
export async function corpusOf({ notices, records, works }: Corpus): Promise<Uint8Array> {
  const ids = new Set(records.map(({ id }) => id));
  const files = new Map<string, string | Uint8Array>();
  for (const finished of notices) {
    for (const { extension, write } of FORMATS) {
      const body = await write(finished, (id) => ids.has(id));
      files.set(exportUrl(finished.notice.id, extension), body);
    }
  }
  files.set('exports/wenhao-clauses.csv', csvOf(records));
  for (const record of records) files.set(`api/notices/${record.id}.json`, json(record));
  for (const work of works) files.set(`api/works/${work.id}.json`, json(work));
  files.set('api/works.json', json(works.map(workSummary)));
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

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
