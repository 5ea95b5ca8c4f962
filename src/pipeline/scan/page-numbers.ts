/** Numbers that count the pages of a seed. */
import { narrow, withoutSpaces } from '../../notation/normalize/words.ts';
import { readLabel } from '../../notation/labels.ts';
import { endsParagraph } from '../../notation/punctuation.ts';
import type { ResidueKind } from '../../model/vocabulary.ts';
import type { Line } from './line.ts';
import { widthOf } from './width.ts';

const DASHED_NUMBER = /^[—–―\-－·•~_一]+[0-9０-９]{1,4}[—–―\-－·•~_一]+$/;
const COUNTED_PAGE =
  /^(?:第[0-9０-９]{1,4}页(?:[,，/]?共[0-9０-９]{1,4}页)?|[0-9]{1,4}\/[0-9]{1,4}|[Pp]age ?[0-9]{1,4}(?: ?of ?[0-9]{1,4})?)$/;
const BARE_NUMBER = /^[0-9０-９]{1,3}$/;
/** Lines of text between two page numbers: on the average, and at the least (a last page may be short). */
const PAGE_LINES = 10;
const LEAST_LINES = 3;
/** Other numbers may stand in front of the first page's. */
const CHAIN_STARTS = 8;
/** Ems that a line of prose has at the least. */
const PRINTED_LINE = 18;
/** The rules of a 版记, drawn with characters. */
const RULE = /^[—－_＿=─━]{3,}$/;

const value = (line: Line): string => line.words.value;
const bare = (line: Line): string => withoutSpaces(value(line));

function mark(line: Line, kind: ResidueKind): void {
  line.residue ??= kind;
}

/**
 * Marks page numbers: `— 3 —` and 第3页 anywhere; bare numbers only when they count pages. Printed rules are marked too.
 * @param lines of one seed; `residue` is set in place
 */
export function markPageNumbers(lines: Line[]): void {
  const numbers: Numbered[] = [];
  for (const [index, line] of lines.entries()) {
    const text = bare(line);
    if ((DASHED_NUMBER.test(text) && /[0-9０-９]/.test(text)) || COUNTED_PAGE.test(text))
      mark(line, 'page-number');
    else if (RULE.test(text)) mark(line, 'rule');
    else if (BARE_NUMBER.test(text)) numbers.push({ line, index, number: Number(narrow(text)) });
  }
  const isCut = ({ index }: Numbered): boolean => cutsProse(lines[index - 1], lines[index + 1]);
  for (const number of numbers) if (isCut(number)) mark(number.line, 'page-number');
  for (const { line } of pageChain(numbers, isCut)) mark(line, 'page-number');
  // the last page may hold nothing but the end
  const last = lines.at(-1);
  const isCounted = lines.some(({ residue }) => residue === 'page-number');
  if (last && isCounted && BARE_NUMBER.test(bare(last))) mark(last, 'page-number');
}

/** A number between two lines of one sentence counts a page, also when it is the only one. */
function cutsProse(above: Line | undefined, below: Line | undefined): boolean {
  const isCut =
    above !== undefined && widthOf(value(above)) >= PRINTED_LINE && !endsParagraph(value(above));
  return (
    isCut &&
    below !== undefined &&
    readLabel(value(below)) === null &&
    /^\p{Script=Han}/u.test(value(below))
  );
}

interface Numbered {
  line: Line;
  index: number;
  number: number;
}

/**
 * The longest chain of numbers that rise by one, a page apart on the average; table cells stand closer. Where one of them cuts a sentence
 * all count pages, however short these are.
 */
function pageChain(numbers: readonly Numbered[], isCut: (number: Numbered) => boolean): Numbered[] {
  let longest: Numbered[] = [];
  for (let start = 0; start < Math.min(numbers.length, CHAIN_STARTS); start++) {
    const chain = numbers.slice(start, start + 1);
    for (const next of numbers.slice(start + 1)) {
      const last = chain.at(-1);
      if (last && next.number === last.number + 1 && next.index - last.index >= LEAST_LINES)
        chain.push(next);
    }
    if (chain.length > longest.length) longest = chain;
  }
  const [first] = longest;
  const last = longest.at(-1);
  const isPaged =
    first &&
    last &&
    longest.length >= 2 &&
    (last.index - first.index >= PAGE_LINES * (longest.length - 1) || longest.some(isCut));
  return isPaged ? longest : [];
}
