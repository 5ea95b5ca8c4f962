/** What stands at the upper and lower edge of pages and is no text: page numbers, running heads and feet. */
import type { PrintedLine } from './pdf-lines.ts';
import type { LinedPage } from './pdf-paragraphs.ts';

/** A page with its margins apart. */
export interface ApartPage {
  page: LinedPage;
  head: string[];
  body: PrintedLine[];
  foot: string[];
}

const PAGE_NUMBER =
  /^(?:[—–―\-－·~_]*[0-9０-９]{1,4}[—–―\-－·~_]*|第[0-9０-９]{1,4}页(?:[,，/]?共[0-9０-９]{1,4}页)?|[0-9]{1,4}\/[0-9]{1,4})$/;
/** Pages on which a line stands at the same height before it is a running head. */
const LEAST_PAGES = 3;
/** Lines at either edge that may be one. */
const DEPTH = 2;

/**
 * Takes page numbers and running heads off all pages.
 * @param pages in their order
 */
export function marginsApart(pages: readonly LinedPage[]): ApartPage[] {
  const repeated = repeatedLines(pages);
  const isMargin = (line: PrintedLine): boolean =>
    PAGE_NUMBER.test(line.text.replace(/\s/g, '')) || repeated.has(keyOf(line));
  return pages.map((page) => {
    const { lines } = page;
    let first = 0;
    while (first < Math.min(DEPTH, lines.length) && isMargin(lines[first] as PrintedLine))
      first += 1;
    let end = lines.length;
    while (end > first && end > lines.length - DEPTH && isMargin(lines[end - 1] as PrintedLine))
      end -= 1;
    return {
      page,
      head: lines.slice(0, first).map(({ text }) => text),
      body: lines.slice(first, end),
      foot: lines.slice(end).map(({ text }) => text),
    };
  });
}

function repeatedLines(pages: readonly LinedPage[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { lines } of pages) {
    const edges = new Set([...lines.slice(0, DEPTH), ...lines.slice(-DEPTH)].map(keyOf));
    for (const key of edges) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([key, count]) => (count >= LEAST_PAGES ? [key] : [])));
}

/** The same words at the same height; numbers count pages. */
function keyOf({ text, base }: PrintedLine): string {
  return `${Math.round(base / 3)} ${text.replace(/[0-9０-９]+/g, '0')}`;
}
