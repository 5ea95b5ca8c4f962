import type { APIRoute } from 'astro';
import { works } from '../../archive/archive-records.ts';
import { jsonText } from '../../records/api.ts';
import { workSummary } from '../../records/work-record.ts';

/** `api/works.json`: every work of the authority file with the clauses that cite it. */
export const GET: APIRoute = () =>
  new Response(jsonText(works.map(workSummary)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
