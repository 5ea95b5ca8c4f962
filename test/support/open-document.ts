/** Text documents as LibreOffice keeps them (OpenDocument 1.3, one XML file), laid out in the ways of offices. */

/** How a document is set. Lengths in points. */
export interface Layout {
  font: string;
  size: number;
  /** Height of a line: `29pt`, `150%`. */
  line: string;
  /** First-line indent, in sizes of the type. */
  indent: number;
  /** Room below paragraphs. */
  below?: number;
  /** What stands at the foot and at the head of every page; `{n}` is its number, `{of}` the count of pages. */
  foot: string;
  head?: string;
  columns?: number;
  /** Width, height and margin of the page, in mm: A4 of GB/T 9704-2012 when absent. */
  page?: { width: number; height: number; margin: number };
}

const NAMESPACES = ['office', 'style', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')
  .concat('xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"')
  .join(' ');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A document.
 * @param paragraphs their words; all are set alike
 * @returns the text of a `.fodt`
 */
export function openDocument(paragraphs: readonly string[], layout: Layout): string {
  const body = paragraphs.map((text) => `<text:p text:style-name="P">${escaped(text)}</text:p>`);
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls><style:font-face style:name="F" svg:font-family="'${layout.font}'"/></office:font-face-decls><office:automatic-styles>${paragraphStyle(layout)}${pageStyle(layout)}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:header>${margin(layout.head ?? '')}</style:header><style:footer>${margin(layout.foot)}</style:footer></style:master-page></office:master-styles><office:body><office:text>${body.join('')}</office:text></office:body></office:document>`;
}

/** Without hanging punctuation: LibreOffice 7.4 loses some of the marks that hang out of a line when it writes a PDF. */
function paragraphStyle({ size, line, indent, below = 0 }: Layout): string {
  return `<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:text-indent="${size * indent}pt" fo:line-height="${line}" fo:margin-top="0pt" fo:margin-bottom="${below}pt" fo:orphans="0" fo:widows="0" style:punctuation-wrap="simple"/><style:text-properties style:font-name="F" style:font-name-asian="F" fo:font-size="${size}pt" style:font-size-asian="${size}pt"/></style:style>`;
}

function pageStyle({ page, columns = 1 }: Layout): string {
  const { width, height, margin: all } = page ?? { width: 210, height: 297, margin: 28 };
  const room = '<style:header-footer-properties fo:min-height="8mm"';
  return `<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="${width}mm" fo:page-height="${height}mm" fo:margin="${all}mm"><style:columns fo:column-count="${columns}" fo:column-gap="8mm"/></style:page-layout-properties><style:header-style>${room} fo:margin-bottom="4mm"/></style:header-style><style:footer-style>${room} fo:margin-top="4mm"/></style:footer-style></style:page-layout>`;
}

function margin(words: string): string {
  const fields = escaped(words)
    .replace('{n}', '<text:page-number text:select-page="current"/>')
    .replace('{of}', '<text:page-count/>');
  return `<text:p>${fields}</text:p>`;
}
