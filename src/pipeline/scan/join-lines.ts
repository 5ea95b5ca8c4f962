/** Finds hard wraps: line breaks of the printed page, not of the writer. */
import { namesArticle } from '../../notation/labels.ts';
import { continuesPassingNote } from '../../notation/passing-note.ts';
import { breaksOff, closesMark, continues, endsParagraph } from '../../notation/punctuation.ts';
import type { Line } from './line.ts';
import { widthOf } from './width.ts';

/** The fewest lines whose widths are used. */
const ENOUGH = 4;
/** The fewest unfinished lines of about one width in a hard-wrapped text, and their least share of all lines. */
const UNFINISHED = 3;
const SHARE = 0.1;
/** How far apart lines of one measure are: a character that did not fit, a mark that may not begin a line, a lost indent. */
const SPREAD = 3;
/** Measures that printers use, in ems; outside them equal widths are chance or a table. */
const NARROWEST = 18;
const WIDEST = 60;
/** How much shorter than the measure a full line may be. */
const SLACK = 1.5;
/** First-line indent (GB/T 9704-2012, 7.3.3), which readers drop. */
const INDENT = 2;

/**
 * The measure (line width in ems) of a text whose every printed line is a line of the seed.
 * @param lines without residue
 * @returns the measure, or null when the text is not hard-wrapped
 */
export function measureOf(lines: readonly Line[]): number | null {
  if (lines.length < ENOUGH) return null;
  const widths = lines.map((line) => widthOf(line.words.value)).sort((one, other) => other - one);
  const widest = widths.find((width, index) => (widths[index + 2] ?? 0) >= width - SPREAD) ?? 0;
  const beyond = widths.filter((width) => width > widest).length;
  if (widest < NARROWEST || widest > WIDEST || beyond > lines.length * SHARE) return null;
  const unfinished = lines
    .filter(({ words: { value } }) => !endsParagraph(value))
    .map(({ words: { value } }) => widthOf(value))
    .filter((width) => width <= widest && width >= widest - SPREAD)
    .sort((one, other) => one - other);
  if (unfinished.length < Math.max(UNFINISHED, lines.length * SHARE)) return null;
  // marks may hang over the end of a line: the widest are no measure
  return unfinished[Math.floor(unfinished.length * 0.75)] ?? widest;
}

/** Properties of the seed that decide whether two lines are joined. */
export interface LineSetting {
  /** From `measureOf`. */
  measure: number | null;
  /** True when paragraphs are indented and continued lines are not. */
  indented: boolean;
}

/**
 * Whether a line continues the paragraph above it.
 * @param above words of the paragraph so far
 * @param last its last line
 * @param isFirst whether that is its first line too
 * @param next the line below
 */
export function joinsPrevious(
  above: string,
  last: Line,
  isFirst: boolean,
  next: Line,
  setting: LineSetting,
): boolean {
  if (last.level > 0 || next.level > 0) return false;
  return byWords(above, next) ?? bySetting(above, last, isFirst, next, setting);
}

/** What the words on both sides of the break say; null: nothing. */
function byWords(above: string, next: Line): boolean | null {
  const { value } = next.words;
  if (closesMark(above, value)) return true;
  if (!next.label && continuesPassingNote(above, value)) return true;
  if (continues(value) && !/^[”’]/.test(value)) return !next.label;
  if (endsParagraph(above)) return false;
  if (!next.label && (namesArticle(value) || splitsAmount(above, value))) return true;
  if (/^(?:——|--|—(?![0-9]))/.test(value) && next.apart)
    return breaksOff(above) && !/[—-]$/.test(above);
  return null;
}

/** What the indents and the measure say, and where the seed has none the shape of the sentence. */
function bySetting(
  above: string,
  last: Line,
  isFirst: boolean,
  next: Line,
  { measure, indented }: LineSetting,
): boolean {
  if (indented && next.indent >= INDENT) return false;
  if (indented && isFirst && isFirstLine(last) && next.indent === 0) return true;
  if (breaksOff(last.words.value)) return true;
  if (measure !== null) return isFull(last, isFirst, next, measure);
  return isUnfinished(above) || splitsWord(above, next.words.value);
}

/** An indented line that is long enough to have been broken. */
function isFirstLine({ indent, words }: Line): boolean {
  return indent >= INDENT && widthOf(words.value) >= NARROWEST - INDENT;
}

/** `2027年` `12月31日`, `3.5` `亿元`: a date or an amount is one word. */
function splitsAmount(above: string, next: string): boolean {
  return (
    (/[0-9０-９]年$/.test(above) && /^[0-9０-９]{1,2}月/.test(next)) ||
    (/[0-9０-９]月$/.test(above) && /^[0-9０-９]{1,2}日/.test(next)) ||
    (/[0-9０-９]$/.test(above) && /^(?:[年月日万亿件项家个元%％]|千[米瓦克])/.test(next))
  );
}

/** A line is full when the beginning of the next one would not have fitted on it. */
function isFull(last: Line, isFirst: boolean, next: Line, measure: number): boolean {
  const indent = last.indent === 0 && isFirst ? INDENT : 0;
  return widthOf(last.words.value) + indent + widthOf(leadOf(next.words.value)) > measure - SLACK;
}

/** What a line break may not divide: a Latin word or number, a character with the marks that may not begin a line. */
function leadOf(text: string): string {
  return /^(?:[0-9A-Za-z.%-]+|[“‘（《〈(]*.)[，。、；：！？）》〉”’]*/u.exec(text)?.[0] ?? '';
}

/** Without printed lines to measure: prose that stops without an end was cut by a page break. */
function isUnfinished(text: string): boolean {
  return (
    /(?:根据|依照|按照|依据|落实|执行)[^。；]*》$/.test(text) ||
    // 编制依据 alone is a heading
    (/(?:根据|依照|按照|依据|违反)$/.test(text) && widthOf(text) >= NARROWEST) ||
    /[。；！？ꎮꎻ]/.test(text) ||
    (widthOf(text) > 60 && /[，：]/.test(text)) ||
    (/[，ꎬ]/.test(text) && widthOf(text) > 40)
  );
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A line of about a printed line's length that stops inside a word (`知识产权保` `护工作`) was cut by a page break. */
function splitsWord(above: string, next: string): boolean {
  if (widthOf(above) < 22 || widthOf(above) > 32) return false;
  const tail = above.slice(-6);
  const seam = tail.length;
  return Array.from(segmenter.segment(tail + next.slice(0, 6))).some(
    ({ index, segment }) => index < seam && index + segment.length > seam,
  );
}
