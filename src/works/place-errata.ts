/** Where errata stand in their seed. */
import { marksOf, physicalLines } from '../notice/seed-text.ts';
import { CONFIDENCES, type Confidence, type Erratum } from './work.ts';

/** An erratum with its place in the decoded seed. */
export interface PlacedErratum {
  erratum: Erratum;
  /** Offset of the first unit of `from`. */
  start: number;
  /** Offset behind its last; line wraps in between do not count. */
  end: number;
}

/** An erratum that does not fit its seed. */
export interface Misfit {
  /** In the list of the sidecar. */
  index: number;
  /** The key to be mended. */
  key: 'line' | 'from' | 'occurrence';
  ruleId: 'erratum';
  reason: string;
  note: string;
}

/**
 * Finds the words of each erratum: they begin on its line and may run on across line wraps; white space and Markdown marks do not count.
 * @param seed decoded
 * @param errata of its sidecar
 * @returns those that were found, in the order of the seed, and what is wrong with the others
 */
export function placeErrata(
  seed: string,
  errata: readonly Erratum[],
): { placed: PlacedErratum[]; misfits: Misfit[] } {
  const words = wordsOf(seed);
  const lines = physicalLines(seed);
  const placed: PlacedErratum[] = [];
  const misfits: Misfit[] = [];
  for (const [index, erratum] of errata.entries()) {
    const line = lines[erratum.line - 1];
    const found = line ? occurrences(words, squeeze(erratum.from), line.start, line.end) : [];
    const wanted = erratum.occurrence ?? 1;
    const hit = found[wanted - 1];
    const misfit = line ? misfitOf(erratum, found.length) : outside(erratum, lines.length);
    const other = hit && placed.find(({ start, end }) => start < hit.end && hit.start < end);
    if (misfit) misfits.push({ index, ruleId: 'erratum', ...misfit });
    else if (other) misfits.push({ index, ruleId: 'erratum', ...crossing(erratum, other.erratum) });
    else if (hit) placed.push({ erratum, ...hit });
  }
  return { placed: placed.sort((one, two) => one.start - two.start), misfits };
}

/**
 * Whether an erratum changes the corrected reading.
 * @param erratum from a sidecar
 * @param apply the threshold the sidecar states
 */
export function applies({ to, confidence }: Erratum, apply: Confidence | null): boolean {
  return (
    to !== null && apply !== null && CONFIDENCES.indexOf(confidence) >= CONFIDENCES.indexOf(apply)
  );
}

type Mistake = Omit<Misfit, 'index' | 'ruleId'>;

function misfitOf({ line, from, occurrence }: Erratum, found: number): Mistake | null {
  if (found === 0) {
    return {
      key: 'from',
      reason: `“${from}” does not begin on line ${line} of the seed. 原文该行没有这些字。`,
      note: 'Copy the words from the seed as they are printed, and count its lines as an editor does.',
    };
  }
  if (occurrence === null && found > 1) {
    return {
      key: 'from',
      reason: `“${from}” stands ${found} times on line ${line} of the seed. 该行有多处相同文字。`,
      note: 'Add more of the words around it, or say which one: occurrence: 2',
    };
  }
  if ((occurrence ?? 1) > found) {
    return {
      key: 'occurrence',
      reason: `“${from}” stands only ${found} time(s) on line ${line} of the seed. 该行没有这么多处。`,
      note: 'Count again from the beginning of the line.',
    };
  }
  return null;
}

function outside({ line }: Erratum, lines: number): Mistake {
  return {
    key: 'line',
    reason: `The seed has ${lines} lines, no line ${line}. 原文没有这一行。`,
    note: 'Count its lines as an editor does.',
  };
}

function crossing(erratum: Erratum, other: Erratum): Mistake {
  return {
    key: 'from',
    reason: `“${erratum.from}” overlaps with “${other.from}”, for which another erratum is recorded. 勘误范围重叠。`,
    note: 'Shorten one of the two, or make one erratum of them.',
  };
}

/** The units of a seed that are words, with their offsets. */
interface SeedWords {
  value: string;
  at: number[];
}

function wordsOf(seed: string): SeedWords {
  const kept: string[] = [];
  const at: number[] = [];
  for (const line of physicalLines(seed)) {
    const { offsets } = marksOf(seed, line);
    for (let offset = line.start; offset < line.end; offset++) {
      const character = seed[offset] ?? '';
      if (offsets.has(offset) || /\s/.test(character)) continue;
      kept.push(character);
      at.push(offset);
    }
  }
  return { value: kept.join(''), at };
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}

/** Every place at which words begin within a stretch of the seed. */
function occurrences(
  { value, at }: SeedWords,
  words: string,
  from: number,
  to: number,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let index = value.indexOf(words); index >= 0; index = value.indexOf(words, index + 1)) {
    const start = at[index] ?? 0;
    if (start >= from && start < to)
      found.push({ start, end: (at[index + words.length - 1] ?? start) + 1 });
  }
  return found;
}
