import type { APIRoute } from 'astro';
import { records } from '../../archive/archive-records.ts';
import { jsonText, noticeList } from '../../records/api.ts';

/** `api/notices.json`: what is in the archive, in the order of display, without the texts. */
export const GET: APIRoute = () =>
  new Response(jsonText(noticeList(records)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
