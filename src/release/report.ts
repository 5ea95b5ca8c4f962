import { type Bilingual, inLanguage } from '../diagnostics/language.ts';
import type { Finding } from './verify.ts';

const NAMES: Record<Finding['kind'], Bilingual> = {
  damaged: { en: 'damaged', zh: '损坏' },
  missing: { en: 'missing', zh: '缺少' },
  foreign: { en: 'foreign', zh: '多出' },
};

/** A finding in one line: kind, path, and what is wrong where the kind does not say all. */
export function sentenceOf({ kind, path, why }: Finding): string {
  return `✖ ${inLanguage(NAMES[kind])} ${path}${why === undefined ? '' : ` (${why})`}`;
}

/** How many of each kind: `2 damaged, 1 foreign`, in the language of the user. */
export function tallyOf(findings: readonly Finding[]): string {
  return (['damaged', 'missing', 'foreign'] as const)
    .map((wanted) => [findings.filter(({ kind }) => kind === wanted).length, wanted] as const)
    .filter(([count]) => count > 0)
    .map(([count, kind]) =>
      inLanguage({ en: `${count} ${kind}`, zh: `${NAMES[kind].zh} ${count}` }),
    )
    .join(inLanguage({ en: ', ', zh: '，' }));
}
