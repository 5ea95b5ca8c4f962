/** The head of a notice: masthead, number, title, addressees (GB/T 9704-2012, 7.2.4–7.3.2). */
import { isSerialNumber, readDocumentNumber } from '../../notation/document-number.ts';
import { readDate } from '../../notation/dates.ts';
import { genreOf } from '../../notation/genres.ts';
import { isAddressees, isOrgan } from '../../notation/organs.ts';
import { endsParagraph, isBalanced } from '../../notation/punctuation.ts';
import { join } from '../../notice/words.ts';
import type { Block } from '../scan/scan.ts';

export interface Head {
  masthead: Block[];
  number: Block[];
  title: Block[];
  addressees: Block[];
  /** Lines above the title that belong to none of these: copy number, registration number, the title once more. */
  other: Block[];
  /** The blocks behind the head. */
  rest: Block[];
}

/** Blocks among which a head is looked for. */
const HEAD = 40;
const TITLE_LINES = 8;

/**
 * Takes the head off the blocks of a notice.
 * @param blocks of the whole notice
 */
export function readHead(blocks: readonly Block[]): Head {
  const limit = headLength(blocks);
  const head = blocks.slice(0, limit);
  const at = head.findIndex((block) => isNumber(block.words.value));
  const above = at < 0 ? [] : head.slice(0, at);
  const below = at < 0 ? head : head.slice(at + 1);
  const lower = splitMasthead(below, at < 0);
  const lowerTitle = titleRun(lower.rest);
  const upper = splitMasthead(above, true);
  const upperTitle = titleRun(upper.rest);
  const useLower = lowerTitle.length > 0 && (isTitle(lowerTitle) || !isTitle(upperTitle));
  const title = useLower ? lowerTitle : upperTitle;
  const masthead = [...upper.masthead, ...lower.masthead];
  const known = new Set([...masthead, ...title, ...(at < 0 ? [] : [head[at]])]);
  const consumed = head.findLastIndex((block) => known.has(block)) + 1;
  const tail = blocks.slice(consumed);
  const addressees = addresseesRun(tail);
  return {
    masthead,
    number: at < 0 ? [] : [head[at] as Block],
    title,
    addressees,
    other: blocks.slice(0, consumed).filter((block) => !known.has(block)),
    rest: tail.slice(addressees.length),
  };
}

/** The head ends before the first clause, the first sentence, the addressees. */
function headLength(blocks: readonly Block[]): number {
  const end = blocks.findIndex(
    ({ words: { value }, label, level }, index) =>
      index >= HEAD ||
      (label !== null && level !== 1) ||
      isAddressees(value) ||
      (endsParagraph(value) && !/[！!:：]$/.test(value)) ||
      /^目[录次]$/.test(value) ||
      /^附件[：:]/.test(value) ||
      (index > 0 && readDate(value) !== null) ||
      /^[（(].*[）)]$/.test(value) ||
      value.length > 200,
  );
  return end < 0 ? Math.min(blocks.length, HEAD) : end;
}

function isNumber(value: string): boolean {
  return readDocumentNumber(value) !== null || isSerialNumber(value);
}

/** 发文机关标志: leading lines that end in 文件, with the organs above them. */
function splitMasthead(
  blocks: readonly Block[],
  mayHave: boolean,
): { masthead: Block[]; rest: Block[] } {
  const last = mayHave
    ? blocks.findLastIndex(
        ({ words: { value } }) => value.endsWith('文件') && !value.includes('关于'),
      )
    : -1;
  if (last < 0) return { masthead: [], rest: [...blocks] };
  let first = last;
  while (first > 0 && isOrgan(blocks[first - 1]?.words.value ?? '')) first--;
  return {
    masthead: blocks.slice(first, last + 1),
    rest: [...blocks.slice(0, first), ...blocks.slice(last + 1)],
  };
}

/** The lines of the title: from the first that can begin one to the one that ends it with a genre, marks closed. */
function titleRun(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex(
    ({ words: { value } }) => /\p{Script=Han}{2}/u.test(value) && !/^[\dA-Z-]+$/.test(value),
  );
  if (first < 0) return [];
  for (let end = first + 1; end <= Math.min(blocks.length, first + TITLE_LINES); end++) {
    if (isWhole(blocks.slice(first, end)) && !carriesOn(blocks, end))
      return blocks.slice(first, end);
  }
  return blocks.slice(first, first + 1);
}

function isTitle(blocks: readonly Block[]): boolean {
  return blocks.length > 0 && isWhole(blocks);
}

function isWhole(blocks: readonly Block[]): boolean {
  const title = join(blocks.map((block) => block.words)).value;
  if (!isBalanced(title) || genreOf(title) === null) return false;
  const carries = /(?:印发|转发|批转)/.test(title);
  return !carries || /(?:通知|函|公告|通告|令|决定|命令|通报|批复|意见)[）)》]?$/.test(title);
}

/** `关于印发实施方案` `的通知` */
function carriesOn(blocks: readonly Block[], end: number): boolean {
  return (blocks[end]?.words.value ?? '').startsWith('的');
}

/** 主送机关, also over several blocks. */
function addresseesRun(blocks: readonly Block[]): Block[] {
  for (let end = 1; end <= Math.min(6, blocks.length); end++) {
    const run = blocks.slice(0, end);
    const last = run.at(-1);
    if (
      !last ||
      last.label ||
      last.level > 0 ||
      (endsParagraph(last.words.value) && !/[：:；;]$/.test(last.words.value))
    )
      return [];
    if (isAddressees(join(run.map((block) => block.words)).value)) return run;
  }
  return [];
}
