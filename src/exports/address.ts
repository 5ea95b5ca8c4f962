/** The addresses of the site, relative to its root. The one place of the pipeline that knows them. */

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
