/** Documents folded into one line with a space for every line end: which spaces those are. */
import { findDate } from '../../notation/dates.ts';
import { genreOf } from '../../notation/genres.ts';
import { isBalanced } from '../../notation/punctuation.ts';
import { gapsIn, type SourceText } from '../../model/source-text.ts';

/** How much is looked at on either side of a space. */
const LONG = 60;
/** Shorter words are no title. */
const SHORTEST_TITLE = 6;

/** Spaces that stand closer, or farther apart, on the average are not between lines. */
const SHORTEST_LINES = 8;
const LONGEST_LINES = 200;

/**
 * Where single spaces stood between lines: beside characters that need none, and so far apart that they part no letters.
 * @param words of a line that a document was folded into
 * @returns indexes in it, rising; none when its spaces stood for something else
 */
export function lineGaps(words: SourceText): number[] {
  const { value } = words;
  const gaps = gapsIn(words)
    .map(({ index }) => index)
    .filter((index) => isBalanced(value.slice(Math.max(0, index - LONG), index)))
    .filter((index) => !CONTENTS.test(value.slice(index - 1, index + 1)))
    .filter((index) => !isInPassingNote(value, index))
    .filter(
      (index) =>
        /[。：；！？）》]/.test(value[index - 1] ?? '') ||
        (!LATIN.test(value[index - 1] ?? '') && !LATIN.test(value[index] ?? '')) ||
        findDate(value.slice(index, index + LONGEST_DATE))?.start === 0 ||
        ARABIC_LABEL.test(value.slice(index, index + LONGEST_DATE)) ||
        DAY.test(value.slice(Math.max(0, index - LONGEST_DATE), index)) ||
        isBelowTitle(value, index),
    );
  const average = value.length / gaps.length;
  return average >= SHORTEST_LINES && average <= LONGEST_LINES ? gaps : [];
}

/** What stands beside a space for another reason. */
const LATIN = /[0-9A-Za-z０-９]/;
const LONGEST_DATE = 12;
/** A unit below a heading: `（一）基础设施 1.加快建设`; the line below a date. */
const ARABIC_LABEL = /^[0-9０-９]{1,2}[.．、](?![0-9０-９])/;
const CONTENTS = /^目[录次]/;
const DAY = /年[0-9０-９]{1,2}月[0-9０-９]{1,2}日$/;

/** `2009年6月25日 云州市第十三届人民代表大会…通过` is one line. */
function isInPassingNote(value: string, index: number): boolean {
  return (
    DAY.test(value.slice(Math.max(0, index - LONGEST_DATE), index)) &&
    PASSED.test(value.slice(index, index + LONG))
  );
}

const PASSED = /^\p{Script=Han}{2,30}第[^。；]{2,40}(?:通过|批准)/u;

/** `…抓好落实。2023年云州市工作要点 2023年，全市…`: the text below the title of what is carried begins with a year. */
function isBelowTitle(value: string, index: number): boolean {
  if (!YEAR.test(value.slice(index, index + LONGEST_DATE))) return false;
  const title = /[^。：；！？，]*$/.exec(value.slice(Math.max(0, index - LONG), index))?.[0] ?? '';
  return title.length > SHORTEST_TITLE && title.length < LONG && genreOf(title) !== null;
}

const YEAR = /^[0-9０-９]{4}年/;
