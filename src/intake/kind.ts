/** What kind of file this is: by its first bytes, and by its name where they say nothing. */
import type { Refusal } from './refuse.ts';

/** What can be read. */
export type FileKind = 'text' | 'html' | 'docx' | 'pdf';

const BY_NAME = new Map<string, FileKind | Refusal>(Object.entries({
  txt: 'text', text: 'text', md: 'text', markdown: 'text',
  html: 'html', htm: 'html', xhtml: 'html', shtml: 'html',
  docx: 'docx', docm: 'docx', dotx: 'docx', dotm: 'docx', pdf: 'pdf',
  doc: 'doc', dot: 'doc', wps: 'wps', wpt: 'wps', rtf: 'rtf', odt: 'odt', mht: 'mht', mhtml: 'mht',
  xls: 'sheet', xlsx: 'sheet', xlsm: 'sheet', et: 'sheet', ods: 'sheet',
  ppt: 'slides', pptx: 'slides', dps: 'slides', odp: 'slides', ofd: 'ofd', ceb: 'ceb',
  jpg: 'image', jpeg: 'image', png: 'image', gif: 'image', bmp: 'image', tif: 'image', tiff: 'image', webp: 'image', heic: 'image',
  zip: 'archive', rar: 'archive', '7z': 'archive', gz: 'archive', tar: 'archive',
  exe: 'program', dll: 'program', msi: 'program',
} as const)); // prettier-ignore

/** First bytes, as Latin-1, of what no name can make a notice of. */
const BY_BYTES: readonly (readonly [RegExp, FileKind | Refusal])[] = [
  [/^\{\\rtf/, 'rtf'],
  [/^\xFF\xD8\xFF|^\x89PNG|^GIF8|^BM.{4}\0{4}|^II\*\0|^MM\0\*|^RIFF.{4}WEBP/s, 'image'],
  [/^Rar!|^7z\xBC\xAF/, 'archive'],
  [/^MZ.{58}/s, 'program'],
  [/^Founder CEB/, 'ceb'],
];

/** What saves under the name of Word is often a web page, and what is XML may be Word of 2003 (WordprocessingML) or a flat package. */
const WEB_PAGE = /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|meta)\b/i;
const WORD_XML = /<\?mso-application\s+progid="Word\.Document"|<w:wordDocument\b/;
const WEB_ARCHIVE =
  /^(?:\xEF\xBB\xBF)?\s*(?:MIME-Version:|(?:From|Subject|Content-Type):[^]*multipart\/related)/i;

const OLE = '\xD0\xCF\x11\xE0';
/** A part of a package, or its first bytes → what it is. */
const BY_PART: readonly (readonly [string, FileKind | Refusal])[] = [
  ['word/document.xml', 'docx'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'sheet'],
  ['mimetypeapplication/vnd.oasis.opendocument.presentation', 'slides'],
  ['xl/workbook.xml', 'sheet'],
  ['ppt/presentation.xml', 'slides'],
  ['OFD.xml', 'ofd'],
];

/**
 * The kind of a file.
 * @param name with its ending
 * @param bytes all of it, or its beginning (1 KB and more)
 * @returns what it is read as, or why it is refused
 */
export function kindOf(name: string, bytes: Uint8Array): FileKind | Refusal {
  if (bytes.length === 0) return 'empty';
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const named = BY_NAME.get(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '') ?? 'unknown';
  return (
    binaryKind(start, named, bytes) ??
    markupKind(start, named) ??
    (isMisnamed(name, named) && isChineseText(bytes) ? 'misnamed' : unopened(named))
  );
}

/** Containers and what no name can make a notice of, by their first bytes; null: something else. */
function binaryKind(
  start: string,
  named: FileKind | Refusal,
  bytes: Uint8Array,
): FileKind | Refusal | null {
  // readers of PDF look for the mark in the first kilobyte (ISO 32000-1, annex H.3.4.1)
  if (start.includes('%PDF-') && named !== 'text' && named !== 'html') return 'pdf';
  if (start.startsWith(OLE)) return oleKind(named, bytes);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06'))
    return zipKind(named, bytes);
  return BY_BYTES.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

/** Markup under the name of a Word file, and web archives; null: something else. */
function markupKind(start: string, named: FileKind | Refusal): FileKind | Refusal | null {
  if (WORD_XML.test(start)) return 'word-xml';
  if (isWord(named) && WEB_PAGE.test(start)) return 'html';
  return (isWord(named) || named === 'html') && WEB_ARCHIVE.test(start) ? 'mht' : null;
}

function isWord(named: FileKind | Refusal): boolean {
  return named === 'docx' || named === 'doc' || named === 'wps';
}

/** Whether a name does not say that the file is text: one of Word or PDF, or one without ending. */
function isMisnamed(name: string, named: FileKind | Refusal): boolean {
  const hasEnding = /\.[^.\s]+$/.test(name.replace(/^.*[/\\]/s, ''));
  return isWord(named) || named === 'pdf' || !hasEnding;
}

/** What a file is by its name alone: a package or PDF would have been known by its bytes. */
function unopened(named: FileKind | Refusal): FileKind | Refusal {
  return named === 'docx' || named === 'pdf' ? 'damaged' : named;
}

/** Whether a file begins with lines of Chinese in an encoding that seeds have. */
function isChineseText(bytes: Uint8Array): boolean {
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      // a character that is cut off at the end is no mistake
      const start = new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, 1024), {
        stream: true,
      });
      return !/[^\P{Cc}\s]/u.test(start) && /\p{Script=Han}{4}/u.test(start);
    } catch {
      return false;
    }
  });
}

/** Word files under a password lie in the container of the old formats (MS-OFFCRYPTO, 2.3). */
function oleKind(named: FileKind | Refusal, bytes: Uint8Array): FileKind | Refusal {
  const hasPackage = Buffer.from(bytes.subarray(0, 1 << 20)).includes(
    'EncryptedPackage',
    0,
    'utf16le',
  );
  if (hasPackage) return 'encrypted';
  return named === 'wps' || named === 'sheet' || named === 'slides' ? named : 'doc';
}

function zipKind(named: FileKind | Refusal, bytes: Uint8Array): FileKind | Refusal {
  if (named === 'archive') return named;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = BY_PART.find(([part]) => file.includes(part, 0, 'latin1'))?.[1];
  if (found !== undefined) return found;
  if (named === 'text' || named === 'html' || named === 'pdf' || named === 'unknown')
    return 'archive';
  return named === 'doc' || named === 'wps' ? 'docx' : named;
}
