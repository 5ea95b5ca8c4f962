/** A file made ready for a zip. */
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { NO_TIME, type ZipEntry } from './zip-records.ts';

/** A file as it goes into a zip. */
export type PackedFile = Omit<ZipEntry, 'offset' | 'packedSize'> & { data: Uint8Array };

/** Text in any form. Word files, zips and Pagefind’s index are compressed as they are. */
const TEXT = /\.(?:html|css|js|json|txt|md|csv|xml|svg|bib|ris)$/u;

/** True for a file of the site that compressing makes shorter. */
export function isText(path: string): boolean {
  return TEXT.test(path);
}

/** What is known of a file beforehand. */
interface Known {
  /** Date and time as zips have them; none told: the first that a zip can say. */
  stamp?: number;
  /** The content deflated, where that has been done already; of what is compressed already, the content itself. */
  deflated?: Uint8Array;
}

/**
 * Deflates as short as it gets. By fflate, because the zlib in Node takes other ways on other processors, and the bytes
 * with them.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9 });
}

/**
 * Makes a file ready for a zip: deflated where that is shorter.
 *
 * @param path in the zip, with forward slashes
 * @param bytes the content
 */
export function packedFile(
  path: string,
  bytes: Uint8Array,
  { stamp = NO_TIME, deflated = deflate(bytes) }: Known = {},
): PackedFile {
  const isShorter = deflated.length < bytes.length;
  const data = isShorter ? deflated : bytes;
  return { path, stamp, crc: crc32(bytes), size: bytes.length, method: isShorter ? 8 : 0, data };
}
