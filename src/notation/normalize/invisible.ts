/** Characters that a reader cannot see, as sources for regular expressions (`u`). Each set has its use. */

/**
 * Shows nothing of itself: controls, format characters, characters for private use, halves of characters, line ends that no editor
 * counts. To be named or replaced where text is shown in a terminal, beside its line, or becomes the name of a file. The tab is one.
 */
export const UNSEEN = '[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]';

/**
 * Changes how text around it is read, without being seen: controls but tab and line feed, halves of characters, marks that turn the
 * direction of writing, the byte order mark, what is no character. To be refused in what people write; a joiner without width may
 * stand there, because a quotation from a seed can hold one.
 */
export const STEERING =
  '(?![\\t\\n])[\\p{Cc}\\p{Cs}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]';

/** Has no width and is no part of a word: comes along when text is copied from web pages. To be passed over in searching. */
export const ZERO_WIDTH = '[\\u200b-\\u200f\\u2060\\ufeff]';

/**
 * A text without the places where it may be broken (soft hyphen, space without width): they are layout.
 * @param text of a web page or a Word document
 */
export function withoutBreakPlaces(text: string): string {
  return text.replace(/[\u{AD}\u{200B}]/gu, '');
}
