/** Marks of another font, drawn into the gaps of a piece of text: quotes and brackets that the font of the text lacks. */
import type { PdfPiece } from './pdf-page.ts';

/** How far a gap may be from the mark that stands in it, in sizes of the type. */
const NEAR = 1;

/**
 * Puts pieces that stand inside another one into its gaps.
 * @param pieces of a line, from left to right
 * @returns without those that were put into another
 */
export function gapsFilled(pieces: readonly PdfPiece[]): PdfPiece[] {
  const done: PdfPiece[] = [];
  for (const piece of pieces) {
    const host = done.at(-1);
    const filled = host && isInside(piece, host) ? fill(host, piece) : null;
    if (filled) done[done.length - 1] = filled;
    else if (!host || piece.text.trim() !== '' || !isInside(piece, host)) done.push(piece);
  }
  return done;
}

function isInside(piece: PdfPiece, host: PdfPiece): boolean {
  const slack = host.size * 0.1;
  return piece.left > host.left + slack && piece.right < host.right - slack;
}

/** @returns null where the host has no gap at that place */
function fill(host: PdfPiece, { text, left }: PdfPiece): PdfPiece | null {
  if (text.trim() === '') return null;
  const gap = gapsOf(host).reduce<{ at: number; x: number } | null>(
    (best, each) => (best && Math.abs(best.x - left) <= Math.abs(each.x - left) ? best : each),
    null,
  );
  if (!gap || Math.abs(gap.x - left) > host.size * NEAR) return null;
  return { ...host, text: host.text.slice(0, gap.at) + text + host.text.slice(gap.at + 1) };
}

/** The spaces in a piece, and about where they stand: a Chinese character is twice as wide as any other sign. */
function gapsOf({ text, left, right }: PdfPiece): { at: number; x: number }[] {
  const widths = Array.from({ length: text.length }, (_, at) =>
    /[\u{2E80}-\u{FFEF}]/u.test(text.charAt(at)) ? 2 : 1,
  );
  const unit = (right - left) / widths.reduce((sum, width) => sum + width, 0);
  let x = left;
  return widths.flatMap((width, at) => {
    const place = x;
    x += width * unit;
    return text[at] === ' ' ? [{ at, x: place }] : [];
  });
}
