/** A page of a PDF as pieces of text with their places. */
import { withoutLookAlikes } from '../../notation/normalize/look-alikes.ts';

/** Text that stands together, lengths in points from the upper left corner of the page. */
export interface PdfPiece {
  text: string;
  left: number;
  right: number;
  /** Its base line. */
  base: number;
  /** Size of its type. */
  size: number;
}

export interface PdfPage {
  width: number;
  height: number;
  pieces: PdfPiece[];
  /** Words that do not run from left to right: watermarks. */
  turned: string[];
  /** Characters that were stored as radicals. */
  radicals: number;
}

interface Viewport {
  width: number;
  height: number;
  transform: readonly number[];
}

interface Content {
  items: readonly object[];
}

interface Item {
  str: string;
  width: number;
  transform: readonly number[];
}

/**
 * Reads the pieces of a page.
 * @param viewport of the page at scale 1; knows how it is turned
 * @param content from pdf.js
 */
export function piecesOf({ width, height, transform }: Viewport, content: Content): PdfPage {
  const items = content.items.filter(isItem).filter(({ str }) => str !== '');
  const upright = uprightOf(items.map((item) => [product(transform, item.transform), item.str]));
  const isTurned = upright[0] === 0;
  const page: PdfPage = {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    pieces: [],
    turned: [],
    radicals: 0,
  };
  for (const item of items) {
    const [a, b, c, d, x, y] = product(upright, product(transform, item.transform));
    const size = Math.hypot(c, d);
    const text = withoutLookAlikes(item.str);
    for (let at = 0; at < text.length; at++) if (text[at] !== item.str[at]) page.radicals += 1;
    if (Math.abs(b) > Math.abs(a) * 0.05 || a < 0) {
      if (text.trim() !== '') page.turned.push(text);
    } else if (size > 0 && [x, y, item.width].every(Number.isFinite)) {
      page.pieces.push({ text, left: x, right: x + item.width, base: y, size });
    }
  }
  return page;
}

/** Ways a page may lie: as it is, or turned by a quarter or a half. */
const WAYS: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [0, 1, -1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
];

/** The way that makes most of the words run from left to right: wide tables are put on upright pages sideways. */
function uprightOf(items: readonly (readonly [Matrix, string])[]): Matrix {
  const counts = WAYS.map((way) =>
    items.reduce((sum, [place, text]) => {
      const [a, b] = product(way, place);
      return sum + (a > 0 && Math.abs(b) <= a * 0.05 ? text.trim().length : 0);
    }, 0),
  );
  return WAYS[counts.indexOf(Math.max(...counts))] as Matrix;
}

function isItem(item: object): item is Item {
  return 'str' in item && typeof item.str === 'string' && 'transform' in item;
}

type Matrix = [number, number, number, number, number, number];

/** One transformation after another, as PDF writes them: the page's own, then that of the item. */
function product(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}
