import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate, type Generated } from '../archive/generate.ts';
import { writeSiteData } from '../archive/site-data.ts';
import { writeContent } from '../archive/write-content.ts';
import { siteFrom } from '../model/site.ts';
import { buildSearchIndex } from '../search/index/build-index.ts';
import { diskFailure } from '../diagnostics/disk-failure.ts';
import { type Bilingual, inLanguage } from '../diagnostics/language.ts';
import { Failure, reasonOf } from '../diagnostics/failure.ts';
import { siteFilesOf, writeSiteFiles } from './site-files.ts';
import { filesIn } from './verify/html.ts';
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
  strict: boolean;
  /** Told what people read: messages, and a line a step. */
  log: (text: string) => void;
}

/**
 * Makes the site: generate, pages, search index, proof of words, of links, of what old browsers read; only then does it
 * take the place of the one in `out`. When a step fails, `out` stays as it was.
 *
 * @returns 0, or 1 when there were warnings and the build is strict
 * @throws {Failure} when a setting cannot be meant, a step fails, the disk is full, or `out` is no place for a site; its message says what to do
 */
export async function buildSite(options: BuildOptions): Promise<0 | 1> {
  checkSettings(process.env);
  const out = await outputFolder(options);
  const place = stagingOf(out);
  try {
    return await withLocks(place, options.log, () => build({ ...options, out }, place));
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
  log: BuildOptions['log'],
  work: () => Promise<T>,
): Promise<T> {
  const here = join(projectFolder, '.cache', 'build.lock');
  try {
    return await withLock(here, () => withLock(lockOf(place), work, log), log);
  } finally {
    await tidy(place);
  }
}

async function build(options: BuildOptions, place: Staging): Promise<0 | 1> {
  const { root, strict, log } = options;
  await cleanUp(place);
  const generated = generate(root);
  writeContent(generated, { root, check: false, all: false, log });
  writeSiteData(dataFolder(place), generated.archive, generated.data);
  await stage(log, { en: 'Pages', zh: '网页' }, () => makePages(root, place));
  await stage(log, { en: 'Data and exports', zh: '数据与导出文件' }, () =>
    makeFiles(generated, root, place),
  );
  await stage(log, { en: 'Search', zh: '检索' }, () =>
    buildSearchIndex(place.fresh, generated.data),
  );
  await stage(
    log,
    { en: 'Words compared with the seeds, no difference', zh: '文字与原文一致' },
    () => verifyWords(place.fresh, root),
  );
  await stage(log, { en: 'Links checked, all hold', zh: '链接有效' }, () =>
    verifyLinks(place.fresh),
  );
  await stage(
    log,
    { en: 'Styles and scripts read as by Chromium 90, all fit', zh: '旧浏览器可用' },
    () => verifyOldBrowsers(place.fresh),
  );
  await swap(place);
  log(inLanguage({ en: `Site written to ${options.out}.`, zh: `网站已写入 ${options.out}。` }));
  return strict && generated.warnings > 0 ? 1 : 0;
}

/** Runs a step and says how much it did and how long it took. */
async function stage(
  log: BuildOptions['log'],
  name: Bilingual,
  work: () => Promise<number>,
): Promise<void> {
  const start = performance.now();
  const count = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  log(
    inLanguage({
      en: `${name.en}: ${count} (${seconds} s)`,
      zh: `${name.zh}：${count}（${seconds} 秒）`,
    }),
  );
}

/** Where the pages find the archive. */
function dataFolder({ room }: Staging): string {
  return join(room, 'data');
}

/** Runs Astro over `root`/content into the fresh folder; returns the number of pages. */
async function makePages(root: string, place: Staging): Promise<number> {
  const { fresh, room } = place;
  process.env['WENHAO_CONTENT'] = join(root, 'content');
  process.env['WENHAO_OUT'] = fresh;
  process.env['WENHAO_DATA'] = dataFolder(place);
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
  return (await filesIn(fresh)).filter((path) => path.endsWith('.html')).length;
}

/** Writes what is no page beside the pages; returns the number of files. */
async function makeFiles(generated: Generated, root: string, { fresh }: Staging): Promise<number> {
  const files = siteFilesOf({
    generated,
    root,
    site: siteFrom(process.env),
    lists: (await filesIn(fresh)).filter(isList),
    read: (path) => readFile(join(fresh, ...path.split('/'))),
  });
  await writeSiteFiles(fresh, files);
  return files.size;
}

/** A page that is no notice, no work, no seed and not the one for what is not found. */
function isList(path: string): boolean {
  return /^(?!404\.)(?:handbook\/)?[^/]+\.html$/u.test(path);
}
