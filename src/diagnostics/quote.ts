/** A line of a file, quoted so that a reader sees the place that a message is about. */
import { UNSEEN } from '../notation/normalize/invisible.ts';
import { eastAsianWidth } from 'get-east-asian-width';
import { physicalLines } from '../model/seed-text.ts';

/** How much of a long line is shown on each side of the place, in characters. */
const REACH = 36;

/** A place in its line. */
export interface Quote {
  /** What stands in front of the place; begins with `…` when it is cut. */
  before: string;
  /** From the place on; ends with `…` when it is cut. */
  after: string;
}

/**
 * Quotes the lines of a text.
 * @param text of the file
 * @returns takes line and column, from 1, as messages have them; null where the text has no such line, or nothing stands on it
 */
export function quoterOf(text: string): (line: number, column: number) => Quote | null {
  const lines = physicalLines(text);
  return (line, column) => {
    const found = lines[line - 1];
    if (!found || text.slice(found.start, found.end).trim() === '') return null;
    const at = wholeFrom(text, Math.min(found.start + column - 1, found.end));
    const start = wholeFrom(text, Math.max(found.start, at - REACH));
    const end = wholeFrom(text, Math.min(found.end, at + REACH));
    return {
      before: `${start > found.start ? '…' : ''}${text.slice(start, at)}`,
      after: `${text.slice(at, end)}${end < found.end ? '…' : ''}`,
    };
  };
}

/** The next offset that does not part two surrogates. */
function wholeFrom(text: string, offset: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset + 1 : offset;
}

const EACH_UNSEEN = new RegExp(UNSEEN, 'gu');

/**
 * Text as a terminal may print it: nothing that a seed holds moves the cursor, hides text or is taken for an order. `##[` begins one on
 * GitHub wherever it stands (actions/runner, ActionCommand).
 * @param text any
 * @returns without its unseen characters, which are named: `<U+001B>`; a tab is a space
 */
export function printable(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replace(EACH_UNSEEN, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
      return `<U+${code.padStart(4, '0')}>`;
    })
    .replaceAll('##[', '## [');
}

/**
 * The columns that a printable text takes up in a terminal: two for a wide character (Unicode Standard Annex 11), none for one
 * that sits on the one before it.
 * @param text printable
 */
export function columnsOf(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum + (/^\p{M}/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0)),
    0,
  );
}
