/** The value at a share of sorted numbers: 0.5 the median, 1 the greatest. */
export function at(share: number, numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0);

export const milliseconds = (time: number): string => time.toFixed(time < 10 ? 2 : 0);

/** Rows as a Markdown table, the first one its head. */
export function table([head = [], ...rows]: readonly string[][]): string {
  const lines = [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  return `${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`;
}
