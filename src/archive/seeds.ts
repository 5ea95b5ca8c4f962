/** The files people write, on disk. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import type { SeedInput } from './archive.ts';

/** What tells people in `seeds/` how to write its files; no notice. */
export const SEED_GUIDE = 'README.md';

/**
 * Reads all seeds of a folder, with their sidecars.
 * @param root folder that holds `seeds/`
 * @returns every `.txt` and `.md` file in `seeds/` but its README.md, by name
 * @throws when the folder cannot be read
 */
export function readSeeds(root: string): SeedInput[] {
  return readdirSync(join(root, 'seeds'))
    .filter((name) => isSeed(root, name))
    .sort()
    .map((name) => ({
      path: `seeds/${name}`,
      bytes: readFileSync(join(root, 'seeds', name)),
      sidecar: readText(root, `seeds/${name}.yaml`) ?? undefined,
    }));
}

/** What stands in `seeds/` for all notices. */
const FOR_ALL = new Set(['works.yaml', 'links.yaml']);

/**
 * Reads the sidecars that no seed stands beside, also those whose name is not quite that of their seed: they may still say where addresses went.
 * @param root folder that holds `seeds/`
 * @returns every YAML file that is not `<seed>.yaml`, by name
 * @throws when the folder cannot be read
 */
export function readOrphanSidecars(root: string): VFile[] {
  return readdirSync(join(root, 'seeds'))
    .filter((name) => /\.ya?ml$/i.test(name) && !FOR_ALL.has(name))
    .filter((name) => isFile(join(root, 'seeds', name)) && !isSidecar(root, name))
    .sort()
    .flatMap((name) => readText(root, `seeds/${name}`) ?? []);
}

/**
 * Reads a text file that need not be there.
 * @param root folder of the archive
 * @param path in it, with `/`
 * @returns the file, or null
 */
export function readText(root: string, path: string): VFile | null {
  const full = join(root, path);
  return existsSync(full) ? new VFile({ path, value: readFileSync(full, 'utf8') }) : null;
}

function isSeed(root: string, name: string): boolean {
  return /\.(?:txt|md)$/i.test(name) && name !== SEED_GUIDE && isFile(join(root, 'seeds', name));
}

function isSidecar(root: string, name: string): boolean {
  return name.endsWith('.yaml') && isSeed(root, name.slice(0, -'.yaml'.length));
}

/** Folders and links to nowhere are no seeds, whatever they are called. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
