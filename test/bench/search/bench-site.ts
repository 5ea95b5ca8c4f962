import { cp, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { close, createIndex } from 'pagefind';
import type { NoticeRecord } from '../../../src/model/records/notice.ts';
import type { OutlineNode } from '../../../src/model/records/outline.ts';
import { searchFiles } from '../../../src/search/index/archive-files.ts';
import type { OracleNode } from './oracle.ts';

/** What building an index cost. */
export interface IndexCost {
  /** Milliseconds. */
  time: number;
  /** Bytes on disk, and as a server sends them. */
  bytes: number;
  compressed: number;
  files: number;
}

/** The search page and its assets from a built site, ours and Pagefind's index of the records, and the harness. */
export async function makeBenchSite(
  site: string,
  folder: string,
  records: readonly NoticeRecord[],
  nodes: readonly OracleNode[],
): Promise<{ costs: Record<string, IndexCost>; fragments: Map<string, string> }> {
  for (const name of ['search.html', 'assets', 'favicon.svg']) {
    await cp(join(site, name), join(folder, name), { recursive: true });
  }
  const ours = await timed(() => writeOurs(folder, records));
  const pagefind = await timed(() => writePagefind(folder, records));
  const scan = await timed(() =>
    writeFile(join(folder, 'scan.json'), JSON.stringify(nodes.map(({ id, text }) => [id, text]))),
  );
  await writeHarness(folder);
  const costs = {
    ours: { time: ours, ...(await sizeOf(join(folder, 'search'))) },
    pagefind: { time: pagefind, ...(await sizeOf(join(folder, 'pagefind'))) },
    scan: { time: scan, ...(await sizeOf(join(folder, 'scan.json'))) },
  };
  return { costs, fragments: await fragmentsOf(join(folder, 'pagefind', 'fragment')) };
}

async function writeOurs(folder: string, records: readonly NoticeRecord[]): Promise<void> {
  await mkdir(join(folder, 'search'), { recursive: true });
  for (const [path, text] of searchFiles(records, [])) await writeFile(join(folder, path), text);
}

/** Pagefind as it comes: pages in Chinese, a heading with an id per clause. */
async function writePagefind(folder: string, records: readonly NoticeRecord[]): Promise<void> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join('; '));
  try {
    for (const { url, title, outline } of records) {
      const clauses = outline
        .flatMap(flat)
        .map(
          ({ id, label, heading, text }) =>
            `<h2 id="${id}">${escape(`${label ?? ''}${heading ?? ''}`)}</h2><p>${escape(text)}</p>`,
        );
      const content = `<html lang="zh-CN"><title>${escape(title ?? '')}</title><main data-pagefind-body>${clauses.join('')}</main></html>`;
      await index.addHTMLFile({ url: `/${url}`, content });
    }
    await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  } finally {
    await close();
  }
}

function flat(node: OutlineNode): OutlineNode[] {
  return [node, ...node.children.flatMap(flat)];
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function writeHarness(folder: string): Promise<void> {
  await bundle({
    entryPoints: [join(import.meta.dirname, 'harness.ts')],
    outfile: join(folder, 'assets', 'bench.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome100',
    logLevel: 'error',
  });
  const page =
    '<!doctype html><html lang="zh-CN"><title>bench</title><script src="assets/bench.js"></script></html>';
  await writeFile(join(folder, 'bench.html'), page);
}

/** Notice id by the hash that Pagefind knows a document by. */
async function fragmentsOf(folder: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of await readdir(folder)) {
    const text = gunzipSync(await readFile(join(folder, name))).toString('utf8');
    const id = /notices\/([^"]+)\.html/u.exec(text)?.[1];
    if (id !== undefined) ids.set(name.replace('.pf_fragment', ''), id);
  }
  return ids;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function sizeOf(path: string): Promise<Omit<IndexCost, 'time'>> {
  if (!(await stat(path)).isDirectory()) {
    const body = await readFile(path);
    return { bytes: body.length, compressed: gzipSync(body).length, files: 1 };
  }
  const size = { bytes: 0, compressed: 0, files: 0 };
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const body = await readFile(join(entry.parentPath, entry.name));
    size.bytes += body.length;
    size.compressed += /\.(?:js|json)$/u.test(entry.name) ? gzipSync(body).length : body.length;
    size.files += 1;
  }
  return size;
}
