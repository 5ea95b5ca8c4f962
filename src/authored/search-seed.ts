/** Where words stand in a seed. */
import { withoutSpaces } from '../notation/normalize/words.ts';
import { extend, offsetAt, type Runs } from '../notation/runs.ts';
import { physicalLines, wordStretches } from '../model/seed-text.ts';

/** Words in a seed. */
export interface SeedPassage {
  /** Offset of their first unit. */
  start: number;
  /** Offset behind the last; line wraps in between do not count. */
  end: number;
  /** On which they begin, from 1. */
  line: number;
  /** Which of several on that line, from 1. */
  occurrence: number;
}

/** A seed in which words are looked for. */
export interface SearchedSeed {
  /** How many lines it has. */
  lines: number;
  /**
   * Every place at which words begin, in the order of the seed.
   * @param text white space in it does not count
   */
  placesOf: (text: string) => SeedPassage[];
}

/**
 * Makes the words of a seed ready for looking.
 * @param seed decoded; white space and Markdown marks do not count
 */
export function searchedSeed(seed: string): SearchedSeed {
  const { value, at } = wordsOf(seed);
  const lines = physicalLines(seed);

  function placesOf(text: string): SeedPassage[] {
    const words = withoutSpaces(text);
    const found: SeedPassage[] = [];
    let line = 0;
    for (let index = value.indexOf(words); index >= 0; index = value.indexOf(words, index + 1)) {
      const start = offsetAt(at, index);
      while (start >= (lines[line]?.end ?? Infinity)) line += 1;
      const last = found.at(-1);
      found.push({
        start,
        end: offsetAt(at, index + words.length - 1) + 1,
        line: line + 1,
        occurrence: last?.line === line + 1 ? last.occurrence + 1 : 1,
      });
    }
    return found;
  }

  return { lines: lines.length, placesOf };
}

/** The units of a seed that are words, and where they stand. */
interface SeedWords {
  value: string;
  at: Runs;
}

function wordsOf(seed: string): SeedWords {
  const values: string[] = [];
  const at: number[] = [];
  let length = 0;
  for (const { start, end } of wordStretches(seed)) {
    for (const { index, 0: words } of seed.slice(start, end).matchAll(/\S+/g)) {
      values.push(words);
      extend(at, length, start + index);
      length += words.length;
    }
  }
  return { value: values.join(''), at };
}
