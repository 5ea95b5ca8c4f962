/** Notices → a table of clauses, for Excel, WPS and scripts. */
import { suppliedNote } from '../../citation/supplied-note.ts';
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { OutlineNode } from '../../model/records/outline.ts';

/**
 * The names of the columns, in order: those of the API (model/records/), `labels`, the printed path of the clause (`一、（二）3.`), and `stated`, who says which of
 * number, title, city and year, where the notice does not.
 */
const COLUMNS = [
  'notice',
  'number',
  'title',
  'city',
  'year',
  'stated',
  'id',
  'url',
  'labels',
  'label',
  'heading',
  'text',
  'line',
  'endLine',
] as const;

/**
 * The clauses of notices as CSV: RFC 4180 (CRLF, quotes doubled), UTF-8 with a BOM, which Excel and WPS need to see the encoding.
 * One row a node of the outline, in printed order.
 *
 * A field that a spreadsheet would take for a formula (first character `=`, `+`, `-`, `@`, one of their full-width forms, a tab or a CR)
 * gets one `'` in front, as OWASP advises (“CSV Injection”), and so does a field that itself begins with `'`: whoever takes exactly one `'`
 * from the front of every field has the text back, to the character.
 * @param records of the API
 */
export function csvOf(records: readonly NoticeRecord[]): string {
  const rows = records.flatMap((record) => rowsOf(record, record.outline, ''));
  return `\uFEFF${[COLUMNS, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}

/** @param above labels of the units it stands in, joined: `一、（二）` */
function rowsOf(
  record: NoticeRecord,
  nodes: readonly OutlineNode[],
  above: string,
): (string | number | null)[][] {
  return nodes.flatMap((node) => {
    const labels = above + (node.label ?? '');
    const row = [
      record.id,
      record.number,
      record.title,
      record.city,
      record.year,
      suppliedNote(record.stated, ['title', 'number', 'city']),
      node.id,
      node.url,
      labels,
      node.label,
      node.heading,
      node.text,
      node.source.line,
      node.source.endLine,
    ];
    return [row, ...rowsOf(record, node.children, labels)];
  });
}

function field(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@＝＋－＠\t\r']/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
