import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsersHere, type TestBrowser } from '../support/browsers.ts';
import { serversHere } from '../support/servers.ts';
import { visit } from '../support/visit.ts';
import type { Reached } from '../support/ways.ts';
import { type Host, OWN, RESOLVE, serversOver, unpackedPack } from './hosts.ts';
import { type SearchAnswer, askAll } from './searching.ts';
import { TRIES } from './tries.ts';

const browsers = await browsersHere();
const servers = serversHere();
const [present] = browsers;

/** One row of the table: a way of hosting in a browser. */
interface Row {
  name: string;
  host: Host;
  browser: TestBrowser;
  scripts: boolean;
}

const row = (browser: TestBrowser, host: Host, scripts = true): Row => ({
  name: `${host.name} · ${browser.name}${scripts ? '' : ', no JavaScript'}`,
  host,
  browser,
  scripts,
});

const [disk, root] = OWN as [Host, Host];
const rows = browsers.flatMap((browser) => [
  ...OWN.map((host) => row(browser, host)),
  ...(browser === present ? serversOver(() => pack!.folder).map((host) => row(browser, host)) : []),
  ...[disk, root].map((host) => row(browser, host, false)),
]);

const running = new Map<TestBrowser, Promise<Browser>>();
let served: SearchAnswer[];
let pack: Awaited<ReturnType<typeof unpackedPack>> | undefined;

/** Each browser is started once, for all ways. */
function started(browser: TestBrowser): Promise<Browser> {
  const found = running.get(browser) ?? browser.launch(RESOLVE);
  running.set(browser, found);
  return found;
}

beforeAll(async () => {
  if (!present) return;
  if (servers.length > 0) pack = await unpackedPack();
  const { base, close } = await root.open();
  const browser = await started(present);
  served = await visit(browser, base, ({ page }) => askAll(page, base));
  await close();
});

afterAll(async () => {
  for (const browser of running.values()) await (await browser).close();
  await pack?.remove();
});

test.runIf(present)('search finds something for questions of every kind', () => {
  const kinds = ['hits', 'near', 'titles', 'works', 'jumps', 'suggestions'] as const;
  for (const kind of kinds) {
    expect(
      served.some((answer) => answer[kind].length > 0),
      kind,
    ).toBe(true);
  }
  expect(served.find(({ question }) => question === '知识产权')!.hits.length).toBeGreaterThan(50);
  expect(served.filter(({ hits }) => hits.length > 0).length).toBeGreaterThan(10);
});

for (const { name, host, browser, scripts } of rows)
  describe(name, () => {
    const missing = host.server && !servers.includes(host.server) ? `no ${host.server} here` : '';
    /** All that went wrong in the browser, whatever was tried. */
    const troubles: string[] = [];
    let site: Reached | undefined;

    beforeAll(async () => {
      if (missing === '') site = await host.open();
    });
    afterAll(() => site?.close());

    for (const [tried, attempt] of Object.entries(TRIES)) {
      test(tried, async ({ skip }) => {
        if (!site) return skip(missing);
        const { base } = site;
        const reason = await visit(
          await started(browser),
          base,
          async (seen) => {
            const isFile = base.startsWith('file:');
            const tellsDownloads = browser === present;
            const place = { page: seen.page, base, isFile, scripts, tellsDownloads, served };
            const said = await attempt(place);
            // A missing page is a 404, and looks for the archive in every folder above.
            const own = tried === 'not found' ? /^404|status of 404/u : /^$/u;
            const others = seen.troubles.filter((trouble) => !own.test(trouble));
            troubles.push(...others.map((trouble) => `${tried}: ${trouble}`));
            return said;
          },
          { javaScriptEnabled: scripts },
        );
        if (reason !== undefined) skip(reason);
      });
    }

    test('quiet', ({ skip }) => {
      skip(missing !== '', missing);
      expect(troubles).toEqual([]);
    });
  });
