import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NoticeSummary } from '../../src/model/records/notice-summary.ts';
import { violationsOf } from '../support/axe.ts';
import { browsersHere } from '../support/browsers.ts';
import { type BuiltArchive, buildArchive } from '../support/build-archive.ts';
import { cutOff, stickingOut, allNodes } from '../support/fit.ts';
import { hardNotices } from '../support/hard-notices.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import { visit, waitFor } from '../support/visit.ts';
import { overHttp } from '../support/ways.ts';

const browsers = await browsersHere();
const seeds = Object.keys(hardNotices);
/** Two phones, a tablet, an office screen, a large one. */
const widths = [320, 360, 768, 1366, 1920];
const done = '#results[data-state="done"]';

let archive: BuiltArchive;
let notices: NoticeSummary[];
beforeAll(() => {
  archive = buildArchive(hardNotices);
  notices = JSON.parse(
    readFileSync(join(archive.site, 'api', 'notices.json'), 'utf8'),
  ) as NoticeSummary[];
}, 300_000);
afterAll(() => {
  archive.remove();
});

const noticeOf = (seed: string) => notices.find((each) => each.seed === `seeds/${seed}`)!;

describe.skipIf(browsers.length === 0).each(browsers)(
  'notices that are hard to show in $name',
  ({ name, launch }) => {
    const browser = browserFor(launch);
    const site = siteFor(() => overHttp(archive.site));

    /** A page of whatever it holds: fits every window, says nothing that is not there, and axe is content. */
    async function looksRight(page: Page): Promise<void> {
      expect.soft(await leftovers(page)).toEqual([]);
      await allNodes(page);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 768 });
        expect.soft(await stickingOut(page), `${width} px`).toEqual([]);
        expect.soft(await cutOff(page), `${width} px, cut off`).toEqual([]);
      }
      // What axe looks at is the same in every browser, and it takes its time.
      if (name === browsers[0]?.name) expect.soft(await violationsOf(page)).toEqual([]);
    }

    test.each(seeds)('%s', (seed) =>
      visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(site.base + noticeOf(seed).url);
        const text = await page.evaluate(() => ({
          titles: Array.from(document.querySelectorAll('h1'), (title) => title.textContent.trim()),
          height: document.querySelector('[data-notice-text]')?.getBoundingClientRect().height ?? 0,
        }));
        expect.soft(text.titles).toHaveLength(1);
        expect.soft(text.titles[0]).not.toBe('');
        expect.soft(text.height).toBeGreaterThan(10);
        await looksRight(page);
        expect(troubles).toEqual([]);
      }),
    );

    test.each(['index.html', 'contents.html', 'citations.html', 'search.html?q=工作'])(
      'all of them in %s',
      (path) =>
        visit(browser, site.base, async ({ page, troubles }) => {
          await page.goto(site.base + path);
          if (path.startsWith('search')) await waitFor(page, done);
          await looksRight(page);
          expect(troubles).toEqual([]);
        }),
    );

    test('have a name each in the list, title or not', () =>
      visit(browser, site.base, async ({ page }) => {
        await page.goto(`${site.base}index.html`);
        const names = await page
          .locator('[data-notice-card] a')
          .evaluateAll((all) => all.map(({ textContent }) => textContent.trim()));
        expect(names.length).toBeGreaterThanOrEqual(seeds.length);
        expect(names).not.toContain('');
      }));
  },
);

test('are read for what they say and no more', () => {
  const title = noticeOf('long-title.txt').title;
  expect.soft(title, 'a title of 120 characters').toHaveLength(120);
  const table = noticeOf('flat-table.txt');
  expect.soft(table, 'a column of a table is no signature').toMatchObject({
    issuer: '云岭市知识产权局',
    date: '2024-05-20',
  });
  expect.soft(noticeOf('many-clauses.txt').clauses).toBe(135);
  expect.soft(noticeOf('nothing-but-text.txt')).toMatchObject({
    title: null,
    number: null,
    issuer: null,
    date: null,
    year: null,
  });
});

/** Words that a page says when a program had nothing to say; those of the notice itself may be anything. */
function leftovers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const nothing = /\b(?:undefined|null|NaN)\b|\[object /u;
    const lines: string[] = [];
    for (const element of Array.from(document.querySelectorAll('html, html *'))) {
      if (element.closest('script, style, [data-notice-text], [data-seed-lines]')) continue;
      for (const { name, value } of Array.from(element.attributes)) {
        // A record in JSON says null where a fact is absent.
        if (nothing.test(value) && !value.startsWith('{'))
          lines.push(`${element.tagName} ${name}="${value}"`);
      }
      for (const { nodeType, textContent } of Array.from(element.childNodes)) {
        if (nodeType === Node.TEXT_NODE && nothing.test(textContent ?? ''))
          lines.push(`${element.tagName}: ${textContent ?? ''}`);
      }
    }
    return lines;
  });
}
