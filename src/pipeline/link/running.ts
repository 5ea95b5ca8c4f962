/** Citations without title marks: numbers alone, names in running text. */
import { foldTitleWithPlaces } from '../../notation/normalize/title.ts';
import { widen } from '../../notation/punctuation.ts';
import { offsetAt } from '../../notation/runs.ts';
import { isCommonWord } from '../../authored/names.ts';
import type { AnnotatedSpan } from '../annotate.ts';
import { KEY, meaningIn, type Meaning } from './biblio.ts';
import { foldNumber } from '../../notation/normalize/number.ts';
import { meaningOf, partSpans, citationSpan, type CitationContext } from './spans.ts';

/** A shorter name in running text is no citation. */
const DECLARED = 3;
/** A longer one is no short name (`declareShortName`). */
const LONGEST_DECLARED = 20;

const NUMBER =
  /[\p{Script=Han}A-Za-z]{1,16}\s?[〔[［【（(]\s?[0-9０-９]{4}\s?[〕\]］】）)]\s?[0-9０-９]{1,5}\s?号/gu;

/** Agency codes have up to some six characters; what stands in front is the sentence. */
const CODE_LENGTH = 6;
const SENTENCE_WORDS =
  /^.*(?:根据|依据|按照|依照|落实|执行|贯彻|以及|关于|附件|文件|和|与|及|的|由|即)/su;

/** Where the agency code of a number begins that nobody knows. */
function unknownCode(printed: string): number {
  const code = /^[^〔[［【（(]*/.exec(printed)?.[0] ?? '';
  const words = SENTENCE_WORDS.exec(code)?.[0].length ?? 0;
  return Math.min(Math.max(words, code.length - CODE_LENGTH), code.length);
}

/** Document numbers that stand without a title: known ones lead to their work, others are listed. */
export function loneNumbers(
  text: string,
  spans: readonly AnnotatedSpan[],
  context: CitationContext,
): AnnotatedSpan[] {
  const found: AnnotatedSpan[] = [];
  const titles = spans.toSorted((one, other) => one.start - other.start);
  let reach = -1;
  let next = 0;
  for (const match of text.matchAll(NUMBER)) {
    const end = match.index + match[0].length;
    // a number inside a title, or in the bracket behind one, belongs to the citation of that title
    for (; next < titles.length && (titles[next]?.start ?? 0) <= match.index; next++) {
      const { end: titleEnd, node } = titles[next] as AnnotatedSpan;
      const numbered = node.type === 'citation' && node.number !== null;
      reach = Math.max(reach, numbered ? titleEnd + 2 : titleEnd);
    }
    if (match.index < reach) continue;
    const before = found.length;
    // the words in front may belong to the sentence: the longest known number wins
    for (let start = match.index; start < end; start++) {
      const ids = context.biblio.numbers.get(foldNumber(text.slice(start, end)));
      if (!ids) continue;
      const number = text.slice(start, end);
      found.push(
        citationSpan(start, end, meaningOf(ids), ids, text.slice(0, start), number, context),
      );
      break;
    }
    if (found.length > before) continue;
    const start = match.index + unknownCode(match[0]);
    const number = text.slice(start, end);
    found.push(citationSpan(start, end, meaningOf([]), [], text.slice(0, start), number, context));
  }
  return found;
}

/** Names that may stand without marks, longest first, outside of the citations found so far. */
export function runningNames(
  text: string,
  taken: readonly { start: number; end: number }[],
  context: CitationContext,
): AnnotatedSpan[] {
  const folded = foldTitleWithPlaces(text);
  const found: AnnotatedSpan[] = [];
  const sorted = taken.toSorted((one, other) => one.start - other.start);
  let next = 0;
  for (let at = 0; at < folded.value.length; at++) {
    const match = nameAt(folded.value, at, context) ?? declaredAt(folded.value, at, context);
    if (!match) continue;
    const index = offsetAt(folded.at, at);
    while (next < sorted.length && (sorted[next]?.end ?? 0) <= index) next++;
    if (index >= (sorted[next]?.start ?? Infinity)) continue;
    const place = widen(text, index, offsetAt(folded.at, at + match.length - 1) + 1);
    // a name may hold a title whole (贯彻落实《…》推进计划), never a piece of one
    if (cutsTitle(sorted, next, place.end)) continue;
    found.push(...spansOf(place, text, match.meaning, context));
    at += match.length - 1;
  }
  return found;
}

/** One span a part where the name has parts, else one. */
function spansOf(
  place: { start: number; end: number },
  text: string,
  meaning: Meaning,
  context: CitationContext,
): AnnotatedSpan[] {
  const [first, ...others] = meaning.parts;
  if (others.length > 0 || (first?.text ?? '') !== '')
    return partSpans(place, text, meaning, context);
  const { start, end } = place;
  const before = text.slice(0, start);
  return [citationSpan(start, end, meaning, first?.works ?? [], before, null, context)];
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

/** The longest short name declared in this notice so far that stands here: `（以下简称强省纲要）`. */
function declaredAt(
  value: string,
  at: number,
  { declared }: CitationContext,
): { length: number; meaning: Meaning } | null {
  if (declared.size === 0) return null;
  for (let length = LONGEST_DECLARED; length >= DECLARED; length--) {
    const name = value.slice(at, at + length);
    const works = declared.get(name);
    if (works && !isCommonWord(name)) return { length: name.length, meaning: meaningOf(works) };
  }
  return null;
}

function nameAt(
  value: string,
  at: number,
  { biblio, notice }: CitationContext,
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
