/** What somebody types or pastes into a box: numbers of documents and clauses. */
import { ZERO_WIDTH } from './invisible.ts';
import { narrow } from './words.ts';

const EACH_ZERO_WIDTH = new RegExp(ZERO_WIDTH, 'g');

/** Marks round all of it; round brackets only where a number stands in them, because `（三）` is one itself. */
const QUOTED = /^(?:["“”'‘’«「『《〈](.*)["“”'‘’»」』》〉]|\((.*号)\))$/su;
/** The end of the sentence that a number was copied from. */
const ENDING = /[。,;]+$/;
/** What stands in front of a number on papers and web pages. */
const LABEL = /^(?:公文)?(?:发文字号|文号|编号)[\s:]*(?=\S)/u;

/**
 * What somebody typed, for reading numbers out of it: width, case and the many brackets of a year made one; quotes round
 * it and `文号：` before it left out.
 *
 * @param text as typed or pasted: `文号：济管市监【２０２３】17号`
 * @returns `济管市监(2023)17号`
 */
export function cleanInput(text: string): string {
  const typed = narrow(text).toLowerCase().replace(EACH_ZERO_WIDTH, '').trim();
  return unquoted(unquoted(typed).replace(LABEL, ''))
    .replace(/[〔[【〖「『{<〈《]/g, '(')
    .replace(/[〕\]】〗」』}>〉》]/g, ')')
    .replace(ENDING, '');
}

function unquoted(text: string): string {
  const [, marked, bracketed] = QUOTED.exec(text) ?? [];
  return (marked ?? bracketed ?? text).trim();
}
