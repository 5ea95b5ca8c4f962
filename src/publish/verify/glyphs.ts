/** One character as it counts for promise 1: never white space, width folded (NFKC), with its place. */
export interface Glyph {
  value: string;
  /** 1-based, in the text it was taken from. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
}

/** A character with the marks that combine with it: the unit that NFKC may change as a whole. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;

/** What counts of a text: its characters without white space, each folded by NFKC. */
export function glyphsOf(text: string): Glyph[] {
  return text.split(/\r\n|[\n\r]/u).flatMap((line, index) => glyphsOfLine(line, index + 1));
}

/** What counts of a seed: as `glyphsOf`, without Markdown marks (leading `#`s with their space, paired `**`, `---`). */
export function glyphsOfSeed(decoded: string): Glyph[] {
  return decoded
    .split(/\r\n|[\n\r]/u)
    .flatMap((line, index) => glyphsOfLine(withoutMarks(line), index + 1));
}

function glyphsOfLine(text: string, line: number): Glyph[] {
  const glyphs: Glyph[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    for (const value of match[0].normalize('NFKC').replaceAll(/\s/gu, '')) {
      glyphs.push({ value, line, column: match.index + 1 });
    }
  }
  return glyphs;
}

/** A line of a seed with its Markdown marks turned into spaces, so that columns stay. */
function withoutMarks(line: string): string {
  if (/^\s*-{3,}\s*$/u.test(line)) return '';
  return line
    .replace(/^\s*#+(?=\s|$)/u, (marks) => ' '.repeat(marks.length))
    .replaceAll(/\*\*(.*?)\*\*/gu, '  $1  ');
}
