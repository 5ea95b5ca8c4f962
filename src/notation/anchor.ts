/**
 * Anchors: the addresses of clauses on their page (DESIGN, “Anchors”). The one place that knows how they are written:
 *
 *     anchor     = [ "letter-" | "enc" N "-" | "annex" N "-" ] ( units [ "-p" N ] | "p" N | block [ "-p" N ] )
 *     units      = unit *( "-" unit )        s2-3-13   c1-j1   a12-1
 *     unit       = [ "b" | "c" | "j" | "a" | "s" | "x" ] N
 *     block      = "annex-note" | "annex-label" | "signature" | "date" | "note" | "imprint" | "title"
 *
 * Every unit, `p` and block may be followed by `.2`, `.3` …: the same printed number once more on the page.
 */

/** The part of a notice that an anchor stands in. `main`, without a prefix: the enclosure, or a notice that carries none. */
export interface AnchorBody {
  kind: 'main' | 'letter' | 'enc' | 'annex';
  /** Of a second enclosure (`enc2-`) or an annex; null for others. */
  number: number | null;
}

/**
 * Signs of numbered units: 编, 章, 节, 条, the outermost other number, a section without a number (of works only); empty for a number
 * below one of 条 or of an outermost number.
 */
export type UnitSign = 'b' | 'c' | 'j' | 'a' | 's' | 'x' | '';

/** Blocks that have a name instead of a number, and what they are called (GB/T 9704-2012, 7.3). */
export const BLOCK_NAMES = {
  'annex-note': '附件说明',
  'annex-label': '附件标识',
  signature: '发文机关署名',
  date: '成文日期',
  note: '附注',
  imprint: '版记',
  title: '标题',
} as const;

export type BlockAnchor = keyof typeof BLOCK_NAMES;

/** What stands between two hyphens of an anchor: `s2`, `13`, `15.2`, `p3`, `annex-note`. */
export interface AnchorPart {
  /** `p`: a paragraph by its position. */
  name: UnitSign | 'p' | BlockAnchor;
  /** Null of a block. */
  number: number | null;
  /** 2 of `s1-15.2`; null where the number comes for the first time. */
  repetition: number | null;
}

/** An anchor taken apart. */
export interface Anchor {
  body: AnchorBody;
  /** At least one. */
  parts: readonly AnchorPart[];
}

/** The body without a prefix. */
export const MAIN_BODY: AnchorBody = { kind: 'main', number: null };

const PREFIX = /^(?:(letter)|(enc|annex)(\d+))-/;
const PART = new RegExp(
  `(?:(${Object.keys(BLOCK_NAMES).join('|')})|([abcjpsx]?)(\\d+))(?:\\.(\\d+))?(?:-|$)`,
  'y',
);

/**
 * Takes an anchor apart.
 * @param text `s2-3-13`, `letter-p1`, `annex2-s1-15.2`
 * @returns null for anything that is no anchor
 */
export function parseAnchor(text: string): Anchor | null {
  const [prefix = '', letter, kind, number] = PREFIX.exec(text) ?? [];
  const body: AnchorBody =
    letter === undefined && kind === undefined
      ? MAIN_BODY
      : { kind: (letter ?? kind) as AnchorBody['kind'], number: numberOf(number) };
  const anchor = { body, parts: partsFrom(text, prefix.length) };
  // `s01` and `s1-` are read like `s1`, and are no anchors
  return isAnchor(anchor) && formatAnchor(anchor) === text ? anchor : null;
}

