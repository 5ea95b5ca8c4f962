/** Messages as a terminal shows them: each with its line quoted and marked, at the end what there is in sum. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { type Bilingual, inLanguage, type Language, languageOf } from './language.ts';
import { columnsOf, printable, quoterOf } from './quote.ts';
import { type Severity, severityOf } from './report.ts';
import { ruleOf } from './rules.ts';

/** Of one rule no more than so many are shown in a file, errors apart: `content/messages.json` holds all. */
const MOST = 10;

/** How severities are called. */
const CALLED: Record<Severity, Bilingual> = {
  error: { en: '✖ error', zh: '✖ 错误' },
  warning: { en: '▲ warning', zh: '▲ 警告' },
  info: { en: '· note', zh: '· 提示' },
};

/**
 * All messages, errors last, then counts by rule with what to do: the end of it is what stays on the screen.
 * @param files with their messages
 * @param language of the user
 * @returns lines, with a line feed between them
 */
export function printedMessages(
  files: readonly VFile[],
  language: Language = languageOf(),
): string {
  return [
    ...files.flatMap((file) => section(file, false, language)),
    ...files.flatMap((file) => section(file, true, language)),
    ...summary(
      files.flatMap(({ messages }) => messages),
      language,
    ),
  ].join('\n');
}

/**
 * What to do about a message. Further lines of a note are there to be copied and stay as they are; many notes are English with
 * values of the place, so in Chinese what the rule says goes before them.
 * @param note of the message
 * @param ruleId of the message
 * @param language of the user
 */
export function adviceLines(note: string, ruleId: string, language: Language): string[] {
  const [first = '', ...more] = note.split('\n');
  const own = [inLanguage(first, language), ...more].map(printable);
  const isForeign = language === 'zh' && !first.endsWith('。');
  return [isForeign ? ruleOf(ruleId).todo.zh : '', ...own].filter((line) => line !== '');
}

function section(file: VFile, errors: boolean, language: Language): string[] {
  const messages = file.messages.filter((message) => (message.fatal === true) === errors);
  if (messages.length === 0) return [];
  const quote = quoterOf(String(file.value));
  const shown = new Map<string, number>();
  const lines = [printable(file.path)];
  for (const message of messages) {
    const ruleId = message.ruleId ?? '';
    const before = shown.get(ruleId) ?? 0;
    shown.set(ruleId, before + 1);
    if (errors || before < MOST) lines.push(...printed(message, quote, language));
  }
  for (const [ruleId, count] of shown) {
    if (errors || count <= MOST) continue;
    const more = {
      en: `${count - MOST} more, see content/messages.json`,
      zh: `另有 ${count - MOST} 处，见 content/messages.json`,
    };
    lines.push(`  … ${nameOf(ruleId, language)}: ${more[language]}`);
  }
  return [...lines, ''];
}

/** A rule as it is called; its id is the English name. */
function nameOf(ruleId: string, language: Language): string {
  return language === 'zh' ? `${ruleOf(ruleId).name} ${ruleId}` : ruleId;
}

function printed(
  message: VFileMessage,
  quote: ReturnType<typeof quoterOf>,
  language: Language,
): string[] {
  const { line, column, reason, note, ruleId } = message;
  const place = line === undefined ? '' : `${line}:${column ?? 1}  `;
  const [advice, ...more] = adviceLines(note ?? '', ruleId ?? '', language);
  return [
    `  ${place}${CALLED[severityOf(message)][language]}  ${nameOf(ruleId ?? '', language)}`,
    ...(line === undefined ? [] : quoted(quote, line, column ?? 1)),
    `      ${printable(inLanguage(reason, language))}`,
    ...(advice === undefined ? [] : [`      → ${advice}`]),
    ...more.map((each) => `        ${each}`),
  ];
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

function summary(messages: readonly VFileMessage[], language: Language): string[] {
  if (messages.length === 0) return [{ en: 'Messages: none.', zh: '待校：没有。' }[language]];
  const [errors = 0, warnings = 0, notes = 0] = (['error', 'warning', 'info'] as const).map(
    (severity) => messages.filter((message) => severityOf(message) === severity).length,
  );
  const counts = {
    en: `Messages: ${errors} errors, ${warnings} warnings, ${notes} notes.`,
    zh: `待校：错误 ${errors}，警告 ${warnings}，提示 ${notes}。`,
  };
  const byRule = Map.groupBy(messages, ({ ruleId }) => ruleId ?? '');
  return [
    counts[language],
    ...[...byRule].map(([ruleId, [first, ...more]]) => {
      const called = first ? CALLED[severityOf(first)][language] : '';
      const count = String(more.length + 1).padStart(4);
      return `  ${count}  ${called}  ${nameOf(ruleId, language)}: ${ruleOf(ruleId).todo[language]}`;
    }),
  ];
}
