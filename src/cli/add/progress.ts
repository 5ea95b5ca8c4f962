/** How far an order of many files has come: one line that is written over, and only where somebody looks. */

import { columnsOf, printable } from '../../diagnostics/quote.ts';

const WIDTH = 24;
/** Columns of a name: with bar and count one line of 80. */
const NAME = 40;

/**
 * Shows progress on a terminal; writes nothing into files and pipes.
 * @param done files
 * @param total files; one needs no bar
 * @param name of the file that is read now
 */
export function showProgress(done: number, total: number, name: string): void {
  if (!process.stderr.isTTY || total < 2) return;
  const full = Math.round((done / total) * WIDTH);
  const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
  const what = clipped(printable(name), NAME);
  process.stderr.write(`\r\u{1B}[2K${bar} ${done}/${total} ${what}`);
}

/** The beginning of a name: a line that wraps could not be written over. */
function clipped(name: string, columns: number): string {
  let text = '';
  for (const sign of name) {
    if (columnsOf(text + sign) > columns) return text;
    text += sign;
  }
  return text;
}

/** Takes the line away. */
export function hideProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u{1B}[2K');
}
