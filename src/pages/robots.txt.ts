import type { APIRoute } from 'astro';
import { robotsOf } from '../metadata/site-files.ts';
import { site } from '../metadata/site.ts';

/** `robots.txt`: names the site map where the site has an address (`SITE`). */
export const GET: APIRoute = () =>
  new Response(robotsOf(site.address), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
