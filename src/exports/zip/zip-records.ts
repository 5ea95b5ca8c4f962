/** The records of a zip file (PKWARE APPNOTE 6.3), as far as they are needed here. All numbers are little-endian. */

/** One file in a zip. */
export interface ZipEntry {
  path: string;
  /** 0 stored, 8 deflated. */
  method: number;
  /** Date and time as zips have them (APPNOTE 4.4.6): the date in the upper 16 bits. */
  stamp: number;
  crc: number;
  packedSize: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
}

/** Signatures that records begin with. */
export const SIGNATURE = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
};

/** Lengths of the records without names and what else follows. */
export const LENGTH = { local: 30, central: 46, end: 22, end64: 56, locator64: 20 };

/** A number of 16 or 32 bits that says: see the Zip64 record. */
export const TOO_MANY = 0xffff;
export const TOO_LARGE = 0xffffffff;

/** Names are UTF-8 (APPNOTE 4.4.4, bit 11); Windows Explorer and `unzip` go by it. */
const UTF8 = 0x0800;
/** Made on Unix, by version 2.0: so that `unzip` takes the rights from the entry. */
const MADE_BY = (3 << 8) | 20;
/** A plain file, readable for all. */
const RIGHTS = 0o100644 * 0x10000;

/** The first moment that a zip can say: one that nobody takes for a date of the content. */
export const NO_TIME = 0x21_0000;

/** Versions that a reader needs (APPNOTE 4.4.3): 2.0 for deflated files, 4.5 for Zip64. */
const VERSION = { deflate: 20, zip64: 45 };
/** Kind of the extra field that holds numbers too large for 32 bits (APPNOTE 4.5.3). */
export const EXTRA64 = 0x0001;

/** The record in front of a file’s data. */
export function localHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.path);
  const record = Buffer.alloc(LENGTH.local);
  record.writeUInt32LE(SIGNATURE.local, 0);
  common(entry, name).copy(record, 4);
  return Buffer.concat([record, name]);
}

/** The record of a file in the list at the end; one that begins beyond 4 GB says where in an extra field. */
export function centralHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.path);
  const extra = entry.offset < TOO_LARGE ? Buffer.alloc(0) : offset64(entry.offset);
  const record = Buffer.alloc(LENGTH.central);
  record.writeUInt32LE(SIGNATURE.central, 0);
  record.writeUInt16LE(MADE_BY, 4);
  common(entry, name).copy(record, 6);
  if (extra.length > 0) record.writeUInt16LE(VERSION.zip64, 6);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(RIGHTS, 38);
  record.writeUInt32LE(Math.min(entry.offset, TOO_LARGE), 42);
  return Buffer.concat([record, name, extra]);
}

function offset64(offset: number): Buffer {
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(EXTRA64, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  return extra;
}

/** The 26 bytes both headers have: version needed, flags, method, time, digest, sizes, length of the name, no extras. */
function common({ method, stamp, crc, packedSize, size }: ZipEntry, name: Buffer): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION.deflate, 0);
  bytes.writeUInt16LE(UTF8, 2);
  bytes.writeUInt16LE(method, 4);
  bytes.writeUInt32LE(stamp, 6);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packedSize, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

/**
 * The records at the very end; Zip64 ones too where a number is too large for the usual one: beyond 65,534 files (an
 * archive of some 2,000 notices packed) or 4 GB.
 *
 * @param count of files
 * @param offset where the list begins
 * @param length of the list
 */
export function endRecords(count: number, offset: number, length: number): Buffer {
  const end = Buffer.alloc(LENGTH.end);
  end.writeUInt32LE(SIGNATURE.end, 0);
  end.writeUInt16LE(Math.min(count, TOO_MANY), 8);
  end.writeUInt16LE(Math.min(count, TOO_MANY), 10);
  end.writeUInt32LE(Math.min(length, TOO_LARGE), 12);
  end.writeUInt32LE(Math.min(offset, TOO_LARGE), 16);
  const isSmall = count < TOO_MANY && length < TOO_LARGE && offset < TOO_LARGE;
  return isSmall ? end : Buffer.concat([end64(count, offset, length), end]);
}

function end64(count: number, offset: number, length: number): Buffer {
  const record = Buffer.alloc(LENGTH.end64);
  record.writeUInt32LE(SIGNATURE.end64, 0);
  record.writeBigUInt64LE(BigInt(LENGTH.end64 - 12), 4);
  record.writeUInt16LE(VERSION.zip64, 12);
  record.writeUInt16LE(VERSION.zip64, 14);
  for (const at of [24, 32]) record.writeBigUInt64LE(BigInt(count), at);
  record.writeBigUInt64LE(BigInt(length), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(LENGTH.locator64);
  locator.writeUInt32LE(SIGNATURE.locator64, 0);
  locator.writeBigUInt64LE(BigInt(offset + length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}
