/** Zips in memory, as a stream, and on the disk. */
import { rm, writeFile } from 'node:fs/promises';
import type { PackedFile } from './packed-file.ts';
import { zipLayout } from './zip-layout.ts';

/**
 * A small zip, in memory.
 *
 * @param files in the order they are to have
 * @returns the same bytes for the same files
 * @throws {Failure} at a file or a name that no zip may have (see zip-layout.ts)
 */
export function zipOf(files: Iterable<PackedFile>): Buffer {
  const layout = zipLayout();
  return Buffer.concat([...[...files].flatMap(layout.add), ...layout.end()]);
}

/** Bytes that are gathered before they go on: zips here are mostly small files. */
const GATHERED = 2 ** 20;

/**
 * A zip of any size, piece by piece; holds a few files at a time and the list of all in memory.
 *
 * @param files in the order they are to have
 * @throws {Failure} at a file or a name that no zip may have (see zip-layout.ts)
 */
export async function* zipStream(files: AsyncIterable<PackedFile>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of piecesOf(files)) {
    waiting.push(piece);
    length += piece.length;
    if (length < GATHERED) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  yield Buffer.concat(waiting);
}

async function* piecesOf(files: AsyncIterable<PackedFile>): AsyncGenerator<Uint8Array> {
  const layout = zipLayout();
  for await (const file of files) yield* layout.add(file);
  yield* layout.end();
}

/**
 * Writes a zip; what is there of it is removed when something fails.
 *
 * @param part where it is written; whoever calls gives it its name when it is whole
 * @param files in the order they are to have
 * @returns what `files` returns behind the last of them
 * @throws {Failure} at a file or a name that no zip may have (see zip-layout.ts)
 */
export async function writeZip<Made>(
  part: string,
  files: AsyncGenerator<PackedFile, Made>,
): Promise<Made> {
  const made = Promise.withResolvers<Made>();
  const watched = async function* () {
    made.resolve(yield* files);
  };
  try {
    await writeFile(part, zipStream(watched()));
    return await made.promise;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
