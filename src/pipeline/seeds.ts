/** The seeds of an archive on disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeedFile } from './pipeline.ts';

/**
 * Reads all seeds of a folder.
 * @param root folder that holds `seeds/`
 * @returns every `.txt` and `.md` file in `seeds/`, by name
 * @throws when the folder cannot be read
 */
export function readSeeds(root: string): SeedFile[] {
  return readdirSync(join(root, 'seeds'))
    .filter((name) => /\.(?:txt|md)$/i.test(name))
    .sort()
    .map((name) => ({ path: `seeds/${name}`, bytes: readFileSync(join(root, 'seeds', name)) }));
}
