/** Where a letter ends: signature and date below its text (发文机关署名、成文日期; GB/T 9704-2012, 7.3.5). */
import { readDate } from '../../notation/dates.ts';
import { genreOf } from '../../notation/genres.ts';
import { isOfficer, isOrgan } from '../../notation/organs.ts';
import { endsParagraph } from '../../notation/punctuation.ts';
import type { TextBlock } from '../scan/scan.ts';

/** Joint notices have up to some twenty issuers. */
const SIGNERS = 24;
const LONGEST_NAME = 24;
/** A longer line with marks of a sentence is one. */
const LONGEST_CELL = 12;
/** A cell of a table may end in 清单 or 表; titles are longer. */
const SHORTEST_TITLE = 8;

const isSigner = (value: string): boolean => isOrgan(value) || isOfficer(value);
const valueOf = (block: TextBlock | undefined): string => block?.words.value ?? '';

/**
 * The 成文日期 of a letter: the first date that stands below signers and ends what is above it, else the first such without signers. Cells of a
 * flattened table are organs and dates as well; they stand neither below a sentence nor at an end.
 * @param blocks of a letter, or of it and all that follows it
 * @returns its index, or -1
 */
export function dateIndex(blocks: readonly TextBlock[]): number {
  const dates = blocks.flatMap(({ words, label }, index) =>
    !label && readDate(words.value) !== null ? [index] : [],
  );
  const signed = dates.find((index) => isSigned(blocks, index) && closes(blocks, index));
  return signed ?? dates.find((index) => isUnsigned(blocks, index)) ?? -1;
}

/**
 * The date of a document that is signed at its very end, as if it were the letter.
 * @param blocks of an enclosure or annex
 * @returns its index, or -1
 */
export function closingDate(blocks: readonly TextBlock[]): number {
  const last = blocks.length - 1;
  const isClosing =
    last > 0 &&
    readDate(valueOf(blocks[last])) !== null &&
    isSigned(blocks, last) &&
    isBelowText(blocks, last);
  return isClosing ? last : -1;
}

/**
 * 发文机关署名: the lines right above the date that name organs. Among names that are known as organs a short line without marks is one too
 * (joint issuers of all kinds) where they stand below finished text; below anything else only what is known counts.
 * @param blocks of a letter
 * @param date index of its date
 */
export function signersAbove(blocks: readonly TextBlock[], date: number): TextBlock[] {
  const first = firstSigner(blocks, date, mayBeName);
  const isSure = first === 0 || isFinished(blocks[first - 1]);
  return blocks.slice(isSure ? first : firstSigner(blocks, date, isSigner), date);
}

/** The first of the lines above a date that may be names, itself one that is known. */
function firstSigner(
  blocks: readonly TextBlock[],
  date: number,
  isName: (value: string) => boolean,
): number {
  let first = date;
  for (let index = date - 1; index >= Math.max(0, date - SIGNERS); index--) {
    const block = blocks[index];
    if (!block || block.label || block.level > 0 || !isName(block.words.value)) break;
    if (isSigner(block.words.value)) first = index;
  }
  return first;
}

function mayBeName(value: string): boolean {
  return isSigner(value) || (value.length <= LONGEST_NAME && !/[，。；：！？、,;:0-9]/.test(value));
}

function isSigned(blocks: readonly TextBlock[], date: number): boolean {
  const above = blocks[date - 1];
  return above !== undefined && !above.label && isSigner(above.words.value);
}

/** A full date below text closes a letter; year and month alone only at an end. */
function closes(blocks: readonly TextBlock[], date: number): boolean {
  if (isEnd(blocks, date)) return true;
  return isFullDate(blocks[date]) && isBelowText(blocks, date) && !isRow(blocks, date);
}

/** Rows of organ and date follow each other in a table. */
function isRow(blocks: readonly TextBlock[], date: number): boolean {
  return isSigned(blocks, date + 2) && readDate(valueOf(blocks[date + 2])) !== null;
}

function isBelowText(blocks: readonly TextBlock[], date: number): boolean {
  const first = firstSigner(blocks, date, mayBeName);
  return first > 0 && isFinished(blocks[first - 1]);
}

/** Without signers: right below finished text, no 题注 and no sentence of its own. */
function isUnsigned(blocks: readonly TextBlock[], date: number): boolean {
  const above = blocks[date - 1];
  if (!above || /^[（(]|。$/.test(valueOf(blocks[date]))) return false;
  if (date === blocks.length - 1 && isFullDate(blocks[date])) return true;
  return isFinished(above) && (isFullDate(blocks[date]) || isEnd(blocks, date));
}

function isFullDate(block: TextBlock | undefined): boolean {
  return readDate(valueOf(block))?.iso.length === 'YYYY-MM-DD'.length;
}

/** What may stand above a signature: a sentence, one of a list of annexes, a closing phrase; not a heading or the cell of a table. */
function isFinished(block: TextBlock | undefined): boolean {
  if (!block) return false;
  const { value } = block.words;
  return (
    (endsParagraph(value) && !/[：:]$/.test(value)) ||
    block.label?.scheme.startsWith('arabic') === true ||
    /^附件|》$|^(?:特此|专此|此[复令致]|妥否|当否|以上)/.test(value) ||
    (value.length > LONGEST_CELL && /[，。；：]/.test(value))
  );
}

/** Whether a letter may end here: nothing below, or what stands below letters. */
function isEnd(blocks: readonly TextBlock[], date: number): boolean {
  let next = date + 1;
  while (/^[（(].*[）)]$/.test(valueOf(blocks[next]))) next++;
  const value = valueOf(blocks[next]);
  return (
    value === '' ||
    /^(?:附[件表图：:]|抄[送报]|分送|主题词|目[录次]$|联系(?:人|电话))/.test(value) ||
    (value.length >= SHORTEST_TITLE && genreOf(value) !== null)
  );
}
