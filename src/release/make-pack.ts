import { existsSync, statSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Content, contentsOf, readyFiles, readyFile, holdingsOf } from './contents.ts';
import { diskFailure } from '../diagnostics/disk-failure.ts';
import { Failure } from '../diagnostics/failure.ts';
import { orderedMap } from './ordered-map.ts';
import {
  type Holdings,
  type ListedFile,
  type PackManifest,
  MANIFEST,
  manifestOf,
  manifestText,
} from './manifest.ts';
import { sign } from './signature.ts';
import { SIGNATURE_FILE, SUMS, sumsText } from './sha256sums.ts';
import type { PackedFile } from '../exports/zip/packed-file.ts';
import { writeZip } from '../exports/zip/zip-writer.ts';

/** What a pack is made of. */
export interface PackOptions {
  /** Folder of the built site. */
  dist: string;
  /** Version of the program that made it. */
  version: string;
  /** The folder the pack goes to, under its own name; or the file it is to be. */
  to: { folder: string } | { file: string };
  /** A private key to sign it with (see signature.ts). */
  key?: string | undefined;
}

/** Brotli at its best is slow and runs beside everything else: this many files at once. */
const WIDTH = 8;

/**
 * Packs a site: the zip appears under its name when it is whole. The same site gives the same bytes.
 *
 * @returns the zip and what stands in its manifest
 * @throws {Failure} when there is no site, a folder stands where the pack is to go, a name cannot be packed, the key does not work, or the disk is full
 */
export async function makePack(
  options: PackOptions,
): Promise<{ file: string; manifest: PackManifest }> {
  const folder = 'folder' in options.to ? options.to.folder : dirname(options.to.file);
  try {
    if ('file' in options.to) refuseFolder(options.to.file);
    await mkdir(folder, { recursive: true });
    const part = join(folder, `.wenhao-${process.pid}.part`);
    const holdings = await holdingsOf(options.dist);
    const contents = await contentsOf(options.dist);
    const manifest = await writeZip(part, packFiles(options, contents, holdings));
    const file = 'file' in options.to ? options.to.file : join(folder, `${manifest.name}.zip`);
    await rename(part, file);
    return { file, manifest };
  } catch (error) {
    throw diskFailure(error, folder);
  }
}

function refuseFolder(file: string): void {
  if (!existsSync(file) || !statSync(file).isDirectory()) return;
  throw new Failure(
    `${file} is a folder, and the pack is to be a file. ${file} 是文件夹，应指定文件。`,
    'name a file: --out FOLDER/wenhao.zip. 请指定文件：--out FOLDER/wenhao.zip。',
  );
}

/** Everything in a pack; returns what stands in its manifest. */
async function* packFiles(
  { version, key }: PackOptions,
  contents: Iterable<Content>,
  holdings: Holdings,
): AsyncGenerator<PackedFile, PackManifest> {
  const files: ListedFile[] = [];
  for await (const several of orderedMap(contents, WIDTH, readyFiles)) {
    for (const { packed, sha256 } of several) {
      yield packed;
      files.push({ path: packed.path, bytes: packed.size, sha256 });
    }
  }
  const manifest = manifestOf(version, files, holdings);
  yield* listsOf(manifest, key);
  return manifest;
}

/** The manifest, the sums over everything, and the signature over the sums. */
function* listsOf(manifest: PackManifest, key: string | undefined): Generator<PackedFile> {
  const list = readyFile(MANIFEST, Buffer.from(manifestText(manifest)));
  const digests = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]));
  const sums = Buffer.from(sumsText(digests.set(MANIFEST, list.sha256)));
  yield list.packed;
  yield readyFile(SUMS, sums).packed;
  if (key !== undefined) yield readyFile(SIGNATURE_FILE, sign(key, sums)).packed;
}
