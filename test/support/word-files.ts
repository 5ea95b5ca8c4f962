/** Word files by their raw parts: what `docx` does not write, and what nobody should. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/**
 * A .docx of these parts.
 * @param body what stands in `w:body`
 * @param parts further ones, by name
 */
export function wordFile(body: string, parts: Record<string, string> = {}): Uint8Array {
  const all = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${W} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** A paragraph with these words; `properties` is what stands in `w:pPr`. */
export function wordParagraph(words: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
}

/** A level of automatic numbering. */
export function level(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** `word/numbering.xml`: definitions, and instances of them. */
export function numberingPart(...inside: string[]): Record<string, string> {
  return { 'word/numbering.xml': `<w:numbering ${W}>${inside.join('')}</w:numbering>` };
}

/** `word/styles.xml` */
export function stylesPart(...inside: string[]): Record<string, string> {
  return { 'word/styles.xml': `<w:styles ${W}>${inside.join('')}</w:styles>` };
}
