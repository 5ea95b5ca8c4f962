import { narrow } from './normalize/words.ts';
import { NUMERAL, parseDigits, parseNumber } from './numerals.ts';

/** The numbering schemes of official documents, outermost first (GB/T 9704-2012, 7.3.3; 立法技术规范 for chapters and articles). */
export const SCHEMES = [
  'part', // 第一编 第一部分
  'chapter', // 第一章
  'subchapter', // 第一节
  'article', // 第一条
  'decimal', // 1 1.1 1.1.2
  'han', // 一、
  'han-paren', // （一）
  'arabic', // 1.
  'arabic-paren', // （1） 1）
  'circled', // ①
] as const;

export type Scheme = (typeof SCHEMES)[number];

/** The label at the start of a numbered unit. */
export interface Label {
  scheme: Scheme;
  /** As printed: `（二十三）`. */
  text: string;
  /** 23; of a decimal label every component: 1.1.2 → [1, 1, 2]. */
  ordinals: [number, ...number[]];
}

/** What follows an article that is only named: `第十二条、第十三条的规定`, `第九条改为第七条`. */
const REFERENCE = /^(?:[、，；。和与及或至规之第款项的]|(?:修?改为|中[的“]))/;

type Rule = [Scheme, RegExp];

const COUNT = `(?:${NUMERAL}{1,7}|[0-9０-９]{1,4})`;
const ARABIC = '[0-9０-９]{1,3}';
/** A full stop belongs to a label unless digits go on behind it; four digits and 年 are a year behind a label. */
const NO_DIGIT = '(?![0-9０-９](?![0-9０-９]{3}年))';

const RULES: Rule[] = [
  ['part', new RegExp(`^第(${COUNT})(?:编|部分)(?![^\\s，：:]*?[的。，])`)],
  ['chapter', new RegExp(`^第(${COUNT})章`)],
  ['subchapter', new RegExp(`^第(${COUNT})节`)],
  ['article', new RegExp(`^第(${COUNT})条`)],
  ['han', new RegExp(`^(${NUMERAL}{1,7})(?:、|[．.](?![0-9]))`)],
  ['han-paren', new RegExp(`^[（(](${NUMERAL}{1,7})[）)]、?`)],
  ['han-paren', /^([㈠-㈩])/],
  ['arabic-paren', new RegExp(`^[（(](${ARABIC})[）)]、?`)],
  ['arabic-paren', /^([⑴-⒇])/],
  ['arabic-paren', new RegExp(`^([0-9０-９]{1,2})[）)]、?`)],
  ['circled', /^([①-⑳㉑-㉟])、?/],
  ['arabic', /^([⒈-⒛])/],
  // Markdown writers put a backslash in front of a stop that is to be no list
  ['arabic', new RegExp(`^(${ARABIC}) ?(?:\\\\?[.．]${NO_DIGIT}|、)`)],
];

const DECIMAL = /^([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){1,4})[.．、]?(?![0-9０-９.．%％])/;
const DECIMAL_TOP = /^([0-9０-９]{1,2})(?=[\p{Script=Han}])/u;

/**
 * The label a text starts with.
 * @param text without white space beside Han characters: `（一）完善政策文件。`
 * @param gap index in it at which white space stood first; tells `第十条 第三方…` from `第十条第三款…`
 * @returns the label, or null. Decimal labels (`1.1.2`) are found by `readDecimal`: they need a context.
 */
export function readLabel(text: string, gap = -1): Label | null {
  for (const [scheme, rule] of RULES) {
    const match = rule.exec(text);
    const ordinal = match?.[1] === undefined ? null : ordinalOf(match[1]);
    if (
      match &&
      scheme === 'article' &&
      gap !== match[0].length &&
      REFERENCE.test(text.slice(match[0].length))
    )
      return null;
    if (match && ordinal !== null && ordinal > 0)
      return { scheme, text: match[0], ordinals: [ordinal] };
  }
  return null;
}

const NAMED_ARTICLE = new RegExp(`^第${COUNT}条`);

/**
 * Whether a text begins with an article that is only named: `第十二条规定的…`.
 * @param text without white space
 */
export function namesArticle(text: string): boolean {
  const named = NAMED_ARTICLE.exec(text)?.[0];
  return named !== undefined && REFERENCE.test(text.slice(named.length));
}

/** `㈠` is `(一)` and `⒈` is `1.` after NFKC; circled numbers become plain digits. */
function ordinalOf(text: string): number | null {
  return parseNumber(narrow(text).replace(/[().]/g, ''));
}

const BEYOND_999 = new RegExp(`^([0-9０-９]{4})(?:[.．]${NO_DIGIT}|、)`);

/**
 * The label `1000.` that a text starts with. Four digits are more often a year: it is a label only behind `999.`
 * @param text without white space beside Han characters
 * @param previous the number in front, 999 or more where it is one
 * @returns null unless the number comes right behind that one
 */
export function readLongArabic(text: string, previous: number): Label | null {
  const match = previous < 999 ? null : BEYOND_999.exec(text);
  const ordinal = match?.[1] === undefined ? null : ordinalOf(match[1]);
  return match && ordinal === previous + 1
    ? { scheme: 'arabic', text: match[0], ordinals: [ordinal] }
    : null;
}

/**
 * The decimal label a text starts with, `1.1` or `1.1.2`. Whether it is one depends on its neighbours (`4.26` is a date, `1.5亿元` an
 * amount): ask `followsDecimal`.
 * @param text without white space beside Han characters
 */
export function readDecimal(text: string): Label | null {
  const match = DECIMAL.exec(text.slice(0, 40));
  return match?.[1] ? decimal(match[0], match[1].split(/[.．]/)) : null;
}

/**
 * The top level of decimal numbering, `1 总则`: a number, white space, a heading.
 * @param text without white space beside Han characters
 */
export function readDecimalTop(text: string): Label | null {
  const match = DECIMAL_TOP.exec(text);
  return match?.[1] ? decimal(match[0], [match[1]]) : null;
}

function decimal(text: string, parts: string[]): Label | null {
  const [first, ...rest] = parts.map((part) => parseDigits(part) ?? 0);
  if (!first || rest.includes(0)) return null;
  return { scheme: 'decimal', text, ordinals: [first, ...rest] };
}

/**
 * Whether a decimal label may follow another: its first child, its next sibling, or the next of one of its ancestors.
 * @param next `[1, 2]`
 * @param previous `[1, 1, 3]`; empty at the start
 */
export function followsDecimal(next: readonly number[], previous: readonly number[]): boolean {
  const depth = next.length - 1;
  if (depth > previous.length) return false;
  const parents = next.slice(0, depth).every((ordinal, index) => ordinal === previous[index]);
  return parents && next[depth] === (previous[depth] ?? 0) + 1;
}
