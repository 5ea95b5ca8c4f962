import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browsersHere } from '../support/browsers.ts';
import { builtNotices, builtRecord } from '../support/places.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import {
  click,
  choose,
  countShown,
  reloadUntil,
  shownText,
  visit,
  waitFor,
} from '../support/visit.ts';
import { ways } from '../support/ways.ts';

const browsers = await browsersHere();
const records = builtNotices().map(({ id }) => builtRecord(id));
/** One that cites a work in its text, and one whose sidecar corrects something. */
const citing = records.find(({ citations }) => citations.some(({ works }) => works.length === 1))!;
const corrected = records.find(({ errata }) => errata.some(({ applied }) => applied))!;
const link = '[data-notice-text] .clause a.cite';

/** The words of the notice: its text without what was added. */
const words = (page: Page) =>
  page.evaluate(() => {
    const text = document.querySelector('[data-notice-text]')!.cloneNode(true) as Element;
    for (const added of Array.from(text.querySelectorAll('[data-added]'))) added.remove();
    return text.textContent;
  });

/** Boxes of the card and of the link, to see whether one covers the other. */
const overlap = (page: Page) =>
  page.evaluate((selector) => {
    const card = document.querySelector('#preview')!.getBoundingClientRect();
    const lines = Array.from(document.querySelector(selector)!.getClientRects());
    return lines.some(
      ({ top, bottom, left, right }) =>
        top < card.bottom && bottom > card.top && left < card.right && right > card.left,
    );
  }, link);

const isOpen = async (page: Page) => (await countShown(page, '#preview')) === 1;
const describedBy = (page: Page) =>
  page.evaluate(
    (selector) => document.querySelector(selector)!.getAttribute('aria-describedby'),
    link,
  );

/** The keyboard is in use; then the link has the focus. */
async function focus(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await page.evaluate((selector) => {
    document.querySelector<HTMLElement>(selector)!.focus();
  }, link);
}

