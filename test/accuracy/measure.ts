/** How a notice compares with what people read off the same file. */
import { citationsIn } from '../../src/records/citation-record.ts';
import type { ProcessedNotice } from '../../src/records/processed-notice.ts';
import { foldTitle } from '../../src/notation/normalize/title.ts';
import { comparableSeed } from '../../src/model/seed-text.ts';
import { comparable } from '../../src/notation/normalize/words.ts';
import { textOf } from '../../src/model/text.ts';
import type { ExpectedFacts } from './expectations.ts';
import { countLevels } from './levels.ts';

/** The facts that are compared. */
export const MEASURED_FACTS = ['title', 'number', 'issuer', 'date'] as const;
type Fact = (typeof MEASURED_FACTS)[number];

/** One thing compared. */
export interface Compared<Value> {
  expected: Value;
  got: Value;
  right: boolean;
}

/** A file measured. */
export interface Measured {
  facts: Record<Fact, Compared<string | null>>;
  /** Numbered units on the three levels. */
  levels: Compared<readonly number[]>;
  titles: {
    /** Expected and found. */
    right: string[];
    /** Expected and not found. */
    missed: string[];
    /** Found and not expected. */
    extra: string[];
  };
  /** Characters of the file that the notice has not; at least 1 where words stand in another order. */
  lost: number;
}

/**
 * Measures a notice.
 * @param finished a notice that went through all stages
 * @param expected what people read
 */
export function measure(finished: ProcessedNotice, expected: ExpectedFacts): Measured {
  const { title, number, issuer, date } = finished.facts;
  return {
    facts: {
      title: compared(expected.title, title),
      number: compared(expected.doc_number, number),
      // of joint issuers the first is the issuer, as in the API
      issuer: compared(expected.issuer?.split('、')[0] ?? null, issuer),
      date: compared(expected.date, date),
    },
    levels: comparedLevels(finished, expected),
    titles: comparedTitles(finished, expected.cited_titles),
    lost: lostIn(finished),
  };
}

function compared(expected: string | null, got: string | null): Compared<string | null> {
  return { expected, got, right: folded(expected) === folded(got) };
}

/** Width, white space and the shape of brackets make no difference. */
function folded(text: string | null): string | null {
  return text === null
    ? null
    : foldTitle(text)
        .replace(/[〔[【]/g, '(')
        .replace(/[〕\]】]/g, ')');
}

function comparedLevels(
  { notice }: ProcessedNotice,
  expected: ExpectedFacts,
): Compared<readonly number[]> {
  const wanted = [
    expected.top_level_heading_count,
    expected.second_level_heading_count,
    expected.numbered_item_count,
  ];
  const got = countLevels(notice, expected.levels);
  return { expected: wanted, got, right: wanted.every((count, level) => count === got[level]) };
}

/** What stands in book-title marks, each title once; a title inside a title belongs to that title. */
function comparedTitles(
  { notice }: ProcessedNotice,
  expected: readonly string[],
): Measured['titles'] {
  const found = new Map(
    citationsIn(notice).flatMap(({ text }) => {
      const inner = /^[《«](.*)[》»]$/su.exec(text)?.[1];
      return inner === undefined ? [] : [[folded(inner), inner] as const];
    }),
  );
  const wanted = new Map(expected.map((title) => [folded(title), title]));
  const all = [...wanted];
  return {
    right: all.filter(([key]) => found.has(key)).map(([, title]) => title),
    missed: all.filter(([key]) => !found.has(key)).map(([, title]) => title),
    extra: [...found].filter(([key]) => !wanted.has(key)).map(([, title]) => title),
  };
}

/** Counted here once more, apart from `pipeline/check/conserved-text.ts`. */
function lostIn({ notice, file }: ProcessedNotice): number {
  const left = new Map<string, number>();
  const add = (text: string, step: number) => {
    for (const character of text) left.set(character, (left.get(character) ?? 0) + step);
  };
  add(comparableSeed(String(file.value)), 1);
  add(comparable(notice.children.map(textOfZone).join('')), -1);
  const lost = [...left.values()].reduce((sum, count) => sum + Math.max(0, count), 0);
  const isMoved = file.messages.some(({ ruleId }) => ruleId === 'conserved-text');
  return Math.max(lost, isMoved ? 1 : 0);
}

function textOfZone(zone: ProcessedNotice['notice']['children'][number]): string {
  return zone.type === 'residue' ? zone.value : textOf(zone);
}
