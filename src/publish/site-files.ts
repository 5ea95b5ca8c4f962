/** Every file of the site that is no page: data, exports, seeds, feeds. Made from the one run, written without Astro. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Generated } from '../archive/generate.ts';
import { originalBytes } from '../archive/original.ts';
import { bulkZip } from '../exports/bulk-zip/bulk-zip.ts';
import { csvOf } from '../exports/csv/csv.ts';
import { isText, packedFile } from '../exports/zip/packed-file.ts';
import { noticeFiles } from '../exports/notice-files.ts';
import { feedsOf } from '../metadata/feeds.ts';
import { llmsOf } from '../metadata/llms.ts';
import { openSearchOf, robotsOf, sitemapOf } from '../metadata/site-files.ts';
import { exportUrl, originalUrl, seedUrl } from '../model/address.ts';
import { offeredAs } from '../model/offered-as.ts';
import type { Site } from '../model/site.ts';
import { apiSchemas } from '../records/api-schema.ts';
import { apiFiles, jsonText } from '../records/api.ts';
import type { ProcessedNotice } from '../records/processed-notice.ts';

/** What a file holds: text, bytes, or bytes piece by piece. */
type Body = string | Uint8Array | AsyncIterable<Uint8Array>;
type File = [path: string, make: () => Body | Promise<Body>];

/** Path in the site → how to make it, in the order in which they are written. */
export type SiteFiles = Map<string, () => Body | Promise<Body>>;

/** What the files are made of. */
export interface SiteFileSources {
  generated: Generated;
  /** Folder that holds `seeds/`. */
  root: string;
  site: Site;
  /** Addresses of the pages that are no notice, no work and no seed, for the site map. */
  lists: readonly string[];
  /** The bytes of a file of the site that stands before in the list: the zip is made of what is there. */
  read: (path: string) => Promise<Uint8Array>;
}

/** The files of a site beside its pages. */
export function siteFilesOf(sources: SiteFileSources): SiteFiles {
  const { generated, site, read } = sources;
  const { data, archive } = generated;
  const exports = exportFiles(archive.notices, site);
  const table: File = ['exports/wenhao-clauses.csv', () => csvOf(data.records)];
  const api = [...apiFiles(data), ...apiSchemas()].map(([path, value]): File => [
    path,
    () => jsonText(value),
  ]);
  const paths = [...exports, table, ...api].map(([path]) => path);
  const pack = async (path: string) => {
    const bytes = await read(path);
    return packedFile(path, bytes, isText(path) ? {} : { deflated: bytes });
  };
  return new Map([
    ...exports,
    table,
    ...api,
    ['exports/wenhao.zip', () => bulkZip({ records: data.records, site, paths, pack })],
    ...seedFiles(sources),
    ['llms.txt', () => llmsOf(data.records)],
    ['robots.txt', () => robotsOf(site.address)],
    ...feedFiles(sources),
  ]);
}

/**
 * Writes files, one after the other: a large archive has more than a process may hold at once.
 * @param folder of the site
 */
export async function writeSiteFiles(folder: string, files: SiteFiles): Promise<void> {
  for (const [path, make] of files) {
    const full = join(folder, ...path.split('/'));
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, await make());
  }
}

/** All bytes of a file, for whoever does not write it to the disk. */
export async function fileBytes(made: Body | Promise<Body>): Promise<Buffer> {
  const body = await made;
  return typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : buffer(body);
}

/** Every notice in every format. */
function exportFiles(notices: readonly ProcessedNotice[], site: Site): File[] {
  const ids = new Set(notices.map(({ notice }) => notice.id));
  return notices.flatMap((finished) =>
    noticeFiles(finished, (id) => ids.has(id), site).map(({ extension, make }): File => [
      exportUrl(finished.notice.id, extension),
      make,
    ]),
  );
}

/** Seeds byte for byte, and the originals they were read from. */
function seedFiles({ generated: { archive }, root }: SiteFileSources): File[] {
  return archive.notices.flatMap(({ notice: { id }, file, origin: { original } }): File[] => {
    const extension = original && offeredAs(original);
    const bytes = original && extension !== null ? originalBytes(root, original) : null;
    return [
      [seedUrl(id), () => readFile(join(root, ...file.path.split('/')))],
      ...(extension && bytes ? [[originalUrl(id, extension), () => bytes] satisfies File] : []),
    ];
  });
}

/** `sitemap.xml`, `opensearch.xml`, `feed.xml`, `corrections.xml`: only where the site has an address (`SITE`). */
function feedFiles({ generated: { data }, site: { address }, lists }: SiteFileSources): File[] {
  if (address === null) return [];
  const documents = [...data.records, ...data.works].map(({ url }) => url);
  return [
    ['sitemap.xml', () => sitemapOf([...lists, ...documents], address)],
    ['opensearch.xml', () => openSearchOf(address)],
    ...feedsOf(data.records, address).map(({ name, text }): File => [`${name}.xml`, () => text]),
  ];
}
