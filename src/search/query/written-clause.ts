/** Numbers of clauses as people write them: `二（三）13`, `第十二条`, `第二部分第（三）项第13条`, `2-3-13`. */
import {
  anchorPart,
  formatAnchor,
  isClauseAnchor,
  MAIN_BODY,
  parseAnchor,
  type UnitSign,
} from '../../notation/anchor.ts';
import { parseNumber } from '../../notation/numerals.ts';

/** One number of a clause. */
export interface WrittenUnit {
  ordinal: number;
  /** The word behind it (章, 条, 部分 …), `(` for a number in brackets, empty for a bare one. */
  kind: string;
}

const COUNT = '(?:[一二三四五六七八九十百〇零]{1,7}|\\d{1,3})';
const UNIT = new RegExp(
  `(?:第(\\(${COUNT}\\)|${COUNT})(编|部分|章|节|条|项|目)|\\((${COUNT})\\)|(${COUNT}))[、,.\\-—\\s]*`,
  'uy',
);

/**
 * The numbers a text begins with.
 *
 * @param text from `cleanInput`
 * @returns them, and what stands behind
 */
export function readUnits(text: string): { units: WrittenUnit[]; rest: string } {
  const units: WrittenUnit[] = [];
  let end = 0;
  UNIT.lastIndex = 0;
  for (let match = UNIT.exec(text); match; match = UNIT.exec(text)) {
    const [, named, kind, bracketed, bare = ''] = match;
    const ordinal = parseNumber((named ?? bracketed ?? bare).replace(/[()]/g, ''));
    if (ordinal === null) break;
    units.push({ ordinal, kind: kind ?? (bracketed === undefined ? '' : '(') });
    end = UNIT.lastIndex;
  }
  return { units, rest: text.slice(end) };
}

/**
 * The anchors that a text may mean, the likeliest first; none when it is anything else.
 *
 * @param text from `cleanInput`
 */
export function anchorsOfUnits(text: string): string[] {
  const anchor = parseAnchor(text);
  if (anchor && isClauseAnchor(anchor)) return [text];
  // 统一 is a word and no clause of 统.
  if (/^[一二三四五六七八九十百]$/.test(text)) return [];
  const { units, rest } = readUnits(text);
  return rest === '' ? anchorsFor(units) : [];
}

/** Signs of the units that stand around the numbers proper. */
const HOLDER_SIGNS: Record<string, UnitSign> = { 编: 'b', 章: 'c', 节: 'j' };

/** The anchors that numbers may mean, the likeliest first. */
export function anchorsFor(units: readonly WrittenUnit[]): string[] {
  const article = units.findIndex(({ kind }) => kind === '条');
  if (article <= 0) return units.length === 0 ? [] : [anchorOf(units)];
  // Articles are numbered through: the chapter in front of one is no part of its address. 第二部分第13条 is no article.
  const own = anchorOf(units.slice(article));
  const inChapters = units.slice(0, article).every(({ kind }) => kind in HOLDER_SIGNS);
  return inChapters ? [own] : [anchorOf(units), own];
}

function anchorOf(units: readonly WrittenUnit[]): string {
  const first = units.findIndex(({ kind }) => !(kind in HOLDER_SIGNS));
  const signOf = (kind: string, at: number): UnitSign =>
    HOLDER_SIGNS[kind] ?? (at !== first ? '' : kind === '条' ? 'a' : 's');
  const parts = units.map(({ ordinal, kind }, at) => anchorPart(signOf(kind, at), ordinal));
  return formatAnchor({ body: MAIN_BODY, parts });
}
