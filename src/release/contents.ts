/** What a pack holds beside the list of its files: the site, the configurations, and how to use them. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../diagnostics/failure.ts';
import { brotliOf, gzipOf, isWorthIt } from './compressed.ts';
import type { Holdings } from './manifest.ts';
import { pathsIn } from './pack-files.ts';
import { deployHtml, deployText } from './servers/deploy.ts';
import { apacheConf, htaccess } from './servers/apache.ts';
import { caddyfile } from './servers/caddy.ts';
import { webConfig } from './servers/iis.ts';
import { nginxConf } from './servers/nginx.ts';
import { USUAL } from './servers/server-place.ts';
import { dosTime } from './dos-time.ts';
import { sha256Of } from './sha256sums.ts';
import { deflate, isText, type PackedFile, packedFile } from '../exports/zip/packed-file.ts';

/** Folder of the site in a pack. */
const SITE = 'dist/';

/** A file on its way into a pack. */
export interface Content {
  path: string;
  read: () => Promise<Uint8Array>;
}

/** A file in a pack: how it goes into the zip, and its digest. */
export interface ReadyFile {
  packed: PackedFile;
  sha256: string;
}

/**
 * Everything of a pack, sorted by path: the site below `dist/` with the configurations that servers look for in it, the
 * others below `servers/`, and the page for the administrator. Their names are ASCII: an unpacker of any age and
 * language writes them right.
 *
 * @param dist folder of the built site
 * @throws {Failure} when there is no site in it, or one that came out of a pack
 */
export async function contentsOf(dist: string): Promise<Content[]> {
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Failure(
      `There is no site in ${dist}. ${dist} 中没有可打包的网站。`,
      'make it with npm run build, or name its folder with --dist. 请先运行 npm run build，或用 --dist 指定网站所在文件夹。',
    );
  }
  const paths = await pathsIn(dist);
  refusePacked(dist, paths);
  const site = paths.map((path) => ({
    path: `${SITE}${path}`,
    read: () => readFile(join(dist, ...path.split('/'))),
  }));
  const texts = Object.entries(TEXTS).map(([path, text]) => ({
    path,
    read: () => Promise.resolve(Buffer.from(text)),
  }));
  return [...site, ...texts].sort((one, other) => (one.path < other.path ? -1 : 1));
}

const TEXTS: Record<string, string> = {
  'DEPLOY.html': deployHtml(),
  'DEPLOY.txt': deployText(),
  [`${SITE}.htaccess`]: htaccess(),
  [`${SITE}web.config`]: webConfig(),
  'servers/apache.conf': apacheConf(USUAL),
  'servers/Caddyfile': caddyfile(USUAL),
  'servers/nginx.conf': nginxConf(USUAL),
};

/** The site of an unpacked pack holds what packing adds; packed again, that would be in it twice. */
function refusePacked(dist: string, paths: readonly string[]): void {
  const added = paths.find((path) => `${SITE}${path}` in TEXTS || /\.(?:br|gz)$/u.test(path));
  if (added === undefined) return;
  throw new Failure(
    `${dist} is the site of an unpacked pack: it holds ${added}, which only packing adds. ${dist} 是解开的包里的网站（含 ${added}），不能再打包。`,
    'hand on the zip it came from as it is, or name the folder of a build. 请直接转交原来的压缩包，或指定构建生成的文件夹。',
  );
}

/** A file made ready, and behind it its compressed forms where they are worth it. */
export async function readyFiles({ path, read }: Content): Promise<ReadyFile[]> {
  const bytes = await read();
  if (!isText(path)) return [readyFile(path, bytes, bytes)];
  const deflated = deflate(bytes);
  const file = readyFile(path, bytes, deflated);
  if (!path.startsWith(SITE) || !isWorthIt(path, bytes.length)) return [file];
  const [br, gz] = [await brotliOf(bytes), gzipOf(bytes, deflated)];
  return [file, readyFile(`${path}.br`, br, br), readyFile(`${path}.gz`, gz, gz)];
}

/** @param deflated the content deflated; of what is compressed already, the content itself */
export function readyFile(
  path: string,
  bytes: Uint8Array,
  deflated: Uint8Array = deflate(bytes),
): ReadyFile {
  const sha256 = sha256Of(bytes);
  return { sha256, packed: packedFile(path, bytes, { stamp: dosTime(sha256), deflated }) };
}

/**
 * What the site’s own API says it holds.
 *
 * @throws {Failure} when the API is missing
 */
export async function holdingsOf(dist: string): Promise<Holdings> {
  try {
    const [notices, works] = await Promise.all(
      ['notices', 'works'].map(
        async (name) =>
          JSON.parse(await readFile(join(dist, 'api', `${name}.json`), 'utf8')) as {
            clauses?: number;
          }[],
      ),
    );
    return {
      notices: notices?.length ?? 0,
      clauses: (notices ?? []).reduce((sum, { clauses = 0 }) => sum + clauses, 0),
      works: works?.length ?? 0,
    };
  } catch (cause) {
    throw new Failure(
      `${dist} has no api/notices.json and api/works.json that can be read. ${dist} 中的网站不完整：缺少可读的 api/notices.json 和 api/works.json。`,
      'build the site again: npm run build. 请重新生成网站：npm run build。',
      { cause },
    );
  }
}
