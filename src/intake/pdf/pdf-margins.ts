/** What stands at the upper and lower edge of pages and is no text: page numbers, running heads and feet. */
import { narrow, withoutSpaces } from '../../notation/normalize/words.ts';
import { readLabel } from '../../notation/labels.ts';
import type { PrintedLine } from './pdf-lines.ts';
import { pageNumbersIn, type EdgeLine } from './pdf-page-numbers.ts';
import type { LinedPage } from './pdf-setting.ts';

/** Pages without their margins. */
export interface Bodies {
  pages: LinedPage[];
  /** Running heads and feet that were taken off, each once. */
  heads: string[];
}

/** Lines at either edge that may be no text. */
const DEPTH = 2;
/** Pages on which a line stands at the same height before it is a running head; fewer must leave room below it. */
const PAGES = 3;
const FEWEST = 2;
/** In sizes of the type. */
const ROOM = 1.9;
/** Lines of one height differ by no more, in points. */
const HEIGHT = 3;

/**
 * Takes page numbers and running heads off all pages.
 * @param pages in their order
 */
export function withoutMargins(pages: readonly LinedPage[]): Bodies {
  const edges = pages.flatMap(edgesOf);
  const numbers = pageNumbersIn(edges);
  const heads = new Set(headsIn(edges.filter((edge) => !numbers.has(edge))));
  const gone = new Set([...numbers, ...heads].map(({ line }) => line));
  const bodies = pages.map((page) => ({ ...page, lines: bodyOf(page.lines, gone) }));
  const taken = [...heads].filter(({ page, line }) => !bodies[page]?.lines.includes(line));
  return {
    pages: bodies,
    heads: [...Map.groupBy(taken, ({ line }) => folded(line)).values()].flatMap(
      ([first]) => first?.line.text ?? [],
    ),
  };
}

function edgesOf({ lines }: LinedPage, page: number): EdgeLine[] {
  const sorted = fromAbove(lines);
  const last = sorted.length - 1;
  return sorted.flatMap((line, at) => {
    if (at >= DEPTH && at <= last - DEPTH) return [];
    const next = sorted[at < sorted.length / 2 ? at + 1 : at - 1];
    const room = next ? Math.abs(next.base - line.base) / Math.max(line.size, next.size) : Infinity;
    return [{ page, line, room }];
  });
}

/** In columns, what is read last need not stand at the foot. */
function fromAbove(lines: readonly PrintedLine[]): PrintedLine[] {
  return [...lines].sort((one, other) => one.base - other.base);
}

/** Without what is gone from both edges inwards, up to the first line of the text. */
function bodyOf(lines: readonly PrintedLine[], gone: ReadonlySet<PrintedLine>): PrintedLine[] {
  const sorted = fromAbove(lines);
  const first = sorted.findIndex((line) => !gone.has(line));
  const last = sorted.findLastIndex((line) => !gone.has(line));
  const body = new Set(first < 0 ? [] : sorted.slice(first, last + 1));
  return lines.filter((line) => body.has(line));
}

/** The same words at the same height of several pages. Numbers in them may count pages; `附件1`, `附件2` and other labels begin a text. */
function headsIn(edges: readonly EdgeLine[]): EdgeLine[] {
  const groups = Map.groupBy(edges, ({ line }) => folded(line));
  return [...groups.values()].flatMap((group) => {
    const same = group.filter(({ line }) => line.text === group[0]?.line.text);
    const alike = same.length > 1 ? same : countsPages(group) ? group : [];
    return alike.filter((edge) => isHead(edge, alike));
  });
}

function isHead(edge: EdgeLine, alike: readonly EdgeLine[]): boolean {
  const near = alike.filter(({ line }) => Math.abs(line.base - edge.line.base) < HEIGHT);
  const pages = new Set(near.map(({ page }) => page)).size;
  return pages >= PAGES || (pages >= FEWEST && near.every(({ room }) => room > ROOM));
}

/** Whether lines that differ in their numbers differ as their pages do. */
function countsPages(group: readonly EdgeLine[]): boolean {
  const firsts = group.map(({ page, line }) =>
    [...line.text.matchAll(/[0-9０-９]+/g)].map(([digits]) => Number(narrow(digits)) - page),
  );
  return (
    group.every(({ line }) => /\p{L}/u.test(line.text) && !isLabelled(line.text)) &&
    (firsts[0] ?? []).some((first, at) => firsts.every((each) => each[at] === first))
  );
}

function isLabelled(text: string): boolean {
  return /^附(?:件|表|图|录)/.test(text) || readLabel(text) !== null;
}

function folded({ text }: PrintedLine): string {
  return withoutSpaces(text.replace(/[0-9０-９]+/g, '0'));
}
