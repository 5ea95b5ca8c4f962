/** Which lines start with a label. */
import { narrow } from '../../notation/normalize/words.ts';
import { readNumberLine } from '../../notation/document-number.ts';
import {
  followsDecimal,
  readDecimal,
  readDecimalTop,
  readLabel,
  readLongArabic,
  type Label,
  type Scheme,
} from '../../notation/labels.ts';
import { foldTitle } from '../../notation/normalize/title.ts';
import type { Line } from './line.ts';

/**
 * Finds the label of every line. Lines of a table of contents have none (they repeat the labels of the units they list).
 * @param lines without residue; `label` is set in place
 */
export function markLabels(lines: readonly Line[]): void {
  const contents = tableOfContents(lines);
  const decimals = isDecimal(lines);
  let previous: readonly number[] = [];
  let top: readonly number[] = [];
  let arabic = 0;
  for (const [index, line] of lines.entries()) {
    if (index >= contents.start && index < contents.end) continue;
    const text = line.words.value;
    const decimal = decimals ? decimalAfter(text, [previous, top, []]) : null;
    if (decimal) previous = decimal.ordinals;
    line.label = decimal ?? (decimals && readDecimal(text) ? null : labelOf(line, arabic));
    if (line.label?.scheme === 'arabic') [arabic] = line.label.ordinals;
    if (line.label && TOP.has(line.label.scheme)) top = line.label.ordinals;
  }
}

/** What stands in front of a label is read over and stays with it: characters without width (Unicode's Cf), which web pages leave; marks of lists. */
function labelOf({ words: { value }, gap }: Line, arabic: number): Label | null {
  const hidden = (gap === 1 ? LIST_MARK : HIDDEN).exec(value)?.[0] ?? '';
  const bare = value.slice(hidden.length);
  const label = readLabel(bare, gap - hidden.length) ?? readLongArabic(bare, arabic);
  // （85）财税字第021号 begins with its year
  if (label?.scheme === 'arabic-paren' && readNumberLine(bare) !== null) return null;
  return label && { ...label, text: hidden + label.text };
}

const HIDDEN = /^(?:[-*+•●▪] |\p{Cf}*)/u;
/** With white space behind it: `- （一）加强领导` of Markdown. */
const LIST_MARK = /^(?:[-*+•●▪]|\p{Cf}*)/u;

/** Decimal numbering is in use when some `1.1` has its `1.2`, each before words; PDF readers give the figures full width. */
function isDecimal(lines: readonly Line[]): boolean {
  const has = (pattern: RegExp): boolean =>
    lines.some(({ words: { value } }) => pattern.test(narrow(value.slice(0, LONGEST_LABEL))));
  return has(/^1\.1(?:\.(?!\d)|(?![\d.]))\D/) && has(/^(?:1\.2|2\.1)(?!\d)\D/);
}

/** A decimal label and the word behind it stand in so many characters. */
const LONGEST_LABEL = 40;

/** What 1.1 may stand in where the outermost level is not printed `1 总则`: `1.`, 一、, 第一章. */
const TOP = new Set<Scheme>(['chapter', 'han', 'arabic']);

/** @param before numbers it may follow: the last decimal one, the last unit that may hold it, none */
function decimalAfter(text: string, before: readonly (readonly number[])[]): Label | null {
  const label = readDecimal(text) ?? readDecimalTop(text);
  return label && before.some((each) => followsDecimal(label.ordinals, each)) ? label : null;
}

/** Lines below 目录 up to where the first of them comes again, as the heading it lists. */
function tableOfContents(lines: readonly Line[]): { start: number; end: number } {
  const none = { start: 0, end: 0 };
  const heading = lines.findIndex((line) => /^目[录次]$/.test(line.words.value));
  const first = lines[heading + 1];
  if (heading < 0 || !first) return none;
  const end = lines.findIndex(
    (line, index) => index > heading + 1 && entryOf(line) === entryOf(first),
  );
  if (end >= 0) return { start: heading + 1, end };
  const led = lines.findIndex(
    (line, index) => index > heading && !/(?:[.…·．。]{2,}|\s)[0-9]{1,4}$/.test(line.words.value),
  );
  return led < 0 ? none : { start: heading + 1, end: led };
}

/** A heading without the leader dots and the page number of a table of contents. */
function entryOf(line: Line): string {
  return foldTitle(line.words.value.replace(/[.…·．\s]*[（(]?[0-9０-９]{0,4}[）)]?$/, ''));
}
