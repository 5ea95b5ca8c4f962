/** The words of the page of a seed (原文). */
import { UNSEEN } from '../../notation/normalize/invisible.ts';
import type { Standing, Unaddressed } from '../../records/seed-lines.ts';
import type { ResidueKind } from '../../model/vocabulary.ts';

const ELEMENT_NAMES: Record<Unaddressed, string> = {
  masthead: '发文机关标志',
  number: '发文字号',
  title: '标题',
  addressees: '主送机关',
  imprint: '版记',
  letter: '正文标题',
  enclosure: '印发文件标题',
  annex: '附件标题',
};

/** What is no text of the notice, by kind. */
export const RESIDUE_NAMES: Record<ResidueKind, string> = {
  'page-number': '页码',
  'running-head': '页眉页脚',
  rule: '横线',
  web: '网页文字',
  metadata: '网页信息',
};

/**
 * What stands on a line, where it is no clause.
 * @returns null for one that has an address
 */
export function standingName(standing: Standing): string | null {
  if ('anchor' in standing) return null;
  return 'element' in standing
    ? ELEMENT_NAMES[standing.element]
    : `非正文：${RESIDUE_NAMES[standing.residue]}`;
}

/** A run of a line: plain, or one character that shows nothing of itself. */
export interface LineRun {
  text: string;
  /** Its code point, `U+200B`; null: plain. */
  code: string | null;
}

/** A tab is seen. */
const ONE_UNSEEN = new RegExp(`((?!\\t)${UNSEEN})`, 'u');

/**
 * A line with its unseen characters set apart, so that they can be shown; joined again it is the same.
 * @param line of a seed
 * @param isMarked whether a byte order mark stands before it, which is no part of the line
 */
export function runsOf(line: string, isMarked = false): LineRun[] {
  const runs = line
    .split(ONE_UNSEEN)
    .map((text, at) => ({ text, code: at % 2 === 1 ? codeOf(text) : null }))
    .filter(({ text }) => text !== '');
  return isMarked ? [{ text: '', code: 'BOM' }, ...runs] : runs;
}

function codeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${code.padStart(4, '0')}`;
}
