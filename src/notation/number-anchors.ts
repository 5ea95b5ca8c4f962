/** From printed numbers to anchors (DESIGN, “Anchors”); position in the text decides only where nothing is printed. */
import { anchorPart, formatAnchor, hasNumbers, type Anchor, type AnchorPart } from './anchor.ts';
import type { Scheme } from './labels.ts';
import { narrow } from './normalize/words.ts';

/** What numbers a unit. */
export interface UnitNumber {
  scheme: Scheme;
  ordinal: number;
  /** As printed; read where the numbering is decimal: `1.1.2`. */
  label: string;
}

/**
 * The units of the anchor of a numbered unit: `s1-2-3`, `c1`, `c1-j1`, `a12`, `a12-1`.
 * @param unit what is printed before it
 * @param parent units of the anchor of the unit around it; none at the top
 */
export function unitParts(unit: UnitNumber, parent: readonly AnchorPart[]): AnchorPart[] {
  const { scheme, ordinal } = unit;
  switch (scheme) {
    case 'part':
      return [anchorPart('b', ordinal)];
    case 'chapter':
      return [...(parent[0]?.name === 'b' ? parent : []), anchorPart('c', ordinal)];
    case 'subchapter':
      return [...parent, anchorPart('j', ordinal)];
    case 'article':
      // articles are numbered through all chapters
      return [anchorPart('a', ordinal)];
    case 'decimal':
      return decimalParts(unit.label, parent);
    default:
      return [...parent, ...numbered([ordinal], parent)];
  }
}

/** Numbers below others go on without a sign. */
function numbered(ordinals: readonly number[], parent: readonly AnchorPart[]): AnchorPart[] {
  const sign = hasNumbers(parent) ? '' : 's';
  return ordinals.map((ordinal, at) => anchorPart(at === 0 ? sign : '', ordinal));
}

/** 1.1.2 is s1-1-2, whether or not its parents are units of their own. */
function decimalParts(label: string, parent: readonly AnchorPart[]): AnchorPart[] {
  const ordinals = narrow(label).match(/\d+/g)?.map(Number) ?? [];
  const own = isHolder(parent, ordinals.slice(0, -1)) ? ordinals.slice(-1) : ordinals;
  return [...parent, ...numbered(own, parent)];
}

/** Whether a unit has just these numbers; that it may be printed twice itself does not count. */
function isHolder(parent: readonly AnchorPart[], ordinals: readonly number[]): boolean {
  if (!hasNumbers(parent)) return false;
  const from = parent.findIndex(({ name }) => name === 's' || name === 'a');
  const numbers = parent.slice(from);
  return (
    numbers.length === ordinals.length &&
    numbers.every(
      ({ name, number, repetition }, at) =>
        number === ordinals[at] &&
        (at === 0 || name === '') &&
        (repetition === null || at === numbers.length - 1),
    )
  );
}

/** The anchors given on one page. */
export class UniqueAnchors {
  readonly #given = new Map<string, number>();

  /**
   * Gives an anchor away.
   * @returns the anchor itself, or with `.2`, `.3` … when it was given before
   */
  take(anchor: Anchor): Anchor {
    const written = formatAnchor(anchor);
    const count = (this.#given.get(written) ?? 0) + 1;
    this.#given.set(written, count);
    return count === 1 ? anchor : this.take(repeated(anchor, count));
  }
}

function repeated({ body, parts }: Anchor, repetition: number): Anchor {
  return {
    body,
    parts: parts.map((part, at) => (at === parts.length - 1 ? { ...part, repetition } : part)),
  };
}
