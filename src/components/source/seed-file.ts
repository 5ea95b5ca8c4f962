/** The file of a seed as it lies in the archive: its bytes, and what can be said of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessedNotice } from '../../records/notice-record.ts';
import { archiveRoot } from '../../archive/archive.ts';
import type { Encoding } from '../../pipeline/read.ts';

const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16（小端）',
  'utf-16be': 'UTF-16（大端）',
  gb18030: 'GB18030',
};

export interface SeedBytes {
  bytes: Uint8Array<ArrayBuffer>;
  /** `UTF-8` */
  encoding: string;
  /** Whether it begins with a byte order mark, which is no part of its text. */
  hasBom: boolean;
}

/**
 * Reads the seed of a notice.
 * @param finished a notice of the archive
 * @throws when the file is gone
 */
export function seedFileOf({ file }: ProcessedNotice): SeedBytes {
  const bytes = new Uint8Array(readFileSync(join(archiveRoot(), ...file.path.split('/'))));
  const encoding = file.data.seed?.encoding ?? 'utf-8';
  const start = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, 4));
  return {
    bytes,
    encoding: ENCODING_NAMES[encoding],
    // elsewhere the mark is a character of the text and shown there
    hasBom: encoding !== 'gb18030' && start.startsWith('\u{FEFF}'),
  };
}
