/** The lists of the static API that are made from records alone. */
import type { CitationRecord, NoticeRecord, NoticeSummary } from '../model/api-types.ts';

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
export function citationList(
  records: readonly NoticeRecord[],
): ({ notice: string } & CitationRecord)[] {
  return records.flatMap(({ id, citations }) =>
    citations.map((citation) => ({ notice: id, ...citation })),
  );
}

/**
 * A file of the API.
 * @param value what it holds
 * @returns indented JSON with a line feed at its end
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
