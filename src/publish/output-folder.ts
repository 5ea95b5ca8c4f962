/** Where a site may go: a build puts a new folder in the place of the old one, so the old one must be its own. */
import { existsSync } from 'node:fs';
import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { Failure } from '../diagnostics/failure.ts';
import { type Places, projectFolder } from '../diagnostics/project.ts';

/** Files that every site has. */
const MARKS = ['index.html', 'api/notices.json', 'search/manifest.js'];

/** What builds put at the top of a site, this one and those before it. */
const FOLDERS = [
  'api',
  'assets',
  'exports',
  'handbook',
  'notices',
  'pagefind',
  'search',
  'sources',
  'works',
];
const FILES = /^(?:[\w-]+\.(?:html|xml|txt)|favicon\.svg)$/u;

/** What Finder and Explorer leave wherever somebody looked; nobody misses it. */
const DUST = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** Folders that a build reads; a site in them would be taken for their content. */
const OF_ARCHIVE = ['seeds', 'content'];
const OF_PROJECT = ['src', 'public', 'node_modules'];

/**
 * The folder of the finished site itself, where a link leads to it.
 *
 * @param places `out` as it was asked for, `root` of its seeds
 * @returns absolute
 * @throws {Failure} when `out` is no place for a site: it holds the project or something that no build made, or is a
 *   folder that a build reads
 * @throws the system’s error when nothing may be written beside it
 */
export async function outputFolder({ root, out }: Places): Promise<string> {
  const [place, archive, project] = await Promise.all([out, root, projectFolder].map(realPlace));
  if (place === undefined || archive === undefined || project === undefined) return out;
  if (isIn(archive, place) || isIn(project, place)) {
    throw refusal(out, 'it holds the project or the seeds themselves');
  }
  const read = (await foldersRead(archive, project)).find((folder) => isIn(place, folder));
  if (read !== undefined) throw refusal(out, `a build reads what is in ${read}`);
  if (existsSync(place)) await refuseStrangers(place);
  // Asked here, because `mkdir` says of a disk that is read-only that it does not exist.
  await access(existingAbove(place), constants.W_OK);
  return place;
}

/** The folders that a build reads, themselves: each of them may be a link to another place. */
function foldersRead(archive: string, project: string): Promise<string[]> {
  const folders = [
    ...OF_ARCHIVE.map((name) => join(archive, name)),
    ...OF_PROJECT.map((name) => join(project, name)),
  ];
  return Promise.all(folders.map(realPlace));
}

async function refuseStrangers(place: string): Promise<void> {
  if (!(await stat(place)).isDirectory()) throw refusal(place, 'it is a file');
  const names = (await readdir(place)).filter((name) => !DUST.includes(name));
  if (names.length === 0) return;
  if (!MARKS.every((mark) => existsSync(join(place, mark)))) {
    throw refusal(place, 'it is not empty, and what is in it is no site made by a build');
  }
  const strangers = names.filter((name) => !FOLDERS.includes(name) && !FILES.test(name));
  if (strangers.length > 0) {
    throw refusal(place, `no build has made ${strangers.slice(0, 3).join(', ')} in it`);
  }
}

function refusal(out: string, why: string): Failure {
  return new Failure(
    `The site cannot be written to ${out}: ${why}, and it would be replaced as a whole. Nothing was changed. ${out} 不能用作输出文件夹，未作任何改动。`,
    'name a folder that is empty, does not exist yet or holds nothing but a site made before: npm run build -- --out DIR. 请指定空文件夹、尚不存在的文件夹，或只有以前生成的网站的文件夹：npm run build -- --out DIR。',
  );
}

/** True for the folder itself and for all that is in it. */
function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || /^[a-z]:/iu.test(way));
}

/** The nearest folder around a path that exists. */
function existingAbove(path: string): string {
  const above = dirname(path);
  return existsSync(above) || above === path ? above : existingAbove(above);
}

/** A path without links, also one whose end does not exist yet. */
async function realPlace(path: string): Promise<string> {
  if (existsSync(path)) return realpath(path);
  const above = dirname(path);
  return above === path ? path : join(await realPlace(above), basename(path));
}
