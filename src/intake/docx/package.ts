/** The parts of a Word file: a zip whose directory is read before anything is unpacked (ECMA-376-2). */
import { unzipSync } from 'fflate';
import { refused } from '../refuse.ts';

/** Unpacked size of all parts that are read, and of a file at all. */
export const MOST_BYTES = 200 * 1024 * 1024;
/** Text of one sentence over and over packs about 1:1000 at best; Word's own parts lie below 1:60. */
const MOST_RATIO = 200;
/** Small files may pack well. */
const SMALL = 4 * 1024 * 1024;
const MOST_PARTS = 10_000;

/**
 * Unpacks the parts of a package that are text.
 * @param bytes of the file
 * @param wanted whether a part is read, by its name
 * @returns name → bytes
 * @throws {Refused} when it is damaged, is too large, or unpacks to an absurd size
 */
export function readPackage(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  let parts = 0;
  let total = 0;
  const check = ({ name, size, originalSize }: Entry): boolean => {
    parts += 1;
    if (parts > MOST_PARTS) throw refused('bomb');
    if (!wanted(name)) return false;
    total += originalSize;
    if (originalSize > SMALL && originalSize > size * MOST_RATIO) throw refused('bomb');
    if (total > MOST_BYTES) throw refused('huge');
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: check })));
  } catch (error) {
    if (error instanceof Error && error.name === 'Refused') throw error;
    throw refused('damaged', error instanceof Error ? error.message : String(error));
  }
}

interface Entry {
  name: string;
  /** Packed. */
  size: number;
  /** As the directory says; no more is unpacked, whatever follows. */
  originalSize: number;
}
