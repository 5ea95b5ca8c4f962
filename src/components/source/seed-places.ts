/** What a reader who checks a clause against its seed needs: its lines, and the digest by which the lock knows its text. */
import { notices } from '../../archive/archive-records.ts';
import { linesOfBlocks } from '../../records/seed-lines.ts';
import type { Source } from '../../model/api-types.ts';
import { anchorDigests } from '../../permalinks/addresses.ts';

/** Of the own text of a block: label, heading and first paragraph. */
export interface SeedPlace {
  lines: Source;
  /** As in `seeds/addresses.json`. */
  digest: string;
}

/**
 * The places of all blocks of a notice that have an address.
 * @param id of the notice
 * @returns anchor → place
 */
export function seedPlacesOf(id: string): Map<string, SeedPlace> {
  const finished = notices.find(({ notice }) => notice.id === id);
  if (!finished) return new Map();
  const digests = anchorDigests(finished);
  return new Map(
    [...linesOfBlocks(finished)].map(([anchor, lines]) => [
      anchor,
      { lines, digest: digests.get(anchor) ?? '' },
    ]),
  );
}

/** `18—22`, or `18` where it is one line. */
export function lineRange({ line, endLine }: Source): string {
  return line === endLine ? String(line) : `${line}—${endLine}`;
}
