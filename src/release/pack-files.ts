import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { codeOf, Failure } from '../diagnostics/failure.ts';
import { readZip } from '../exports/zip/zip-reader.ts';

/** The files of a pack, wherever they are: in a zip, or in the folder where it was unpacked. */
export interface PackFiles {
  /** Path of the zip or folder, for messages. */
  place: string;
  /** Paths in the pack, with forward slashes. */
  paths: readonly string[];
  /** The content of one of the paths. @throws {Failure} when it is damaged or no plain file */
  read: (path: string) => Promise<Buffer>;
}

/**
 * Runs `work` with the files of a zip or folder, and closes it afterwards.
 *
 * @throws {Failure} when there is nothing, or it is a zip that cannot be trusted
 */
export async function withPack<T>(
  place: string,
  work: (files: PackFiles) => Promise<T>,
): Promise<T> {
  const { close, ...files } = await open(place);
  try {
    return await work(files);
  } finally {
    await close();
  }
}

type Opened = PackFiles & { close: () => Promise<void> };

async function open(place: string): Promise<Opened> {
  try {
    return (await lstat(resolve(place, '.'))).isFile()
      ? await zipFiles(place)
      : await folderFiles(resolve(place));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error;
    throw new Failure(
      `There is nothing at ${place}. 找不到文件或文件夹：${place}。`,
      'name the zip, or the folder where it was unpacked. 请指定压缩包，或解压后的文件夹。',
    );
  }
}

async function zipFiles(place: string): Promise<Opened> {
  const { entries, read, close } = await readZip(place);
  const known = new Map(entries.map((entry) => [entry.path, entry]));
  return {
    place,
    paths: [...known.keys()],
    read: (path) => {
      const entry = known.get(path);
      if (entry === undefined) throw new Failure(`${place} has no ${path}.`, 'name another zip.');
      return read(entry);
    },
    close,
  };
}

async function folderFiles(place: string): Promise<Opened> {
  return {
    place,
    paths: await pathsIn(place),
    read: async (path) => {
      const file = join(place, ...path.split('/'));
      if ((await lstat(file)).isFile()) return readFile(file);
      throw new Failure(`${path} is a link or a device, no plain file.`, 'delete it.');
    },
    close: () => Promise.resolve(),
  };
}

/** The paths of everything in a folder but folders, with forward slashes, sorted. */
export async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
}
