/** read: bytes → VFile. Finds the encoding, takes the BOM off, refuses what is no text. */
import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What `read` stores on a file for the later stages. */
export interface SeedData {
  /** Of the bytes as received, hexadecimal. */
  sha256: string;
  encoding: Encoding;
  /** Of the file. */
  bytes: number;
  /** Whether it begins with a byte order mark, which is no part of its text. */
  hasBom: boolean;
}

declare module 'vfile' {
  interface DataMap {
    seed: SeedData;
  }
}

/** More does not fit into a string of every engine; notices have some 10 kB. */
const MOST_BYTES = 200_000_000;
/** Above this share of NULs and other control characters a file is no text. */
const BINARY_SHARE = 0.01;
/** Below this share of everyday characters GB18030 was a wrong guess. */
const EVERYDAY_SHARE = 0.6;

/**
 * Decodes a seed: BOM, then UTF-8, then UTF-16 without BOM, then GB18030, each strictly.
 * @param path as people know it, `seeds/x.txt`; stands in every message
 * @param bytes the file
 * @returns the file with `value` (without BOM) and `data.seed`; with a fatal message and an empty value when it cannot be read
 */
export function read(path: string, bytes: Uint8Array): VFile {
  const file = new VFile({ path, value: '' });
  if (bytes.length > MOST_BYTES) {
    report(file, {
      ruleId: 'encoding',
      severity: 'error',
      reason: `The file has ${Math.round(bytes.length / 1e6)} MB; more than ${MOST_BYTES / 1e6} MB cannot be read as one notice. 文件过大，无法作为一件公文读取。`,
      note: 'Give each notice a file of its own. 请一件公文一个文件。',
    });
    return file;
  }
  const decoded = decode(bytes);
  if (decoded === null) {
    report(file, {
      ruleId: 'encoding',
      severity: 'error',
      reason: `Cannot read this file as text: neither UTF-8, UTF-16 nor GB18030 fits${firstBadByte(bytes)}. 文件无法按 UTF-8、UTF-16 或 GB18030 读取。`,
      note: 'Save the text as UTF-8 (in WPS or Word: save as plain text, encoding UTF-8) and add it again; a .doc, .docx or PDF must be turned into text first.',
    });
    return file;
  }
  const value = decoded.text;
  if (value.trim() === '') {
    report(file, {
      ruleId: 'empty',
      severity: 'error',
      reason: 'The file holds no text. 文件中没有文字。',
      note: 'Put the text of the notice into it or delete it.',
      place: { line: 1, column: 1, offset: 0 },
    });
    return file;
  }
  file.value = value;
  file.data.seed = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    encoding: decoded.encoding,
    bytes: bytes.length,
    hasBom: hasBom(bytes, decoded.encoding),
  };
  reportReplaced(file, value);
  if (decoded.encoding === 'gb18030') reportMixed(file, bytes);
  return file;
}

/**
 * Bytes as text. A NUL, which no page can carry, is U+FFFD in it.
 * @returns the text without BOM and its encoding, or null when no encoding fits or the bytes are no text
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const text = (encoding: Encoding): { text: string; encoding: Encoding } | null => {
    const decoded = decodeAs(bytes, encoding);
    if (decoded === null || !isText(decoded)) return null;
    return { text: decoded.replaceAll('\0', '\u{FFFD}'), encoding };
  };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return text('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return text('utf-16be');
  const utf8 = text('utf-8');
  if (utf8) return utf8;
  const wide = utf16Side(bytes);
  if (wide) return text(wide);
  const gb = text('gb18030');
  return gb && isEveryday(bytes) ? gb : null;
}

/** In GB18030 the mark is a character of the text. */
function hasBom(bytes: Uint8Array, encoding: Encoding): boolean {
  if (encoding === 'gb18030') return false;
  const start = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, 4));
  return start.startsWith('\u{FEFF}');
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Text has (almost) no control characters. */
function isText(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32)) controls++;
  }
  return controls <= text.length * BINARY_SHARE || (controls < 4 && text.length > 8);
}

