/** How the text of a PDF is set: what its lines have in common. */
import type { PrintedLine } from './pdf-lines.ts';

/** A page as its lines. */
export interface LinedPage {
  width: number;
  lines: PrintedLine[];
}

/** A line on its page. */
export interface PlacedLine {
  line: PrintedLine;
  page: LinedPage;
}

/** How the text of a file is set. */
export interface PageSetting {
  /** Usual distance of base lines, in points. */
  pitch: number;
  /** How far a line is set in from the left edge of the text, in sizes of its type. */
  indentOf: (placed: PlacedLine) => number;
  /** Room between a line and the right edge of the text, in points. */
  roomBehind: (placed: PlacedLine) => number;
  /** Whether all lines but last ones end at the right edge. */
  justified: boolean;
  /** Whether first lines of paragraphs are set in. */
  indented: boolean;
  /** Whether there is room for an empty line between all lines. */
  loose: boolean;
  /** Whether nearly all lines stand at the usual distance, so that a little more is meant. */
  even: boolean;
}

/** First-line indents, in sizes of the type (2 by GB/T 9704-2012, 7.3.3). */
export const INDENT = [1.4, 2.8] as const;
/** Lines as far apart as this, in sizes of the type, are not those of one paragraph. */
const LOOSE = 2.4;
/** Least share of lines at the usual distance, and how far one may be from it, in points. */
const EVEN = 0.5;
const JITTER = 1;
/** Lines of prose are wider, in sizes of the type; columns of tables are not. */
const NARROWEST = 12;
/** Indented lines that show the way a file is set, and their least share. */
const ENOUGH = 3;
const SHARE = 0.1;
/** Lines with narrow signs that show whether lines are justified, the share of them that ends at the edge, and how near, in sizes of the type. */
const SEEN = 5;
const JUSTIFIED = 0.9;
const EXACT = 0.15;
/** Least share of lines that begin at the left edge. */
const FEW = 0.03;

/**
 * Looks how a file is set.
 * @param pages in their order, without page numbers and running heads
 */
export function pageSetting(pages: readonly LinedPage[]): PageSetting {
  const all = pages.flatMap((page) => page.lines.map((line) => ({ line, page })));
  const areas = new Map(
    [...Map.groupBy(all, areaOf)].map(([area, placed]) => {
      const lines = placed.map(({ line }) => line);
      const left = leftEdge(lines.map((line) => Math.round(line.left)));
      return [area, { left, right: rightEdge(lines) }];
    }),
  );
  const indentOf = (placed: PlacedLine): number =>
    (placed.line.left - (areas.get(areaOf(placed))?.left ?? 0)) / placed.line.size;
  const roomBehind = (placed: PlacedLine): number =>
    (areas.get(areaOf(placed))?.right ?? Infinity) - placed.line.right;
  const indents = all.map(indentOf);
  const indented = indents.filter((indent) => indent > INDENT[0] && indent < INDENT[1]).length;
  const distances = pages.flatMap(distancesOf);
  const pitch = usual(distances);
  const usually = distances.filter((distance) => Math.abs(distance - pitch) <= JITTER).length;
  return {
    pitch,
    indentOf,
    roomBehind,
    justified: isJustified(all, roomBehind),
    indented: indented >= ENOUGH && indented >= all.length * SHARE,
    loose: pitch > LOOSE * usual(all.map(({ line }) => Math.round(line.size))),
    even: usually >= distances.length * EVEN,
  };
}

/** Lines of one area have edges in common: those of all pages of a width, each column for itself. */
function areaOf({ line, page }: PlacedLine): string {
  return `${page.width} ${line.column}`;
}

function distancesOf({ lines }: LinedPage): number[] {
  return lines.slice(1).map((line, at) => Math.round((line.base - (lines[at]?.base ?? 0)) * 2) / 2);
}

/** Lines with narrow signs end anywhere within a character of the edge, unless they are made to end there. */
function isJustified(all: readonly PlacedLine[], roomBehind: PageSetting['roomBehind']): boolean {
  const near = all
    .filter(({ line }) => /[!-~]/.test(line.text))
    .map((placed) => roomBehind(placed) / placed.line.size)
    .filter((room) => room < 1);
  const exact = near.filter((room) => room < EXACT).length;
  return near.length >= SEEN && exact >= near.length * JUSTIFIED;
}

/**
 * The right edge of the text: the outermost at which several lines end; a single one may stand out, and marks may hang out of the line. Without
 * such there are no full lines, and the edge is nowhere.
 */
function rightEdge(lines: readonly PrintedLine[]): number {
  const size = usual(lines.map((line) => Math.round(line.size)));
  const wide = lines.filter(({ left, right }) => right - left > size * NARROWEST);
  const inside = wide.filter(({ text }) => !/[，。、；：！？]$/.test(text));
  const ends = (inside.length < ENOUGH ? wide : inside)
    .map(({ right }) => right)
    .sort((one, other) => other - one);
  return ends.find((end, at) => (ends[at + ENOUGH - 1] ?? 0) > end - size * 1.2) ?? Infinity;
}

/** The left edge of the text: the outermost at which several lines begin; most lines may be first ones, set in. */
function leftEdge(lefts: readonly number[]): number {
  const counts = countsOf(lefts);
  const near = (left: number): number =>
    [left - 1, left, left + 1].reduce((sum, each) => sum + (counts.get(each) ?? 0), 0);
  const several = Math.max(ENOUGH, lefts.length * FEW);
  const edges = [...counts.keys()].filter((left) => near(left) >= several);
  return edges.length > 0 ? Math.min(...edges) : usual(lefts);
}

/** The value that is there most often. */
function usual(values: readonly number[]): number {
  return [...countsOf(values)].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

function countsOf(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
