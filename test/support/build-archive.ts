import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { project } from './places.ts';

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
  run('publish-addresses', root);
  run('build', root, '--out', site);
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  return { root, site, remove };
}

function run(command: string, root: string, ...args: string[]): void {
  const script = join(project, 'src', 'cli', `${command}.ts`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--root', root, ...args],
    {
      cwd: project,
      encoding: 'utf8',
      // Vite makes another site of it when it believes to be under test.
      env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
    },
  );
  if (status !== 0) throw new Error(`${command} failed: ${stdout}${stderr}`);
}
