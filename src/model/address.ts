/** The addresses of the site, relative to its root. Nothing else builds them. */

/** @param id of a notice */
export function noticeUrl(id: string): string {
  return `notices/${id}.html`;
}

/** @param id of a work */
export function workUrl(id: string): string {
  return `works/${id}.html`;
}

/**
 * @param id of a notice
 * @param extension of a format (formats.ts): `docx`
 */
export function exportUrl(id: string, extension: string): string {
  return `notices/${id}.${extension}`;
}

/**
 * The page that shows the seed of a notice line by line (原文); a line of it is `#L12`.
 * @param id of a notice
 */
export function sourceUrl(id: string): string {
  return `sources/${id}.html`;
}

/**
 * The file that the seed was read from (原件).
 * @param id of a notice
 * @param extension under which it is offered: `docx`
 */
export function originalUrl(id: string, extension: string): string {
  return `sources/${id}.original.${extension}`;
}

/**
 * The seed itself, byte for byte.
 * @param id of a notice
 */
export function seedUrl(id: string): string {
  return `sources/${id}.txt`;
}

/** The page 待校问题; what it holds of a notice stands at `#` and its id. */
export const MESSAGES_URL = 'messages.html';
