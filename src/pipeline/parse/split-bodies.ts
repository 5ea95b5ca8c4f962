/** Where the letter ends and where enclosures and annexes begin. */
import { MAIN_BODY, type AnchorBody } from '../../notation/anchor.ts';
import { carriedTitles, genreOf } from '../../notation/genres.ts';
import { parseNumber } from '../../notation/numerals.ts';
import { endsParagraph, isBalanced } from '../../notation/punctuation.ts';
import { foldTitle } from '../../notation/normalize/title.ts';
import { readDate } from '../../notation/dates.ts';
import { slice } from '../../model/source-text.ts';
import type { TextBlock } from '../scan/scan.ts';
import { dateIndex } from './closing.ts';
import { opensAnnexList } from './roles.ts';
import { isTitleBracket } from './title.ts';

/** One of the bodies of a notice. */
export interface Body {
  type: 'letter' | 'enclosure' | 'annex';
  /** What the anchors in it begin with. */
  anchorBody: AnchorBody;
  /** The 附件 line above the title. */
  label: TextBlock | null;
  /** The lines of the printed title. */
  title: TextBlock[];
  blocks: TextBlock[];
}

/** Where a body other than the letter begins, and what stands at its head. */
interface Cut {
  /** Index of its first block. */
  at: number;
  /** Index behind label and title. */
  end: number;
  label: TextBlock | null;
  title: TextBlock[];
}

const TITLE_LINES = 6;
const TITLE_LENGTH = 120;
/** What may be printed in front of a title: the issuer's name. */
const ISSUER_LENGTH = 40;
const ANNEX_NUMBER = '[0-9０-９一二三四五六七八九十]{0,3}';
const BARE_ANNEX = new RegExp(`^附件${ANNEX_NUMBER}[：:]?$`);
const TITLED_ANNEX = new RegExp(`^附件${ANNEX_NUMBER}[：:]?(?=\\S{2,80}$)`);

/**
 * Divides what stands between head and imprint.
 * @param blocks without head and imprint
 * @param title the notice's title, which says whether it carries other documents
 */
export function splitBodies(blocks: readonly TextBlock[], title: string): Body[] {
  if (blocks.length === 0) return [];
  const closing = dateIndex(blocks);
  const enclosures = enclosureCuts(blocks, carriedTitles(title), closing);
  const from = Math.max(closing, enclosures.at(-1)?.end ?? 0);
  const annexes = annexCuts(blocks, from, closing >= 0 || enclosures.length > 0);
  const cuts = [
    ...enclosures.map((cut, index) => ({
      ...cut,
      type: 'enclosure' as const,
      anchorBody: index === 0 ? MAIN_BODY : { kind: 'enc' as const, number: index + 1 },
    })),
    ...annexes,
  ];
  const letterEnd = cuts[0]?.at ?? blocks.length;
  const letter: Body = {
    type: 'letter',
    anchorBody: enclosures.length > 0 ? { kind: 'letter', number: null } : MAIN_BODY,
    label: null,
    title: [],
    blocks: blocks.slice(0, letterEnd),
  };
  const others = cuts.map(({ type, anchorBody, label, title: lines, end }, index) => ({
    type,
    anchorBody,
    label,
    title: lines,
    blocks: blocks.slice(end, cuts[index + 1]?.at ?? blocks.length),
  }));
  return letterEnd > 0 ? [letter, ...others] : others;
}

/** The documents a notice carries: where their titles are printed, else behind the date of the letter. */
function enclosureCuts(
  blocks: readonly TextBlock[],
  carried: readonly string[],
  closing: number,
): Cut[] {
  const stated: Cut[] = [];
  for (const title of carried) {
    const cut = statedCut(blocks, title, stated.at(-1)?.end ?? 1);
    if (cut) stated.push(cut);
  }
  if (stated.length > 0) return stated;
  const other =
    impliedCut(blocks, closing) ?? (carried.length > 0 ? untitledCut(blocks, closing) : null);
  return other ? [other] : [];
}

/** A body that begins with its title; a 附件 line above belongs to it, brackets below belong to the title. */
function cutAt(blocks: readonly TextBlock[], start: number, length: number): Cut {
  const above = blocks[start - 1];
  const label = above && BARE_ANNEX.test(above.words.value) ? above : null;
  let end = start + length;
  while (length > 0 && isTitleBracket(blocks[end]?.words.value ?? '')) end++;
  return { at: label ? start - 1 : start, end, label, title: blocks.slice(start, end) };
}

