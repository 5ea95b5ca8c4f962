/** Citations as spans over a text. */
import { foldTitleWithPlaces } from '../../notation/normalize/title.ts';
import { widen } from '../../notation/punctuation.ts';
import { foldTitle } from '../../notation/normalize/title.ts';
import { offsetAt } from '../../notation/runs.ts';
import type { Citation } from '../../model/tree.ts';
import type { AnnotatedSpan } from '../annotate.ts';
import type { Biblio, Meaning } from './biblio.ts';
import { isAnnounced, roleFrom } from './role.ts';

/** The state while a notice is read from top to bottom. */
export interface CitationContext {
  /** Id of the notice. */
  notice: string;
  biblio: Biblio;
  /** Short names declared so far: folded name → ids. */
  declared: Map<string, readonly string[]>;
  /** Reports what a person should look at. */
  doubt: (ruleId: string, index: number, reason: string, note: string) => void;
}

export const NO_WORK = '文件库未收录';

/**
 * A meaning that is nothing but its works.
 * @param works ids; none: it cites nothing
 */
export function meaningOf(works: readonly string[]): Meaning {
  return {
    parts: works.length > 0 ? [{ text: '', works }] : [],
    in: null,
    role: null,
    reason: null,
    note: null,
  };
}

/**
 * A citation as a span.
 * @param start index of its first unit in the text
 * @param end index behind its last
 * @param meaning what the name stands for
 * @param works which of them this span cites
 * @param before the text in front of the name, which decides its role
 * @param number a document number printed with it
 * @param context of the notice
 */
export function citationSpan(
  start: number,
  end: number,
  meaning: Meaning,
  works: readonly string[],
  before: string,
  number: string | null,
  context: CitationContext,
): AnnotatedSpan {
  const node: Omit<Citation, 'children' | 'position'> = {
    type: 'citation',
    works,
    number,
    role: roleOf(meaning, works, before, context),
    reason: works.length > 0 ? null : (meaning.reason ?? NO_WORK),
    note: meaning.note,
  };
  return { start, end, node };
}

function roleOf(
  meaning: Meaning,
  works: readonly string[],
  before: string,
  { notice, biblio }: CitationContext,
): Citation['role'] {
  if (works.some((id) => id === notice || biblio.fullTexts.get(id) === notice)) return 'self';
  if (meaning.role !== null) return meaning.role;
  const planned =
    works.length > 0
      ? works.some((id) => biblio.works.get(id)?.level === 'planned')
      : isAnnounced(before);
  return roleFrom(before, planned);
}

/** Each part of a name that cites several works. */
export function partSpans(
  { start, end }: { start: number; end: number },
  text: string,
  meaning: Meaning,
  context: CitationContext,
): AnnotatedSpan[] {
  const folded = foldTitleWithPlaces(text.slice(start, end));
  let from = 0;
  return meaning.parts.flatMap((part) => {
    const wanted = foldTitle(part.text);
    const found = folded.value.indexOf(wanted, from);
    const at = found < 0 ? folded.value.indexOf(wanted) : found;
    if (at < 0 || wanted === '') return [];
    from = at + 1;
    const place = widen(
      text,
      start + offsetAt(folded.at, at),
      start + offsetAt(folded.at, at + wanted.length - 1) + 1,
    );
    return [
      citationSpan(
        place.start,
        place.end,
        meaning,
        part.works,
        text.slice(0, start),
        null,
        context,
      ),
    ];
  });
}
