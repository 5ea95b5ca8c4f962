/** Page numbers, told by how they count. */
import { narrow, withoutSpaces } from '../../notation/normalize/words.ts';
import type { PrintedLine } from './pdf-lines.ts';

/** A line at an edge of a page. */
export interface EdgeLine {
  page: number;
  line: PrintedLine;
  /** Room between it and the next line of the page, in sizes of its type; Infinity: there is none. */
  room: number;
}

const DASH = '[—–―\\-－·•~～_]';
const NUMBER = '([0-9０-９]{1,4})';
/** `— 3 —`, `第3页 共9页`, `3/9`, `Page 3 of 9`: nothing else looks so. */
const SHAPED = new RegExp(
  `^(?:${DASH}+${NUMBER}${DASH}+|第${NUMBER}页(?:[,，/·]?共[0-9０-９]{1,4}页)?|[Pp]age${NUMBER}(?:of[0-9]{1,4})?)$`,
);
/** `3`, `3/9`: a cell of a table may look so. */
const BARE = new RegExp(`^${NUMBER}(?:/[0-9０-９]{1,4})?$`);
/** Room beside a number that is the only one, in sizes of its type. */
const ROOM = 2;

/**
 * The lines that count pages. Bare numbers must rise with the pages; one alone must be that of its page and stand apart.
 * @param edges lines at the edges of all pages
 */
export function pageNumbersIn(edges: readonly EdgeLine[]): Set<EdgeLine> {
  const bare = edges.flatMap((edge) => {
    const number = valueOf(BARE, edge);
    return number === null ? [] : [{ edge, first: number - edge.page }];
  });
  const runs = [...Map.groupBy(bare, ({ first }) => first).values()];
  const longest = runs.reduce((best, run) => (pagesOf(run) > pagesOf(best) ? run : best), []);
  const counted =
    pagesOf(longest) > 1
      ? longest
      : bare.filter(({ edge, first }) => first === 1 && edge.room > ROOM);
  return new Set([
    ...edges.filter((edge) => valueOf(SHAPED, edge) !== null),
    ...counted.map(({ edge }) => edge),
  ]);
}

function pagesOf(run: readonly { edge: EdgeLine }[]): number {
  return new Set(run.map(({ edge }) => edge.page)).size;
}

function valueOf(shape: RegExp, { line }: EdgeLine): number | null {
  const groups = shape.exec(withoutSpaces(line.text))?.slice(1) as
    (string | undefined)[] | undefined;
  const digits = groups?.find((group) => group !== undefined);
  return digits === undefined ? null : Number(narrow(digits));
}
