import type { APIRoute } from 'astro';
import { records } from '../../archive.ts';
import type { NoticeRecord, NoticeSummary } from '../../exports/record.ts';

/** What only `api/notices/<id>.json` holds; JSON leaves out what is undefined. */
const left = {
  imprint: undefined,
  residue: undefined,
  outline: undefined,
  citations: undefined,
  related: undefined,
  errata: undefined,
  messages: undefined,
} satisfies Record<Exclude<keyof NoticeRecord, keyof NoticeSummary>, undefined>;

/** `api/notices.json`: what is in the archive, in the order of display, without the texts. */
export const GET: APIRoute = () => {
  const summaries = records.map((record) => ({ ...record, ...left }));
  return new Response(`${JSON.stringify(summaries, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
