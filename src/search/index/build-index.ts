import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FormerRecord, NoticeRecord, WorkRecord } from '../../model/api-types.ts';
import { searchFiles } from './archive-files.ts';
import { writePagefind } from './pagefind-index.ts';

/**
 * Writes the files of search into a built site, from the site's own static API: `search/`, which decides what is a hit, and `pagefind/`,
 * which finds similar notices.
 *
 * @param distDir folder of the built site
 * @returns the number of notices
 * @throws {Error} when the API is missing
 */
export async function buildSearchIndex(distDir: string): Promise<number> {
  const notices = await recordsOf<NoticeRecord>(distDir, 'notices');
  const works = await recordsOf<WorkRecord>(distDir, 'works');
  const former = await readJson<FormerRecord[]>(join(distDir, 'api', 'former.json'));
  for (const [path, text] of searchFiles(notices, works, former)) {
    await mkdir(dirname(join(distDir, path)), { recursive: true });
    await writeFile(join(distDir, path), text);
  }
  await writePagefind(distDir, notices);
  return notices.length;
}

/** The full records of what a list of the API names, in its order. */
async function recordsOf<Full>(distDir: string, kind: 'notices' | 'works'): Promise<Full[]> {
  const records: Full[] = [];
  // One after the other: a large archive has more files than a process may have open.
  for (const { id } of await readJson<{ id: string }[]>(join(distDir, 'api', `${kind}.json`))) {
    records.push(await readJson<Full>(join(distDir, 'api', kind, `${id}.json`)));
  }
  return records;
}

async function readJson<Shape>(path: string): Promise<Shape> {
  return JSON.parse(await readFile(path, 'utf8')) as Shape;
}
