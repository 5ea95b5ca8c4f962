import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsersHere } from '../support/browsers.ts';
import { type Load, load } from '../support/loaded.ts';
import { pagesOfEveryKind } from '../support/pages.ts';
import { builtNotices, builtRecord, nodesOf } from '../support/places.ts';
import { countShown, shownText, visit, waitFor } from '../support/visit.ts';
import { type Reached, ways } from '../support/ways.ts';

/** The most a page may cost before search is opened: bytes by gzip at level 9, requests with the page itself. */
const budget = { scripts: 12 * 1024, styles: 10 * 1024, requests: 5 };

const [browserHere] = await browsersHere();
const pages = pagesOfEveryKind();
const notices = builtNotices();
const phone = { width: 360, height: 740 };
const search = `search.html?${new URLSearchParams({ q: '知识产权' }).toString()}`;

describe.skipIf(!browserHere)('a page', () => {
  let browser: Browser;
  let site: Reached;
  beforeAll(async () => {
    browser = await browserHere!.launch();
    site = await ways[0]![1]();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const costs = ({ scripts, styles, requests }: Load, parts: (keyof typeof budget)[]) => {
    const sums = { scripts, styles, requests: requests.length };
    for (const part of parts) {
      expect.soft(sums[part], `${part} of ${requests.join(' ')}`).toBeLessThanOrEqual(budget[part]);
    }
  };

  test.each(pages)('costs little and holds still while it opens: %s', async (path) => {
    const atDesk = await load(browser, site.base, path);
    costs(atDesk, partsOf(path));
    expect.soft(atDesk.shifts, 'desk').toEqual([]);
    const onPhone = await load(browser, site.base, path, { viewport: phone });
    expect.soft(onPhone.shifts, 'phone').toEqual([]);
  });

  test.each(notices)('holds still for who arrives at a clause of $id', async ({ id, url }) => {
    const path = `${url}#${lastClause(id)}`;
    const atDesk = await load(browser, site.base, path);
    expect.soft(atDesk.shifts, 'desk').toEqual([]);
    const onPhone = await load(browser, site.base, path, { viewport: phone });
    expect.soft(onPhone.shifts, 'phone').toEqual([]);
  });

  test('holds still while results come', async () => {
    const settle = (page: Page) => waitFor(page, '#results[data-state="done"]');
    const atDesk = await load(browser, site.base, search, { settle });
    expect.soft(atDesk.shifts, 'desk').toEqual([]);
    const onPhone = await load(browser, site.base, search, { settle, viewport: phone });
    expect.soft(onPhone.shifts, 'phone').toEqual([]);
  });

  test.each(notices)('of a notice needs no script: $id', ({ id, url }) =>
    visit(
      browser,
      site.base,
      async ({ page, troubles }) => {
        await page.goto(site.base + url);
        const text = await shownText(page, '[data-notice-text]');
        const nodes = nodesOf(builtRecord(id).outline).filter(({ label }) => label !== null);
        for (const { label } of nodes) expect(text).toContain(label);
        // contents, facts and files beside it
        for (const node of nodes) {
          expect(await page.locator(`nav a[href$="#${node.id}"]`).count(), node.id).toBeGreaterThan(
            0,
          );
        }
        expect(await countShown(page, 'dl dd')).toBeGreaterThan(0);
        expect(await page.locator(`a[href$="${id}.docx"]`).count()).toBeGreaterThan(0);
        expect(troubles).toEqual([]);
      },
      { javaScriptEnabled: false },
    ),
  );
});

/** What is counted: on the search page search is open, and it is notices that have to come with a handful of files. */
function partsOf(path: string): (keyof typeof budget)[] {
  if (path === 'search.html') return ['styles'];
  return path.startsWith('notices/') ? ['scripts', 'styles', 'requests'] : ['scripts', 'styles'];
}

/** Far down on its page, so that arriving there is a long way. */
function lastClause(id: string): string {
  return nodesOf(builtRecord(id).outline).findLast(({ label }) => label !== null)!.id;
}
