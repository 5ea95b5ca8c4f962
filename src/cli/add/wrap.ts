/** Lines that fit a terminal. */
import { columnsOf } from '../../diagnostics/quote.ts';

/** Signs in front of the words of a line: what is broken off hangs below the words. */
const LEAD = /^ *(?:[▲✖→│✔＝] )?/u;
/** Words that are not parted: Latin ones with their marks, Chinese characters with the mark behind them. */
const WORD = /[!-~\u{A0}-\u{2FF}]+ ?|.[，。、；：！？）》”’]*/gu;

/**
 * Breaks the lines of a report.
 * @param text printable
 * @param columns of the terminal
 */
export function wrapped(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => (columnsOf(line) <= columns ? line : broken(line, columns)))
    .join('\n');
}

function broken(line: string, columns: number): string {
  const lead = LEAD.exec(line)?.[0] ?? '';
  const indent = ' '.repeat(columnsOf(lead));
  const lines: string[] = [];
  let current = lead;
  for (const [word] of line.slice(lead.length).matchAll(WORD)) {
    if (columnsOf(current + word.trimEnd()) > columns && current.length > lead.length) {
      lines.push(current.trimEnd());
      current = indent;
    }
    current += word;
  }
  return [...lines, current.trimEnd()].join('\n');
}
