import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../diagnostics/failure.ts';
import { readyFile } from '../contents.ts';
import { diskFailure } from '../../diagnostics/disk-failure.ts';
import type { PackManifest } from '../manifest.ts';
import { type PackFiles, withPack } from '../pack-files.ts';
import { sha256Of, SUMS } from '../sha256sums.ts';
import { BASE, baseText, DELETE, deleteText, isUpdate, type Update, UPDATE } from './update.ts';
import { verifyPack } from '../verify.ts';
import { readZip, type Zip } from '../../exports/zip/zip-reader.ts';
import type { PackedFile } from '../../exports/zip/packed-file.ts';
import { writeZip } from '../../exports/zip/zip-writer.ts';

/** An update pack that was made. */
export interface MadeUpdate {
  file: string;
  update: Update;
}

/** A pack that is known to be whole, with the digests of all its files, `SHA256SUMS` and signature too. */
export interface WholePack {
  manifest: PackManifest;
  sums: string;
  digests: Map<string, Update['files'][number]>;
}

/**
 * Reads all of a pack, to begin or end an update with it.
 *
 * @param zip of the pack, or the folder where it was unpacked
 * @throws {Failure} when it is not whole, or is itself an update
 */
export function wholePack(zip: string): Promise<WholePack> {
  return withPack(zip, stateOf);
}

/**
 * Makes the update from one pack to another: `wenhao-update-<digest>-<digest>.zip`. Its files are taken from the new
 * zip as they are packed there.
 *
 * @param base the pack that is out there
 * @param newer zip of the pack that is to be there
 * @param folder where the update goes
 * @returns undefined when the two are the same
 * @throws {Failure} when the new one is not whole
 */
export async function makeUpdate(
  base: WholePack,
  newer: string,
  folder: string,
): Promise<MadeUpdate | undefined> {
  const target = await wholePack(newer);
  if (base.sums === target.sums) return undefined;
  const changed = [...target.digests.values()].filter(
    ({ path, sha256 }) => base.digests.get(path)?.sha256 !== sha256,
  );
  const update: Update = {
    format: 'wenhao-update/1',
    base: versionOf(base),
    target: versionOf(target),
    files: changed,
    delete: [...base.digests.keys()].filter((path) => !target.digests.has(path)),
  };
  const [from, to] = [base.manifest.digest.slice(0, 8), target.manifest.digest.slice(0, 8)];
  const file = join(folder, `wenhao-update-${from}-${to}.zip`);
  await write(file, update, newer);
  return { file, update };
}

async function stateOf(files: PackFiles): Promise<WholePack> {
  const manifest = await wholeManifest(files);
  const digests: WholePack['digests'] = new Map();
  for (const path of [...files.paths].sort()) {
    const bytes = await files.read(path);
    digests.set(path, { path, bytes: bytes.length, sha256: sha256Of(bytes) });
  }
  return { manifest, digests, sums: digests.get(SUMS)?.sha256 ?? '' };
}

async function wholeManifest(files: PackFiles): Promise<PackManifest> {
  if (isUpdate(files)) {
    throw new Failure(
      `${files.place} is an update, not a whole pack. ${files.place} 是更新包，不是完整的包。`,
      'name the whole pack that the update led to. 请指定更新之后的完整的包。',
    );
  }
  const { findings, manifest } = await verifyPack(files);
  if (manifest !== null && findings.length === 0) return manifest;
  throw new Failure(
    `${files.place} is not as it was packed, so no update can begin or end with it. ${files.place} 已损坏，不能据以制作更新包。`,
    `see what is wrong: npm run verify -- ${files.place}. 请查明问题：npm run verify -- ${files.place}。`,
  );
}

function versionOf({ manifest: { name, digest }, sums }: WholePack): Update['base'] {
  return { name, digest, sums };
}

async function write(file: string, update: Update, newer: string): Promise<void> {
  const source = await readZip(newer);
  try {
    await writeZip(`${file}.part`, updateFiles(update, source));
    await rename(`${file}.part`, file);
  } catch (error) {
    throw diskFailure(error, file);
  } finally {
    await source.close();
  }
}

/** Its own lists, and the files of the newer pack as they are packed there. */
async function* updateFiles(update: Update, source: Zip): AsyncGenerator<PackedFile, void> {
  const own = { [BASE]: baseText(update), [DELETE]: deleteText(update.delete) };
  for (const [path, text] of Object.entries({ ...own, [UPDATE]: updateText(update) }))
    yield readyFile(path, Buffer.from(text)).packed;
  const wanted = new Set(update.files.map(({ path }) => path));
  for (const entry of source.entries) {
    if (!wanted.has(entry.path)) continue;
    const { path, method, stamp, crc, size } = entry;
    yield { path, method, stamp, crc, size, data: await source.readPacked(entry) };
  }
}

function updateText(update: Update): string {
  return `${JSON.stringify(update, null, 2)}\n`;
}
