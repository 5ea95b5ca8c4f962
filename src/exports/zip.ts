import { type Zippable, zipSync } from 'fflate';

/** The first moment that a zip can say (local time, as zips have it): one that nobody takes for a date of the content. */
const MTIME = new Date(1980, 0, 1);

/**
 * A zip archive that is the same whenever it is made: names in order, one fixed time.
 * @param files path → bytes
 */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, bytes] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    entries[path] = bytes;
  }
  return zipSync(entries, { level: 9, mtime: MTIME });
}