/** Above this share of everyday characters bytes in pairs are UTF-16. */
const WIDE_SHARE = 0.9;

/** UTF-16 without BOM is recognised by NULs (of digits, line ends, and of 一, U+4E00) and by its characters, read in the right byte order. */
function utf16Side(bytes: Uint8Array): Encoding | null {
  if (!bytes.includes(0)) return null;
  let [little, big] = [0, 0];
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const [one = 0, other = 0] = [bytes[index], bytes[index + 1]];
    if (isEverydayUnit(other * 256 + one)) little++;
    if (isEverydayUnit(one * 256 + other)) big++;
  }
  if (Math.max(little, big) * 2 < bytes.length * WIDE_SHARE) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** ASCII without controls, general and Chinese punctuation, common Han characters, full-width forms. */
function isEverydayUnit(code: number): boolean {
  return (
    (code >= 0x20 && code < 0x7f) ||
    (code >= 9 && code <= 13) ||
    (code >= 0x2010 && code < 0x2070) ||
    (code >= 0x3000 && code < 0x3040) ||
    (code >= 0x4e00 && code <= 0x9fa5) ||
    (code >= 0xff00 && code < 0xfff0)
  );
}

/**
 * GB18030 decodes nearly anything. Real Chinese text in it is mostly made of the symbols and the 3,755 everyday characters of
 * GB 2312 level 1 (rows 16–55); UTF-8 with a damaged byte is not.
 */
function isEveryday(bytes: Uint8Array): boolean {
  let pairs = 0;
  let everyday = 0;
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[++index] ?? 0;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7)))
      everyday++;
  }
  return everyday >= pairs * EVERYDAY_SHARE;
}

/** Says where UTF-8 breaks: most files that cannot be read are UTF-8 with a damaged place. */
function firstBadByte(bytes: Uint8Array): string {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const offset = lossy.indexOf('\u{FFFD}');
  if (offset < 0) return '';
  const before = lossy.slice(0, offset).split(/\r\n|\r|\n/);
  return ` (as UTF-8 it breaks in line ${before.length}, column ${(before.at(-1) ?? '').length + 1})`;
}

/** Replacement characters of an earlier reader are kept and reported. */
function reportReplaced(file: VFile, value: string): void {
  const offset = value.indexOf('\u{FFFD}');
  if (offset < 0) return;
  const before = value.slice(0, offset).split(/\r\n|\r|\n/);
  report(file, {
    ruleId: 'replacement-character',
    severity: 'warning',
    reason: `${value.split('\u{FFFD}').length - 1} character(s) of this text could not be read (U+FFFD or NUL). 文中有无法识别的字符。`,
    note: 'Compare with the original and record an erratum.',
    place: { line: before.length, column: (before.at(-1) ?? '').length + 1, offset },
  });
}

/** Fewer may be GB18030 by accident. */
const FEWEST_HAN = 3;

/** A text pasted together of two encodings is decoded as one; lines in the other one are recognised because they are valid UTF-8. */
function reportMixed(file: VFile, bytes: Uint8Array): void {
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const text = decodeAs(bytes.subarray(start, end < 0 ? bytes.length : end), 'utf-8');
    if (text !== null && (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= FEWEST_HAN) {
      report(file, {
        ruleId: 'mixed-encodings',
        severity: 'warning',
        reason: `Line ${line} is UTF-8 in a file of GB18030 and shows wrong characters here. 文件混用了两种编码，自第 ${line} 行起有乱码。`,
        note: 'Open the file in the program it comes from, save it as UTF-8 and add it again. 请在原来的软件中另存为 UTF-8 后重新放入。',
        place: {
          line,
          column: 1,
          offset:
            String(file.value)
              .split('\n', line - 1)
              .join('\n').length + (line > 1 ? 1 : 0),
        },
      });
      return;
    }
    start = end < 0 ? bytes.length : end + 1;
  }
}
