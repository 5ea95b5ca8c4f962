import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectedNodes, oracleNodes } from '../bench/search/oracle.ts';
import { queriesFor } from '../bench/search/queries.ts';
import { syntheticArchive } from '../bench/search/synthetic.ts';
import { searchFiles } from '../../src/search/index/archive-files.ts';
import { browsersHere } from '../support/browsers.ts';
import { builtNotices, builtRecord, dist } from '../support/places.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import { click, countShown, visit, waitFor } from '../support/visit.ts';
import { overHttp, ways } from '../support/ways.ts';

const browsers = await browsersHere();
const records = builtNotices().map(({ id }) => builtRecord(id));
const nodes = oracleNodes(records);
/** The fixed sample: recall and precision are 100 % or the build fails. */
const sample = queriesFor(records, 8);

interface Shown {
  state: string | undefined;
  total: string | undefined;
  hits: string[];
  near: string[];
  works: string[];
  jumps: string[];
}

async function search(page: Page, base: string, query: string, more = '&all=1'): Promise<Shown> {
  await page.goto(`${base}search.html?${new URLSearchParams({ q: query }).toString()}${more}`);
  return answered(page);
}

/** Asks a search page that is open, as when one comes back to an address: it answers what the address asks. */
async function searchAgain(page: Page, query: string): Promise<Shown> {
  await page.evaluate(
    (address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    `?${new URLSearchParams({ q: query, all: '1' }).toString()}`,
  );
  return answered(page);
}

async function answered(page: Page): Promise<Shown> {
  await page.waitForFunction(() =>
    ['done', 'error'].includes(
      document.querySelector<HTMLElement>('#results')?.dataset['state'] ?? '',
    ),
  );
  return shownOn(page);
}

function shownOn(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const results = document.querySelector<HTMLElement>('#results')!;
    const all = (name: string) =>
      Array.from(results.querySelectorAll(`[${name}]`), (one) => one.getAttribute(name) ?? '');
    return {
      state: results.dataset['state'],
      total: results.dataset['total'],
      hits: all('data-hit'),
      near: all('data-near-hit'),
      works: all('data-work-hit'),
      jumps: all('data-go'),
    };
  });
}

