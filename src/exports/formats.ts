/** The files that a notice can be taken along as. */
import { akomaNtosoOf } from './akoma-ntoso/akoma-ntoso.ts';
import { csvOf } from './csv/csv.ts';
import { docxOf } from './docx/docx.ts';
import { recordOf } from '../records/notice-record.ts';
import type { ProcessedNotice } from '../records/processed-notice.ts';
import { markdownOf } from './markdown/markdown.ts';
import { plainTextOf } from './plain-text/plain-text.ts';

/** One way to take a notice along. */
export interface Format {
  /** Behind the id of the notice: `docx`. */
  extension: string;
  /** For the reader. */
  name: string;
  /** Media type. */
  type: string;
  /** @param isNotice whether an id is of a notice of the archive */
  write: (finished: ProcessedNotice, isNotice: (id: string) => boolean) => string | Uint8Array;
}

/** In the order in which they are offered. */
export const FORMATS: readonly Format[] = [
  {
    extension: 'docx',
    name: 'Word（公文版式）',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    // the properties of the file cannot say whose title it is
    write: ({ notice, facts, stated }) => docxOf(notice, stated.title ? null : facts.title),
  },
  {
    extension: 'txt',
    name: '纯文本',
    type: 'text/plain; charset=utf-8',
    write: ({ notice }) => plainTextOf(notice),
  },
  {
    extension: 'md',
    name: 'Markdown',
    type: 'text/markdown; charset=utf-8',
    write: ({ notice }) => markdownOf(notice),
  },
  {
    extension: 'csv',
    name: '条款表（CSV）',
    type: 'text/csv; charset=utf-8',
    write: (finished) => csvOf([recordOf(finished)]),
  },
  {
    extension: 'xml',
    name: 'Akoma Ntoso',
    type: 'application/akn+xml; charset=utf-8',
    write: akomaNtosoOf,
  },
];
