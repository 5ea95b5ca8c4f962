/** What came of a file, for the terminal. */
import type { CitationRecord } from '../../model/records/citation.ts';
import type { MessageRecord } from '../../model/records/message.ts';
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { OutlineNode } from '../../model/records/outline.ts';
import { messageRecord } from '../../records/message-record.ts';
import { inLanguage, type Language, languageOf } from '../../diagnostics/language.ts';
import { adviceLines } from '../../diagnostics/print-messages.ts';
import { columnsOf, printable, quoterOf } from '../../diagnostics/quote.ts';
import type { Outcome, Understood } from './add-file.ts';
import { isOpen } from './sidecar-text.ts';

/** Characters of a heading, of a title in the outline. */
const LONGEST = 60;
/** Lines of an outline; a code of 1,260 articles says no more in the terminal. */
const MOST_LINES = 300;

/** Words of the report. */
const WORDS = {
  en: {
    there: 'already there, with the same content',
    added: 'added',
    dry: 'would add',
    outline: 'outline',
    citations: 'citations',
    decided: 'decided',
    open: 'open',
    questions: 'to check',
    none: 'not given',
    more: 'more',
    and: ', ',
    line: (line: number) => `line ${line}: `,
    facts: ['id', 'masthead', 'number', 'title', 'addressees', 'enclosure', 'issuer', 'date', 'printed on'], // prettier-ignore
  },
  zh: {
    there: '已在库中，内容相同',
    added: '已添加',
    dry: '将添加',
    outline: '条款',
    citations: '引文',
    decided: '已定',
    open: '未定',
    questions: '待核',
    none: '未标注',
    more: '条未列出',
    and: '，',
    line: (line: number) => `第${line}行 `,
    facts: ['地址', '发文机关标志', '发文字号', '标题', '主送机关', '印发文件', '发文机关', '成文日期', '印发日期'], // prettier-ignore
  },
} as const;

/**
 * An outcome in lines.
 * @param path of the file as it was named
 * @param dry whether nothing was written
 * @param language of the user
 */
export function reportAdded(
  path: string,
  outcome: Outcome,
  dry: boolean,
  language: Language = languageOf(),
): string {
  const words = WORDS[language];
  switch (outcome.is) {
    case 'there':
      return `＝ ${printable(path)}\n  ${words.there}: seeds/${printable(outcome.holder)}`;
    case 'refused': {
      const { why, messages } = outcome;
      const details =
        messages?.messages.map((message) => messageRecord(message, messages.path)) ?? [];
      const quote = quoterOf(String(messages?.value ?? ''));
      return [
        `✖ ${printable(path)}`,
        ...remark(why, language),
        ...details.flatMap((each) => question(each, quote, language)),
      ].join('\n');
    }
    case 'added':
      return [
        `✔ ${printable(path)}`,
        `  ${dry ? words.dry : words.added}: ${outcome.files.map((name) => printable(`seeds/${name}`)).join(words.and)}`,
        ...understood(outcome, language),
      ].join('\n');
  }
}

/** Whether an outcome is a warning under `--strict`. */
export function hasWarnings(outcome: Outcome): boolean {
  return (
    outcome.is === 'added' &&
    (outcome.remarks.length > 0 ||
      outcome.record.messages.some(({ severity }) => severity === 'warning'))
  );
}

function understood({ record, text, remarks }: Understood, language: Language): string[] {
  const words = WORDS[language];
  const { outline, citations, messages, clauses } = record;
  const open = citations.filter(isOpen).length;
  const quote = quoterOf(text);
  const asked = messages.filter(({ severity }) => severity !== 'info');
  return [
    ...elements(record, language),
    `  ${words.outline} (${clauses})`,
    ...shortened(
      outline.flatMap((node) => outlineLines(node, 2)),
      words.more,
    ),
    `  ${words.citations} (${citations.length}${words.and}${words.decided} ${citations.length - open}${words.and}${words.open} ${open})`,
    ...citations.map((each) => citation(each, language)),
    `  ${words.questions} (${asked.length + remarks.length})`,
    ...remarks.flatMap((each) => remark(each, language)),
    ...asked.flatMap((message) => question(message, quote, language)),
  ];
}

function elements(record: NoticeRecord, language: Language): string[] {
  const { facts, none } = WORDS[language];
  const values = [
    record.id,
    record.masthead?.replaceAll('\n', '、'),
    record.number,
    record.title,
    record.addressees.length > 0 ? record.addressees.join('；') : null,
    record.enclosure,
    record.issuer,
    record.date,
    record.issued,
  ];
  return facts.map((name, at) => `  ${name}: ${printable(values[at] ?? none)}`);
}

function outlineLines(node: OutlineNode, depth: number): string[] {
  const words = node.label === null ? node.heading : `${node.label}${node.heading ?? node.text}`;
  const own = words === null ? [] : [`${'  '.repeat(depth)}#${node.id}  ${short(words)}`];
  return [...own, ...node.children.flatMap((child) => outlineLines(child, depth + 1))];
}

function shortened(lines: string[], more: string): string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `    … ${lines.length - MOST_LINES} ${more}`];
}

function citation(record: CitationRecord, language: Language): string {
  const { text, works, reason, source } = record;
  const { line, open } = WORDS[language];
  const to = works.length > 0 ? `→ ${works.join('、')}` : (reason ?? '');
  return `    ${line(source.line)}${short(text)} ${isOpen(record) ? `${open}: ` : ''}${printable(to)}`;
}

function remark(
  { reason, note, line }: { reason: string; note: string; line?: number },
  language: Language,
): string[] {
  return [
    `    ▲ ${line === undefined ? '' : WORDS[language].line(line)}${printable(inLanguage(reason, language))}`,
    `      → ${printable(inLanguage(note, language))}`,
  ];
}

/** A message with the line it is about, and a mark below its place. */
function question(
  message: MessageRecord,
  quote: ReturnType<typeof quoterOf>,
  language: Language,
): string[] {
  const { line, column, severity, reason, note, ruleId } = message;
  const sign = severity === 'error' ? '✖' : '▲';
  const found = line === null ? null : quote(line, column ?? 1);
  const [before, after] = [found?.before ?? '', found?.after ?? ''].map(printable);
  const [advice = '', ...more] = adviceLines(note, ruleId, language);
  return [
    `    ${sign} ${line === null ? '' : WORDS[language].line(line)}${printable(inLanguage(reason, language))}`,
    ...(found
      ? [`      │ ${before}${after}`, `      │ ${' '.repeat(columnsOf(before ?? ''))}^`]
      : []),
    `      → ${advice}`,
    ...more.map((each) => `        ${each}`),
  ];
}

function short(text: string): string {
  const signs = [...printable(text)];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : signs.join('');
}
