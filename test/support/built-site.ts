import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dist, project } from './places.ts';

/** What a site is made of. */
const SOURCES = [
  'seeds',
  'src',
  'public',
  'astro.config.mjs',
  'postcss.config.mjs',
  'package-lock.json',
];

/**
 * Before the tests that look at the built site: builds it when there is none or when something it is made of is newer,
 * on CI always.
 *
 * @throws {Error} when the build fails
 */
export default function setup(): void {
  const built = join(dist, 'index.html');
  // On CI what an earlier run left does not count; what this run has built does, also for a second project.
  const since = process.env['CI'] ? performance.timeOrigin : 0;
  const isFresh =
    existsSync(built) &&
    statSync(built).mtimeMs > since &&
    SOURCES.every((source) => newestIn(join(project, source)) <= statSync(built).mtimeMs);
  if (isFresh) return;
  const done = spawnSync(process.execPath, [join(project, 'src', 'cli', 'build.ts')], {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    // Vite makes another site of it when it believes to be under test.
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
  });
  if (done.status !== 0) {
    throw new Error(
      'The site cannot be built, so nothing can be said about it. See above: npm run build',
    );
  }
}

/** The time of the last change in a file or folder, in milliseconds; 0 when it is not there. */
function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(
    stats.mtimeMs,
    ...readdirSync(path, { recursive: true, withFileTypes: true }).map(
      (entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs,
    ),
  );
}
