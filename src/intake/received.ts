/** What reading a file of an office gives: its text, or why it has none. */

/** Something a person should know about how a file was read, or why it was not. */
export interface Remark {
  /** Names the rule: `original-table`, `refused-doc`. */
  rule: string;
  /** What is the case; an English sentence, then a short Chinese one. */
  reason: string;
  /** What to do about it. */
  note: string;
}

/** A file that was read. */
export interface Received {
  /** LF at line ends, one printed line or paragraph a line; or null where the bytes are the seed as they are (`.txt`, `.md`). */
  text: string | null;
  remarks: Remark[];
}

/** Thrown inside this room for a file that cannot be read; `receive` turns it into its remark. */
export class Refused extends Error {
  override name = 'Refused';
  readonly remark: Remark;

  /** @param remark why, and what to do */
  constructor(remark: Remark) {
    super(remark.reason);
    this.remark = remark;
  }
}

/**
 * Lines as the text of a seed: no white space at line ends, no more than one empty line in a row, none at the edges.
 * @param lines may hold line feeds
 */
export function seedText(lines: readonly string[]): string {
  const text = lines
    .flatMap((line) => line.split(/\r\n|[\n\r\v\f\u2028\u2029]/u))
    .map((line) => line.replace(/\s+$/u, ''))
    .join('\n');
  return `${text.replace(/\n{3,}/gu, '\n\n').replace(/^\n+|\n+$/gu, '')}\n`;
}
