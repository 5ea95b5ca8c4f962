/** What is no character of a word and travels along when a number is pasted. */
const invisible = /[\u200b-\u200f\u2060\ufeff]/g;

/** Marks round all of it; round brackets only where a number stands in them, because `（三）` is one itself. */
const quoted = /^(?:["“”'‘’«「『《〈](.*)["“”'‘’»」』》〉]|\((.*号)\))$/su;
/** The end of the sentence that a number was copied from. */
const ending = /[。,;]+$/;
/** What stands in front of a number on papers and web pages. */
const label = /^(?:公文)?(?:发文字号|文号|编号)[\s:]*(?=\S)/u;

/**
 * What somebody typed, for reading numbers out of it: width, case and the many brackets of a year made one; quotes round
 * it and `文号：` before it left out.
 *
 * @param text as typed or pasted: `文号：济管市监【２０２３】17号`
 * @returns `济管市监(2023)17号`
 */
export function cleanInput(text: string): string {
  const typed = text.normalize('NFKC').toLowerCase().replace(invisible, '').trim();
  return unquoted(unquoted(typed).replace(label, ''))
    .replace(/[〔[【〖「『{<〈《]/g, '(')
    .replace(/[〕\]】〗」』}>〉》]/g, ')')
    .replace(ending, '');
}

function unquoted(text: string): string {
  const [, marked, bracketed] = quoted.exec(text) ?? [];
  return (marked ?? bracketed ?? text).trim();
}
