import type { Folding } from '../../notation/normalize/search-text.ts';
import type { Query } from '../../search/query/query.ts';
import type { WorkText } from '../../search/query/work-text.ts';

/** A title as it is cited: its marks are those of the citing text. */
const MARKS = /^[《〈]+|[》〉]+$/gu;

/** The words of a query that is a title, without its marks. */
export function wordsOfTitle(words: readonly string[]): string[] {
  return words.map((word) => word.replace(MARKS, '')).filter((word) => word !== '');
}

/** The works that hold all words in one place: in what is said of the work, or in the heading of a section. */
export function worksWith(works: readonly WorkText[], query: Query, { fold }: Folding): WorkText[] {
  const words = wordsOfTitle(query.words);
  const fits = (text: string) => {
    const folded = fold(text);
    return (
      words.every((word) => folded.includes(word)) &&
      !query.excluded.some((word) => folded.includes(word))
    );
  };
  if (words.length === 0) return [];
  return works.flatMap((work) => {
    const parts = work.parts.filter(({ text }) => fits(text));
    return parts.length > 0 ? [{ ...work, parts }] : [];
  });
}
