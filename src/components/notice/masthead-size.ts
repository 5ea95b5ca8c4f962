/** Lengths up to which a masthead is set on one line, each in a size of its own (styles/print.css). */
const ONE_LINE = [9, 12, 15, 18, 22];
/** The length up to which it is set on two. */
const TWO_LINES = 32;

/**
 * The classes of a masthead by its length.
 *
 * @param html of its line
 * @returns `one-line up-to-18`, `two-lines`; null: it takes as many lines as it needs
 */
export function mastheadSize(html: string): string | null {
  const text = html.replaceAll(/<[^>]*>|\s/gu, '').replaceAll(/&[^;]*;/gu, '&');
  const length = Array.from(text).length;
  const most = ONE_LINE.find((each) => length <= each);
  if (most !== undefined) return `one-line up-to-${String(most)}`;
  return length <= TWO_LINES ? 'two-lines' : null;
}
