import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build as astroBuild } from 'astro';
import { buildSearchIndex } from '../search/build-index.ts';
import { Failure, reasonOf } from './failure.ts';
import { verifyLinks } from './links.ts';
import { withLock } from './lock.ts';
import { type Places, projectFolder } from './project.ts';
import { verifyWords } from './words.ts';
import { cleanUp, swap, type Workplace, workplaceOf } from './workplace.ts';

/** What a build is told. */
export interface BuildOptions extends Places {
  /** Warnings count: the build is made all the same and the exit code says so. */
  frail: boolean;
  /** Told one sentence a step. */
  say: (sentence: string) => void;
}

/**
 * Makes the site: generate, pages, search index, proof of words and of links; only then does it take the place of
 * the one in `out`. When a step fails, `out` stays as it was.
 *
 * @returns 0, or 1 when there were warnings and the build is frail
 * @throws {Failure} when a step fails; its message says what to do
 */
export async function buildSite(options: BuildOptions): Promise<0 | 1> {
  const place = workplaceOf(options.out);
  // One lock for the project: every build writes `.astro/`, most of them `content/`.
  const lock = join(projectFolder, '.cache', 'build.lock');
  return withLock(
    lock,
    async () => {
      await cleanUp(place);
      const code = await generate(options);
      await makePages(options.root, place);
      const clauses = await buildSearchIndex(place.fresh);
      options.say(`Search index written (${String(clauses)} records).`);
      const notices = await verifyWords(place.fresh, options.root);
      options.say(`Words compared with the seeds: ${String(notices)} notices, no difference.`);
      const links = await verifyLinks(place.fresh);
      options.say(`Links checked: ${String(links)}, all hold.`);
      await swap(place);
      options.say(`Site written to ${options.out}.`);
      return code;
    },
    options.say,
  );
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
async function makePages(root: string, { fresh, room }: Workplace): Promise<void> {
  process.env['WENHAO_ROOT'] = root;
  process.env['WENHAO_OUT'] = fresh;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  try {
    await astroBuild({
      root: projectFolder,
      outDir: fresh,
      // The store of entries belongs to one content folder; shared, it would carry notices from one to the other.
      cacheDir: join(room, 'astro'),
      logLevel: 'warn',
    });
  } catch (cause) {
    throw new Failure(
      `Astro could not build the pages: ${reasonOf(cause)}`,
      'see Astro’s message above; npm run types often names the place.',
      { cause },
    );
  }
}
