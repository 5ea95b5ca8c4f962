import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { publishAndBuild } from './command.ts';

/** A site made of seeds that were written for tests. */
export interface BuiltArchive {
  /** Folder that holds `seeds/` and `content/`. */
  root: string;
  /** Folder of the site. */
  site: string;
  remove: () => void;
}

/**
 * Publishes and builds an archive in a temporary folder, by the commands a user would type.
 *
 * @param seeds text by file name in `seeds/`; `works.yaml` has no works when it is left out
 * @throws {Error} with all that was said, when a command fails
 */
export function buildArchive(seeds: Record<string, string>): BuiltArchive {
  const folder = mkdtempSync(join(tmpdir(), 'wenhao-archive-'));
  const root = join(folder, 'archive');
  const site = join(folder, 'site');
  for (const [name, text] of Object.entries({ 'works.yaml': 'works: []\n', ...seeds })) {
    const file = join(root, 'seeds', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  publishAndBuild(root, site);
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  return { root, site, remove };
}
