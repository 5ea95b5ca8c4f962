import type { APIRoute } from 'astro';
import { records } from '../archive/archive-records.ts';
import { llmsOf } from '../metadata/llms.ts';

/** `llms.txt`: the notices as Markdown files, listed. */
export const GET: APIRoute = () =>
  new Response(llmsOf(records), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
