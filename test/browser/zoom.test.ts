import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browsersHere } from '../support/browsers.ts';
import { coveredShare, cutOff, spaceText, stickingOut, allNodes } from '../support/fit.ts';
import { builtNotices } from '../support/places.ts';
import { pagesOfEveryKind } from '../support/pages.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import { visitPage, waitFor } from '../support/visit.ts';
import { served } from '../support/ways.ts';

const browsers = await browsersHere();
const searches = ['知识产权', '没有这个词'].map(
  (query) => `search.html?${new URLSearchParams({ q: query }).toString()}`,
);
const pages = [...pagesOfEveryKind(), ...searches];
/** A window of 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10). */
const zoomed = { width: 320, height: 256 };

describe.skipIf(browsers.length === 0).each(browsers)('text has room in $name', ({ launch }) => {
  const browser = browserFor(launch);
  const site = siteFor(served);

  const open = (path: string, work: (page: Page) => Promise<void>) =>
    visitPage(
      browser,
      site.base,
      path,
      async (page) => {
        if (searches.includes(path)) await waitFor(page, '#results[data-state="done"]');
        await work(page);
      },
      { viewport: zoomed },
    );

  test.each(pages)('at 400 %: %s', (path) =>
    open(path, async (page) => {
      expect.soft(await stickingOut(page)).toEqual([]);
      await allNodes(page);
      expect.soft(await stickingOut(page), 'unfolded').toEqual([]);
      expect.soft(await cutOff(page), 'cut off').toEqual([]);
    }),
  );

  test.each(pages)('with letters and lines apart: %s', (path) =>
    open(path, async (page) => {
      await allNodes(page);
      await spaceText(page);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await stickingOut(page), `${width} px`).toEqual([]);
        expect.soft(await cutOff(page), `${width} px, cut off`).toEqual([]);
      }
    }),
  );

  test('what stays in the window leaves the text most of it', () =>
    open(builtNotices()[0]!.url, async (page) => {
      expect(await coveredShare(page)).toBeLessThanOrEqual(0.4);
    }));
});
