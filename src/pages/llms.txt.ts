import type { APIRoute } from 'astro';
import { records } from '../archive.ts';
import { llmsOf } from '../exports/llms.ts';

/** `llms.txt`: the notices as Markdown files, listed. */
export const GET: APIRoute = () =>
  new Response(llmsOf(records), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
