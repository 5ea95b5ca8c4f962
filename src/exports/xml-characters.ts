/** What XML 1.0 (section 2.2, Char) does not allow: controls, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Text that may stand in an XML document: a character that XML cannot carry becomes U+FFFD.
 * @param text any
 */
export function xmlCharacters(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD');
}

/**
 * Text for xmlbuilder2, which escapes `&` only where no entity seems to follow: printed `&amp;` would be read as `&`.
 * @param text any
 */
export function xmlText(text: string): string {
  return xmlCharacters(text).replaceAll('&', '&amp;');
}
