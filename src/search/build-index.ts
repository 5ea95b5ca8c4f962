import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type IndexFile } from 'pagefind';
import type { NoticeRecord, NoticeSummary } from '../exports/record.ts';
import { fold } from './fold.ts';
import { noticeTextOf, readingsOf } from './notice-text.ts';
import { indexTokens } from './tokens.ts';

/** No stemming and no segmentation: the words are codes. */
const language = 'und';

/**
 * Writes Pagefind's index to `pagefind/` in a built site, one record a notice, from the site's own static API.
 * It answers one question: which notices may hold a word. The words themselves are in `search/<id>.js`.
 *
 * @param distDir folder of the built site
 * @returns the number of records
 * @throws {Error} when the API is missing or Pagefind reports an error
 */
export async function buildSearchIndex(distDir: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  try {
    const notices = await readJson<NoticeSummary[]>(join(distDir, 'api', 'notices.json'));
    for (const { id, url } of notices) {
      const record = await readJson<NoticeRecord>(join(distDir, 'api', 'notices', `${id}.json`));
      const texts = noticeTextOf(record).nodes.flatMap(readingsOf).map(fold);
      // The filter names the notice, so that a query need not load the record to know whose it is.
      refuse(
        await index.addCustomRecord({
          url,
          language,
          content: indexTokens(texts),
          filters: { notice: [id] },
        }),
      );
    }
    const written = await index.getFiles();
    refuse(written);
    await writeAll(join(distDir, 'pagefind'), written.files);
    return notices.length;
  } finally {
    await close();
  }
}

/** Writes the index without the search pages that Pagefind brings along. */
async function writeAll(folder: string, files: IndexFile[]): Promise<void> {
  for (const { path, content } of files) {
    if (/(?:-ui\.(?:js|css)|pagefind-highlight\.js)$/.test(path)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

async function readJson<Shape>(path: string): Promise<Shape> {
  return JSON.parse(await readFile(path, 'utf8')) as Shape;
}

function refuse({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
