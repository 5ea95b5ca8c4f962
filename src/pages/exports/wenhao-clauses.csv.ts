import type { APIRoute } from 'astro';
import { records } from '../../archive/archive-records.ts';
import { csvOf } from '../../exports/csv/csv.ts';

/** `exports/wenhao-clauses.csv`: the clauses of all notices in one table. */
export const GET: APIRoute = () =>
  new Response(csvOf(records), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
