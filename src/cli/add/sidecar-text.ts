/** The sidecar that is put beside a new seed: what is known, and lines to fill in for what is not. */
import type { CitationRecord } from '../../model/records/citation.ts';
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { OriginalFile } from '../../authored/sidecar-schema.ts';
import { stringify } from 'yaml';

/**
 * Writes a sidecar.
 * @param record of the notice
 * @param original the file that the seed was read from; null: the seed is that file
 * @returns YAML; null when there is nothing to say and nothing was left open
 */
export function sidecarText(record: NoticeRecord, original: OriginalFile | null): string | null {
  const open = openQuestions(record);
  if (original === null && open.length === 0) return null;
  const name = record.seed.replace(/^.*\//, '');
  return [
    `# ${name}：文字本身没有说明的事项写在这里。键和例子见 seeds/README.md。What the text cannot say; keys and examples: seeds/README.md.`,
    original === null ? null : stringify({ original }).trimEnd(),
    '# 来源（网址或说明）和使用许可，不知道就留 null。Where the text comes from and under what terms; null: not known.',
    'source: null',
    'licence: null',
    ...open,
  ]
    .filter((line) => line !== null)
    .join('\n')
    .concat('\n');
}

/** Whether nobody knows yet what a citation names; newspapers name no document. */
export function isOpen({ works, role }: CitationRecord): boolean {
  return works.length === 0 && role !== 'media';
}

/** The facts that are missed most, as they are stated; 〈…〉 is to be filled in and refused until it is. */
const EXAMPLES = {
  title: '〈标题〉',
  number: '〈文号〉',
  issuer: '〈发文机关〉',
  date: '〈成文日期，如 2023-03-05〉',
} as const;

/** Lines to fill in for facts that the text lacks. */
function missingFacts(record: NoticeRecord): string[] {
  const missing = Object.entries(EXAMPLES).filter(
    ([name]) => record[name as keyof typeof EXAMPLES] === null,
  );
  if (missing.length === 0) return [];
  return [
    '# 原文没有写明、您另有依据的，去掉 # 和它后面的一个空格（“facts:”一行也要去掉），〈…〉换成实际的值和出处；不知道的行不动。Facts the text lacks: take “# ” away, also before “facts:”, and write the value and who says so for 〈…〉.',
    '# facts:',
    ...missing.map(
      ([name, value]) => `#   ${name}: { value: ${value}, by: 〈据谁所说，如收文登记簿〉 }`,
    ),
  ];
}

/** What could not be decided, as comments. */
function openQuestions(record: NoticeRecord): string[] {
  const { number, messages, citations } = record;
  const lines: string[] = [];
  if (number === null)
    lines.push(
      '# 没有发文字号，地址取自文件名；要另定地址，去掉下一行的 #，改成想要的（a–z、0–9、-）。No number: the id comes from the file name.',
      '# id: my-notice',
    );
  lines.push(...missingFacts(record));
  const warned = messages.filter(
    ({ severity, ruleId }) => severity === 'warning' && ruleId !== 'document-number',
  );
  if (warned.length > 0) lines.push('# 待核。To be checked:');
  for (const { line, reason } of warned)
    lines.push(comment(`${line === null ? '' : `第${line}行 `}${reason}`));
  const open = citations.filter(isOpen);
  if (open.length > 0)
    lines.push(
      '# 未定的引文，写进 seeds/works.yaml。Citations of documents that seeds/works.yaml does not know:',
    );
  for (const { text, source } of open) lines.push(comment(`第${source.line}行 ${text}`));
  if (warned.length > 0)
    lines.push(
      '# 错字这样登记。Errors of the text are recorded so:',
      '# errata:',
      '#   apply: high',
      '#   list:',
      '#     - { line: 1, from: 错字, to: 正字, confidence: high, class: transcription, reason: 与原件不符 }',
    );
  return lines;
}

/** Words of the seed must not end the comment. */
function comment(text: string): string {
  return `#   ${text.replace(/[\p{Cc}\u{2028}\u{2029}\u{FEFF}\s]+/gu, ' ').slice(0, 200)}`;
}
