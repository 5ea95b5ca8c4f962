/** Messages about errata that do not fit their seed. */
import type { SeedPassage } from './search-seed.ts';
import type { Erratum } from './sidecar-schema.ts';

/** A mistake in an erratum. */
export interface ErratumMisfit {
  /** In the list of the sidecar. */
  index: number;
  /** The key to be corrected. */
  key: 'line' | 'from' | 'occurrence';
  ruleId: 'erratum';
  /** A warning: it was placed elsewhere, because only one place is possible. */
  severity: 'error' | 'warning';
  reason: string;
  note: string;
}

export type ErratumMessage = Omit<ErratumMisfit, 'index' | 'ruleId'>;

/** It was placed where its words stand now. @param found every place that has them */
export function moved(
  { line, from }: Erratum,
  place: SeedPassage,
  found: readonly SeedPassage[],
): ErratumMessage {
  const isOne = found.filter((each) => each.line === place.line).length === 1;
  return {
    key: 'line',
    severity: 'warning',
    reason: `“${from}” stands on line ${place.line} of the seed now, not on line ${line}; it is taken from there. 原文行号已变动。`,
    note: `Write line: ${place.line}${isOne ? '' : `, occurrence: ${place.occurrence}`}`,
  };
}

/** Its words are not there. @param found every place that has them @param lines of the seed */
export function missing(
  { line, from, occurrence }: Erratum,
  found: readonly SeedPassage[],
  lines: number,
): ErratumMessage {
  const own = found.filter((place) => place.line === line).length;
  const candidates = [...new Set(found.map((place) => place.line))];
  const hint =
    candidates.length === 0
      ? 'Copy the words from the seed as they are printed, and count its lines as an editor does.'
      : `The words stand on line ${candidates.join(', ')}: write the one that is meant, with occurrence where a line has several, or add more of the words around it.`;
  const at = { severity: 'error', note: hint } as const;
  if (own > 0) {
    return {
      ...at,
      key: 'occurrence',
      reason: `“${from}” stands only ${own} time(s) on line ${line} of the seed, not ${occurrence ?? 1}. 该行没有这么多处。`,
    };
  }
  return line > lines
    ? {
        ...at,
        key: 'line',
        reason: `The seed has ${lines} lines, no line ${line}. 原文没有这一行。`,
      }
    : {
        ...at,
        key: 'from',
        reason: `“${from}” does not begin on line ${line} of the seed. 原文该行没有这些字。`,
      };
}

/** Its words are there several times. */
export function unclear({ line, from }: Erratum, count: number): ErratumMessage {
  return {
    key: 'from',
    severity: 'error',
    reason: `“${from}” stands ${count} times on line ${line} of the seed. 该行有多处相同文字。`,
    note: 'Add more of the words around it, or say which one: occurrence: 2',
  };
}

/** Its words belong to another erratum. */
export function crossing(erratum: Erratum, other: Erratum): ErratumMessage {
  return {
    key: 'from',
    severity: 'error',
    reason: `“${erratum.from}” overlaps with “${other.from}”, for which another erratum is recorded. 勘误范围重叠。`,
    note: 'Shorten one of the two, or make one erratum of them.',
  };
}
