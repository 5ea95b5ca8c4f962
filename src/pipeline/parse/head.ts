/** The head of a notice: masthead, number, title, addressees (GB/T 9704-2012, 7.2.4–7.3.2). */
import { withoutSpaces } from '../../notation/normalize/words.ts';
import { readDate } from '../../notation/dates.ts';
import { isSerialNumber, readNumberLine } from '../../notation/document-number.ts';
import { isAddressees, isOrgan } from '../../notation/organs.ts';
import { opensPassingNote } from '../../notation/passing-note.ts';
import { endsParagraph } from '../../notation/punctuation.ts';
import { foldTitle } from '../../notation/normalize/title.ts';
import { join } from '../../model/source-text.ts';
import type { TextBlock } from '../scan/scan.ts';
import { isTitle, isTitleBracket, titleRun } from './title.ts';

export interface Head {
  masthead: TextBlock[];
  number: TextBlock[];
  title: TextBlock[];
  addressees: TextBlock[];
  /** Lines of the head that belong to none of these: urgency, copy number, registration number, the title once more. */
  other: TextBlock[];
  /** The blocks behind the head. */
  rest: TextBlock[];
}

/** Blocks among which a head is looked for. */
const HEAD = 40;
const ADDRESSEE_BLOCKS = 6;
/** 份号、密级、紧急程度 (7.2.1–7.2.3) and the like: printed above the masthead, no part of it. */
const ABOVE_MASTHEAD =
  /^(?:特急|加急|平急|急件|特提|机密|秘密|绝密|内部(?:资料|文件|明电|传真电报)|注意保存|(?:特急|加急|机密|秘密|绝密|内部)[★*·•、].{0,12}|内部资料.{0,8}|[0-9]{3,8}|[A-Z0-9][A-Z0-9—–-]{5,})$/;

/**
 * Takes the head off the blocks of a notice.
 * @param blocks of the whole notice
 */
export function readHead(blocks: readonly TextBlock[]): Head {
  const head = blocks.slice(0, headLength(blocks));
  const number = findNumber(head);
  const upper = splitMasthead(head.slice(0, number.start), number.length > 0);
  const lower = splitMasthead(head.slice(number.start + number.length), false);
  const titles = [ownTitle(lower.rest), ownTitle(upper.rest)] as const;
  const [below, above] = titles;
  const title = below.length > 0 && (isTitle(below) || !isTitle(above)) ? below : above;
  const masthead = upper.masthead.length > 0 ? upper.masthead : lower.masthead;
  const numberRun = head.slice(number.start, number.start + number.length);
  const known = new Set([...masthead, ...title, ...numberRun]);
  const consumed = head.findLastIndex((block) => known.has(block)) + 1;
  const tail = blocks.slice(consumed);
  const addressees = addresseesRun(tail);
  return {
    masthead,
    number: numberRun,
    title,
    addressees,
    other: blocks.slice(0, consumed).filter((block) => !known.has(block)),
    rest: tail.slice(addressees.length),
  };
}

/** Web pages print a heading above the notice, `…等部门关于…的通知`: of two titles on one subject the one nearer to the text is the notice's. */
function ownTitle(blocks: readonly TextBlock[]): TextBlock[] {
  const first = titleRun(blocks);
  const second = titleRun(blocks.slice(blocks.indexOf(first.at(-1) as TextBlock) + 1));
  const isOwn = first.length > 0 && isTitle(second) && isSameSubject(first, second);
  return isOwn ? second : first;
}

/** Whether two titles differ in nothing but what stands in front of 关于. */
function isSameSubject(one: readonly TextBlock[], other: readonly TextBlock[]): boolean {
  const [first = '', second = ''] = [one, other].map((each) =>
    foldTitle(join(each.map((block) => block.words)).value),
  );
  const subject = first.slice(first.indexOf('关于'));
  return first !== second && subject.startsWith('关于') && second.endsWith(subject);
}

/** The head ends before the first clause, the first sentence, the addressees, how a law was passed. */
function headLength(blocks: readonly TextBlock[]): number {
  const end = blocks.findIndex(
    (block, index) => index >= HEAD || (!isDatedNumber(blocks, index) && endsHead(block, index)),
  );
  return end < 0 ? Math.min(blocks.length, HEAD) : end;
}

