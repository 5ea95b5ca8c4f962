/** What in a seed is words and what is layout (DESIGN, “Zones of a notice”: the marks that may go). */

/** A physical line of a seed. */
export interface PhysicalLine {
  /** Offset of its first unit. */
  start: number;
  /** Offset behind its last, line end not counted. */
  end: number;
}

/**
 * The lines of a text, as editors count them (LF, CR, CRLF).
 * @param text decoded seed
 */
export function physicalLines(text: string): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  let start = 0;
  for (let offset = 0; offset <= text.length; offset++) {
    const character = text[offset];
    if (offset < text.length && character !== '\n' && character !== '\r') continue;
    lines.push({ start, end: offset });
    if (character === '\r' && text[offset + 1] === '\n') offset++;
    start = offset + 1;
  }
  return lines;
}

/** The Markdown marks of one line. */
export interface Marks {
  /** Number of `#` before a heading; 0 for other lines. */
  level: number;
  /** True for a line of `---`. */
  rule: boolean;
  /** Offsets (in the text) of the units that are marks. */
  offsets: ReadonlySet<number>;
}

const NO_MARKS: Marks = { level: 0, rule: false, offsets: new Set() };

/**
 * The marks of a line that are layout: leading `#`s with their space, paired `**`, a line of `---`.
 * @param text decoded seed
 * @param line one of its lines
 */
export function marksOf(text: string, { start, end }: PhysicalLine): Marks {
  const line = text.slice(start, end);
  if (!/[#*-]/.test(line)) return NO_MARKS;
  if (/^\s*-{3,}\s*$/.test(line)) {
    return { level: 0, rule: true, offsets: new Set(range(start, end)) };
  }
  const offsets = new Set<number>();
  const heading = /^\s*(#+)(?:\s|$)/.exec(line);
  const level = heading?.[1]?.length ?? 0;
  if (heading) for (const offset of range(start, start + heading[0].length)) offsets.add(offset);
  for (let open = line.indexOf('**'); open >= 0;) {
    const close = line.indexOf('**', open + 2);
    if (close < 0) break;
    for (const mark of [open, open + 1, close, close + 1]) offsets.add(start + mark);
    open = line.indexOf('**', close + 2);
  }
  return { level, rule: false, offsets };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
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
  for (const line of physicalLines(text)) {
    const { offsets } = marksOf(text, line);
    for (let offset = line.start; offset < line.end; offset++) {
      if (!offsets.has(offset) && !leaveOut(offset)) kept.push(text[offset] ?? '');
    }
  }
  return comparable(kept.join(''));
}

/**
 * Words for comparing: white space taken out, NFKC.
 * @param text any
 */
export function comparable(text: string): string {
  return text.replace(/\s/g, '').normalize('NFKC').replace(/\s/g, '');
}
