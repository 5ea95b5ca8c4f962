/** Where the parts of a phrase stand in it. */
import { foldTitle } from '../notation/normalize/title.ts';
import type { Complain } from './complaint.ts';
import type { Phrase, PhrasePart } from './works-schema.ts';

/** A part with its place in the folded phrase. */
export interface PlacedPart extends PhrasePart {
  /** Index of its first unit in `foldTitle(phrase.text)`. */
  start: number;
  /** Index behind its last. */
  end: number;
}

/**
 * Finds the parts: each behind the one before it or, when it is not there, inside it.
 * @param phrase from the authority file
 * @returns the parts that were found, and the indexes of those that were not
 */
export function placeParts({ text, parts }: Phrase): { placed: PlacedPart[]; missing: number[] } {
  const whole = foldTitle(text);
  const placed: PlacedPart[] = [];
  const missing: number[] = [];
  for (const [index, part] of parts.entries()) {
    const folded = foldTitle(part.text);
    const before = placed.at(-1);
    const behind = whole.indexOf(folded, before?.end ?? 0);
    const inside = before ? whole.slice(0, before.end).indexOf(folded, before.start) : -1;
    const start = behind >= 0 ? behind : inside;
    if (folded === '' || start < 0) missing.push(index);
    else placed.push({ ...part, start, end: start + folded.length });
  }
  return { placed, missing };
}

/**
 * ruleId `works-phrase`: parts that are not in their phrase, and phrases that say neither what they name nor why nobody can.
 * @param phrases of the right shape
 * @param complain gets what is wrong
 */
export function checkPhrases(phrases: readonly Phrase[], complain: Complain): void {
  for (const [index, phrase] of phrases.entries()) {
    for (const part of placeParts(phrase).missing) {
      complain({
        ruleId: 'works-phrase',
        path: ['phrases', index, 'parts', part, 'text'],
        reason: `“${phrase.parts[part]?.text ?? ''}” does not stand in “${phrase.text}” at this place. 短语中没有这一部分。`,
        note: 'The parts are cut out of the phrase as it is printed, in its order.',
      });
    }
    if (phrase.parts.length > 0 !== (phrase.undecided === null)) {
      complain({
        ruleId: 'works-phrase',
        path: ['phrases', index],
        reason: `“${phrase.text}” should have either parts with their works or a reason why nobody can tell. 应写明所指，或写明未定的理由。`,
        note: 'Use `parts` or `undecided`, not both; what an undecided phrase may mean goes into `candidates`.',
      });
    }
  }
}
