/** Files compressed beforehand, so that a server need not do it at every request. */
import { promisify } from 'node:util';
import { brotliCompress, constants, crc32 } from 'node:zlib';
import { isText } from '../exports/zip/packed-file.ts';

/** Bytes below which an answer fits into one packet anyway. */
const WORTH_IT = 1024;

/** True for a file that gets a `.gz` and a `.br` beside it. */
export function isWorthIt(path: string, size: number): boolean {
  return isText(path) && size >= WORTH_IT;
}

/**
 * A gzip file (RFC 1952) without name and time.
 *
 * @param deflated the content deflated, at the highest level
 */
export function gzipOf(content: Uint8Array, deflated: Uint8Array): Buffer {
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(content), 0);
  tail.writeUInt32LE(content.length % 2 ** 32, 4);
  return Buffer.concat([head, deflated, tail]);
}

const compress = promisify(brotliCompress);

/** The content in Brotli (RFC 7932), as short as it gets. */
export function brotliOf(content: Uint8Array): Promise<Buffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_PARAM_SIZE_HINT } = constants;
  return compress(content, {
    params: {
      [BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}