describe.skipIf(browsers.length === 0).each(browsers)('$name', ({ launch }) => {
  const browser = browserFor(launch);

  describe.each(ways)('over %s', (_, open) => {
    const site = siteFor(open);

    test('finds every clause that holds the words, and no other', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        const opened = new Set<string>();
        for (const { kind, text } of sample) {
          // The page is opened for the first of each kind; for the others it is there.
          const { total, hits } = opened.has(kind)
            ? await searchAgain(page, text)
            : await search(page, site.base, text);
          opened.add(kind);
          const wanted = expectedNodes(text, nodes);
          expect([...hits].sort(), `${kind}: ${text}`).toEqual([...wanted].sort());
          expect(total, text).toBe(String(wanted.length));
        }
        expect(troubles).toEqual([]);
      });
    });

    test('quotes keep together, a minus excludes, words may stand in different clauses', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        const sorted = (some: string[]) => [...some].sort();
        const together = await search(page, site.base, '"质押 融资"');
        expect(sorted(together.hits)).toEqual(sorted(expectedNodes('质押融资', nodes)));
        const without = await search(page, site.base, '质押 -融资');
        const holding = new Set(expectedNodes('融资', nodes));
        expect(sorted(without.hits)).toEqual(
          sorted(expectedNodes('质押', nodes).filter((id) => !holding.has(id))),
        );
        const near = await search(page, site.base, '质押融资 宣传周');
        const noticesWith = (word: string) =>
          expectedNodes(word, nodes).map((id) => id.split('#')[0]!);
        const both = noticesWith('质押融资').filter((id) => noticesWith('宣传周').includes(id));
        const hit = new Set(near.hits.map((id) => id.split('#')[0]!));
        expect(sorted(near.near)).toEqual(sorted([...new Set(both)].filter((id) => !hit.has(id))));
        expect((await search(page, site.base, '纲要')).works.length).toBeGreaterThan(0);
        expect(troubles).toEqual([]);
      });
    });

    test.each([
      ['济管市监〔2023〕17号', 'jgsj-2023-17'],
      ['[2023]17号', 'jgsj-2023-17'],
      ['2023 17号', 'jgsj-2023-17'],
      ['济源 二（三）13', 'jgsj-2021-105#s2-3-13'],
      ['jgsj-2021-105 2-3-13', 'jgsj-2021-105#s2-3-13'],
      ['豫发2022 31', 'ha-ipr-outline-2022'],
      ['国务院令第310号', 'cn-transfer-suspected-crime-reg'],
      ['GB/T 39550', 'gb-t-39550-2020'],
      ['gb/t42293-2022', 'gb-t-42293-2022'],
    ])('the number %s leads to %s', async (query, target) => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        expect((await search(page, site.base, query)).jumps).toContain(target);
        expect(troubles).toEqual([]);
      });
    });

    test.each([
      ['nothing', ''],
      ['blanks', ' \u3000 '],
      ['markup', '<img src=x onerror=alert(1)>'],
      ['unmatched quotes', '"质押 “融资'],
      ['ten thousand characters', '知识产权'.repeat(2500)],
      ['punctuation', '。，；'],
      ['a pattern', '.*[a-z](?:'],
    ])('%s does no harm', async (_name, query) => {
      // A server may refuse an address of many thousand bytes; a reader types or pastes it.
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}search.html?all=1`);
        await waitFor(page, '#results[data-state="done"]');
        await page.evaluate((text) => {
          const box = document.querySelector<HTMLInputElement>('input[name=q]')!;
          box.value = text;
          box.form!.requestSubmit();
        }, query);
        await waitFor(page, '#results[data-state="done"]');
        expect(await page.evaluate(() => document.querySelector('#results img'))).toBeNull();
        expect(troubles).toEqual([]);
      });
    });

    test('a word one character off is suggested, and is no hit', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        const shown = await search(page, site.base, '质压融资');
        expect(shown).toMatchObject({ total: '0', hits: [] });
        expect(await countShown(page, '[data-suggestion="质押融资"]')).toBe(1);
        expect(troubles).toEqual([]);
      });
    });

    test('titles that hold the words are offered, and do not count', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        const { id, title } = builtNotices().find((notice) => notice.title !== null)!;
        const shown = await search(page, site.base, title!);
        expect(shown.total).toBe(String(expectedNodes(title!, nodes).length));
        expect(await countShown(page, `[data-title-hit="${id}"]`)).toBe(1);
        expect(troubles).toEqual([]);
      });
    });

    test('facets narrow the hits down, and the back button takes it back', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        const before = await search(page, site.base, '知识产权', '');
        const count = await page.evaluate(() => {
          const list = document.querySelector<HTMLSelectElement>('#results select[name=city]')!;
          const option = list.options[1]!;
          list.value = option.value;
          list.dispatchEvent(new Event('change', { bubbles: true }));
          return /（(\d+)）/u.exec(option.text)![1]!;
        });
        await waitFor(page, `#results[data-state="done"][data-total="${count}"]`);
        expect(Number(count)).toBeLessThan(Number(before.total));
        await page.goBack();
        await waitFor(page, `#results[data-state="done"][data-total="${before.total!}"]`);
        expect(troubles).toEqual([]);
      });
    });

    test('the slash opens a dialog that finds while one types', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}${builtNotices()[0]!.url}`);
        await page.keyboard.press('/');
        await waitFor(page, 'dialog[open]');
        await page.keyboard.insertText('质押');
        await page.keyboard.insertText('融资');
        await waitFor(page, 'dialog [data-hit]');
        const found = await page.evaluate(() =>
          Array.from(document.querySelectorAll('dialog [data-hit]'), (hit) =>
            hit.getAttribute('data-hit'),
          ),
        );
        const wanted = expectedNodes('质押融资', nodes);
        for (const hit of found) expect(wanted).toContain(hit);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await waitFor(page, '[data-notice-text] mark');
        expect(page.url()).not.toContain('hl=');
        await click(page, '.find-here button[type=button]');
        expect(await countShown(page, '[data-notice-text] mark')).toBe(0);
        expect(troubles).toEqual([]);
      });
    });
  });
});

const damage: [string, (file: string) => Promise<void>][] = [
  ['missing', (file) => rm(file)],
  ['cut off', async (file) => writeFile(file, (await readFile(file, 'utf8')).slice(0, 200))],
  [
    'of another build',
    async (file) =>
      writeFile(file, (await readFile(file, 'utf8')).replace(/\("[0-9a-f]+"/u, '("000000000000"')),
  ],
];

describe.skipIf(browsers.length === 0).each(browsers)('copies in $name', ({ launch }) => {
  const browser = browserFor(launch);
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wenhao-'));
    await cp(dist, folder, { recursive: true });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs `work` on the copy, served and from the disk. */
  async function bothWays(work: (base: string) => Promise<void>): Promise<void> {
    const { base, close } = await overHttp(folder);
    try {
      await work(base);
      await work(`${pathToFileURL(folder).href}/`);
    } finally {
      await close();
    }
  }

  test.each(damage)('a part of the text that is %s is noticed', async (_name, harm) => {
    await harm(join(folder, 'search', 'text-0.js'));
    await bothWays((base) =>
      visit(browser, base, async ({ page, troubles }) => {
        const shown = await search(page, base, '知识产权');
        expect(shown).toMatchObject({ state: 'error', total: undefined, hits: [] });
        expect(await countShown(page, '#contents a[href$="contents.html"]')).toBe(1);
        // That a file is not there the browser itself says, whatever a page does.
        expect(troubles.filter((trouble) => !/404|ERR_FILE_NOT_FOUND/u.test(trouble))).toEqual([]);
      }),
    );
  });

  test('in a large archive the index leads to the same answers, and its damage is noticed', async () => {
    const large = syntheticArchive(records, 60);
    const files = searchFiles(large, []);
    expect([...files.keys()]).toContain('search/pairs-0.js');
    for (const [path, text] of files) await writeFile(join(folder, path), text);
    const largeNodes = oracleNodes(large);
    await bothWays((base) =>
      visit(browser, base, async ({ page, troubles }) => {
        for (const { text } of queriesFor(large, 1)) {
          const { hits } = await search(page, base, text);
          expect([...hits].sort(), text).toEqual(expectedNodes(text, largeNodes).sort());
          const first = await search(page, base, text, '');
          for (const hit of first.hits) expect(hits).toContain(hit);
        }
        expect(troubles).toEqual([]);
      }),
    );
    await writeFile(join(folder, 'search', 'pairs-0.js'), 'wenhaoSearch("');
    await bothWays((base) =>
      visit(browser, base, async ({ page, troubles }) => {
        expect(await search(page, base, '知识')).toMatchObject({ state: 'error', hits: [] });
        expect(troubles).toEqual([]);
      }),
    );
  });
});
