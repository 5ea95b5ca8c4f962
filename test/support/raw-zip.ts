/** Zips as no packer makes them: every record as it is told. */
import { crc32 } from 'node:zlib';
import {
  centralHeader,
  endRecords,
  LENGTH,
  localHeader,
  type ZipEntry,
} from '../../src/exports/zip/zip-records.ts';

/** A file of such a zip; what is left out of its records is right. */
export type RawFile = Pick<ZipEntry, 'path'> & Partial<ZipEntry> & { data?: Uint8Array };

/** A zip of the files in their order, stored unless they say otherwise. */
export function rawZip(files: readonly RawFile[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { data = new Uint8Array(), ...told } of files) {
    const right = { method: 0, stamp: 0x21_0000, crc: crc32(data), offset };
    const entry = { ...right, packedSize: data.length, size: data.length, ...told };
    const body = Buffer.concat([localHeader(entry), data]);
    bodies.push(body);
    list.push(centralHeader(entry));
    offset += body.length;
  }
  const length = list.reduce((sum, record) => sum + record.length, 0);
  return Buffer.concat([...bodies, ...list, endRecords(files.length, offset, length)]);
}

/** A zip whose only file says that it is encrypted (APPNOTE 4.4.4, bit 0). */
export function encryptedZip(): Buffer {
  const zip = rawZip([{ path: 'a.txt', data: Buffer.from('secret') }]);
  const list = zip.readUInt32LE(zip.length - LENGTH.end + 16);
  zip.writeUInt16LE(zip.readUInt16LE(list + 8) | 1, list + 8);
  return zip;
}

/** A zip whose Zip64 records (APPNOTE 4.3.14) would stand beyond any disk. */
export function farZip64(): Buffer {
  const locator = Buffer.alloc(LENGTH.locator64);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(0xffff_ffff_ffff_ffffn, 8);
  const end = Buffer.alloc(LENGTH.end);
  end.writeUInt32LE(0x06054b50, 0);
  end.fill(0xff, 8, 20);
  return Buffer.concat([locator, end]);
}
