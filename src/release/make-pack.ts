import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Content, contentsOf, readyFiles, readyFile, holdingsOf } from './contents.ts';
import { diskFailure } from '../diagnostics/disk-failure.ts';
import { Failure } from '../diagnostics/failure.ts';
import { orderedMap } from './ordered-map.ts';
import {
  type ListedFile,
  type PackManifest,
  MANIFEST,
  manifestOf,
  manifestText,
} from './manifest.ts';
import { sign } from './signature.ts';
import { SIGNATURE_FILE, SUMS, sumsText } from './sha256sums.ts';
import { writeZip, type ZipWriter } from './zip/zip-writer.ts';

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
    const holdings = await holdingsOf(options.dist);
    const contents = await contentsOf(options.dist);
    const zip = await writeZip(join(folder, `.wenhao-${process.pid}.part`));
    try {
      const manifest = manifestOf(options.version, await addAll(zip, contents), holdings);
      await addLists(zip, manifest, options.key);
      const file = 'file' in options.to ? options.to.file : join(folder, `${manifest.name}.zip`);
      await zip.finish(file);
      return { file, manifest };
    } catch (error) {
      await zip.abandon();
      throw error;
    }
  } catch (error) {
    throw diskFailure(error, folder);
  }
}

function refuseFolder(file: string): void {
  if (!existsSync(file) || !statSync(file).isDirectory()) return;
  throw new Failure(
    `${file} is a folder, and the pack is to be a file. 所指是文件夹，不是文件。`,
    'name a file: --out FOLDER/wenhao.zip.',
  );
}

async function addAll(zip: ZipWriter, contents: Iterable<Content>): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for await (const several of orderedMap(contents, WIDTH, readyFiles)) {
    for (const { packed, sha256 } of several) {
      await zip.add(packed);
      files.push({ path: packed.path, bytes: packed.size, sha256 });
    }
  }
  return files;
}

/** The manifest, the sums over everything, and the signature over the sums. */
async function addLists(
  zip: ZipWriter,
  manifest: PackManifest,
  key: string | undefined,
): Promise<void> {
  const list = readyFile(MANIFEST, Buffer.from(manifestText(manifest)));
  const digests = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]));
  const sums = Buffer.from(sumsText(digests.set(MANIFEST, list.sha256)));
  await zip.add(list.packed);
  await zip.add(readyFile(SUMS, sums).packed);
  if (key === undefined) return;
  await zip.add(readyFile(SIGNATURE_FILE, sign(key, sums)).packed);
}
