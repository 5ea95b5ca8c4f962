// npm run bench:search [-- --sizes 5,1000,5000] [--queries N] [--site DIR]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { browsersHere } from '../../support/browsers.ts';
import { generate } from '../../../src/archive/generate.ts';
import { placesOf } from '../../../src/diagnostics/project.ts';
import { makeBenchSite } from './bench-site.ts';
import { type CountingServer, serveCounting } from './counting-server.ts';
import type { Said } from './harness.ts';
import { expectedNodes, oracleNodes } from './oracle.ts';
import { type BenchQuery, kinds, queriesFor } from './queries.ts';
import { at, kilobytes, milliseconds, table } from './report.ts';
import { syntheticArchive } from './synthetic.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '5,1000,5000' },
    queries: { type: 'string', default: '12' },
    site: { type: 'string' },
  },
});
const { root, out: site } = placesOf({ out: values.site });
const originals = generate(root).data.records;
const perKind = Number(values.queries);
/** Of these each is asked cold, with a browser profile of its own: that takes time. */
const coldPerKind = Math.min(3, perKind);
const engines = ['ours', 'pagefind', 'scan'] as const;

const [browserHere] = await browsersHere();
if (!browserHere) throw new Error('There is no browser to measure with.');
const browser = await browserHere.launch();
console.log(`${browserHere.name}; texts sent by gzip; cold: an empty cache, the page included.`);
try {
  for (const size of values.sizes.split(',').map(Number)) await measure(size, browser);
} finally {
  await browser.close();
}

async function measure(size: number, browser: Browser): Promise<void> {
  const records = size === originals.length ? originals : syntheticArchive(originals, size);
  const nodes = oracleNodes(records);
  const queries = queriesFor(records, perKind);
  const folder = await mkdtemp(join(tmpdir(), 'wenhao-bench-'));
  const { costs, fragments } = await makeBenchSite(site, folder, records, nodes);
  const server = await serveCounting(folder);
  try {
    console.log(`\n${size} notices, ${nodes.length} clauses, ${queries.length} queries\n`);
    const wanted = queries.map(({ text }) => expectedNodes(text, nodes));
    const rows: string[][] = [];
    for (const engine of engines) {
      const warm = await askWarm(browser, server, engine, queries);
      printQuality(engine, queries, warm, wanted, fragments);
      const cold = await askCold(browser, server, engine, queries);
      const cost = costs[engine];
      rows.push([
        engine,
        ...[0.5, 0.95, 1].map((share) => kilobytes(at(share, cold.bytes))),
        ...[0.5, 0.95].map((share) => milliseconds(at(share, cold.times))),
        ...[0.5, 0.95].map((share) =>
          milliseconds(
            at(
              share,
              warm.map(({ time }) => time),
            ),
          ),
        ),
        ...(cost
          ? [
              kilobytes(cost.bytes),
              kilobytes(cost.compressed),
              String(cost.files),
              milliseconds(cost.time),
            ]
          : []),
      ]);
    }
    const head =
      'engine,cold kB median,p95,max,first ms median,p95,warm ms median,p95,disk kB,sent kB,files,build ms';
    console.log(table([head.split(','), ...rows]));
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** All queries in one page, each twice: the second time counts. */
async function askWarm(
  browser: Browser,
  server: CountingServer,
  engine: string,
  queries: readonly BenchQuery[],
): Promise<Said[]> {
  const page = await browser.newPage();
  try {
    await page.goto(`${server.base}bench.html`);
    const said: Said[] = [];
    for (const { text } of queries) {
      await ask(page, engine, text);
      said.push(await ask(page, engine, text));
    }
    return said;
  } finally {
    await page.close();
  }
}

function ask(page: Page, engine: string, text: string): Promise<Said> {
  return page.evaluate(
    async ([name, query]) => {
      const said = await window.bench[name]?.(query);
      if (!said) throw new Error(`There is no engine ${name}`);
      return said;
    },
    [engine, text] as const,
  );
}

/** Some queries of each kind, each with an empty cache: ours as a reader opens the search page, others without a page. */
async function askCold(
  browser: Browser,
  server: CountingServer,
  engine: string,
  queries: readonly BenchQuery[],
): Promise<{ bytes: number[]; times: number[] }> {
  const bytes: number[] = [];
  const times: number[] = [];
  const some = kinds.flatMap((kind) =>
    queries.filter((query) => query.kind === kind).slice(0, coldPerKind),
  );
  for (const { text } of some) {
    const context = await browser.newContext();
    const page = await context.newPage();
    server.taken();
    const start = performance.now();
    if (engine === 'ours') {
      await page.goto(`${server.base}search.html?${new URLSearchParams({ q: text }).toString()}`);
      await page.waitForFunction(
        () => document.querySelector('#results[data-state="done"]') !== null,
      );
      times.push(performance.now() - start);
    } else {
      await page.goto(`${server.base}bench.html`);
      // Of Pagefind no more than five results need.
      await ask(page, engine === 'pagefind' ? 'pagefindFirst' : engine, text);
      times.push(performance.now() - start);
    }
    bytes.push(server.taken());
    await context.close();
  }
  return { bytes, times };
}

/** Recall and precision per kind of query; Pagefind's clauses among the first twenty documents it names. */
function printQuality(
  engine: string,
  queries: readonly BenchQuery[],
  said: readonly Said[],
  wanted: readonly string[][],
  fragments: ReadonlyMap<string, string>,
): void {
  const percent = (part: number, whole: number) =>
    whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);
  const noticeOf = (clause: string) => clause.split('#')[0] ?? '';
  const rows = kinds.map((kind) => {
    const sums = {
      right: 0,
      shown: 0,
      wanted: 0,
      rightNotices: 0,
      shownNotices: 0,
      wantedNotices: 0,
    };
    queries.forEach((query, index) => {
      if (query.kind !== kind) return;
      const { clauses, notices } = said[index] ?? { clauses: [], notices: [] };
      const right = new Set(wanted[index]);
      const rightNotices = new Set([...right].map(noticeOf));
      const shownNotices = notices.map((notice) => fragments.get(notice) ?? notice);
      const looked = engine === 'pagefind' ? new Set(shownNotices.slice(0, 20)) : null;
      const askedFor = [...right].filter((clause) => looked?.has(noticeOf(clause)) ?? true);
      sums.right += clauses.filter((clause) => right.has(clause)).length;
      sums.shown += clauses.length;
      sums.wanted += askedFor.length;
      sums.rightNotices += shownNotices.filter((notice) => rightNotices.has(notice)).length;
      sums.shownNotices += shownNotices.length;
      sums.wantedNotices += rightNotices.size;
    });
    return [
      kind,
      percent(sums.right, sums.wanted),
      percent(sums.right, sums.shown),
      percent(sums.rightNotices, sums.wantedNotices),
      percent(sums.rightNotices, sums.shownNotices),
    ];
  });
  console.log(
    table([[engine, 'clause recall', 'precision', 'notice recall', 'precision'], ...rows]),
  );
}
