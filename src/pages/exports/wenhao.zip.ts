import type { APIRoute } from 'astro';
import { notices, records, works } from '../../archive.ts';
import { corpusOf } from '../../exports/corpus.ts';

/** `exports/wenhao.zip`: all exports of all notices and the static API, under the names they have on the site. */
export const GET: APIRoute = async () =>
  new Response((await corpusOf({ notices, records, works })) as BodyInit, {
    headers: { 'Content-Type': 'application/zip' },
  });
