/** The bytes of a zip in their order, wherever they go: into memory, a stream or a file. */
import { Failure } from '../../diagnostics/failure.ts';
import type { PackedFile } from './packed-file.ts';
import { caseCollisions, whyUnsafe } from './path.ts';
import { centralHeader, endRecords, localHeader, TOO_LARGE, type ZipEntry } from './zip-records.ts';

/** Lays out a zip. Its bytes depend on the files and their order alone. */
export interface ZipLayout {
  /** @returns what a file adds. @throws {Failure} at a name that is unsafe, and a file of 4 GB */
  add: (file: PackedFile) => Uint8Array[];
  /** @returns the list of files and the end. @throws {Failure} at two names that are one on Windows */
  end: () => Generator<Uint8Array>;
}

/** Begins a zip; holds the list of its files, never their content. */
export function zipLayout(): ZipLayout {
  const entries: ZipEntry[] = [];
  let offset = 0;
  return {
    add: ({ data, ...file }) => {
      const entry = { ...file, packedSize: data.length, offset };
      refuseUnsafe(entry);
      entries.push(entry);
      const header = localHeader(entry);
      offset += header.length + data.length;
      return [header, data];
    },
    *end() {
      refuseTwins(entries);
      let length = 0;
      for (const entry of entries) {
        const record = centralHeader(entry);
        length += record.length;
        yield record;
      }
      yield endRecords(entries.length, offset, length);
    },
  };
}

function refuseUnsafe({ path, size }: ZipEntry): void {
  const why = whyUnsafe(path);
  if (why !== undefined) {
    throw new Failure(
      `“${path}” cannot go into a zip: the name ${why}. 文件名“${path}”不能打包。`,
      'give the file another name; names must be good on Windows too.',
    );
  }
  if (size < TOO_LARGE) return;
  throw new Failure(
    `“${path}” cannot go into a zip: it has ${size} bytes, 4 GB or more. “${path}”有 ${size} 字节，超过 4 GB，不能打包。`,
    'divide the archive, and make a pack of each part.',
  );
}

function refuseTwins(entries: readonly ZipEntry[]): void {
  const twins = caseCollisions(entries.map(({ path }) => path));
  if (twins === undefined) return;
  throw new Failure(
    `“${twins[0]}” and “${twins[1]}” cannot stand in one zip: on Windows they are one file. “${twins[0]}”和“${twins[1]}”在 Windows 上是同一个文件名。`,
    'give one of them another name.',
  );
}
