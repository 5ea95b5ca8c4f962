/** What most comparisons begin with: width and white space. */

/**
 * Full-width letters, digits and marks in half width, `㈠` as `(一)`, `①` as `1`: the compatibility form of Unicode (NFKC, Standard
 * Annex 15). For reading numbers and labels, and the first step of the other modules here.
 * @param text any
 */
export function narrow(text: string): string {
  return text.normalize('NFKC');
}

/**
 * Without white space, also the ideographic one. For short printed elements (number, date, organ) that printers space out: `文　件`.
 * @param text any
 */
export function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

/**
 * The words of a text: without white space, in half width. Two texts with the same words differ in layout alone; conservation of
 * text and the digests of published addresses rest on it, so it must never change.
 * @param text any
 */
export function comparable(text: string): string {
  // some characters have white space in their compatibility form
  return withoutSpaces(narrow(withoutSpaces(text)));
}
