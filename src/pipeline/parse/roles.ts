/** The blocks of a body that are no clauses: annex note, signature, date, note (GB/T 9704-2012, 7.3.4–7.3.7). */
import { findDate, readDate } from '../../notation/dates.ts';
import { isOfficer, isOrgan } from '../../notation/organs.ts';
import { endsParagraph } from '../../notation/punctuation.ts';
import type { Block } from '../scan/scan.ts';

type Role = 'text' | 'annexNote' | 'signature' | 'date' | 'note';

/** Neighbouring blocks of one role. */
export interface Run {
  role: Role;
  blocks: Block[];
}

/** Joint notices have up to some twenty issuers. */
const SIGNERS = 24;
const LONGEST_NAME = 24;

/**
 * Gives every block of a body its role.
 * @param blocks of a letter, an enclosure or an annex
 * @param isLetter a letter is signed anywhere, other bodies only at their end
 */
export function readRoles(blocks: readonly Block[], isLetter: boolean): Run[] {
  const roles = new Map<Block, Role>();
  const date = isLetter ? dateIndex(blocks) : closingDate(blocks);
  if (date >= 0) {
    roles.set(blocks[date] as Block, 'date');
    for (const signer of signersAbove(blocks, date)) roles.set(signer, 'signature');
    for (const note of notesBelow(blocks, date)) roles.set(note, 'note');
  }
  for (const note of annexNote(blocks, roles)) roles.set(note, 'annexNote');
  const first = blocks[0];
  if (first && date !== 0 && isPassingNote(first.words.value)) roles.set(first, 'date');
  return runs(blocks, roles);
}

/** A document that is signed and dated at its very end, as if it were the letter. */
function closingDate(blocks: readonly Block[]): number {
  const last = blocks.length - 1;
  const isSigned =
    readDate(blocks[last]?.words.value ?? '') !== null &&
    isSigner(blocks[last - 1]?.words.value ?? '');
  return isSigned ? last : -1;
}

function runs(blocks: readonly Block[], roles: ReadonlyMap<Block, Role>): Run[] {
  const found: Run[] = [];
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
    (/(?:通过|发布|公布|批准|施行|修订|修正)[）)]?$/.test(value) || readDate(value) !== null) &&
    !value.includes('。')
  );
}

/** 成文日期: the first line that is a date below signers; else the first below finished text. */
export function dateIndex(blocks: readonly Block[]): number {
  const isDate = ({ words, label }: Block): boolean => !label && readDate(words.value) !== null;
  const signed = blocks.findIndex(
    (block, index) => isDate(block) && isSigner(blocks[index - 1]?.words.value ?? ''),
  );
  if (signed >= 0) return signed;
  return blocks.findIndex((block, index) => {
    const above = blocks[index - 1];
    if (!above || !isDate(block) || /^[（(]|。$/.test(block.words.value)) return false;
    const isBehindText =
      endsParagraph(above.words.value) ||
      above.label !== null ||
      /附件|[）)》]$/.test(above.words.value);
    return isBehindText || index === blocks.length - 1;
  });
}

const isSigner = (value: string): boolean => isOrgan(value) || isOfficer(value);

/**
 * 发文机关署名: the lines right above the date that name organs. Among names that are known as organs a short line without marks is one too
 * (joint issuers of all kinds).
 */
function signersAbove(blocks: readonly Block[], date: number): Block[] {
  let first = date;
  for (let index = date - 1; index >= Math.max(0, date - SIGNERS); index--) {
    const block = blocks[index];
    if (!block || block.label || block.level > 0 || !mayBeName(block.words.value)) break;
    if (isSigner(block.words.value)) first = index;
  }
  return blocks.slice(first, date);
}

function mayBeName(value: string): boolean {
  return isSigner(value) || (value.length <= LONGEST_NAME && !/[，。；：！？、,;:0-9]/.test(value));
}

/** 附注: `（此件公开发布）`, right below the date. */
function notesBelow(blocks: readonly Block[], date: number): Block[] {
  const end = blocks.findIndex(
    ({ words: { value } }, index) => index > date && !/^[（(].{2,120}[）)]$/.test(value),
  );
  return blocks.slice(date + 1, end < 0 ? blocks.length : end);
}

/** 附件说明: `附件：1.…` with its list, up to the signature or the next paragraph of prose. */
function annexNote(blocks: readonly Block[], roles: ReadonlyMap<Block, Role>): Block[] {
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

function isListed({ words: { value }, label }: Block, ordinal: number): boolean {
  if (value.endsWith('。')) return false;
  return (
    /^附件[0-9]{1,2}[：:]/.test(value) ||
    (label?.scheme === 'arabic' && label.ordinals[0] === ordinal)
  );
}

/**
 * Whether a bare 附件： line stands above a list of names, not above an annex: all that follows up to the closing are
 * numbered lines.
 * @param blocks of a letter
 * @param index of the line
 */
export function opensAnnexList(blocks: readonly Block[], index: number): boolean {
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
