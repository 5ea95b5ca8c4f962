import { hanNumeral } from '../../citation/han-numeral.ts';
import {
  formatAnchor,
  ancestorsOf,
  lastPart,
  parseAnchor,
  type Anchor,
  type AnchorPart,
} from '../../notation/anchor.ts';

/**
 * The anchors of a page that come nearest to one that is not there: the only one with that number further in (numbers
 * often run on through all parts: 二、13. is s2-3-13), the neighbours by number, the unit around.
 *
 * @param wanted `s2-3-99`
 * @param ids anchors of the page
 * @returns the likeliest first; empty when nothing is near, or what is wanted is no anchor
 */
export function nearestAnchors(wanted: string, ids: readonly string[]): string[] {
  const anchor = parseAnchor(wanted);
  if (!anchor) return [];
  const holder = ancestorsOf(anchor).find((each) => ids.includes(formatAnchor(each)));
  const around = holder ?? { body: anchor.body, parts: [] };
  const depth = around.parts.length;
  const inside = anchorsOf(ids).filter((each) => isInside(each, around));
  const [asked, ...rest] = anchor.parts.slice(depth);
  if (!asked) return [];
  const siblings = inside.filter(
    ({ parts }) => parts.length === depth + 1 && parts[depth]?.name === asked.name,
  );
  const further = rest.length > 0 ? [] : inside.filter(({ parts }) => isFurther(parts, asked));
  const only = further.length === 1 ? further : [];
  const near = [...only, ...neighbours(asked, siblings), ...(holder ? [holder] : [])];
  return [...new Set(near.map(formatAnchor))];
}

function anchorsOf(ids: readonly string[]): Anchor[] {
  return ids.map(parseAnchor).filter((each) => each !== null);
}

/** A clause of the main body without a parent is looked for in the whole notice. */
function isInside({ body, parts }: Anchor, around: Anchor): boolean {
  if (around.parts.length === 0 && around.body.kind === 'main') return true;
  const beginning = { body, parts: parts.slice(0, around.parts.length) };
  return parts.length > around.parts.length && formatAnchor(beginning) === formatAnchor(around);
}

/** Whether a clause has the number that was asked for below other numbers. */
function isFurther(parts: readonly AnchorPart[], asked: AnchorPart): boolean {
  const last = lastPart(parts);
  return (
    parts.length > 1 &&
    last?.name === '' &&
    last.number === asked.number &&
    last.repetition === asked.repetition
  );
}

/** The last one before a number and the first one behind it, the nearer one first. */
function neighbours(asked: AnchorPart, siblings: readonly Anchor[]): Anchor[] {
  const wanted = placeOf(asked);
  const sorted = siblings
    .map((anchor) => ({ anchor, place: placeOf(lastPart(anchor.parts)) }))
    .sort((one, other) => one.place - other.place);
  const before = sorted.filter(({ place }) => place <= wanted).slice(-1);
  const behind = sorted.filter(({ place }) => place > wanted).slice(0, 1);
  return [...before, ...behind]
    .sort((one, other) => Math.abs(one.place - wanted) - Math.abs(other.place - wanted))
    .map(({ anchor }) => anchor);
}

/** A number that is printed twice is sorted between itself and the next one. */
function placeOf(part: AnchorPart | undefined): number {
  return (part?.number ?? 0) + (part?.repetition ?? 0) / 1000;
}

/**
 * What people would call a clause that is not there, after one that is.
 *
 * @param wanted its anchor: `s9-4`
 * @param names what the clauses that are there are called, by anchor: `s1-1`: 第一部分第（一）项
 * @returns 第九部分第（四）项; null when there is nothing like it
 */
export function nameLike(wanted: string, names: ReadonlyMap<string, string>): string | null {
  const anchor = parseAnchor(wanted);
  if (!anchor) return null;
  const numbers = numbersOf(anchor);
  const numeral = /[一二三四五六七八九十百]+|\d+/g;
  for (const [id, name] of names) {
    const other = parseAnchor(id);
    if (!other || !isAlike(anchor, other) || name.match(numeral)?.length !== numbers.length)
      continue;
    let at = 0;
    return name.replace(numeral, (old) => numeralLike(old, numbers[at++] ?? 0));
  }
  return null;
}

/** All numbers of an anchor, in the order in which they are written. */
function numbersOf({ body, parts }: Anchor): number[] {
  return [body.number, ...parts.flatMap(({ number, repetition }) => [number, repetition])].filter(
    (each) => each !== null,
  );
}

/** Whether two anchors differ in their numbers alone. */
function isAlike(one: Anchor, other: Anchor): boolean {
  return (
    one.body.kind === other.body.kind &&
    one.parts.length === other.parts.length &&
    one.parts.every(({ name, repetition }, at) => {
      const like = other.parts[at];
      return name === like?.name && (repetition === null) === (like.repetition === null);
    })
  );
}

/** A number in the notation of another; Chinese numerals end at 99 here. */
function numeralLike(model: string, value: number): string {
  return /\d/.test(model) || value < 1 || value > 99 ? String(value) : hanNumeral(value);
}
