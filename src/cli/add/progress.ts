/** How far an order of many files has come: one line that is written over, and only where somebody looks. */

const WIDTH = 24;

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
  const what = name.replace(/\p{Cc}/gu, ' ').slice(0, 30);
  process.stderr.write(`\r\u{1B}[2K${bar} ${done}/${total} ${what}`);
}

/** Takes the line away. */
export function hideProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u{1B}[2K');
}
