import type { Finding } from './verify.ts';

const NAMES = { damaged: '损坏', missing: '缺少', foreign: '多出' };

/** A finding in one line: kind, path, and what is wrong where the kind does not say all. */
export function sentenceOf({ kind, path, why }: Finding): string {
  return `✖ ${kind} ${NAMES[kind]} ${path}${why === undefined ? '' : ` (${why})`}`;
}

/** How many of each kind: `2 damaged, 1 foreign`. */
export function tallyOf(findings: readonly Finding[]): string {
  return (['damaged', 'missing', 'foreign'] as const)
    .map((wanted) => [findings.filter(({ kind }) => kind === wanted).length, wanted] as const)
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${kind}`)
    .join(', ');
}
