import type { APIRoute } from 'astro';
import { records } from '../../archive/archive-records.ts';
import { citationList, jsonText } from '../../records/api.ts';

/** `api/citations.json`: every citation of every notice, in printed order, those without a work included. */
export const GET: APIRoute = () =>
  new Response(jsonText(citationList(records)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