async function middleOf(page: Page, selector: string) {
  return page.evaluate((wanted) => {
    const element = document.querySelector(wanted)!;
    element.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = element.getClientRects()[0]!;
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
}

describe.skipIf(browsers.length === 0).each(browsers)('$name', ({ launch }) => {
  const browser = browserFor(launch);

  describe.each(ways.filter(([name]) => name !== 'http under a sub-path'))('over %s', (_, open) => {
    const site = siteFor(open);

    test('under the mouse a citation says what it cites; the card stays while the mouse is on it', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}${citing.url}`);
        const { x, y } = await middleOf(page, link);
        await page.mouse.move(x, y);
        expect(await isOpen(page)).toBe(true);
        const [id = ''] = (
          await page.evaluate(
            (selector) => document.querySelector<HTMLElement>(selector)!.dataset['cite']!,
            link,
          )
        ).split(' ');
        const title = await page.evaluate(
          (cited) => document.querySelector(`[data-cited="${cited}"] a`)!.textContent,
          id,
        );
        expect(await shownText(page, '#preview')).toContain(title.trim());
        expect(await overlap(page)).toBe(false);
        const card = await middleOf(page, '#preview');
        await page.mouse.move(card.x, card.y);
        await page.waitForTimeout(400);
        expect(await isOpen(page)).toBe(true);
        await page.mouse.move(2, 2);
        await expect.poll(() => isOpen(page)).toBe(false);
        expect(troubles).toEqual([]);
      });
    });

    test('the focus opens the card, Esc closes it, Enter follows the link', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}${citing.url}`);
        await focus(page);
        expect(await isOpen(page)).toBe(true);
        expect(await describedBy(page)).toBe('preview');
        expect(await overlap(page)).toBe(false);
        await page.keyboard.press('Escape');
        expect(await isOpen(page)).toBe(false);
        expect(await describedBy(page)).toBeNull();
        const target = await page.evaluate(
          (selector) => document.querySelector<HTMLAnchorElement>(selector)!.href,
          link,
        );
        await page.keyboard.press('Enter');
        await page.waitForURL(target);
        await waitFor(page, '[data-cited-by]');
        expect(troubles).toEqual([]);
      });
    });

    test('a first tap opens the card with a way on, a second one follows', async () => {
      await visit(
        browser,
        site.base,
        async ({ page, troubles }) => {
          await page.goto(`${site.base}${citing.url}`);
          const target = await page.evaluate(
            (selector) => document.querySelector<HTMLAnchorElement>(selector)!.href,
            link,
          );
          const { x, y } = await middleOf(page, link);
          await page.touchscreen.tap(x, y);
          await expect.poll(() => isOpen(page)).toBe(true);
          expect(page.url()).toBe(`${site.base}${citing.url}`);
          expect(await shownText(page, '#preview a')).toBe('打开');
          await page.touchscreen.tap(x, y);
          await page.waitForURL(target);
          expect(troubles).toEqual([]);
        },
        { hasTouch: true, viewport: { width: 390, height: 800 } },
      );
    });

    test('without JavaScript a citation is a link and the text is as printed', async () => {
      await visit(
        browser,
        site.base,
        async ({ page, troubles }) => {
          await page.goto(`${site.base}${citing.url}`);
          expect(await countShown(page, '[data-corrected], [data-reading]')).toBe(0);
          const target = await page.evaluate(
            (selector) => document.querySelector<HTMLAnchorElement>(selector)!.href,
            link,
          );
          await click(page, link);
          await page.waitForURL(target);
          await waitFor(page, '[data-cited-by]');
          expect(troubles).toEqual([]);
        },
        { javaScriptEnabled: false },
      );
    });

    test.skipIf(!(corrected as unknown))(
      '校订 shows the corrections, 原文 the print; the words stay the same',
      async () => {
        await visit(browser, site.base, async ({ page, troubles }) => {
          await page.goto(`${site.base}${corrected.url}`);
          const { from, to } = corrected.errata.find(({ applied }) => applied)!;
          const printed = await words(page);
          const shown = async () =>
            (await shownText(page, '[data-notice-text]')).replaceAll(/\s/gu, '');
          expect(await shown()).toContain(from);
          await click(page, '[data-reading] [value=corrected]');
          expect(await countShown(page, '[data-corrected]')).toBeGreaterThan(0);
          expect(await shown()).toContain(to);
          expect(await words(page)).toBe(printed);
          await reloadUntil(page, async () => (await countShown(page, '[data-corrected]')) > 0);
          await click(page, '[data-reading] [value=printed]');
          expect(await countShown(page, '[data-corrected]')).toBe(0);
          expect(await words(page)).toBe(printed);
          expect(troubles).toEqual([]);
        });
      },
    );

    test('a search finds both readings of a correction', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        const { from, to, clause } = corrected.errata.find(
          (each) => each.applied && each.clause !== null,
        )!;
        for (const reading of [from, to!]) {
          await page.goto(
            `${site.base}search.html?${new URLSearchParams({ q: reading, all: '1' }).toString()}`,
          );
          await waitFor(page, '#results[data-state="done"]');
          await waitFor(page, `[data-hit="${corrected.id}#${clause!}"] mark`);
        }
        expect(troubles).toEqual([]);
      });
    });

    test('a search finds works apart from clauses, and both ways find the same', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(
          `${site.base}search.html?${new URLSearchParams({ q: '知识产权强国建设纲要' }).toString()}`,
        );
        await waitFor(page, '[data-work-hit="cn-ipr-outline-2021"] a');
        const counts = await page.evaluate(() => ({
          total: Number(document.querySelector<HTMLElement>('#results')?.dataset['total']),
          hits: document.querySelectorAll('[data-hit]').length,
        }));
        expect(counts.hits).toBe(counts.total);
        expect(troubles).toEqual([]);
      });
    });

    test('the list of works is narrowed by level and words and sorted', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}works.html`);
        const all = await countShown(page, '[data-work-card]');
        await choose(page, 'form[data-filter] [name=level]', 'national');
        const national = await countShown(page, '[data-work-card]');
        expect(national).toBeGreaterThan(0);
        expect(national).toBeLessThan(all);
        expect(await countShown(page, '[data-work-card][data-level=national]')).toBe(national);
        await choose(page, 'form[data-filter] [name=sort]', 'title');
        expect(page.url()).toContain('sort=title');
        await page.reload();
        expect(await countShown(page, '[data-work-card]')).toBe(national);
        expect(troubles).toEqual([]);
      });
    });

    test('the table of citations scrolls in its own box', async () => {
      await visit(
        browser,
        site.base,
        async ({ page }) => {
          for (const path of [
            'citations.html',
            'works.html',
            'works/cn-ipr-outline-2021.html',
            corrected.url,
          ]) {
            await page.goto(`${site.base}${path}`);
            expect(
              await page.evaluate(() => document.documentElement.scrollWidth),
              path,
            ).toBeLessThanOrEqual(360);
          }
        },
        { viewport: { width: 360, height: 800 } },
      );
    });
  });
});
