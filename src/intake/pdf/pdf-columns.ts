/** Pages in two columns, as gazettes print them. */
import type { PdfPiece } from './pdf-page.ts';

/** Pieces that are read one after the other, and where they stand: over the whole page, in its left or its right column. */
export interface Region {
  column: 0 | 1 | 2;
  pieces: PdfPiece[];
}

/** Where the room between columns may lie, in shares of the width of the text. */
const MIDDLE = [0.42, 0.58] as const;
/** Its least width, in sizes of the type. */
const GUTTER = 0.9;
/** Rows that stand in both columns, at the least, and their least share. */
const ENOUGH = 8;
const SHARE = 0.3;
/** How full lines of a column are, and how many of them: cells of a table are not. */
const FULL = 0.8;
const MANY = 0.35;

/**
 * The regions of a page in reading order; one alone, where it has no columns.
 * @param rows pieces that stand on one line, from top to bottom
 */
export function regionsOf(rows: readonly PdfPiece[][]): Region[] {
  const gutter = gutterOf(rows);
  if (gutter === null) return [{ column: 0, pieces: rows.flat() }];
  const regions: Region[] = [];
  let left: PdfPiece[] = [];
  let right: PdfPiece[] = [];
  const settle = (): void => {
    if (left.length > 0) regions.push({ column: 1, pieces: left });
    if (right.length > 0) regions.push({ column: 2, pieces: right });
    [left, right] = [[], []];
  };
  for (const row of rows) {
    if (row.some((piece) => crosses(piece, gutter))) {
      settle();
      regions.push({ column: 0, pieces: row });
    } else {
      left.push(...row.filter((piece) => piece.right <= gutter));
      right.push(...row.filter((piece) => piece.left >= gutter));
    }
  }
  settle();
  return regions;
}

function crosses({ left, right }: PdfPiece, gutter: number): boolean {
  return left < gutter && right > gutter;
}

/** The middle of the room between two columns; null: there are none. */
function gutterOf(rows: readonly PdfPiece[][]): number | null {
  const inked = rows.map((row) => row.filter(({ text }) => text.trim() !== ''));
  const pieces = inked.flat();
  if (pieces.length === 0) return null;
  const start = pieces.reduce((least, { left }) => Math.min(least, left), Infinity);
  const end = pieces.reduce((most, { right }) => Math.max(most, right), 0);
  const gaps = inked.flatMap((row) => gapIn(row, start, end));
  const middles = gaps.map(({ from, to }) => (from + to) / 2).sort((one, other) => one - other);
  const gutter = middles[Math.floor(middles.length / 2)];
  if (gutter === undefined) return null;
  const both = inked.filter((row) => isInBoth(row, gutter));
  const isSet =
    both.length >= ENOUGH &&
    both.length >= inked.filter((row) => row.length > 0).length * SHARE &&
    isFull(both.map((row) => row.filter(({ right }) => right <= gutter)), gutter - start) &&
    isFull(both.map((row) => row.filter(({ left }) => left >= gutter)), end - gutter); // prettier-ignore
  return isSet ? gutter : null;
}

/** The room in the middle of a row, if there is enough. */
function gapIn(
  row: readonly PdfPiece[],
  start: number,
  end: number,
): { from: number; to: number }[] {
  const [first, last] = MIDDLE.map((share) => start + (end - start) * share) as [number, number];
  const sorted = [...row].sort((one, other) => one.left - other.left);
  return sorted.slice(1).flatMap((piece, at) => {
    const from = sorted[at]?.right ?? 0;
    const middle = (from + piece.left) / 2;
    const isGutter = piece.left - from > piece.size * GUTTER && middle > first && middle < last;
    return isGutter ? [{ from, to: piece.left }] : [];
  });
}

function isInBoth(row: readonly PdfPiece[], gutter: number): boolean {
  return (
    row.some(({ right }) => right <= gutter) &&
    row.some(({ left }) => left >= gutter) &&
    !row.some((piece) => crosses(piece, gutter))
  );
}

function isFull(lines: readonly PdfPiece[][], width: number): boolean {
  const full = lines.filter((line) => {
    const left = Math.min(...line.map((piece) => piece.left));
    const right = Math.max(...line.map((piece) => piece.right));
    return right - left > width * FULL;
  });
  return full.length >= lines.length * MANY;
}
