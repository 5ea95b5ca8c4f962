import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { project } from './places.ts';

/**
 * Runs a command of the project on an archive, as a user would type it.
 *
 * @param command name of its file in `src/cli`: `build`
 * @param root folder that holds `seeds/`
 * @param args further arguments
 * @param settings of its environment: `SITE`
 * @returns exit code, and all it said
 */
export function runCommand(
  command: string,
  root: string,
  args: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): { status: number | null; said: string } {
  const script = join(project, 'src', 'cli', `${command}.ts`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--root', root, ...args],
    {
      cwd: project,
      encoding: 'utf8',
      // Vite makes another site of it when it believes to be under test.
      env: { ...process.env, ...settings, NODE_ENV: 'production', VITEST: undefined },
    },
  );
  return { status, said: stdout + stderr };
}

/**
 * Publishes an archive and builds its site.
 *
 * @param root folder that holds `seeds/`
 * @param site folder of the site
 * @param settings of the environment
 * @throws {Error} with all that was said, when a command fails
 */
export function publishAndBuild(
  root: string,
  site: string,
  settings: Readonly<Record<string, string>> = {},
): void {
  for (const [command, args] of [
    ['publish-addresses', []],
    ['build', ['--out', site]],
  ] as const) {
    const { status, said } = runCommand(command, root, args, settings);
    if (status !== 0) throw new Error(`${command} failed: ${said}`);
  }
}
