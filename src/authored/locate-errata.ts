/** Where errata stand in their seed. */
import {
  crossing,
  missing,
  moved,
  unclear,
  type ErratumMisfit,
  type ErratumMessage,
} from './errata-messages.ts';
import { searchedSeed, type SeedPassage } from './search-seed.ts';
import { CONFIDENCES, type Confidence } from '../model/vocabulary.ts';
import type { Erratum } from './sidecar-schema.ts';

/** An erratum with its place in the decoded seed. */
export interface LocatedErratum {
  erratum: Erratum;
  /** Offset of the first unit of `from`. */
  start: number;
  /** Offset behind its last; line wraps in between do not count. */
  end: number;
}

/** An erratum and what was found of it. */
interface Case {
  erratum: Erratum;
  index: number;
  /** Every place that has its words. */
  found: readonly SeedPassage[];
  hit?: SeedPassage | undefined;
  mistake?: ErratumMessage;
}

/**
 * Finds the words of each erratum: they begin on its line and may run on across line wraps; white space and Markdown marks do not count. Lines change when
 * a seed is wrapped anew or something is put in above: words that are not on their line are looked for elsewhere, and taken where only one place is possible.
 * @param seed decoded
 * @param errata of its sidecar
 * @returns those that were found, in the order of the seed, and what is wrong with the others, or with their line
 */
export function locateErrata(
  seed: string,
  errata: readonly Erratum[],
): { placed: LocatedErratum[]; misfits: ErratumMisfit[] } {
  const { lines, placesOf } = searchedSeed(seed);
  const alone = errata.map((erratum, index) => {
    const found = placesOf(erratum.from);
    return { erratum, index, found, ...placeOf(erratum, found, lines) };
  });
  const placed: LocatedErratum[] = [];
  const misfits: ErratumMisfit[] = [];
  for (const { erratum, index, hit, mistake } of alone.map((each) => among(each, alone))) {
    const other = hit && placed.find(({ start, end }) => start < hit.end && hit.start < end);
    const complaint = other ? crossing(erratum, other.erratum) : mistake;
    if (complaint) misfits.push({ index, ruleId: 'erratum', ...complaint });
    if (hit && !other) placed.push({ erratum, start: hit.start, end: hit.end });
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

function placeOf(
  erratum: Erratum,
  found: readonly SeedPassage[],
  lines: number,
): Pick<Case, 'hit' | 'mistake'> {
  const { line, occurrence } = erratum;
  const own = found.filter((place) => place.line === line);
  if (own.length > 1 && occurrence === null) return { mistake: unclear(erratum, own.length) };
  const hit = own[(occurrence ?? 1) - 1];
  if (hit) return { hit };
  const other = elsewhere(erratum, found);
  if (other) return { hit: other, mistake: moved(erratum, other, found) };
  return { mistake: missing(erratum, found, lines) };
}

/**
 * The only possible place of words that are not on their line: on the only line that has them (as often as the erratum counts). When the erratum
 * counts all occurrences of the seed, it means the last one, also when they stand on several lines by now.
 */
function elsewhere(
  { occurrence }: Erratum,
  found: readonly SeedPassage[],
): SeedPassage | undefined {
  const which = occurrence ?? 1;
  const [only, ...others] = found.filter((place) => place.occurrence === which);
  // two on one line: without a count, either may be meant
  const isOnly = others.length === 0 && (occurrence !== null || found.length === 1);
  if (only && isOnly) return only;
  return found.length === which ? found.at(-1) : undefined;
}

/** Takes one of several places when the others belong to other errata. */
function among(each: Case, all: readonly Case[]): Case {
  const { erratum, found, hit, mistake } = each;
  if (hit || mistake?.key === 'occurrence' || found.length === 0) return each;
  const only = oneOfEach(each, all) ?? inOrder(each, all);
  return only ? { ...each, hit: only, mistake: moved(erratum, only, found) } : each;
}

/** Where each place of some words has its erratum, the places go by the order of the errata. */
function oneOfEach({ erratum, index, found }: Case, all: readonly Case[]): SeedPassage | undefined {
  const equal = all.filter((other) => other.erratum.from === erratum.from).sort(byLine);
  return equal.length === found.length
    ? found[equal.findIndex((other) => other.index === index)]
    : undefined;
}

/**
 * What is inserted or wrapped changes no order: the only place between those of the errata before and behind, or of several there the one that is as many
 * lines away as both of them are. None when the others have changed their order.
 */
function inOrder({ erratum, found }: Case, all: readonly Case[]): SeedPassage | undefined {
  const marks = all
    .flatMap((other) => (other.hit ? { ...other.hit, was: other.erratum.line } : []))
    .sort((one, two) => one.was - two.was || one.start - two.start);
  if (marks.some(({ start }, at) => start < (marks[at - 1]?.start ?? 0))) return undefined;
  const before = marks.findLast(({ was }) => was < erratum.line);
  const behind = marks.find(({ was }) => was > erratum.line);
  const between = found.filter(
    ({ start }) => start > (before?.start ?? -1) && start < (behind?.start ?? Infinity),
  );
  if (between.length < 2) return between[0];
  const isAlong = (place: SeedPassage): boolean =>
    [before, behind].every((mark) => mark && mark.line - mark.was === place.line - erratum.line);
  const [only, ...others] = between.filter(isAlong);
  return others.length === 0 ? only : undefined;
}

function byLine(one: Case, two: Case): number {
  const count = ({ erratum }: Case): number => erratum.occurrence ?? 1;
  return one.erratum.line - two.erratum.line || count(one) - count(two);
}
