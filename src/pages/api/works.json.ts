import type { APIRoute } from 'astro';
import { works } from '../../archive.ts';
import { jsonText } from '../../exports/api.ts';
import { workSummary } from '../../exports/works.ts';

/** `api/works.json`: every work of the authority file with the clauses that cite it. */
export const GET: APIRoute = () =>
  new Response(jsonText(works.map(workSummary)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
