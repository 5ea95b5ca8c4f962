/** Moves and withdrawals of published addresses, as people record them. Resolved in `permalinks/resolve.ts`. */
import type { Point } from 'unist';
import type { MoveRecords } from './move-schema.ts';
import type { Path } from './yaml-path.ts';

/** A move or a withdrawal, and where it stands in its file. */
export interface Recorded {
  /** As written: `s2-3`, `jgsj-2023-17`, `jgsj-2023-17#s2-3`, the id of a work. */
  from: string;
  /** As written; null: withdrawn. */
  to: string | null;
  reason: string;
  /** For messages about it; a withdrawal has no `to` and gives its beginning. */
  placeOf: (key: 'from' | 'to') => Point;
}

/**
 * The records of a file as one list.
 * @param records of the right shape
 * @param placeOf of the file they stand in
 * @returns moves, then withdrawals, each in the order of the file
 */
export function recordedIn(
  { moves, withdrawals }: MoveRecords,
  placeOf: (path: Path) => Point,
): Recorded[] {
  return [
    ...moves.map((move, index) => ({
      ...move,
      placeOf: (key: string) => placeOf(['moves', index, key]),
    })),
    ...withdrawals.map((withdrawal, index) => ({
      ...withdrawal,
      to: null,
      placeOf: (key: string) => placeOf(['withdrawals', index, key]),
    })),
  ];
}
