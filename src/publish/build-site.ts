import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSearchIndex } from '../search/index/build-index.ts';
import { diskFailure } from '../diagnostics/disk-failure.ts';
import { Failure, reasonOf } from '../diagnostics/failure.ts';
import { verifyLinks } from './verify/verify-links.ts';
import { withLock } from './file-lock.ts';
import { verifyOldBrowsers } from './verify/verify-browsers.ts';
import { outputFolder } from './output-folder.ts';
import { type Places, projectFolder } from '../diagnostics/project.ts';
import { checkSettings } from './settings.ts';
import { verifyWords } from './verify/verify-text.ts';
import { cleanUp, leave, lockOf, swap, tidy, type Staging, stagingOf } from './staging.ts';

/** What a build is told. */
export interface BuildOptions extends Places {
  /** Warnings count: the build is made all the same and the exit code says so. */
  frail: boolean;
  /** Told one sentence a step. */
  say: (sentence: string) => void;
}

/**
 * Makes the site: generate, pages, search index, proof of words, of links, of what old browsers read; only then does it
 * take the place of the one in `out`. When a step fails, `out` stays as it was.
 *
 * @returns 0, or 1 when there were warnings and the build is frail
 * @throws {Failure} when a setting cannot be meant, a step fails, the disk is full, or `out` is no place for a site; its message says what to do
 */
export async function buildSite(options: BuildOptions): Promise<0 | 1> {
  checkSettings(process.env);
  const out = await outputFolder(options);
  const place = stagingOf(out);
  try {
    return await withLocks(place, options.say, () => build({ ...options, out }, place));
  } catch (error) {
    const failure = diskFailure(error, out);
    // A full disk is not to be left full of half a site.
    if (failure !== error && existsSync(out)) await leave(place).catch(() => undefined);
    throw failure;
  }
}

/** One build of the project at a time, because each writes `.astro/`, most of them `content/`; and one in the same place. */
async function withLocks<T>(
  place: Staging,
  say: BuildOptions['say'],
  work: () => Promise<T>,
): Promise<T> {
  const here = join(projectFolder, '.cache', 'build.lock');
  try {
    return await withLock(here, () => withLock(lockOf(place), work, say), say);
  } finally {
    await tidy(place);
  }
}

async function build(options: BuildOptions, place: Staging): Promise<0 | 1> {
  await cleanUp(place);
  const code = await generate(options);
  await makePages(options.root, place);
  const clauses = await buildSearchIndex(place.fresh);
  options.say(`Search index written (${String(clauses)} records).`);
  const notices = await verifyWords(place.fresh, options.root);
  options.say(`Words compared with the seeds: ${String(notices)} notices, no difference.`);
  const links = await verifyLinks(place.fresh);
  options.say(`Links checked: ${String(links)}, all hold.`);
  const codes = await verifyOldBrowsers(place.fresh);
  options.say(`Styles and scripts read as by Chromium 90: ${String(codes)}, all fit.`);
  await swap(place);
  options.say(`Site written to ${options.out}.`);
  return code;
}

/** Runs the pipeline over the seeds; its messages go straight to the terminal. */
async function generate({ root, frail }: BuildOptions): Promise<0 | 1> {
  const script = join(projectFolder, 'src', 'cli', 'generate.ts');
  const child = spawn(process.execPath, [script, '--root', root, ...(frail ? ['--frail'] : [])], {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0 || (code === 1 && frail)) return code;
  throw new Failure(
    `The seeds in ${join(root, 'seeds')} could not be turned into content.`,
    'see the messages above; they name file, line and column. The site that was there before is untouched.',
  );
}

/** Runs Astro over `root`/content into the fresh folder. */
async function makePages(root: string, { fresh, room }: Staging): Promise<void> {
  process.env['WENHAO_ROOT'] = root;
  process.env['WENHAO_OUT'] = fresh;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Astro renders from a folder below the working directory, and packages are found only from the project.
  process.chdir(projectFolder);
  // Only now: loading it takes a second, and whoever is refused before, or packs a site that is there, need not wait.
  const { build: astroBuild } = await import('astro');
  try {
    await astroBuild({
      root: projectFolder,
      outDir: fresh,
      // The store of entries belongs to one content folder; shared, it would carry notices from one to the other.
      cacheDir: join(room, 'astro'),
      logLevel: 'warn',
    });
  } catch (cause) {
    if (diskFailure(cause, fresh) !== cause) throw cause;
    throw new Failure(
      `Astro could not build the pages: ${reasonOf(cause)}`,
      'see Astro’s message above; npm run types often names the place.',
      { cause },
    );
  }
}
