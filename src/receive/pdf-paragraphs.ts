/** Printed lines → paragraphs, by where they stand: what the words alone do not say. */
import { readNumberLine } from '../notation/document-number.ts';
import { readLabel } from '../notation/labels.ts';
import { marginsApart } from './pdf-margins.ts';
import type { PrintedLine } from './pdf-lines.ts';

/** A page as its lines. */
export interface LinedPage {
  width: number;
  lines: PrintedLine[];
}

/** How the text of a file is set. Lengths in points. */
interface Setting {
  /** Usual distance of base lines. */
  pitch: number;
  /** Width of a page → the right edge of its text. */
  edges: ReadonlyMap<number, number>;
  /** Width of a page → the left edge of its text. */
  margins: ReadonlyMap<number, number>;
  /** Whether first lines of paragraphs are set in. */
  indented: boolean;
  /** Whether paragraphs are set apart by room above them. */
  apart: boolean;
}

/** Lines farther apart than this, in usual distances, have an empty line between them. */
const EMPTY = 1.5;
/** First-line indents, in sizes of the type (2 by GB/T 9704-2012, 7.3.3). */
const INDENT = [1.4, 2.8] as const;
/** How far from the edge a full line may end, in sizes of the type. */
const SLACK = 0.4;
/** Lines of prose are wider, in sizes of the type; columns of tables are not. */
const NARROWEST = 12;
/** Indented lines that show the way a file is set, and their least share. */
const ENOUGH = 3;
const SHARE = 0.1;

/**
 * The text of a file: a paragraph a line where the page shows that its lines go on, else a printed line a line; an empty line where the page leaves
 * room. Page numbers and running heads are lines of their own, behind the paragraph that runs over the page break.
 * @param pages in their order
 */
export function paragraphsOf(pages: readonly LinedPage[]): string[] {
  const setting = settingOf(pages);
  const paragraphs: string[] = [];
  let last = null as Placed | null;
  let margins: string[] = [];
  const settle = (): void => {
    paragraphs.push(...margins);
    margins = [];
  };
  for (const { page, head, body, foot } of marginsApart(pages)) {
    margins.push(...head);
    for (const line of body) {
      const isSamePage = last?.page === page;
      if (last && goesOn(last, { line, page }, isSamePage, setting)) {
        paragraphs.push(joined(paragraphs.pop() ?? '', line.text));
      } else {
        settle();
        if (last && isSamePage && isApart(last.line, line, setting)) paragraphs.push('');
        paragraphs.push(line.text);
      }
      last = { line, page };
    }
    margins.push(...foot);
  }
  settle();
  return paragraphs;
}

interface Placed {
  line: PrintedLine;
  page: LinedPage;
}

/** Whether a line goes on with the paragraph of the line above: that one is full, and this one begins where lines begin. */
function goesOn(
  above: Placed,
  { line, page }: Placed,
  isSamePage: boolean,
  setting: Setting,
): boolean {
  const one = above.line;
  if (Math.abs(one.size - line.size) > one.size * 0.15) return false;
  if (isSamePage && isApart(one, line, setting)) return false;
  const edge = setting.edges.get(above.page.width) ?? Infinity;
  if (edge - one.right > leadWidth(line) + one.size * SLACK) return false;
  const indent = (line.left - (setting.margins.get(page.width) ?? 0)) / line.size;
  if (Math.abs(indent) > INDENT[0]) return indent > INDENT[1] && hangs(above, line, setting);
  return setting.indented || !mayBegin(one, line, setting);
}

/** Whether a line stands below the words of one that is set in, not below its number: `附件：1.…`. */
function hangs({ line: above, page }: Placed, line: PrintedLine, setting: Setting): boolean {
  const margin = setting.margins.get(page.width) ?? 0;
  return (
    above.left > margin + INDENT[0] * above.size &&
    line.left > above.left - 1 &&
    /^(?:附件|[0-9０-９]{1,2}[.．、])/.test(above.text)
  );
}

/** Without indents the words must tell: whether one paragraph ends here and another begins. */
function mayBegin(above: PrintedLine, line: PrintedLine, { apart }: Setting): boolean {
  const [one, next] = [above.text, line.text].map((text) => text.replace(/\s/g, ''));
  if (one === undefined || next === undefined || next.startsWith('#')) return true;
  if (/[：:；;]$/.test(one) || (!apart && /[。！？]$/.test(one))) return true;
  return readLabel(next) !== null || readNumberLine(next) !== null || readNumberLine(one) !== null;
}

function isApart(above: PrintedLine, line: PrintedLine, { pitch }: Setting): boolean {
  return line.base - above.base > Math.max(pitch, above.size * 1.2, line.size * 1.2) * EMPTY;
}

/** Width of what a line break may not divide at the beginning of a line. */
function leadWidth({ text, size }: PrintedLine): number {
  const lead =
    /^(?:[0-9A-Za-z.%/-]+|[“‘（《〈(]*.)[，。、；：！？）》〉”’]*/u.exec(text)?.[0] ?? '';
  return (
    [...lead].reduce((sum, sign) => sum + (/[\u{20}-\u{2AF}]/u.test(sign) ? 0.6 : 1), 0) * size
  );
}

/** A line end between two Latin words is a space. */
function joined(above: string, below: string): string {
  return /[!-~]$/.test(above) && /^[!-~]/.test(below) ? `${above} ${below}` : above + below;
}

function settingOf(pages: readonly LinedPage[]): Setting {
  const lines = pages.flatMap((page) => page.lines);
  const widths = [...new Set(pages.map(({ width }) => width))];
  const of = (read: (lines: PrintedLine[]) => number): Map<number, number> =>
    new Map(
      widths.map((width) => [
        width,
        read(pages.filter((page) => page.width === width).flatMap((page) => page.lines)),
      ]),
    );
  const margins = of((own) => usual(own.map(({ left }) => Math.round(left))));
  const indents = pages.flatMap((page) =>
    page.lines.map((line) => (line.left - (margins.get(page.width) ?? 0)) / line.size),
  );
  const indented = indents.filter((indent) => indent > INDENT[0] && indent < INDENT[1]).length;
  const distances = pages.flatMap((page) =>
    page.lines
      .slice(1)
      .map((line, at) => Math.round((line.base - (page.lines[at]?.base ?? 0)) * 2) / 2),
  );
  const pitch = usual(distances);
  const gaps = distances.filter((distance) => distance > pitch * EMPTY).length;
  return {
    pitch,
    margins,
    edges: of(rightEdge),
    indented: indented >= ENOUGH && indented >= lines.length * SHARE,
    apart: gaps >= ENOUGH && gaps >= lines.length * SHARE,
  };
}

/**
 * The right edge of the text: the outermost at which several lines end; a single one may stand out. Without such there are no full lines, and the
 * edge is nowhere.
 */
function rightEdge(lines: readonly PrintedLine[]): number {
  const size = usual(lines.map((line) => Math.round(line.size)));
  const ends = lines
    .filter(({ left, right }) => right - left > size * NARROWEST)
    .map(({ right }) => right)
    .sort((one, other) => other - one);
  return ends.find((end, at) => (ends[at + ENOUGH - 1] ?? 0) > end - size * 1.2) ?? Infinity;
}

/** The value that is there most often. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}
