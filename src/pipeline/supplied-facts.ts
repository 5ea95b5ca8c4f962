/** Supplied facts: they fill what the text of a notice leaves open, and never replace what is printed. */
import { withoutSpaces } from '../notation/normalize/words.ts';
import type { VFile } from 'vfile';
import type { SuppliedFacts, SuppliedName, Facts } from '../model/records/notice-summary.ts';
import { factSourcesOf } from '../records/fact-sources.ts';
import { readDocumentNumber } from '../notation/document-number.ts';
import { genreOf } from '../notation/genres.ts';
import { cityOf } from '../notation/places.ts';
import { report } from '../diagnostics/report.ts';
import type { Notice } from '../model/tree.ts';
import type { ReadSidecar } from '../authored/read-sidecar.ts';
import type { AuthoredFacts } from '../authored/fact-schema.ts';

/** The facts of a notice, and which of them were supplied. */
export interface NoticeWithFacts {
  facts: Facts;
  stated: SuppliedFacts;
}

/**
 * Puts the facts of a sidecar where the text has none. What follows from one of them is said by the same: the year of a stated number, the city of a
 * stated issuer, the genre of a stated title.
 * @param notice anchored
 * @param printed what its text says
 * @param read its sidecar
 * @param file the sidecar; gets `fact-stated` for what the text says itself: an error, or a warning where it says the same
 */
export function supplyFacts(
  notice: Notice,
  printed: Facts,
  read: ReadSidecar,
  file: VFile,
): NoticeWithFacts {
  const facts = { ...printed };
  const stated: SuppliedFacts = {};
  for (const [name, fact] of entriesOf(read.sidecar.facts)) {
    if (isAbsent(printed[name])) {
      Object.assign(facts, { [name]: valueOf(name, fact.value) });
      stated[name] = { by: fact.by, note: fact.note };
    } else {
      const { by, value } = fact;
      reportPrinted(file, { name, by, value: valueOf(name, value), notice, printed, read });
    }
  }
  follow('number', 'year', (number) => readDocumentNumber(number)?.year ?? null);
  follow('issuer', 'city', cityOf);
  follow('title', 'kind', genreOf);
  return { facts, stated };

  function follow<Name extends 'year' | 'city' | 'kind'>(
    from: 'number' | 'issuer' | 'title',
    to: Name,
    read: (value: string) => Facts[Name],
  ): void {
    const source = stated[from];
    const value = source && facts[to] === null && facts[from] !== null ? read(facts[from]) : null;
    if (!source || value === null) return;
    facts[to] = value;
    stated[to] = { ...source };
  }
}

type Entry = [keyof AuthoredFacts, NonNullable<AuthoredFacts[keyof AuthoredFacts]>];

function entriesOf(facts: AuthoredFacts): Entry[] {
  return Object.entries(facts).filter((entry): entry is Entry => entry[1] !== null);
}

function isAbsent(value: string | string[] | null): boolean {
  return value === null || value.length === 0;
}

/** As `factsOf` gives it. */
function valueOf(name: keyof AuthoredFacts, value: string | string[]): string | string[] {
  if (typeof value !== 'string' || name !== 'number') return value;
  const bare = withoutSpaces(value);
  return readDocumentNumber(bare)?.text ?? bare;
}

/** A fact of the sidecar beside the text that has it too. */
interface Double {
  name: keyof AuthoredFacts;
  by: string;
  value: string | string[];
  notice: Notice;
  printed: Facts;
  read: ReadSidecar;
}

function reportPrinted(file: VFile, { name, by, value, notice, printed, read }: Double): void {
  const said = wordsOf(printed[name] ?? '');
  const isSame = said === wordsOf(value);
  const line = lineOf(name, notice, printed);
  const where = line === null ? 'The text' : `Line ${line} of the seed`;
  report(file, {
    ruleId: 'fact-stated',
    severity: isSame ? 'warning' : 'error',
    reason: `${where} gives the ${name} itself, “${said}”${isSame ? '' : `, and not “${wordsOf(value)}” as ${by} has it`}. 原文${line === null ? '' : `第 ${line} 行`}已写明此项，以原文为准。`,
    note: isSame
      ? 'Take the fact out: what the text says needs nobody to say it.'
      : `Take the fact out of the sidecar: the text goes before it. If the text is wrong there, record an erratum for that line with ${by} as its reason; if that line is no ${name} at all, the program misread it: report that.`,
    place: read.placeAt(['facts', name, 'value']),
  });
}

function wordsOf(value: string | string[]): string {
  return typeof value === 'string' ? value : value.join('；');
}

/** The line that says it, or from which it follows. */
function lineOf(name: keyof AuthoredFacts, notice: Notice, printed: Facts): number | null {
  const sources = factSourcesOf(notice, printed);
  if (name === 'city') return sources.issuer?.line ?? null;
  if (name === 'kind') return (sources.enclosure ?? sources.title)?.line ?? null;
  return sources[name]?.line ?? null;
}

const ANSWERED: Partial<Record<string, SuppliedName>> = { title: 'title', date: 'date' };

/**
 * Removes messages that a supplied fact answers: “no date found”.
 * @param file the seed
 */
export function settleQuestions({ messages }: VFile, stated: SuppliedFacts): void {
  const open = messages.filter(({ ruleId }) => {
    const fact = ANSWERED[ruleId ?? ''];
    return fact === undefined || stated[fact] === undefined;
  });
  messages.splice(0, messages.length, ...open);
}
