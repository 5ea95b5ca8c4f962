/** write: Map<path, text> → disk. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** What differs between what should be on disk and what is. Paths relative to the folder, with `/`. */
export interface Difference {
  missing: string[];
  changed: string[];
  stale: string[];
}

/**
 * Compares a folder with what should be in it.
 * @param folder need not exist
 * @param wanted path in the folder → text
 */
export function compareFolder(folder: string, wanted: ReadonlyMap<string, string>): Difference {
  const present = listFiles(folder);
  const paths = [...wanted.keys()];
  return {
    missing: paths.filter((path) => !present.includes(path)),
    changed: paths.filter(
      (path) =>
        present.includes(path) && readFileSync(join(folder, path), 'utf8') !== wanted.get(path),
    ),
    stale: present.filter((path) => !wanted.has(path)),
  };
}

/**
 * Makes a folder hold exactly these files; writes only what differs, deletes what is stale.
 * @param folder made when missing
 * @param wanted path in the folder → text
 * @returns what it changed
 */
export function write(folder: string, wanted: ReadonlyMap<string, string>): Difference {
  const difference = compareFolder(folder, wanted);
  for (const path of [...difference.missing, ...difference.changed]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    replaceFile(join(folder, path), wanted.get(path) ?? '');
  }
  for (const path of difference.stale) rmSync(join(folder, path));
  return difference;
}

/**
 * Writes a file as a whole or not at all: a full disk or a kill leaves the one that was there.
 * @param path in a folder that exists
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  // hidden, so that nobody takes half a file for a seed or for content
  const part = join(dirname(path), `.${basename(path)}.part`);
  try {
    writeFileSync(part, content);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch {
    return [];
  }
}
