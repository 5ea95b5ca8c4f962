import { open, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { Failure } from '../../diagnostics/failure.ts';
import { caseCollisions, whyUnsafe } from '../path.ts';
import { centralHeader, endRecords, localHeader, TOO_LARGE, type ZipEntry } from './zip-records.ts';

/** A file as it goes into a zip. */
export type PackedFile = Omit<ZipEntry, 'offset' | 'packedSize'> & { data: Uint8Array };

/** A zip that is being written. Its bytes depend on the files and their order alone. */
export interface ZipWriter {
  add: (file: PackedFile) => Promise<void>;
  /** Writes the list of files and gives the zip its name. */
  finish: (file: string) => Promise<void>;
  /** Gives up: closes and removes what has been written. */
  abandon: () => Promise<void>;
}

/**
 * Makes a file ready for a zip: deflated where that is shorter. By fflate, because the zlib in Node takes other ways on
 * other processors, and the bytes with them.
 *
 * @param deflated the content deflated, where it has been done already
 */
export function packedFile(
  path: string,
  bytes: Uint8Array,
  stamp: number,
  deflated: Uint8Array = deflateSync(bytes, { level: 9 }),
): PackedFile {
  const isShorter = deflated.length < bytes.length;
  const data = isShorter ? deflated : bytes;
  return { path, stamp, crc: crc32(bytes), size: bytes.length, method: isShorter ? 8 : 0, data };
}

/** Bytes that are gathered before they are written: a pack is mostly small files. */
const GATHERED = 2 ** 20;

/**
 * Begins a zip; holds a few files at a time and the list of all in memory.
 *
 * @param part where it is written until it is whole
 * @throws {Failure} at a name that is unsafe, at two names that are one on Windows, and beyond 4 GB
 */
export async function writeZip(part: string): Promise<ZipWriter> {
  const handle = await open(part, 'w');
  const entries: ZipEntry[] = [];
  let offset = 0;
  let written = 0;
  let waiting: Uint8Array[] = [];
  const flush = async () => {
    await handle.writeFile(Buffer.concat(waiting));
    written = offset;
    waiting = [];
  };
  const write = async (...pieces: Uint8Array[]) => {
    waiting.push(...pieces);
    for (const piece of pieces) offset += piece.length;
    if (offset > TOO_LARGE) throw tooLarge(part);
    if (offset - written > GATHERED) await flush();
  };
  return {
    add: async ({ data, ...file }) => {
      const entry = { ...file, packedSize: data.length, offset };
      refuseUnsafe(entry.path);
      entries.push(entry);
      await write(localHeader(entry), data);
    },
    finish: async (file) => {
      refuseTwins(entries);
      const start = offset;
      for (const entry of entries) await write(centralHeader(entry));
      await write(endRecords(entries.length, start, offset - start));
      await flush();
      await handle.close();
      await rename(part, file);
    },
    abandon: async () => {
      await handle.close().catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}

function refuseUnsafe(path: string): void {
  const why = whyUnsafe(path);
  if (why === undefined) return;
  throw new Failure(
    `“${path}” cannot go into a pack: the name ${why}. 此文件名不能打包。`,
    'give the file another name; names must be good on Windows too.',
  );
}

function refuseTwins(entries: readonly ZipEntry[]): void {
  const twins = caseCollisions(entries.map(({ path }) => path));
  if (twins === undefined) return;
  throw new Failure(
    `“${twins[0]}” and “${twins[1]}” cannot stand in one pack: on Windows they are one file. 两个文件名在 Windows 上是同一个。`,
    'give one of them another name.',
  );
}

function tooLarge(file: string): Failure {
  return new Failure(
    `The pack ${file} would be larger than 4 GB, which not every unpacker takes. 压缩包超过 4 GB。`,
    'divide the archive, and make a pack of each part.',
  );
}
