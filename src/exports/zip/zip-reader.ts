import { type FileHandle, open } from 'node:fs/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import { Failure } from '../../diagnostics/failure.ts';
import { caseCollisions, whyUnsafe } from './path.ts';
import { EXTRA64, LENGTH, SIGNATURE, TOO_LARGE, TOO_MANY, type ZipEntry } from './zip-records.ts';

/** A zip that is open for reading. */
export interface Zip {
  entries: readonly ZipEntry[];
  /** The content of a file. @throws {Failure} when it is damaged */
  read: (entry: ZipEntry) => Promise<Buffer>;
  /** The bytes of a file as they stand in the zip. @throws {Failure} when they are not where the list says */
  readPacked: (entry: ZipEntry) => Promise<Buffer>;
  close: () => Promise<void>;
}

/**
 * Opens a zip and looks at its list; trusts nothing in it. Folders are passed over.
 *
 * @throws {Failure} when it is cut off, encrypted, holds unsafe names, links, or two files of one name
 */
export async function readZip(file: string): Promise<Zip> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const entries = entriesIn(await listOf(handle, size, file), file);
    const beyond = entries.find(({ offset, packedSize }) => offset + packedSize > size);
    if (beyond !== undefined) throw broken(file, `“${beyond.path}” would lie beyond its end`);
    const readPacked = (entry: ZipEntry) => packedBytes(handle, entry, file);
    return {
      entries,
      readPacked,
      read: async (entry) => unpacked(await readPacked(entry), entry, file),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Where the list of files is said to be. */
interface End {
  count: number;
  length: number;
  offset: number;
}

/** The bytes of the list, which stands in front of the end records (APPNOTE 4.3.6). */
async function listOf(
  handle: FileHandle,
  size: number,
  file: string,
): Promise<{ list: Buffer; count: number }> {
  // The end record is followed by a comment of up to 65,535 bytes.
  const from = Math.max(0, size - LENGTH.end - TOO_MANY);
  const tail = await bytesAt(handle, from, size - from);
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const isWhole = at !== -1 && at + LENGTH.end <= tail.length;
  if (!isWhole || at + LENGTH.end + tail.readUInt16LE(at + 20) !== tail.length) {
    throw broken(file, 'its end is missing: it is cut off, or no zip');
  }
  const end = (await end64Of(handle, tail, at)) ?? {
    count: tail.readUInt16LE(at + 10),
    length: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  if (end.offset + end.length > size)
    throw broken(file, 'its list of files is not where it should be');
  return { list: await bytesAt(handle, end.offset, end.length), count: end.count };
}

/** What the Zip64 records say, where the usual one says that its numbers are too small. */
async function end64Of(handle: FileHandle, tail: Buffer, at: number): Promise<End | undefined> {
  const locator = at - LENGTH.locator64;
  const isNeeded =
    tail.readUInt16LE(at + 10) === TOO_MANY ||
    [12, 16].some((place) => tail.readUInt32LE(at + place) === TOO_LARGE);
  if (!isNeeded || locator < 0 || tail.readUInt32LE(locator) !== SIGNATURE.locator64)
    return undefined;
  const record = await bytesAt(handle, Number(tail.readBigUInt64LE(locator + 8)), LENGTH.end64);
  if (record.length < LENGTH.end64 || record.readUInt32LE(0) !== SIGNATURE.end64) return undefined;
  const [count, length, offset] = [32, 40, 48].map((place) =>
    Number(record.readBigUInt64LE(place)),
  );
  return { count: count ?? 0, length: length ?? 0, offset: offset ?? 0 };
}

function entriesIn({ list, count }: { list: Buffer; count: number }, file: string): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    const isHere =
      at + LENGTH.central <= list.length && list.readUInt32LE(at) === SIGNATURE.central;
    if (!isHere)
      throw broken(file, `its list of files is damaged at file ${number + 1} of ${count}`);
    const entry = entryAt(list, at, file);
    if (!entry.path.endsWith('/')) entries.push(entry);
    at +=
      LENGTH.central + [28, 30, 32].reduce((sum, place) => sum + list.readUInt16LE(at + place), 0);
  }
  const twins = caseCollisions(entries.map(({ path }) => path));
  if (twins !== undefined) throw broken(file, `it holds “${twins[0]}” and again “${twins[1]}”`);
  return entries;
}