function partsFrom(text: string, start: number): AnchorPart[] {
  const parts: AnchorPart[] = [];
  PART.lastIndex = start;
  for (let match = PART.exec(text); match; match = PART.exec(text)) {
    const [, block, sign, number, repetition] = match;
    parts.push({
      name: (block ?? sign ?? '') as AnchorPart['name'],
      number: numberOf(number),
      repetition: numberOf(repetition),
    });
  }
  return parts;
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** @returns the anchor as it stands in an address */
export function formatAnchor({ body, parts }: Anchor): string {
  return formatPrefix(body) + parts.map(formatPart).join('-');
}

function formatPrefix({ kind, number }: AnchorBody): string {
  return kind === 'main' ? '' : `${kind}${number ?? ''}-`;
}

function formatPart({ name, number, repetition }: AnchorPart): string {
  return `${name}${number ?? ''}${repetition === null ? '' : `.${repetition}`}`;
}

/** Whether parts that were read make up an anchor that a notice or a work can have. */
function isAnchor({ body, parts }: Anchor): boolean {
  const [first] = parts;
  const last = lastPart(parts);
  if (!first || (body.kind === 'enc' && (body.number ?? 0) < 2)) return false;
  if (parts.some(({ number, repetition }) => number === 0 || (repetition ?? 2) < 2)) return false;
  if (first.name === 'p') return parts.length === 1;
  // the first paragraph of a unit shares its anchor
  const hasParagraph = last?.name === 'p' && (last.number ?? 0) > 1;
  const units = hasParagraph ? parts.slice(0, -1) : parts;
  return isBlock(first.name)
    ? units.length === 1 && canHold(body, first.name)
    : units.every(({ name }, at) => canFollow(name, units.slice(0, at)));
}

function isBlock(name: AnchorPart['name']): name is BlockAnchor {
  return name in BLOCK_NAMES;
}

/** Signature, date and notes of a letter are the notice's own and have no prefix; so has the imprint. Titles are of other bodies. */
function canHold({ kind }: AnchorBody, block: BlockAnchor): boolean {
  if (block === 'title') return kind === 'enc' || kind === 'annex';
  return kind === 'main' || (kind !== 'letter' && block !== 'imprint');
}

function canFollow(name: AnchorPart['name'], units: readonly AnchorPart[]): boolean {
  switch (name) {
    case 'a':
    case 'b':
      return units.length === 0;
    case 'c':
      return units.length === 0 || units[0]?.name === 'b';
    case 's':
      return !hasNumbers(units);
    case '':
      return hasNumbers(units);
    default:
      return name === 'j' || name === 'x';
  }
}

/** Whether some unit counts with `s` or `a` already, so that the numbers below it need no sign. */
export function hasNumbers(units: readonly AnchorPart[]): boolean {
  return units.some(({ name }) => name === 's' || name === 'a');
}

/** @returns the last part; scripts of pages cannot use `at` (Chromium 90) */
export function lastPart(parts: readonly AnchorPart[]): AnchorPart | undefined {
  return parts[parts.length - 1];
}

/** @returns a part that comes for the first time: `s2` */
export function anchorPart(name: AnchorPart['name'], number: number | null = null): AnchorPart {
  return { name, number, repetition: null };
}

/** Whether an anchor means a numbered unit or a paragraph of a notice: no block with a name, no section without a number. */
export function isClauseAnchor({ parts }: Anchor): boolean {
  return parts.every(({ name }) => name !== 'x' && !isBlock(name));
}

/** What the block of an anchor is called: 成文日期; null when it means no block. */
export function blockName({ parts: [first] }: Anchor): string | null {
  return first && isBlock(first.name) ? BLOCK_NAMES[first.name] : null;
}

/** What the body of an anchor is called. The main one needs no name: it is what a notice is cited for. */
export function bodyName({ kind, number }: AnchorBody): string {
  if (kind === 'letter') return '通知正文';
  return kind === 'annex' ? `附件${number ?? ''}` : '';
}

/** The anchors that may hold a clause, by its own one: `s2-3-13` → `s2-3`, `s2`. */
export function ancestorsOf({ body, parts }: Anchor): Anchor[] {
  return parts
    .slice(1)
    .map((_, at) => ({ body, parts: parts.slice(0, at + 1) }))
    .reverse();
}

/**
 * What a text may be as an anchor, the surest first: as it stands, with `_` and dashes for hyphens, and with dots for
 * them too. `s1-15.2` has a dot of its own, so a page is asked for each in turn.
 *
 * @param text cleaned: `s2_3`, `s2–3`, `s2.3-`
 */
export function anchorSpellings(text: string): string[] {
  const hyphens = (marks: RegExp) => text.replace(marks, '-').replace(/^-+|-+$/g, '');
  return [text, hyphens(/[_‐-―−-]+/g), hyphens(/[_.‐-―−-]+/g)];
}
