/** Everything in one file. */
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { Site } from '../../model/site.ts';
import { type PackedFile, packedFile } from '../zip/packed-file.ts';
import { zipStream } from '../zip/zip-writer.ts';
import { guideOf } from './guide.ts';

/** What the zip is made of. */
export interface BulkContents {
  records: readonly NoticeRecord[];
  /** Where it is published. */
  site: Site;
  /** Paths of the site's files that go into it: exports of all notices, the table of clauses, the static API. */
  paths: readonly string[];
  /** One of them, deflated: whoever has done that before gives what is there. */
  pack: (path: string) => Promise<PackedFile>;
}

/**
 * Files of the site as a zip under their paths in the site, with a guide (`README.txt`), in the order of the paths. Of
 * all files one is in memory.
 * @returns the zip piece by piece, the same bytes for the same archive
 */
export function bulkZip(contents: BulkContents): AsyncGenerator<Uint8Array> {
  return zipStream(filesOf(contents));
}

const GUIDE = 'README.txt';

async function* filesOf({ records, site, paths, pack }: BulkContents): AsyncGenerator<PackedFile> {
  for (const path of [...paths, GUIDE].sort()) {
    yield path === GUIDE
      ? packedFile(GUIDE, new TextEncoder().encode(guideOf(records, site)))
      : await pack(path);
  }
}
