/** The static API, made from records alone. */
import type {
  CitationRecord,
  FormerRecord,
  NoticeRecord,
  NoticeSummary,
  WorkRecord,
} from '../model/api-types.ts';
import { workSummary } from './work-record.ts';

/** What only `api/notices/<id>.json` holds; JSON leaves out what is undefined. */
const DETAILS = {
  imprint: undefined,
  residue: undefined,
  outline: undefined,
  citations: undefined,
  related: undefined,
  topics: undefined,
  errata: undefined,
  moved: undefined,
  sources: undefined,
  original: undefined,
  source: undefined,
  licence: undefined,
  messages: undefined,
} satisfies Record<Exclude<keyof NoticeRecord, keyof NoticeSummary>, undefined>;

/**
 * `api/notices.json`: what is in the archive, without the texts.
 * @param records in the order of display
 */
export function noticeList(records: readonly NoticeRecord[]): NoticeSummary[] {
  return records.map((record) => ({ ...record, ...DETAILS }));
}

/**
 * `api/citations.json`: every citation of every notice, in printed order, those without a work included.
 * @param records in the order of display
 */
function citationList(records: readonly NoticeRecord[]): ({ notice: string } & CitationRecord)[] {
  return records.flatMap(({ id, citations }) =>
    citations.map((citation) => ({ notice: id, ...citation })),
  );
}

/**
 * The files of the static API.
 * @returns path in the site → what it holds
 */
export function apiFiles({
  records,
  works,
  former,
}: {
  records: readonly NoticeRecord[];
  works: readonly WorkRecord[];
  former: readonly FormerRecord[];
}): [string, unknown][] {
  return [
    ['api/notices.json', noticeList(records)],
    ['api/works.json', works.map(workSummary)],
    ['api/citations.json', citationList(records)],
    ['api/former.json', former],
    ...records.map((record): [string, unknown] => [`api/notices/${record.id}.json`, record]),
    ...works.map((work): [string, unknown] => [`api/works/${work.id}.json`, work]),
  ];
}

/**
 * A file of the API.
 * @param value what it holds
 * @returns indented JSON with a line feed at its end
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
