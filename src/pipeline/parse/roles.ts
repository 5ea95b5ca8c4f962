/** The blocks of a body that are no clauses: annex note, signature, date, note (GB/T 9704-2012, 7.3.4–7.3.7). */
import { findDate, readDate } from '../../notation/dates.ts';
import { isOrgan } from '../../notation/organs.ts';
import type { TextBlock } from '../scan/scan.ts';
import { closingDate, dateIndex, signersAbove } from './closing.ts';

type Role = 'text' | 'annexNote' | 'signature' | 'date' | 'note';

/** Neighbouring blocks of one role. */
export interface BlockRun {
  role: Role;
  blocks: TextBlock[];
}

/**
 * Gives every block of a body its role.
 * @param blocks of a letter, an enclosure or an annex
 * @param isLetter a letter is signed anywhere, other bodies only at their end
 */
export function readRoles(blocks: readonly TextBlock[], isLetter: boolean): BlockRun[] {
  const roles = new Map<TextBlock, Role>();
  const date = isLetter ? dateIndex(blocks) : closingDate(blocks);
  if (date >= 0) {
    roles.set(blocks[date] as TextBlock, 'date');
    for (const signer of signersAbove(blocks, date)) roles.set(signer, 'signature');
    for (const note of notesBelow(blocks, date)) roles.set(note, 'note');
  }
  for (const note of annexNote(blocks, roles)) roles.set(note, 'annexNote');
  if (date !== 0) for (const note of passingNotes(blocks)) roles.set(note, 'date');
  return runs(blocks, roles);
}

/** 题注: how a law was passed, then how it was approved and amended. */
function passingNotes(blocks: readonly TextBlock[]): TextBlock[] {
  const [first] = blocks;
  if (!first || !isPassingNote(first.words.value)) return [];
  const end = blocks.findIndex(
    ({ words: { value }, label }, index) =>
      index > 0 && (label !== null || !(isPassingNote(value) || isAmendment(value))),
  );
  return blocks.slice(0, end < 0 ? 1 : end);
}

function runs(blocks: readonly TextBlock[], roles: ReadonlyMap<TextBlock, Role>): BlockRun[] {
  const found: BlockRun[] = [];
  for (const block of blocks) {
    const role = roles.get(block) ?? 'text';
    const last = found.at(-1);
    if (last?.role === role) last.blocks.push(block);
    else found.push({ role, blocks: [block] });
  }
  return found;
}

/** 题注: `（一九九〇年十二月五日）`, `2009年6月25日…会议通过` under the title. */
function isPassingNote(value: string): boolean {
  const date = findDate(value.replace(/^[（(]/, ''));
  return (
    date?.start === 0 &&
    value.length <= 200 &&
    (/(?:通过|发布|公布|批准|施行|修订|修正|令第[0-9一二三四五六七八九十]{1,4}号)[）)]?$/.test(
      value,
    ) ||
      readDate(value) !== null) &&
    !value.includes('。')
  );
}

/** `根据2020年12月30日…《关于修改…的决定》修正` */
function isAmendment(value: string): boolean {
  return /^[（(]?根据[0-9]{4}年[^。]{4,300}(?:修正|修订|修改)[）)]?$/.test(value);
}

/** 附注: `（此件公开发布）`, right below the date. */
function notesBelow(blocks: readonly TextBlock[], date: number): TextBlock[] {
  const end = blocks.findIndex(
    ({ words: { value } }, index) => index > date && !/^[（(].{2,120}[）)]$/.test(value),
  );
  return blocks.slice(date + 1, end < 0 ? blocks.length : end);
}

/** 附件说明: `附件：1.…` with its list, up to the signature or the next paragraph of prose. */
function annexNote(blocks: readonly TextBlock[], roles: ReadonlyMap<TextBlock, Role>): TextBlock[] {
  const start = blocks.findIndex(
    ({ words: { value }, label }, index) =>
      !label && (/^附件[0-9]{0,2}[：:]./.test(value) || opensAnnexList(blocks, index)),
  );
  if (start < 0) return [];
  let end = start + 1;
  for (let ordinal = opensAnnexList(blocks, start) ? 1 : 2; end < blocks.length; end++, ordinal++) {
    const block = blocks[end];
    if (!block || roles.has(block) || !isListed(block, ordinal)) break;
  }
  return blocks.slice(start, end);
}

function isListed({ words: { value }, label }: TextBlock, ordinal: number): boolean {
  if (value.endsWith('。')) return false;
  return (
    /^附件[0-9]{1,2}[：:]/.test(value) ||
    (label?.scheme === 'arabic' && label.ordinals[0] === ordinal) ||
    // `3.11.121人才清单`: digits behind the stop, so that it is no label elsewhere
    new RegExp(`^${ordinal}[.．、]`).test(value)
  );
}

/**
 * Whether a bare 附件： line stands above a list of names, not above an annex: all that follows up to the closing are
 * numbered lines.
 * @param blocks of a letter
 * @param index of the line
 */
export function opensAnnexList(blocks: readonly TextBlock[], index: number): boolean {
  if (!/^附件[：:]?$/.test(blocks[index]?.words.value ?? '')) return false;
  let next = index + 1;
  for (let block = blocks[next]; block && isListed(block, next - index); block = blocks[next])
    next++;
  const after = blocks[next];
  return (
    next > index + 1 &&
    (!after ||
      readDate(after.words.value) !== null ||
      isOrgan(after.words.value) ||
      /^[（(].*[）)]$/.test(after.words.value))
  );
}
