import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import mammoth from 'mammoth';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** The words of a file as a reader of its format gets them. */
export const wordsIn: Record<'docx' | 'txt' | 'md' | 'xml', (bytes: Buffer) => Promise<string>> = {
  docx: async (buffer) => (await mammoth.extractRawText({ buffer })).value,
  txt: async (bytes) => Promise.resolve(bytes.toString('utf8')),
  md: async (bytes) => {
    const root: Root = unified().use(remarkParse).use(remarkGfm).parse(bytes.toString('utf8'));
    return Promise.resolve(toString(root));
  },
  xml: async (bytes) => {
    const root = new DOMParser().parseFromString(bytes.toString('utf8'), 'text/xml');
    const meta = root.getElementsByTagName('meta')[0];
    meta?.parentNode?.removeChild(meta);
    return Promise.resolve(root.documentElement.textContent);
  },
};

/** The paragraphs of a file, in order; a heading is one. */
export const paragraphsIn: Record<'docx' | 'txt' | 'md', (bytes: Buffer) => Promise<string[]>> = {
  docx: async (buffer) => (await mammoth.extractRawText({ buffer })).value.split('\n\n'),
  txt: async (bytes) => Promise.resolve(bytes.toString('utf8').split('\n')),
  md: async (bytes) => {
    const root: Root = unified().use(remarkParse).use(remarkGfm).parse(bytes.toString('utf8'));
    return Promise.resolve(root.children.map((block) => toString(block)));
  },
};

/**
 * The cells of a CSV file (RFC 4180), strict: what is not well formed is an error. The `'` in front of what looks like a formula is taken away.
 */
export function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  const text = csv.replace(/^\uFEFF/u, '');
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (match === null) throw new Error(`no cell at ${String(at)}: ${text.slice(at, at + 30)}`);
    const raw = match[1] ?? '';
    const value = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
    rows.at(-1)!.push(value.replace(/^'/u, ''));
    if (match[2] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** A file as bytes. */
export const bytesOf = (path: string): Buffer => readFileSync(path);
