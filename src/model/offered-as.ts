/** Files that are safe to offer: a browser saves them or shows them in a viewer. A web page would run as part of this site. */
const OFFERED = new Map(Object.entries({
  docx: 'docx', dotx: 'dotx', pdf: 'pdf', html: 'html.txt', htm: 'html.txt', xhtml: 'html.txt', shtml: 'html.txt',
})); // prettier-ignore

/**
 * The ending under which a page offers an original.
 * @returns null: it is not offered (files with macros)
 */
export function offeredAs({ file }: { file: string }): string | null {
  return OFFERED.get(/\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? '') ?? null;
}
