import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FormerRecord } from '../../model/records/former.ts';
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { WorkRecord } from '../../model/records/work.ts';
import { searchFiles } from './archive-files.ts';
import { writePagefind } from './pagefind-index.ts';

/** What search knows of an archive. */
export interface SearchSources {
  /** In the order of display. */
  records: readonly NoticeRecord[];
  works: readonly WorkRecord[];
  former: readonly FormerRecord[];
}

/**
 * Writes the files of search into a built site: `search/`, which decides what is a hit, and `pagefind/`, which knows what is
 * like it.
 *
 * @param distDir folder of the built site
 * @returns the number of notices
 */
export async function buildSearchIndex(
  distDir: string,
  { records, works, former }: SearchSources,
): Promise<number> {
  for (const [path, text] of searchFiles(records, works, former)) {
    await mkdir(dirname(join(distDir, path)), { recursive: true });
    await writeFile(join(distDir, path), text);
  }
  await writePagefind(distDir, records);
  return records.length;
}
