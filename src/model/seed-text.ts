/** What in a seed is words and what is layout (DESIGN, “Zones of a notice”: the marks that may go). */
import { comparable } from '../notation/normalize/words.ts';

/** Some neighbouring units of a text. */
export interface Stretch {
  /** Offset of its first unit. */
  start: number;
  /** Offset behind its last. */
  end: number;
}

/** A physical line of a seed, line end not counted. */
export type PhysicalLine = Stretch;

/**
 * The lines of a text one after the other, as editors count them (LF, CR, CRLF).
 * @param text decoded seed
 */
export function* eachLine(text: string): Generator<PhysicalLine> {
  const lineEnd = /\r\n?|\n/g;
  let start = 0;
  for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
    yield { start, end: match.index };
    start = lineEnd.lastIndex;
  }
  yield { start, end: text.length };
}

/**
 * All lines of a text, to be asked by number.
 * @param text decoded seed
 */
export function physicalLines(text: string): PhysicalLine[] {
  return [...eachLine(text)];
}

/** The Markdown marks of one line. */
export interface Marks {
  /** Number of `#` before a heading; 0 for other lines. */
  level: number;
  /** True for a line of `---`. */
  rule: boolean;
  /** Where (in the text) the marks stand, in order. */
  places: readonly Stretch[];
}

const NO_MARKS: Marks = { level: 0, rule: false, places: [] };

/**
 * The marks of a line that are layout: leading `#`s with their space, paired `**`, a line of `---`.
 * @param text decoded seed
 * @param line one of its lines
 */
export function marksOf(text: string, { start, end }: PhysicalLine): Marks {
  const line = text.slice(start, end);
  if (!/[#*-]/.test(line)) return NO_MARKS;
  if (/^\s*-{3,}\s*$/.test(line)) return { level: 0, rule: true, places: [{ start, end }] };
  const places: Stretch[] = [];
  const heading = /^\s*(#+)(?:\s|$)/.exec(line);
  if (heading) add(places, start, start + heading[0].length);
  for (let open = line.indexOf('**'); open >= 0;) {
    const close = line.indexOf('**', open + 2);
    if (close < 0) break;
    for (const mark of [open, close]) add(places, start + mark, start + mark + 2);
    open = line.indexOf('**', close + 2);
  }
  return { level: heading?.[1]?.length ?? 0, rule: false, places };
}

/** Adds a stretch behind others, to the last one when they touch. */
function add(places: Stretch[], start: number, end: number): void {
  const last = places.at(-1);
  if (last && last.end >= start) last.end = end;
  else places.push({ start, end });
}

/**
 * What stands between marks.
 * @param whole in which they are looked for
 * @param marks in order, apart from each other
 */
export function* unmarked({ start, end }: Stretch, marks: readonly Stretch[]): Generator<Stretch> {
  let from = start;
  for (let index = firstBehind(marks, start); index < marks.length; index++) {
    const mark = marks[index] as Stretch;
    if (mark.start >= end) break;
    if (mark.start > from) yield { start: from, end: mark.start };
    from = mark.end;
  }
  if (from < end) yield { start: from, end };
}

/** The first mark that ends behind an offset. */
function firstBehind(marks: readonly Stretch[], offset: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Stretch).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The stretches of a seed that are no marks, line ends left out.
 * @param text decoded seed
 */
export function* wordStretches(text: string): Generator<Stretch> {
  for (const line of eachLine(text)) yield* unmarked(line, marksOf(text, line).places);
}

/**
 * The words of a seed for comparing: marks and white space taken out, NFKC.
 * @param text decoded seed
 * @param leaveOut whether to leave out the unit at an offset as well (residue)
 */
export function comparableSeed(
  text: string,
  leaveOut: (offset: number) => boolean = () => false,
): string {
  const kept: string[] = [];
  for (const { start, end } of wordStretches(text)) {
    let from = start;
    for (let offset = start; offset < end; offset++) {
      if (!leaveOut(offset)) continue;
      kept.push(text.slice(from, offset));
      from = offset + 1;
    }
    kept.push(text.slice(from, end));
  }
  return comparable(kept.join(''));
}
