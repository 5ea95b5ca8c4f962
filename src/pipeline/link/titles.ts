/** Citations by title: 《…〈…〉…》, with the number behind it. */
import { withoutSpaces } from '../../notation/normalize/words.ts';
import type { BookTitle } from '../../notation/book-titles.ts';
import { findDocumentNumber } from '../../notation/document-number.ts';
import { foldTitle } from '../../notation/normalize/title.ts';
import type { AnnotatedSpan } from '../annotate.ts';
import { meaningIn, type Meaning } from './biblio.ts';
import { foldNumber } from '../../notation/normalize/number.ts';
import { meaningOf, NO_WORK, partSpans, citationSpan, type CitationContext } from './spans.ts';

/** `（豫发〔2022〕31号）` right behind a title. */
const NUMBER_BEHIND = /^[（(]([^（()）《》。；，]{0,24}?号)[）)]/;

/** `（以下简称《纲要》）` behind a title and its number. */
const SHORT_NAME =
  /^(?:[（(][^（()）]{0,30}号[）)])?[（(](?:以下)?简称[：:]?[“《"]?([^”》"（()）]{1,20})[”》"]?[）)]/;

/**
 * The citations of one title.
 * @param title outermost, with its place in the text
 * @param text the whole run of text
 * @param context of the notice; a short name declared behind the title is added to it
 * @returns its spans, and those of known titles inside it
 */
export function citationsOfTitle(
  title: BookTitle,
  text: string,
  context: CitationContext,
): AnnotatedSpan[] {
  const number = numberBehind(text.slice(title.end));
  const meaning = resolve(title, number, context);
  const before = text.slice(0, title.start);
  const spans =
    meaning.parts.length > 1
      ? partSpans(title, text, meaning, context)
      : [
          citationSpan(
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

/** A title inside a title counts when it is known; the outer one always counts. */
function nestedCitation(title: BookTitle, text: string, context: CitationContext): AnnotatedSpan[] {
  const meaning = meaningOfName(title.inner, context);
  const inner = title.nested.flatMap((nested) => nestedCitation(nested, text, context));
  return meaning === null
    ? inner
    : [
        citationSpan(
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
  const found = printed === undefined ? null : findDocumentNumber(withoutSpaces(printed));
  return found?.start === 0 ? found.text : null;
}

/** By its name first; by the number behind it when the name is not known; never guessed when the two disagree. */
function resolve(title: BookTitle, number: string | null, context: CitationContext): Meaning {
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
      `《${title.inner}》 and ${number ?? ''} name two documents: ${works.join(', ')} and ${byNumber.join(', ')}. 题名与其后的文号指向不同的文件，因此没有链接。`,
      'Compare with the original and mend seeds/works.yaml; until then it is undecided.',
    );
    return { ...meaningOf([]), role: 'undecided', reason: '题名与文号指向不同文件' };
  }
  return byName;
}

function meaningOfName(name: string, context: CitationContext, index = 0): Meaning | null {
  const folded = foldTitle(name);
  const declared = context.declared.get(folded);
  if (declared) return meaningOf(declared);
  const meaning = meaningIn(context.biblio.marked.get(folded), context.notice);
  if (meaning === null || !('ambiguous' in meaning)) return meaning;
  context.doubt(
    'ambiguous-title',
    index,
    `《${name}》 is a name of ${meaning.ambiguous.join(' and ')}. 同一题名可能指几份文件，因此没有链接。`,
    'Give the name an `in:` in seeds/works.yaml, or print the number; until then it is undecided.',
  );
  return { ...meaningOf([]), role: 'undecided', reason: `可能是 ${meaning.ambiguous.join('、')}` };
}

function declareShortName(after: string, meaning: Meaning, context: CitationContext): void {
  const short = SHORT_NAME.exec(after)?.[1];
  const works = meaning.parts.flatMap((part) => part.works);
  if (short !== undefined && works.length > 0) context.declared.set(foldTitle(short), works);
}