function entryAt(list: Buffer, at: number, file: string): ZipEntry {
  const start = at + LENGTH.central;
  const path = list.toString('utf8', start, start + list.readUInt16LE(at + 28));
  const why = whyUnsafe(path.replace(/\/$/u, ''));
  if (why !== undefined) throw broken(file, `the name “${path}” ${why}`);
  if ((list.readUInt16LE(at + 8) & 1) === 1) throw broken(file, `“${path}” is encrypted`);
  // The kind of file, where the zip was made on Unix: 0 unknown, 0o10 plain, 0o04 folder.
  const kind = list.readUInt16LE(at + 4) >> 8 === 3 ? list.readUInt32LE(at + 38) >>> 28 : 0;
  if (![0, 0o10, 0o04].includes(kind)) throw broken(file, `“${path}” is a link or a device`);
  return {
    path,
    method: list.readUInt16LE(at + 10),
    stamp: list.readUInt32LE(at + 12),
    crc: list.readUInt32LE(at + 16),
    ...numbersAt(list, at),
  };
}

/** Sizes and place of a file: of 32 bits, or where one of those says so, of 64 bits in an extra field, in this order. */
function numbersAt(list: Buffer, at: number): Pick<ZipEntry, 'size' | 'packedSize' | 'offset'> {
  const numbers = [24, 20, 42].map((place) => list.readUInt32LE(at + place));
  const extra = extra64At(list, at);
  let place = 0;
  const [size = 0, packedSize = 0, offset = 0] = numbers.map((number) => {
    if (number !== TOO_LARGE || place + 8 > extra.length) return number;
    place += 8;
    return Number(extra.readBigUInt64LE(place - 8));
  });
  return { size, packedSize, offset };
}

/** What the Zip64 field among the extra fields of a file holds (APPNOTE 4.5.3); nothing where there is none. */
function extra64At(list: Buffer, at: number): Buffer {
  let place = at + LENGTH.central + list.readUInt16LE(at + 28);
  const end = Math.min(place + list.readUInt16LE(at + 30), list.length);
  while (place + 4 <= end) {
    const start = place + 4;
    const next = start + list.readUInt16LE(place + 2);
    if (list.readUInt16LE(place) === EXTRA64) return list.subarray(start, Math.min(next, end));
    place = next;
  }
  return Buffer.alloc(0);
}

async function packedBytes(handle: FileHandle, entry: ZipEntry, file: string): Promise<Buffer> {
  const header = await bytesAt(handle, entry.offset, LENGTH.local);
  if (header.length < LENGTH.local || header.readUInt32LE(0) !== SIGNATURE.local) {
    throw broken(file, `“${entry.path}” is not where the list says`);
  }
  const name = await bytesAt(handle, entry.offset + LENGTH.local, header.readUInt16LE(26));
  if (name.toString() !== entry.path) {
    throw broken(file, `“${entry.path}” has another name in front of its data`);
  }
  const start = entry.offset + LENGTH.local + name.length + header.readUInt16LE(28);
  const data = await bytesAt(handle, start, entry.packedSize);
  if (data.length < entry.packedSize) throw broken(file, `“${entry.path}” is cut off`);
  return data;
}

function unpacked(data: Buffer, entry: ZipEntry, file: string): Buffer {
  const bytes = inflated(data, entry, file);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
    throw broken(file, `“${entry.path}” does not have the checksum (CRC-32) the zip says`);
  }
  return bytes;
}

/** More than so many bytes, and more than so many times what is packed, is a trap: text does not shrink like that. */
const TRAP = { bytes: 2 ** 26, times: 200 };

function inflated(data: Buffer, { path, method, size }: ZipEntry, file: string): Buffer {
  if (method === 0) return data;
  if (size > TRAP.bytes && size > TRAP.times * data.length)
    throw broken(file, `“${path}” says that it unpacks to ${size} bytes from ${data.length}`);
  if (method !== 8)
    throw broken(file, `“${path}” is compressed in a way (${method}) not known here`);
  try {
    // No more than it says: a small zip cannot fill the memory.
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw broken(file, `the data of “${path}” cannot be unpacked`);
  }
}

/** The bytes there are at a place; fewer than asked for at the end of the file. */
async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  // A place that a damaged zip names may be beyond what the system counts with.
  if (!Number.isSafeInteger(position)) return Buffer.alloc(0);
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(buffer, read, length - read, position + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}

function broken(file: string, why: string): Failure {
  return new Failure(
    `The zip ${file} cannot be trusted: ${why}. 压缩包 ${file} 已损坏或不可信。`,
    'copy or download it again from where it was made, and compare its digest there.',
  );
}