/** Whether a block can be a line of a printed title. */
function isTitleLine(block: TextBlock | undefined): boolean {
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

/** The lines that print the title which the notice's own title names. */
function statedCut(blocks: readonly TextBlock[], carried: string, from: number): Cut | null {
  const wanted = foldTitle(carried);
  for (let start = from; start < blocks.length; start++) {
    let printed = '';
    for (
      let length = 1;
      length <= TITLE_LINES && isTitleLine(blocks[start + length - 1]);
      length++
    ) {
      printed += foldTitle(blocks[start + length - 1]?.words.value ?? '');
      const next = blocks[start + length]?.words.value ?? '';
      // 工作方案（试行）: the bracket may stand on a line of its own
      const whole = isTitleBracket(next) ? printed + foldTitle(next) : printed;
      if (isSameTitle(printed, wanted) || isSameTitle(whole, wanted))
        return cutAt(blocks, start, length);
    }
  }
  return null;
}

function isSameTitle(printed: string, wanted: string): boolean {
  if (printed === wanted) return true;
  if (Math.min(printed.length, wanted.length) < 6) return false;
  const issued = printed.endsWith(wanted) && printed.length - wanted.length <= ISSUER_LENGTH;
  return (
    issued ||
    (wanted.endsWith(printed) && genreOf(printed) !== null && printed.length * 2 >= wanted.length)
  );
}

/** Behind the date and its notes. */
function behindClosing(blocks: readonly TextBlock[], closing: number): number {
  let start = closing + 1;
  while (/^[（(].*[）)]$/.test(blocks[start]?.words.value ?? '')) start++;
  return start;
}

/** Behind the date: lines that end in a genre and have text below them. */
function impliedCut(blocks: readonly TextBlock[], closing: number): Cut | null {
  if (closing < 0) return null;
  const start = behindClosing(blocks, closing);
  const length = titleLength(blocks, start);
  return length > 0 && start + length < blocks.length ? cutAt(blocks, start, length) : null;
}

/** How many lines from here are a title that ends in a genre; 0 when none. */
function titleLength(blocks: readonly TextBlock[], start: number): number {
  let title = '';
  for (let length = 1; length <= TITLE_LINES && isTitleLine(blocks[start + length - 1]); length++) {
    title += blocks[start + length - 1]?.words.value ?? '';
    if (isBalanced(title) && genreOf(title) !== null) return length;
  }
  return 0;
}

/** An enclosure whose title is not the one that was announced, or that begins with its first clause behind the date. */
function untitledCut(blocks: readonly TextBlock[], closing: number): Cut | null {
  if (closing < 0) return null;
  const start = behindClosing(blocks, closing);
  const first = blocks[start];
  if (!first) return null;
  if (!BARE_ANNEX.test(first.words.value)) return first.label ? cutAt(blocks, start, 0) : null;
  return start + 1 < blocks.length
    ? cutAt(blocks, start + 1, isTitleLine(blocks[start + 1]) ? 1 : 0)
    : null;
}

type AnnexCut = Cut & { type: 'annex'; anchorBody: AnchorBody };

/** `附件2` with the title below it, or `附件2：标题` with text below it. */
function annexCuts(blocks: readonly TextBlock[], from: number, isClosed: boolean): AnnexCut[] {
  const cuts: AnnexCut[] = [];
  for (let index = Math.max(from, 1); index + 1 < blocks.length; index++) {
    const block = blocks[index] as TextBlock;
    const cut =
      BARE_ANNEX.test(block.words.value) && !opensAnnexList(blocks, index)
        ? bareAnnex(blocks, index)
        : isClosed
          ? titledAnnex(blocks, index)
          : null;
    if (!cut) continue;
    const printed = parseNumber(/^附件([^：:]{0,3})/.exec(cut.label?.words.value ?? '')?.[1] ?? '');
    const number = printed ?? cuts.length + 1;
    cuts.push({ ...cut, type: 'annex', anchorBody: { kind: 'annex', number } });
  }
  return cuts;
}

function bareAnnex(blocks: readonly TextBlock[], index: number): Cut {
  const length = titleLength(blocks, index + 1);
  return cutAt(blocks, index + 1, length > 0 ? length : isTitleLine(blocks[index + 1]) ? 1 : 0);
}

/** One of a list of annex names (附件说明) has another name or nothing below it, an annex has its text. */
function titledAnnex(blocks: readonly TextBlock[], index: number): Cut | null {
  const block = blocks[index] as TextBlock;
  const { words, label } = block;
  const mark = label || endsParagraph(words.value) ? null : TITLED_ANNEX.exec(words.value)?.[0];
  const next = blocks[index + 1];
  if (
    mark === null ||
    mark === undefined ||
    !next ||
    next.words.value.startsWith('附件') ||
    /^[0-9]{1,2}[.．、]/.test(words.value.slice(mark.length))
  )
    return null;
  const part = (start: number, end?: number): TextBlock => ({
    ...block,
    words: slice(words, start, end),
  });
  return { at: index, end: index + 1, label: part(0, mark.length), title: [part(mark.length)] };
}
