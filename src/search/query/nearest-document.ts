/** The documents nearest to an id or a number that does not exist. */
import { cleanInput } from '../../notation/normalize/clean-input.ts';
import { readNumber, type WrittenNumber } from './written-number.ts';

interface Numbered {
  id: string;
  number: string | null;
}

/** A misspelling: at most so many characters wrong, and fewer than half of them. */
const slip = 2;
/** The most documents offered. */
const most = 5;

/**
 * The documents whose id or number is nearly the one asked for: misspelled, or of the same issuer.
 *
 * @param asked as typed: `jgsj-2023-71`, `济管市监〔2023〕71号`
 * @param documents notices or works
 * @returns the nearest first
 */
export function nearestDocuments<Document extends Numbered>(
  asked: string,
  documents: readonly Document[],
): Document[] {
  const text = cleanInput(asked).slice(0, 80);
  const wanted = identityOf(text);
  return documents
    .map((document) => {
      const names = [document.id, document.number ?? '']
        .filter((name) => name !== '')
        .map(cleanInput);
      const steps = Math.min(...names.map((name) => stepsBetween(text, name)));
      const similarity = Math.max(...names.map((name) => similarityOf(wanted, identityOf(name))));
      return { document, steps, kinship: similarity };
    })
    .filter(
      ({ steps, kinship: similarity }) =>
        similarity > 0 || (steps <= slip && 2 * steps < text.length),
    )
    .sort((one, other) => other.kinship - one.kinship || one.steps - other.steps)
    .slice(0, most)
    .map(({ document }) => document);
}

/** Code, year and serial of an id or a number. */
function identityOf(text: string): WrittenNumber | null {
  const [, code = '', year, serial = ''] = /^([a-z]+)-(\d{4})-(\d+)$/.exec(text) ?? [];
  if (year === undefined) return readNumber(text);
  return { isStandard: false, code, year: Number(year), serial };
}

/** How much of two numbers is the same; 0 for a year alone or a serial alone. */
function similarityOf(wanted: WrittenNumber | null, own: WrittenNumber | null): number {
  if (!wanted || wanted.isStandard !== own?.isStandard) return 0;
  const sameYear = wanted.year !== null && wanted.year === own.year;
  const sameSerial = wanted.serial === own.serial;
  // thousands of standards have the code GB/T
  if (wanted.isStandard) return Number(sameSerial);
  const sameCode = wanted.code !== '' && own.code.endsWith(wanted.code);
  if (sameCode) return 2 + Number(sameYear) + Number(sameSerial);
  return sameYear && sameSerial ? 1 : 0;
}

/** Characters to replace, put in, leave out or exchange with their neighbour (Damerau 1964, optimal string alignment). */
export function stepsBetween(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1];
      here.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (here[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = above;
    above = here;
  }
  return above[other.length] ?? 0;
}
