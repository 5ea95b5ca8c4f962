import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browsersHere } from '../support/browsers.ts';
import { type Load, load } from '../support/loaded.ts';
import { pagesOfEveryKind } from '../support/pages.ts';
import { builtNotices, builtRecord, nodesOf } from '../support/places.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import { countShown, shownText, visit, waitFor } from '../support/visit.ts';
import { served } from '../support/ways.ts';

/** The most a page may cost before search is opened: bytes by gzip at level 9, requests with the page itself. */
const budget = { scripts: 12 * 1024, styles: 10 * 1024, requests: 5 };

const browsers = await browsersHere();
const pages = pagesOfEveryKind();
const notices = builtNotices();
const desk = { width: 1366, height: 768 };
const phone = { width: 360, height: 740 };
const search = `search.html?${new URLSearchParams({ q: '知识产权' }).toString()}`;

describe.skipIf(browsers.length === 0).each(browsers)('a page in $name', ({ launch }) => {
  const browser = browserFor(launch);
  const site = siteFor(served);

  /** Opens a page at a desk and on a phone, at the same time because scripts come late; returns what it cost at the desk. */
  const holdsStill = async (path: string, settle?: (page: Page) => Promise<void>) => {
    const [atDesk, onPhone] = await Promise.all(
      [desk, phone].map((viewport) => load(browser, site.base, path, { settle, viewport })),
    );
    expect.soft(atDesk!.shifts, 'desk').toEqual([]);
    expect.soft(onPhone!.shifts, 'phone').toEqual([]);
    return atDesk!;
  };

  const costs = ({ scripts, styles, requests }: Load, parts: (keyof typeof budget)[]) => {
    const sums = { scripts, styles, requests: requests.length };
    for (const part of parts) {
      expect.soft(sums[part], `${part} of ${requests.join(' ')}`).toBeLessThanOrEqual(budget[part]);
    }
  };

  test.each(pages)('costs little and holds still while it opens: %s', async (path) => {
    costs(await holdsStill(path), partsOf(path));
  });

  test.each(notices)('holds still for who arrives at a clause of $id', async ({ id, url }) => {
    await holdsStill(`${url}#${lastClause(id)}`);
  });

  test('holds still while results come', async () => {
    await holdsStill(search, (page) => waitFor(page, '#results[data-state="done"]'));
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
