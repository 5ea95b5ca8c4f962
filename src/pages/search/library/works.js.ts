import type { APIRoute } from 'astro';
import { works } from '../../../archive.ts';
import { workTextOf } from '../../../search/work-text.ts';

/** The texts of all works for the search page, in a folder of its own, where no notice can take its name. */
export const GET: APIRoute = () =>
  new Response(`wenhaoWorks(${JSON.stringify(works.map(workTextOf))});\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
