/** Pieces of text with their places → printed lines. */
import { regionsOf } from './pdf-columns.ts';
import { gapsFilled } from './pdf-overlaps.ts';
import type { PdfPiece } from './pdf-page.ts';

/** A printed line. Lengths in points from the upper left corner of its page. */
export interface PrintedLine {
  text: string;
  left: number;
  right: number;
  /** Its base line. */
  base: number;
  /** Size of its type. */
  size: number;
  /** 1 and 2: it stands in the left or right column of its page; 0: there are none, or it stands above both. */
  column: number;
}

/** Base lines of one line differ by no more, in sizes of its type: superscripts, Latin beside Chinese. */
const ONE_LINE = 0.45;
/** A gap as wide as this, in sizes of the type, is a space. */
const SPACE = 0.2;

/**
 * The lines of a page in reading order, in each the pieces from left to right.
 * @param pieces of the page, in any order
 */
export function pdfLines(pieces: readonly PdfPiece[]): PrintedLine[] {
  return regionsOf(rowsOf(pieces)).flatMap((region) =>
    rowsOf(region.pieces).flatMap((row) => lineOf(row, region.column)),
  );
}

function rowsOf(pieces: readonly PdfPiece[]): PdfPiece[][] {
  const rows: { pieces: PdfPiece[]; base: number; size: number }[] = [];
  for (const piece of [...pieces].sort((one, other) => one.base - other.base)) {
    const row = rows.at(-1);
    const size = Math.max(piece.size, row?.size ?? 0);
    if (!row || piece.base - row.base >= size * ONE_LINE)
      rows.push({ pieces: [piece], base: piece.base, size: piece.size });
    else {
      row.pieces.push(piece);
      // the largest type says where the line stands, and signs above and below it belong to it
      if (piece.size > row.size) Object.assign(row, { base: piece.base, size });
    }
  }
  return rows.map((row) => row.pieces);
}

function lineOf(row: PdfPiece[], column: number): PrintedLine[] {
  const pieces = gapsFilled(row.sort((one, other) => one.left - other.left));
  const inked = pieces.filter(({ text }) => text.trim() !== '');
  if (inked.length === 0) return [];
  let text = '';
  let last: PdfPiece | undefined;
  for (const piece of pieces) {
    if (last && isTwice(last, piece)) continue;
    const gap = last === undefined ? 0 : piece.left - last.right;
    if (gap > piece.size * SPACE && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    text += piece.text;
    last = piece;
  }
  const over = (read: (piece: PdfPiece) => number): number[] => inked.map(read);
  return [
    {
      text: text.trim(),
      left: Math.min(...over(({ left }) => left)),
      right: Math.max(...over(({ right }) => right)),
      base: Math.max(...over(({ base }) => base)),
      size: Math.max(...over(({ size }) => size)),
      column,
    },
  ];
}

/** Bold type is sometimes made by printing twice, a hair apart. */
function isTwice(one: PdfPiece, other: PdfPiece): boolean {
  return (
    one.text === other.text &&
    one.text.trim() !== '' &&
    Math.abs(one.left - other.left) < one.size * 0.3 &&
    Math.abs(one.right - other.right) < one.size * 0.3
  );
}
