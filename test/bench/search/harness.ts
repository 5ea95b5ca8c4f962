/** The engines of the benchmark as a page runs them; each gives all it finds, and the time to the first five. */
import { runQuery, openArchive } from '../../../src/browser/search/run-query.ts';
import { root } from '../../../src/browser/search/search-files.ts';
import { foldingFor } from '../../../src/notation/normalize/search-text.ts';
import { parseQuery } from '../../../src/search/query/query.ts';
import { snippet } from '../../../src/search/query/snippet.ts';

/** What an engine says to a query. */
export interface Said {
  /** Milliseconds until five results could be shown. */
  time: number;
  /** `notice#node`; of Pagefind the first twenty documents' sections. */
  clauses: string[];
  /** Documents: of Pagefind the hashes of their fragments. */
  notices: string[];
}

declare global {
  interface Window {
    bench: Record<string, (query: string) => Promise<Said>>;
  }
}

const five = 5;

/** Clauses with their sentence, words marked. */
async function ours(query: string): Promise<Said> {
  const start = performance.now();
  const archive = await openArchive();
  const asked = parseQuery(query, archive.folder);
  const first = await runQuery(archive, asked, five);
  first.found
    .flatMap(({ hits }) => hits)
    .slice(0, five)
    .map(({ node }) => snippet(node.text, asked.words, archive.folder));
  const time = performance.now() - start;
  const { found } = first.unread > 0 ? await runQuery(archive, asked, Infinity) : first;
  return {
    time,
    clauses: found.flatMap(({ notice, hits }) => hits.map(({ node }) => `${notice.id}#${node.id}`)),
    notices: found.map(({ notice }) => notice.id),
  };
}

interface Fragment {
  url: string;
  sub_results: { url: string; excerpt: string }[];
}

interface StockPagefind {
  init: () => Promise<void>;
  search: (query: string) => Promise<{ results: { id: string; data: () => Promise<Fragment> }[] }>;
}

let pagefind: Promise<StockPagefind> | undefined;

async function startPagefind(): Promise<StockPagefind> {
  const started = (await import(`${root}pagefind/pagefind.js`)) as StockPagefind;
  await started.init();
  return started;
}

/** No more than five results need. */
async function stockFirst(query: string) {
  const start = performance.now();
  pagefind ??= startPagefind();
  const { results } = await (await pagefind).search(query);
  const first = await Promise.all(results.slice(0, five).map((result) => result.data()));
  return { time: performance.now() - start, results, first };
}

async function stock(query: string): Promise<Said> {
  const { time, results, first } = await stockFirst(query);
  const rest = await Promise.all(results.slice(five, 20).map((result) => result.data()));
  const sections = [...first, ...rest].flatMap(({ sub_results }) =>
    sub_results.map(({ url }) => url),
  );
  return {
    time,
    clauses: sections.map((url) => url.replace(/^.*\/(.+)\.html/u, '$1')),
    notices: results.map(({ id }) => id),
  };
}

let texts: Promise<[string, string][]> | undefined;

async function readAll(): Promise<[string, string][]> {
  const { fold } = foldingFor();
  const all = (await (await fetch(`${root}scan.json`)).json()) as [string, string][];
  return all.map(([id, text]) => [id, fold(text)]);
}

/** Reads everything, then looks at every clause. Knows no traditional characters. */
async function scan(query: string): Promise<Said> {
  const start = performance.now();
  texts ??= readAll();
  const { words } = parseQuery(query, foldingFor());
  const clauses = (await texts)
    .filter(([, text]) => words.every((word) => text.includes(word)))
    .map(([id]) => id);
  const time = performance.now() - start;
  return { time, clauses, notices: [...new Set(clauses.map((id) => id.split('#')[0] ?? ''))] };
}

async function pagefindFirst(query: string): Promise<Said> {
  const { time } = await stockFirst(query);
  return { time, clauses: [], notices: [] };
}

window.bench = { ours, pagefind: stock, pagefindFirst, scan };
