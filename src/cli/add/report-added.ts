/** What came of a file, for the terminal: Chinese first, a little English. */
import type { CitationRecord } from '../../model/records/citation.ts';
import type { MessageRecord } from '../../model/records/message.ts';
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { OutlineNode } from '../../model/records/outline.ts';
import { messageRecord } from '../../records/message-record.ts';
import { columnsOf, printable, quoterOf } from '../../diagnostics/quote.ts';
import { ruleOf } from '../../diagnostics/rules.ts';
import type { Outcome, Understood } from './add-file.ts';
import { isOpen } from './sidecar-text.ts';

/** Characters of a heading, of a title in the outline. */
const LONGEST = 60;
/** Lines of an outline; a code of 1,260 articles says no more in the terminal. */
const MOST_LINES = 300;

/**
 * An outcome in lines.
 * @param path of the file as it was named
 * @param dry whether nothing was written
 */
export function reportAdded(path: string, outcome: Outcome, dry: boolean): string {
  switch (outcome.is) {
    case 'there':
      return `＝ ${printable(path)}\n  已在库中，内容相同 already there: seeds/${printable(outcome.holder)}`;
    case 'refused': {
      const { why, messages } = outcome;
      const details =
        messages?.messages.map((message) => messageRecord(message, messages.path)) ?? [];
      const quote = quoterOf(String(messages?.value ?? ''));
      return [
        `✖ ${printable(path)}`,
        ...remark(why),
        ...details.flatMap((each) => question(each, quote)),
      ].join('\n');
    }
    case 'added':
      return [
        `✔ ${printable(path)}`,
        `  ${dry ? '将添加 would add' : '已添加 added'}: ${outcome.files.map((name) => printable(`seeds/${name}`)).join('，')}`,
        ...understood(outcome),
      ].join('\n');
  }
}

/** Whether an outcome is a warning under `--frail`. */
export function hasWarnings(outcome: Outcome): boolean {
  return (
    outcome.is === 'added' &&
    (outcome.remarks.length > 0 ||
      outcome.record.messages.some(({ severity }) => severity === 'warning'))
  );
}

function understood({ record, text, remarks }: Understood): string[] {
  const { outline, citations, messages, clauses } = record;
  const open = citations.filter(isOpen).length;
  const quote = quoterOf(text);
  const asked = messages.filter(({ severity }) => severity !== 'info');
  return [
    ...elements(record),
    `  条款 outline（${clauses}）`,
    ...shortened(outline.flatMap((node) => outlineLines(node, 2))),
    `  引文 citations（${citations.length}，已定 decided ${citations.length - open}，未定 open ${open}）`,
    ...citations.map(citation),
    `  待核 questions（${asked.length + remarks.length}）`,
    ...remarks.flatMap(remark),
    ...asked.flatMap((message) => question(message, quote)),
  ];
}

function elements(record: NoticeRecord): string[] {
  const fields: [string, string | null][] = [
    ['地址 id', record.id],
    ['发文机关标志 masthead', record.masthead?.replaceAll('\n', '、') ?? null],
    ['发文字号 number', record.number],
    ['标题 title', record.title],
    ['主送机关 addressees', record.addressees.length > 0 ? record.addressees.join('；') : null],
    ['印发文件 enclosure', record.enclosure],
    ['发文机关 issuer', record.issuer],
    ['成文日期 date', record.date],
    ['印发日期 issued', record.issued],
  ];
  return fields.map(
    ([name, value]) => `  ${name}: ${value === null ? '未标注' : printable(value)}`,
  );
}

function outlineLines(node: OutlineNode, depth: number): string[] {
  const words = node.label === null ? node.heading : `${node.label}${node.heading ?? node.text}`;
  const own = words === null ? [] : [`${'  '.repeat(depth)}#${node.id}  ${short(words)}`];
  return [...own, ...node.children.flatMap((child) => outlineLines(child, depth + 1))];
}

function shortened(lines: string[]): string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `    … 另有 ${lines.length - MOST_LINES} 条 more`];
}

function citation(record: CitationRecord): string {
  const { text, works, reason, source } = record;
  const to = works.length > 0 ? `→ ${works.join('、')}` : (reason ?? '');
  return `    第${source.line}行 ${short(text)} ${isOpen(record) ? '未定：' : ''}${printable(to)}`;
}

function remark({ reason, note, line }: { reason: string; note: string; line?: number }): string[] {
  return [
    `    ▲ ${line === undefined ? '' : `第${line}行 `}${printable(reason)}`,
    `      → ${printable(note)}`,
  ];
}

/** A message with the line it is about, and a mark below its place. */
function question(message: MessageRecord, quote: ReturnType<typeof quoterOf>): string[] {
  const { line, column, severity, reason, note, ruleId } = message;
  const sign = severity === 'error' ? '✖' : '▲';
  const found = line === null ? null : quote(line, column ?? 1);
  const [before, after] = [found?.before ?? '', found?.after ?? ''].map(printable);
  return [
    `    ${sign} ${line === null ? '' : `第${line}行 `}${printable(reason)}`,
    ...(found
      ? [`      │ ${before}${after}`, `      │ ${' '.repeat(columnsOf(before ?? ''))}^`]
      : []),
    `      → ${printable(note)}`,
    // many notes are English, with values to be copied; the rule says it in Chinese
    ...(note.includes('。') ? [] : [`        ${ruleOf(ruleId).todo.zh}`]),
  ];
}

function short(text: string): string {
  const signs = [...printable(text)];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : signs.join('');
}
