/** Numbers of clauses as people write them: `二（三）13`, `第十二条`, `第二部分第（三）项第13条`, `2-3-13`. */
import { parseNumber } from '../../notation/numerals.ts';

/** One number of a clause. */
export interface WrittenUnit {
  ordinal: number;
  /** The word behind it (章, 条, 部分 …), `(` for a number in brackets, empty for a bare one. */
  kind: string;
}

const count = '(?:[一二三四五六七八九十百〇零]{1,7}|\\d{1,3})';
const unit = new RegExp(
  `(?:第(\\(${count}\\)|${count})(编|部分|章|节|条|项|目)|\\((${count})\\)|(${count}))[、,.\\-—\\s]*`,
  'uy',
);

/** An anchor as it stands in an address: `s2-3-13`, `c1-j1`, `letter-s1-2`, `s1-2-p3`, `s1-15.2`. */
const anchor = /^(?:(?:letter|annex\d*|enc\d+)-)?[abcps]\d+(?:\.\d+)?(?:-[acjps]?\d+(?:\.\d+)?)*$/;

/** Whether a text has the form of an anchor. @param text from `plain` */
export function isAnchor(text: string): boolean {
  return anchor.test(text);
}

/**
 * What a text may be as an anchor, the surest first: as it stands, with `_` and dashes for hyphens, and with dots for
 * them too. `s1-15.2` has a dot of its own, so a page is asked for each in turn.
 *
 * @param text from `plain`: `s2_3`, `s2–3`, `s2.3-`
 */
export function anchorSpellings(text: string): string[] {
  const hyphens = (marks: RegExp) => text.replace(marks, '-').replace(/^-+|-+$/g, '');
  return [text, hyphens(/[_‐-―−-]+/g), hyphens(/[_.‐-―−-]+/g)];
}

/**
 * The numbers a text begins with.
 *
 * @param text from `plain`
 * @returns them, and what stands behind
 */
export function readUnits(text: string): { units: WrittenUnit[]; rest: string } {
  const units: WrittenUnit[] = [];
  let end = 0;
  unit.lastIndex = 0;
  for (let match = unit.exec(text); match; match = unit.exec(text)) {
    const [, named, kind, bracketed, bare = ''] = match;
    const ordinal = parseNumber((named ?? bracketed ?? bare).replace(/[()]/g, ''));
    if (ordinal === null) break;
    units.push({ ordinal, kind: kind ?? (bracketed === undefined ? '' : '(') });
    end = unit.lastIndex;
  }
  return { units, rest: text.slice(end) };
}

/**
 * The anchors that a text may mean, the likeliest first; none when it is anything else.
 *
 * @param text from `plain`
 */
export function anchorsOfUnits(text: string): string[] {
  if (isAnchor(text)) return [text];
  // 统一 is a word and no clause of 统.
  if (/^[一二三四五六七八九十百]$/.test(text)) return [];
  const { units, rest } = readUnits(text);
  return rest === '' ? anchorsFor(units) : [];
}

/** Units around the numbers proper. */
const around: Record<string, string> = { 编: 'b', 章: 'c', 节: 'j' };

/** The anchors that numbers may mean, the likeliest first. */
export function anchorsFor(units: readonly WrittenUnit[]): string[] {
  const article = units.findIndex(({ kind }) => kind === '条');
  if (article <= 0) return units.length === 0 ? [] : [join(units)];
  // Articles are numbered through: the chapter in front of one is no part of its address. 第二部分第13条 is no article.
  const own = join(units.slice(article));
  const inChapters = units.slice(0, article).every(({ kind }) => kind in around);
  return inChapters ? [own] : [join(units), own];
}

function join(units: readonly WrittenUnit[]): string {
  let first = true;
  const parts = units.map(({ ordinal, kind }) => {
    const holder = around[kind];
    if (holder !== undefined) return holder + String(ordinal);
    const letter = first ? (kind === '条' ? 'a' : 's') : '';
    first = false;
    return letter + String(ordinal);
  });
  return parts.join('-');
}
