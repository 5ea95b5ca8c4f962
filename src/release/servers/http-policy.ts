/** What every server says of the site’s files, whichever it is: types, headers, how long to keep them. */
import { policyOf } from '../../layouts/policy.ts';

/** Media types by ending. Those of references and Akoma Ntoso as the site itself names them; seeds are text as received. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  zip: 'application/zip',
  // Pagefind’s index and its WebAssembly: compressed by itself, unpacked by itself
  pf_meta: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
  pagefind: 'application/octet-stream',
};

/** Names under `assets/` carry a digest of the content. */
export const FOREVER = 'public, max-age=31536000, immutable';
/** Everything else keeps its name when it changes: it may be kept, but is asked for again. */
export const ASK_AGAIN = 'no-cache';

/** What a page says itself, because it depends on its inline code, and what follows from it. */
const OF_PAGES = /^(?:default|script|style)-src /u;

/**
 * The part of the pages’ own policy that is the same for all of them, and the one directive that no page can give itself
 * (CSP 3, 6.4.2). Digests of inline code are left to the pages: a server’s configuration outlives an update of the site.
 * Nothing here governs scripts, so Pagefind’s worker may start its WebAssembly without `wasm-unsafe-eval`.
 */
const policy = [
  ...policyOf()
    .split('; ')
    .filter((directive) => !OF_PAGES.test(directive)),
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer. No HSTS: an intranet may speak plain HTTP. */
export const HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', policy],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
];

/** Files in the site’s folder that are for servers alone. */
export const HIDDEN = ['.htaccess', 'web.config'];

/** Bytes of the longest address: a question of 10,000 characters. */
export const LONGEST_ADDRESS = 131072;
