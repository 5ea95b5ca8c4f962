/** The files that an order names. */
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../../diagnostics/failure.ts';

/** What systems and programs leave in folders: hidden files, locks of Word (`~$x.docx`), folders of thumbnails. */
const LITTER = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of an order: those named, and all in the folders named, in folders inside them too.
 * @param named paths, from where the user stands
 * @returns absolute paths; of a folder by name
 * @throws {Failure} when there is nothing of that name
 */
export function listedFiles(named: readonly string[]): string[] {
  // npm runs scripts in the project's folder; paths are meant from where the user stands
  const here = process.env['INIT_CWD'] ?? '.';
  return [...new Set(named.flatMap((path) => filesAt(resolve(here, path))))];
}

function filesAt(path: string): string[] {
  const stats = statsOf(path);
  if (stats?.isFile()) return [path];
  if (stats?.isDirectory()) return filesOfFolder(path);
  throw new Failure(
    `There is no file and no folder ${path}. 找不到文件或文件夹：${path}。`,
    'look at the name; a name with spaces goes in quotes. 请核对名称；名称中有空格的，加引号。',
  );
}

/**
 * The files in a folder and in those inside it, by name.
 * @param folder absolute; one that cannot be opened stands for itself, so that it is told
 */
export function filesOfFolder(folder: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [folder];
  }
  return entries
    .filter(({ name }) => !LITTER.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesOfFolder(path);
      return entry.isFile() ? [path] : [];
    });
}

/** What the disk says of a path; null: nothing is there, or nobody may look. */
export function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
