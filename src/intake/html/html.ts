/** Web pages → the lines that a reader sees. */
import { parse } from 'parse5';
import { decode } from '../../pipeline/read.ts';
import { htmlLines } from './html-text.ts';
import { type Received, seedText } from '../received.ts';
import { refused } from '../refuse.ts';

/**
 * Reads a web page: all that is shown, but what belongs to the site and not to the notice (navigation, scripts, hidden parts). Nothing is run or
 * fetched.
 * @param bytes of the file, in any encoding of Chinese pages
 * @throws {Refused} when it is no text, or shows none
 */
export function readHtml(bytes: Uint8Array): Received {
  const source = decodePage(bytes);
  if (source === null) throw refused('damaged', 'no encoding of text fits');
  // a text that is only called a page keeps its lines
  if (!/<[a-z!/?]/i.test(source)) return { text: seedText([source]), remarks: [] };
  const { lines, left } = htmlLines(parse(source));
  const text = seedText(lines);
  if (text.trim() === '') throw refused(/<(?:script|i?frame)\b/i.test(source) ? 'framed' : 'empty');
  const words = [...left].slice(0, QUOTED).join(', ');
  const more = left.size > QUOTED ? ` and ${left.size - QUOTED} more` : '';
  const remark = {
    rule: 'html-chrome',
    reason: `Parts of the page that belong to its site were left out: ${words}${more}. 略去了网页的导航等部分。`,
    note: 'Compare with the page in a browser. 请与网页核对。',
  };
  return { text, remarks: left.size === 0 ? [] : [remark] };
}

/** Parts that a remark quotes. */
const QUOTED = 8;

/** Encodings that pages name and that are not told by their bytes. */
const NAMED = /<meta[^>]{0,200}charset\s*=\s*["']?\s*(big5(?:-hkscs)?|shift_jis|euc-jp|euc-kr)/i;

/** A page is what its bytes are: names of encodings are often wrong, and UTF-8 and GB18030 show. */
function decodePage(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const name = NAMED.exec(start)?.[1];
  if (name !== undefined) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // it is not what it says
    }
  }
  return decode(bytes)?.text ?? null;
}
