/** Two documents in one file. */
import { withoutSpaces } from '../notation/normalize/words.ts';
import { readNumberLine } from '../notation/document-number.ts';
import { physicalLines } from '../model/seed-text.ts';
import type { Remark } from './received.ts';

/** Lines of its own that a document has at the least. */
const LEAST_LINES = 8;

/**
 * Whether a second document begins in a text: another 发文字号 on a line of its own, far below the first.
 * @param text decoded
 * @returns null when none does
 */
export function secondDocument(text: string): (Remark & { line: number }) | null {
  const numbers = physicalLines(text).flatMap(({ start, end }, at) => {
    if (end - start > 80) return [];
    const number = readNumberLine(withoutSpaces(text.slice(start, end)))?.number;
    return number ? [{ line: at + 1, number: number.text }] : [];
  });
  const [first] = numbers;
  const second = numbers.find(
    ({ line, number }) => first && number !== first.number && line > first.line + LEAST_LINES,
  );
  if (!first || !second) return null;
  return {
    rule: 'second-document',
    line: second.line,
    reason: `A second document seems to begin about line ${second.line}: ${first.number} stands in line ${first.line}, ${second.number} here. 文件中似有两件公文。`,
    note: 'If it is a document of its own, cut the file in two above its masthead and add each part; if it is an annex or a quotation, leave it. 如确为两件，请从第二件的发文机关标志处分成两个文件再添加。',
  };
}
