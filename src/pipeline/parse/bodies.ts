/** Where the letter ends and where enclosures and annexes begin. */
import { carriedTitle, genreOf } from '../../notation/genres.ts';
import { readDate } from '../../notation/dates.ts';
import { parseNumber } from '../../notation/numerals.ts';
import { endsParagraph, foldTitle, isBalanced } from '../../notation/punctuation.ts';
import type { Block } from '../scan/scan.ts';
import { dateIndex, opensAnnexList } from './roles.ts';

/** One of the bodies of a notice. */
export interface Body {
  type: 'letter' | 'enclosure' | 'annex';
  prefix: string;
  /** The bare 附件 line above the title. */
  label: Block | null;
  /** The lines of the printed title. */
  title: Block[];
  blocks: Block[];
}

const TITLE_LINES = 6;
const TITLE_LENGTH = 120;
/** What may be printed in front of a title: the issuer's name. */
const ISSUER_LENGTH = 40;

/**
 * Divides what stands between head and imprint.
 * @param blocks without head and imprint
 * @param title the notice's title, which says whether it carries another document
 */
export function divide(blocks: readonly Block[], title: string): Body[] {
  if (blocks.length === 0) return [];
  const carried = carriedTitle(title);
  const closing = closingIndex(blocks);
  const start =
    carried === null
      ? impliedStart(blocks, closing)
      : (statedStart(blocks, carried) ??
        impliedStart(blocks, closing) ??
        untitledStart(blocks, closing));
  const cuts = start === null ? [] : [{ ...start, type: 'enclosure' as const, prefix: '' }];
  const annexes = annexStarts(blocks, Math.max(closing, start?.end ?? 0), start !== null);
  const all = [...cuts, ...annexes].sort((one, other) => one.at - other.at);
  const letterEnd = all[0]?.at ?? blocks.length;
  const letter: Body[] =
    letterEnd === 0
      ? []
      : [
          {
            type: 'letter',
            prefix: start === null ? '' : 'letter-',
            label: null,
            title: [],
            blocks: blocks.slice(0, letterEnd),
          },
        ];
  return [
    ...letter,
    ...all.map((cut, index) => ({
      type: cut.type,
      prefix: cut.prefix,
      label: cut.label,
      title: blocks.slice(cut.end - cut.titleLength, cut.end),
      blocks: blocks.slice(cut.end, all[index + 1]?.at ?? blocks.length),
    })),
  ];
}

/** Where a body begins: at its label or title; `end` is behind both. */
interface Cut {
  at: number;
  end: number;
  titleLength: number;
  label: Block | null;
}

function cutAt(blocks: readonly Block[], titleStart: number, titleLength: number): Cut {
  const above = blocks[titleStart - 1];
  const label = above && isAnnexLabel(above) ? above : null;
  return {
    at: label ? titleStart - 1 : titleStart,
    end: titleStart + titleLength,
    titleLength,
    label,
  };
}

function isAnnexLabel({ words: { value } }: Block): boolean {
  return /^附件[0-9０-９一二三四五六七八九十]{0,3}[：:]?$/.test(value);
}

/** Whether a block can be a line of a printed title. */
function isTitleLine(block: Block | undefined): boolean {
  if (!block || (block.label && block.level === 0)) return false;
  const { value } = block.words;
  return (
    readDate(value) === null &&
    value.length <= TITLE_LENGTH &&
    !endsParagraph(value) &&
    !/^附件[0-9]{0,2}[：:]?/.test(value) &&
    !/^[（(].*[）)]$/.test(value)
  );
}

/** The closing of the letter: the date. -1 when the letter has none. */
function closingIndex(blocks: readonly Block[]): number {
  return dateIndex(blocks);
}

/** The lines that print the title which the notice's own title names. */
function statedStart(blocks: readonly Block[], carried: string): Cut | null {
  const wanted = foldTitle(carried);
  for (let start = 1; start < blocks.length; start++) {
    let printed = '';
    for (
      let length = 1;
      length <= TITLE_LINES && isTitleLine(blocks[start + length - 1]);
      length++
    ) {
      printed += foldTitle(blocks[start + length - 1]?.words.value ?? '');
      if (isSameTitle(printed, wanted)) return cutAt(blocks, start, length);
    }
  }
  return null;
}

function isSameTitle(printed: string, wanted: string): boolean {
  if (printed === wanted) return true;
  const short = Math.min(printed.length, wanted.length) >= 6;
  return (
    short &&
    ((printed.endsWith(wanted) && printed.length - wanted.length <= ISSUER_LENGTH) ||
      (wanted.endsWith(printed) &&
        genreOf(printed) !== null &&
        printed.length * 2 >= wanted.length))
  );
}

/** Behind the date: lines that end in a genre and have text below them. */
function impliedStart(blocks: readonly Block[], closing: number): Cut | null {
  if (closing < 0) return null;
  let start = closing + 1;
  while (/^[（(].*[）)]$/.test(blocks[start]?.words.value ?? '')) start++;
  if (blocks[start] && isAnnexLabel(blocks[start] as Block)) return null;
  const length = titleLength(blocks, start);
  return length > 0 && start + length < blocks.length ? cutAt(blocks, start, length) : null;
}

/** How many lines from here are a title that ends in a genre; 0 when none. */
function titleLength(blocks: readonly Block[], start: number): number {
  let title = '';
  for (let length = 1; length <= TITLE_LINES && isTitleLine(blocks[start + length - 1]); length++) {
    title += blocks[start + length - 1]?.words.value ?? '';
    if (isBalanced(title) && genreOf(title) !== null) return length;
  }
  return 0;
}

/** An enclosure that begins with its first clause or sentence behind the date. */
function untitledStart(blocks: readonly Block[], closing: number): Cut | null {
  if (closing < 0) return null;
  let start = closing + 1;
  while (/^[（(].*[）)]$/.test(blocks[start]?.words.value ?? '')) start++;
  const first = blocks[start];
  if (!first) return null;
  if (isAnnexLabel(first)) {
    const length = isTitleLine(blocks[start + 1]) ? 1 : 0;
    return start + 1 < blocks.length ? cutAt(blocks, start + 1, length) : null;
  }
  return first.label ? cutAt(blocks, start, 0) : null;
}

/** `附件2` with the title below it, or `附件2：标题` with text below it. */
function annexStarts(
  blocks: readonly Block[],
  from: number,
  enclosed: boolean,
): (Cut & { type: 'annex'; prefix: string })[] {
  const starts: (Cut & { type: 'annex'; prefix: string })[] = [];
  for (let index = Math.max(from, 1); index < blocks.length; index++) {
    const block = blocks[index] as Block;
    if (!isAnnexLabel(block) || (!enclosed && from <= 0 && index < blocks.length * 0.2)) continue;
    if (index + 1 >= blocks.length || opensAnnexList(blocks, index)) continue;
    const length = titleLength(blocks, index + 1) || (isTitleLine(blocks[index + 1]) ? 1 : 0);
    const printed = parseNumber(/^附件([^：:]*)/.exec(block.words.value)?.[1] ?? '');
    starts.push({
      ...cutAt(blocks, index + 1, length),
      type: 'annex',
      prefix: `annex${printed ?? starts.length + 1}-`,
    });
  }
  return starts;
}
