/** Pagefind's index, with its own word segmentation: finds similar notices where no clause holds the words of the query. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { OutlineNode } from '../../model/records/outline.ts';

/** Pagefind's own search box, which the site does not use. */
const UI = /^pagefind-(?:ui|modular-ui|highlight|component-ui)\./;

/**
 * Writes `pagefind/` into a built site: one record a notice, in Chinese.
 *
 * @param distDir folder of the built site
 * @param records of all notices
 * @throws {Error} when Pagefind cannot take a record
 */
export async function writePagefind(
  distDir: string,
  records: readonly NoticeRecord[],
): Promise<void> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (const { id, url, title, number, outline } of records) {
      const content = [title ?? '', number ?? '', ...outline.flatMap(wordsOf)].join('\n');
      const meta = { id, title: title ?? number ?? id };
      // Pagefind refuses an empty record
      if (content.trim() === '') continue;
      const added = await index.addCustomRecord({ url, content, language: 'zh-CN', meta });
      if (added.errors.length > 0)
        throw new Error(`Pagefind refused ${id}: ${added.errors.join('; ')}`);
    }
    const { files, errors: failed } = await index.getFiles();
    if (failed.length > 0) throw new Error(`Pagefind wrote nothing: ${failed.join('; ')}`);
    await writeFiles(
      join(distDir, 'pagefind'),
      files.filter(({ path }) => !UI.test(path)),
    );
  } finally {
    await close();
  }
}

async function writeFiles(
  folder: string,
  files: readonly { path: string; content: Uint8Array }[],
): Promise<void> {
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

function wordsOf({ label, heading, text, children }: OutlineNode): string[] {
  return [`${label ?? ''}${heading ?? ''}${text}`, ...children.flatMap(wordsOf)];
}
