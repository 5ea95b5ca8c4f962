/** Messages as a terminal shows them: each with its line quoted and marked, at the end what there is in sum. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { columnsOf, printable, quoterOf } from './quote.ts';
import { type Severity, severityOf } from './report.ts';
import { ruleOf } from './rules.ts';

/** Of one rule no more than so many are shown in a file, errors apart: `content/messages.json` holds all. */
const MOST = 10;

/** How severities are called. */
const CALLED: Record<Severity, string> = {
  error: '✖ 错误 error',
  warning: '▲ 警告 warning',
  info: '· 提示 note',
};

/**
 * All messages, errors last, then counts by rule with what to do: the end of it is what stays on the screen.
 * @param files with their messages
 * @returns lines, with a line feed between them
 */
export function printedMessages(files: readonly VFile[]): string {
  return [
    ...files.flatMap((file) => section(file, false)),
    ...files.flatMap((file) => section(file, true)),
    ...summary(files.flatMap(({ messages }) => messages)),
  ].join('\n');
}

function section(file: VFile, errors: boolean): string[] {
  const messages = file.messages.filter((message) => (message.fatal === true) === errors);
  if (messages.length === 0) return [];
  const quote = quoterOf(String(file.value));
  const shown = new Map<string, number>();
  const lines = [printable(file.path)];
  for (const message of messages) {
    const ruleId = message.ruleId ?? '';
    const before = shown.get(ruleId) ?? 0;
    shown.set(ruleId, before + 1);
    if (errors || before < MOST) lines.push(...printed(message, quote));
  }
  for (const [ruleId, count] of shown) {
    if (errors || count <= MOST) continue;
    lines.push(
      `  … ${ruleOf(ruleId).name} ${ruleId}: ${count - MOST} more 另有 ${count - MOST} 处, see content/messages.json`,
    );
  }
  return [...lines, ''];
}

function printed(message: VFileMessage, quote: ReturnType<typeof quoterOf>): string[] {
  const { line, column, reason, note, ruleId } = message;
  const place = line === undefined ? '' : `${line}:${column ?? 1}  `;
  return [
    `  ${place}${CALLED[severityOf(message)]}  ${ruleOf(ruleId ?? '').name} ${ruleId ?? ''}`,
    ...(line === undefined ? [] : quoted(quote, line, column ?? 1)),
    `      ${printable(reason)}`,
    ...noted(note ?? ''),
  ];
}

/** What to do. Its further lines are there to be copied, so they keep their own indent. */
function noted(note: string): string[] {
  const [first = '', ...more] = note.split('\n').map(printable);
  return first === '' ? [] : [`      → ${first}`, ...more.map((line) => `        ${line}`)];
}

/** The line and, below it, a mark under the column. */
function quoted(quote: ReturnType<typeof quoterOf>, line: number, column: number): string[] {
  const found = quote(line, column);
  if (found === null) return [];
  const before = printable(found.before);
  const margin = ' '.repeat(6 + String(line).length);
  return [
    `      ${line} │ ${before}${printable(found.after)}`,
    `${margin} │ ${' '.repeat(columnsOf(before))}^`,
  ];
}

function summary(messages: readonly VFileMessage[]): string[] {
  if (messages.length === 0) return ['Messages 待校: none 没有.'];
  const counts = (['error', 'warning', 'info'] as const).map(
    (severity) => messages.filter((message) => severityOf(message) === severity).length,
  );
  const [errors = 0, warnings = 0, notes = 0] = counts;
  const byRule = Map.groupBy(messages, ({ ruleId }) => ruleId ?? '');
  return [
    `Messages 待校: ${errors} errors 错误, ${warnings} warnings 警告, ${notes} notes 提示.`,
    ...[...byRule].map(([ruleId, [first, ...more]]) => {
      const { name, todo } = ruleOf(ruleId);
      const called = first ? CALLED[severityOf(first)] : '';
      return `  ${String(more.length + 1).padStart(4)}  ${called}  ${name} ${ruleId}: ${todo.zh}`;
    }),
  ];
}
