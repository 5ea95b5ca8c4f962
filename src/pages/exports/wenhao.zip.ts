import type { APIRoute } from 'astro';
import { former, notices, records, works } from '../../archive/archive-records.ts';
import { bulkZip } from '../../exports/bulk-zip/bulk-zip.ts';
import { site } from '../../metadata/site.ts';

/** `exports/wenhao.zip`: all files of all notices and the static API, under the names they have on the site. */
export const GET: APIRoute = async () =>
  new Response((await bulkZip({ notices, records, works, former, site })) as BodyInit, {
    headers: { 'Content-Type': 'application/zip' },
  });
