/** What is no character of a word and travels along when a number is pasted. */
const invisible = /[\u200b-\u200f\u2060\ufeff]/g;

/**
 * What somebody typed, for reading numbers out of it: width, case and the many brackets of a year made one.
 *
 * @param text as typed or pasted: `济管市监【２０２３】17号`
 * @returns `济管市监(2023)17号`
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(/[〔[【〖「『{<〈《]/g, '(')
    .replace(/[〕\]】〗」』}>〉》]/g, ')')
    .trim();
}
