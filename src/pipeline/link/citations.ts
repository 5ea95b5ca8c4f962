/** Citations in one run of text. */
import { findBookTitles, type BookTitle } from '../../notation/book-titles.ts';
import { findDocumentNumber } from '../../notation/document-number.ts';
import { fold, widen } from '../../notation/folded.ts';
import { foldTitle } from '../../notation/punctuation.ts';
import type { Citation } from '../../notice/tree.ts';
import type { Span } from '../annotate.ts';
import { foldNumber, KEY, meaningIn, type Biblio, type Meaning } from './biblio.ts';
import { isAnnounced, roleFrom } from './role.ts';

/** What is known while a notice is read from top to bottom. */
export interface Context {
  /** Id of the notice. */
  notice: string;
  biblio: Biblio;
  /** Short names declared so far: folded name → ids. */
  declared: Map<string, readonly string[]>;
  /** Told what a person should look at. */
  doubt: (ruleId: string, index: number, reason: string, note: string) => void;
}

const NO_WORK = '《文件库》（seeds/works.yaml）未收录';
/** `（豫发〔2022〕31号）` right behind a title. */
const NUMBER_BEHIND = /^[（(]([^（()）《》。；，]{0,24}?号)[）)]/;
/** `（以下简称《纲要》）` behind a title and its number. */
const SHORT_NAME =
  /^(?:[（(][^（()）]{0,30}号[）)])?[（(](?:以下)?简称[：:]?[“《"]?([^”》"（()）]{1,20})[”》"]?[）)]/;

/**
 * Finds the citations in a text.
 * @param text one run of text: a paragraph, a heading, a title
 * @param context of the notice; short names declared in the text are added to it
 * @returns spans with their citations; a title inside a title lies inside its span
 */
export function findCitations(text: string, context: Context): Span[] {
  const { titles, unclosed } = findBookTitles(text);
  for (const index of unclosed) {
    context.doubt(
      'unclosed-title',
      index,
      `The title mark ${text[index] ?? ''} is never closed. 书名号不成对。`,
      'Compare with the original; add an erratum if the closing mark was lost. Nothing is linked by guess.',
    );
  }
  const marked = titles.flatMap((title) => citationsOfTitle(title, text, context));
  const numbers = loneNumbers(text, marked, context);
  const running = runningNames(text, [...titles, ...numbers], context);
  return [...marked, ...numbers, ...running];
}

function citationsOfTitle(title: BookTitle, text: string, context: Context): Span[] {
  const number = numberBehind(text.slice(title.end));
  const meaning = resolve(title, number, context);
  const before = text.slice(0, title.start);
  const spans =
    meaning.parts.length > 1
      ? partSpans(title, text, meaning, context)
      : [
          spanOf(
            title.start,
            title.end,
            meaning,
            meaning.parts[0]?.works ?? [],
            before,
            number,
            context,
          ),
        ];
  declareShortName(text.slice(title.end), meaning, context);
  return [...spans, ...title.nested.flatMap((nested) => nestedCitation(nested, text, context))];
}

/** A title inside a title counts when it is known; the outer one is accounted for anyway. */
function nestedCitation(title: BookTitle, text: string, context: Context): Span[] {
  const meaning = meaningOfName(title.inner, context);
  const inner = title.nested.flatMap((nested) => nestedCitation(nested, text, context));
  return meaning === null
    ? inner
    : [
        spanOf(
          title.start,
          title.end,
          meaning,
          meaning.parts[0]?.works ?? [],
          text.slice(0, title.start),
          null,
          context,
        ),
        ...inner,
      ];
}

function numberBehind(after: string): string | null {
  const printed = NUMBER_BEHIND.exec(after)?.[1];
  const found = printed === undefined ? null : findDocumentNumber(printed.replace(/\s/g, ''));
  return found?.start === 0 ? found.text : null;
}

/** By its name first; by the number behind it when the name is not known; never by guess when the two disagree. */
function resolve(title: BookTitle, number: string | null, context: Context): Meaning {
  const byName = meaningOfName(title.inner, context, title.start);
  const byNumber = number === null ? [] : (context.biblio.numbers.get(foldNumber(number)) ?? []);
  if (byName === null) {
    return byNumber.length === 1 ? meaningOf(byNumber) : { ...meaningOf([]), reason: NO_WORK };
  }
  const works = byName.parts.flatMap((part) => part.works);
  if (byNumber.length > 0 && works.length > 0 && !byNumber.some((id) => works.includes(id))) {
    context.doubt(
      'title-and-number',
      title.start,
      `《${title.inner}》 and ${number ?? ''} name two documents: ${works.join(', ')} and ${byNumber.join(', ')}. 题名与文号不符。`,
      'Compare with the original and mend seeds/works.yaml; until then it is undecided.',
    );
    return { ...meaningOf([]), role: 'undecided', reason: '题名与文号指向不同文件' };
  }
  return byName;
}

function meaningOf(works: readonly string[]): Meaning {
  return {
    parts: works.length > 0 ? [{ text: '', works }] : [],
    in: null,
    role: null,
    reason: null,
    note: null,
  };
}

function meaningOfName(name: string, context: Context, index = 0): Meaning | null {
  const folded = foldTitle(name);
  const declared = context.declared.get(folded);
  if (declared) return meaningOf(declared);
  const meaning = meaningIn(context.biblio.marked.get(folded), context.notice);
  if (meaning === null || !('ambiguous' in meaning)) return meaning;
  context.doubt(
    'ambiguous-title',
    index,
    `《${name}》 is a name of ${meaning.ambiguous.join(' and ')}. 题名对应多份文件。`,
    'Give the name an `in:` in seeds/works.yaml, or print the number; until then it is undecided.',
  );
  return { ...meaningOf([]), role: 'undecided', reason: `可能是 ${meaning.ambiguous.join('、')}` };
}

function declareShortName(after: string, meaning: Meaning, context: Context): void {
  const short = SHORT_NAME.exec(after)?.[1];
  const works = meaning.parts.flatMap((part) => part.works);
  if (short !== undefined && works.length > 0) context.declared.set(foldTitle(short), works);
}

function spanOf(
  start: number,
  end: number,
  meaning: Meaning,
  works: readonly string[],
  before: string,
  number: string | null,
  context: Context,
): Span {
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
  { notice, biblio }: Context,
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
function partSpans(
  { start, end }: { start: number; end: number },
  text: string,
  meaning: Meaning,
  context: Context,
): Span[] {
  const folded = fold(text.slice(start, end));
  let from = 0;
  return meaning.parts.flatMap((part) => {
    const wanted = foldTitle(part.text);
    const found = folded.value.indexOf(wanted, from);
    const at = found < 0 ? folded.value.indexOf(wanted) : found;
    if (at < 0 || wanted === '') return [];
    from = at + 1;
    const place = widen(
      text,
      start + (folded.at[at] ?? 0),
      start + (folded.at[at + wanted.length - 1] ?? 0) + 1,
    );
    return [
      spanOf(place.start, place.end, meaning, part.works, text.slice(0, start), null, context),
    ];
  });
}

const NUMBER =
  /[\p{Script=Han}A-Za-z]{1,16}\s?[〔[［【（(]\s?[0-9０-９]{4}\s?[〕\]］】）)]\s?[0-9０-９]{1,5}\s?号/gu;

/** Document numbers that stand without a title. */
function loneNumbers(text: string, spans: readonly Span[], context: Context): Span[] {
  const found: Span[] = [];
  const titles = spans.toSorted((one, other) => one.start - other.start);
  let reach = -1;
  let next = 0;
  for (const match of text.matchAll(NUMBER)) {
    const end = match.index + match[0].length;
    // a number inside a title, or in the bracket behind one, is accounted for with it
    for (; next < titles.length && (titles[next]?.start ?? 0) <= match.index; next++) {
      const { end: titleEnd, node } = titles[next] as Span;
      const numbered = node.type === 'citation' && node.number !== null;
      reach = Math.max(reach, numbered ? titleEnd + 2 : titleEnd);
    }
    if (match.index < reach) continue;
    // words of the sentence may be glued to the agency code: the longest known number wins
    for (let start = match.index; start < end; start++) {
      const ids = context.biblio.numbers.get(foldNumber(text.slice(start, end)));
      if (!ids) continue;
      const number = text.slice(start, end);
      found.push(spanOf(start, end, meaningOf(ids), ids, text.slice(0, start), number, context));
      break;
    }
  }
  return found;
}

/** Names that may stand without marks, longest first, outside of what is accounted for already. */
function runningNames(
  text: string,
  taken: readonly { start: number; end: number }[],
  context: Context,
): Span[] {
  const folded = fold(text);
  const found: Span[] = [];
  const sorted = taken.toSorted((one, other) => one.start - other.start);
  let next = 0;
  for (let at = 0; at < folded.value.length; at++) {
    const index = folded.at[at] ?? 0;
    while (next < sorted.length && (sorted[next]?.end ?? 0) <= index) next++;
    if (index >= (sorted[next]?.start ?? Infinity)) continue;
    const match = nameAt(folded.value, at, context);
    if (!match) continue;
    const place = widen(text, index, (folded.at[at + match.length - 1] ?? 0) + 1);
    // a name may hold a title whole (贯彻落实《…》推进计划), never a piece of one
    if (cutsTitle(sorted, next, place.end)) continue;
    const { meaning } = match;
    if (meaning.parts.length > 1 || (meaning.parts[0]?.text ?? '') !== '')
      found.push(...partSpans(place, text, meaning, context));
    else
      found.push(
        spanOf(
          place.start,
          place.end,
          meaning,
          meaning.parts[0]?.works ?? [],
          text.slice(0, place.start),
          null,
          context,
        ),
      );
    at += match.length - 1;
  }
  return found;
}

/** @param from index of the first span that may be concerned */
function cutsTitle(
  spans: readonly { start: number; end: number }[],
  from: number,
  edge: number,
): boolean {
  for (let index = from; index < spans.length && (spans[index]?.start ?? 0) < edge; index++) {
    if ((spans[index]?.end ?? 0) > edge) return true;
  }
  return false;
}

function nameAt(
  value: string,
  at: number,
  { biblio, notice }: Context,
): { length: number; meaning: Meaning } | null {
  const names = biblio.running.get(value.slice(at, at + KEY)) ?? [];
  for (const { folded } of names) {
    if (!value.startsWith(folded, at)) continue;
    const meaning = meaningIn(
      names.filter((name) => name.folded === folded).map((name) => name.meaning),
      notice,
    );
    if (meaning !== null && !('ambiguous' in meaning)) return { length: folded.length, meaning };
  }
  return null;
}
