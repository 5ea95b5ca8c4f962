import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makePack } from '../../src/release/make-pack.ts';
import { pathsIn } from '../../src/release/pack-files.ts';
import { momentOf } from '../../src/release/dos-time.ts';
import { readZip } from '../../src/exports/zip/zip-reader.ts';

/** What a site must have to be packed. */
const LEAST = { 'index.html': '', 'api/notices.json': '[]', 'api/works.json': '[]' };

/** Runs `work` with a temporary folder that servers may look into, too. */
export async function withRoom<T>(work: (room: string) => Promise<T>): Promise<T> {
  const room = await mkdtemp(join(tmpdir(), 'wenhao-pack-'));
  await chmod(room, 0o755);
  try {
    return await work(room);
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

/** Writes a small site into `dist`, empty before, and packs it as `zip`. */
export async function packOf(
  files: Readonly<Record<string, string>>,
  dist: string,
  zip: string,
  key?: string,
) {
  await rm(dist, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...LEAST, ...files })) {
    const file = join(dist, ...path.split('/'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return makePack({ dist, version: '1.2.3', to: { file: zip }, key });
}

/** Unpacks a zip as any unpacker does, times included. */
export async function unpackZip(zip: string, folder: string): Promise<void> {
  const { entries, read, close } = await readZip(zip);
  for (const entry of entries) {
    const file = join(folder, ...entry.path.split('/'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await read(entry));
    await utimes(file, momentOf(entry.stamp), momentOf(entry.stamp));
  }
  await close();
}

/** All files of a folder, by path. */
export async function treeOf(folder: string): Promise<Record<string, string>> {
  const tree: Record<string, string> = {};
  for (const path of await pathsIn(folder)) {
    tree[path] = (await readFile(join(folder, path))).toString('base64');
  }
  return tree;
}
