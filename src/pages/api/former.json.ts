import type { APIRoute } from 'astro';
import { former } from '../../archive/archive-records.ts';
import { jsonText } from '../../records/api.ts';

/** `api/former.json`: every page that was published and is no more, with where it and its clauses went. */
export const GET: APIRoute = () =>
  new Response(jsonText(former), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