function endsHead({ words: { value }, label, level }: TextBlock, index: number): boolean {
  const isNumbered = readNumberLine(value) !== null;
  return (
    value.length > 200 ||
    (label !== null && level !== 1) ||
    (isAddressees(value) && !isNumbered) ||
    isSentence(value) ||
    /^目[录次]$/.test(value) ||
    /^附件[：:]/.test(value) ||
    (index > 0 && readDate(value) !== null) ||
    (/^[（(].*[）)]$/.test(value) && !isTitleBracket(value) && !isNumber(value))
  );
}

function isSentence(value: string): boolean {
  return (
    endsParagraph(value) && !/[！!:：]$/.test(value) && !isTitleBracket(value) && !isNumber(value)
  );
}

/** A line that prints nothing but the number. */
function isNumber(value: string): boolean {
  return isSerialNumber(value) || readNumberLine(value) !== null;
}

/** A date right above the number belongs to it: `（2022年4月26日）`, `（2020年8月24日…会议通过，自…起施行）`. */
function isDatedNumber(blocks: readonly TextBlock[], index: number): boolean {
  const value = blocks[index]?.words.value ?? '';
  return (
    index > 0 &&
    (readDate(value) !== null || (/^[（(].*[）)]$/.test(value) && opensPassingNote(value))) &&
    isNumber(blocks[index + 1]?.words.value ?? '')
  );
}

/** A number may be printed over several lines; PDF readers take it apart. */
const NUMBER_LINES = 5;

/** The number, with the date that a 题注 prints above it and the 签发人 beside it (7.2.6). */
function findNumber(head: readonly TextBlock[]): { start: number; length: number } {
  for (let length = 1; length <= NUMBER_LINES; length++) {
    for (let start = 0; start + length <= head.length; start++) {
      const run = head.slice(start, start + length);
      const value = withoutSpaces(join(run.map((block) => block.words)).value);
      const isBroken = run
        .slice(0, -1)
        .every(({ words }) => /[〔[［【（(〕\]］】）)0-9０-９号]$/.test(words.value));
      if (isBroken && (isSerialNumber(value) || readNumberLine(value) !== null)) {
        const dated = isDatedNumber(head, start - 1) ? 1 : 0;
        const signed = /^签发人[：:]/.test(head[start + length]?.words.value ?? '') ? 1 : 0;
        return { start: start - dated, length: dated + length + signed };
      }
    }
  }
  return { start: 0, length: 0 };
}

/**
 * 发文机关标志: the leading lines up to one that ends in 文件 or 发电, with the organs above it; above a number also organs alone
 * (信函格式, GB/T 9704-2012, 10.1).
 * @param blocks neighbouring lines
 * @param isAboveNumber whether the number stands below them
 * @returns the masthead and the neighbouring lines behind it
 */
function splitMasthead(
  blocks: readonly TextBlock[],
  isAboveNumber: boolean,
): { masthead: TextBlock[]; rest: TextBlock[] } {
  const values = blocks.map(({ words: { value } }) => value);
  const isAbove = (value: string): boolean => ABOVE_MASTHEAD.test(value);
  const first = Math.max(
    0,
    values.findIndex((value) => !isAbove(value)),
  );
  const last = values.findLastIndex(
    (value) => /(?:文件|发电)$/.test(value) && !value.includes('关于'),
  );
  const signed =
    last >= 0 &&
    values
      .slice(first, last)
      .every((value) => isOrgan(value) || isAbove(value) || !value.includes('关于'));
  if (signed) return { masthead: blocks.slice(first, last + 1), rest: skip(blocks, last + 1) };
  const named = values.slice(first).every((value) => isOrgan(value) || isAbove(value));
  if (isAboveNumber && named)
    return { masthead: blocks.slice(first).filter(({ words }) => !isAbove(words.value)), rest: [] };
  return { masthead: [], rest: blocks.slice(first) };

  function skip(from: readonly TextBlock[], start: number): TextBlock[] {
    let next = start;
    while (isAbove(from[next]?.words.value ?? '')) next++;
    return from.slice(next);
  }
}

/** 主送机关, also over several blocks. */
function addresseesRun(blocks: readonly TextBlock[]): TextBlock[] {
  for (let end = 1; end <= Math.min(ADDRESSEE_BLOCKS, blocks.length); end++) {
    const run = blocks.slice(0, end);
    const last = run.at(-1);
    const isOver = last && endsParagraph(last.words.value) && !/[：:；;]$/.test(last.words.value);
    if (!last || last.label || last.level > 0 || isOver) return [];
    if (isAddressees(join(run.map((block) => block.words)).value)) return run;
  }
  return [];
}
