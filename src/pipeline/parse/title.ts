/** The title of a notice over its printed lines (GB/T 9704-2012, 7.3.1). */
import { readDate } from '../../notation/dates.ts';
import { endsNotice, genreOf } from '../../notation/genres.ts';
import { isBalanced } from '../../notation/punctuation.ts';
import { join } from '../../model/source-text.ts';
import type { TextBlock } from '../scan/scan.ts';

const TITLE_LINES = 8;

/**
 * The lines of the title: from the first that can begin one to the one that ends it, marks closed, with the brackets below.
 * @param blocks neighbouring lines of a head
 * @returns neighbouring blocks; empty when none can be a title
 */
export function titleRun(blocks: readonly TextBlock[]): TextBlock[] {
  const first = blocks.findIndex(
    ({ words: { value } }) => /\p{Script=Han}{2}/u.test(value) && !/^[\dA-Z-]+$/.test(value),
  );
  if (first < 0) return [];
  const limit = Math.min(blocks.length, first + TITLE_LINES);
  const ends = Array.from({ length: limit - first }, (_, index) => first + index + 1).filter(
    (end) =>
      // 规划 above 和…纲要 ends no title
      isTitle(blocks.slice(first, end)) && !/^[的和及与]/.test(blocks[end]?.words.value ?? ''),
  );
  const end =
    ends.find((each) => endsNotice(titleText(blocks.slice(first, each)))) ?? ends[0] ?? first + 1;
  return blocks.slice(first, withBrackets(blocks, end));
}

/** Whether lines are a whole title: closed marks, a genre at the end; one that carries a document ends in 通知 or the like. */
export function isTitle(blocks: readonly TextBlock[]): boolean {
  const title = titleText(blocks);
  if (blocks.length === 0 || !isBalanced(title) || genreOf(title) === null) return false;
  return (
    !/(?:印发|转发|批转)/.test(title) ||
    endsNotice(title) ||
    /(?:通知|函|令|公告|决定|意见)[）)》]?$/.test(title)
  );
}

/**
 * Whether a line below a title belongs to it: `（试行）`, `（2023年度）`; not a number, not a date or how it was passed (题注).
 * @param value of the line
 */
export function isTitleBracket(value: string): boolean {
  return (
    /^[（(][^（）()]{1,30}[）)]$/.test(value) &&
    readDate(value) === null &&
    !isPassing(value) &&
    !/号[）)]$/.test(value)
  );
}

/** `（…会议通过）`, `（此件公开发布）` */
function isPassing(value: string): boolean {
  return /(?:通过|批准|公布|发布|施行|修订|修正|公开|联系人|此件)/.test(value);
}

function withBrackets(blocks: readonly TextBlock[], end: number): number {
  let behind = end;
  while (isTitleBracket(blocks[behind]?.words.value ?? '')) behind++;
  return behind;
}

function titleText(blocks: readonly TextBlock[]): string {
  return join(blocks.map((block) => block.words)).value;
}
