/** Printed lines → paragraphs, by where they stand: what the words alone do not say. */
import { withoutSpaces } from '../../notation/normalize/words.ts';
import { readNumberLine } from '../../notation/document-number.ts';
import { readLabel } from '../../notation/labels.ts';
import type { PrintedLine } from './pdf-lines.ts';
import {
  INDENT,
  type LinedPage,
  type PlacedLine,
  type PageSetting,
  pageSetting,
} from './pdf-setting.ts';

/** Lines farther apart than this, in usual distances, have an empty line between them. */
const EMPTY = 1.5;
/** Room above a paragraph, in sizes of its type, where lines stand evenly. */
const MORE = 0.35;
/** How far from the edge a full line may end, in sizes of the type. */
const SLACK = 0.4;

/**
 * The text of a file: a paragraph a line where the page shows that its lines go on, else a printed line a line; an empty line where the page leaves
 * room.
 * @param pages in their order, without page numbers and running heads
 */
export function pdfParagraphs(pages: readonly LinedPage[]): string[] {
  const setting = pageSetting(pages);
  const paragraphs: string[] = [];
  let last = null as PlacedLine | null;
  let isJoined = false;
  for (const page of pages) {
    for (const line of page.lines) {
      const isSamePage = last?.page === page;
      const next = { line, page };
      const goes = last !== null && goesOn(last, next, isSamePage, setting);
      if (goes) paragraphs.push(joined(paragraphs.pop() ?? '', line.text));
      else {
        const isRoom = last && isSamePage && isApart(last.line, line, setting);
        // it is certain that a paragraph ends here: what reads the text need not guess
        const isFirst = setting.indented && isSetIn(next, setting);
        if (last && (isRoom || isJoined || isFirst)) paragraphs.push('');
        paragraphs.push(line.text);
      }
      isJoined = goes;
      last = next;
    }
  }
  return paragraphs;
}

function isSetIn(placed: PlacedLine, { indentOf }: PageSetting): boolean {
  const indent = indentOf(placed);
  return indent > INDENT[0] && indent < INDENT[1];
}

/** Whether a line goes on with the paragraph of the line above: that one is full, and this one begins where lines begin. */
function goesOn(
  above: PlacedLine,
  next: PlacedLine,
  isSamePage: boolean,
  setting: PageSetting,
): boolean {
  const [{ line: one }, { line }] = [above, next];
  if (!isAlike(one, line)) return false;
  if (isSamePage && isApart(one, line, setting)) return false;
  const short = setting.justified ? one.size * SLACK : leadWidth(line) + one.size * SLACK;
  if (setting.roomBehind(above) > short) return false;
  const indent = setting.indentOf(next);
  if (Math.abs(indent) > INDENT[0]) return indent > INDENT[1] && hangs(above, line, setting);
  return setting.indented || !mayBegin(one, line, setting);
}

/** Whether a line stands below the words of one that is set in, not below its number: `附件：1.…`. */
function hangs(above: PlacedLine, line: PrintedLine, { indentOf }: PageSetting): boolean {
  return (
    indentOf(above) > INDENT[0] &&
    line.left > above.line.left - 1 &&
    /^(?:附件|[0-9０-９]{1,2}[.．、])/.test(above.line.text)
  );
}

/**
 * Without indents the words must tell: whether one paragraph ends here and another begins. A full stop does not, because of full lines that end with
 * one most stand inside a paragraph; but it does where every line is a paragraph of its own, as in a text with wraps and empty lines.
 */
function mayBegin(above: PrintedLine, line: PrintedLine, { loose }: PageSetting): boolean {
  const [one, next] = [withoutSpaces(above.text), withoutSpaces(line.text)];
  if (/^(?:#|——|[-—_=*]+$)/.test(next)) return true;
  if (/[：:]$/.test(one) || (loose && /[。！？；]$/.test(one))) return true;
  return readLabel(next) !== null || readNumberLine(next) !== null || readNumberLine(one) !== null;
}

function isApart(above: PrintedLine, line: PrintedLine, { pitch, even }: PageSetting): boolean {
  const distance = line.base - above.base;
  if (distance > Math.max(pitch, above.size * 1.2, line.size * 1.2) * EMPTY) return true;
  return even && isAlike(above, line) && distance > pitch + line.size * MORE;
}

function isAlike(one: PrintedLine, other: PrintedLine): boolean {
  return Math.abs(one.size - other.size) <= one.size * 0.15;
}

/** Width of what a line break may not divide at the beginning of a line. */
function leadWidth({ text, size }: PrintedLine): number {
  const lead =
    /^[“‘（《〈(]*(?:[0-9A-Za-z.%/-]+|.)[，。、；：！？）》〉”’]*/u.exec(text)?.[0] ?? '';
  return (
    [...lead].reduce((sum, sign) => sum + (/[\u{20}-\u{2AF}]/u.test(sign) ? 0.6 : 1), 0) * size
  );
}

/** A line end between two Latin words is a space; behind a hyphen or dash (`2021-`, `2035`) and beside a bracket it is none. */
function joined(above: string, below: string): string {
  return /[A-Za-z0-9.,;:!?'")\]]$/.test(above) && /^[A-Za-z0-9'"([]/.test(below)
    ? `${above} ${below}`
    : above + below;
}
