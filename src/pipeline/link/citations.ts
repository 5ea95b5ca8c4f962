/** Citations in one run of text. */
import { findBookTitles } from '../../notation/book-titles.ts';
import type { AnnotatedSpan } from '../annotate.ts';
import { loneNumbers, runningNames } from './running.ts';
import type { CitationContext } from './spans.ts';
import { citationsOfTitle } from './titles.ts';

/**
 * Finds the citations in a text.
 * @param text one run of text: a paragraph, a heading, a title
 * @param context of the notice; short names declared in the text are added to it
 * @returns spans with their citations; a title inside a title lies inside its span
 */
export function findCitations(text: string, context: CitationContext): AnnotatedSpan[] {
  const { titles, unclosed, unopened } = findBookTitles(text);
  for (const index of unclosed) doubtMark(text, index, CLOSING, context);
  for (const index of unopened) doubtMark(text, index, OPENING, context);
  const marked = titles.flatMap((title) => citationsOfTitle(title, text, context));
  const numbers = loneNumbers(text, marked, context);
  const running = runningNames(text, [...titles, ...numbers], context);
  return [...marked, ...numbers, ...running];
}

const CLOSING = { fault: 'is never closed', lost: 'closing', zh: '右' };
const OPENING = { fault: 'was never opened', lost: 'opening', zh: '左' };

function doubtMark(
  text: string,
  index: number,
  { fault, lost, zh }: typeof CLOSING,
  context: CitationContext,
): void {
  const mark = text[index] ?? '';
  context.doubt(
    'unclosed-title',
    index,
    `The title mark ${mark} ${fault}. 书名号“${mark}”缺${zh}半边，因此没有链接。`,
    `Compare with the original; add an erratum if the ${lost} mark was lost. Nothing is linked by guess.`,
  );
}
