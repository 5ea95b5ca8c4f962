import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../../src/publish/verify/html.ts';
import { violationsOf } from '../support/axe.ts';
import { browsersHere } from '../support/browsers.ts';
import { allNodes } from '../support/fit.ts';
import { walkThrough } from '../support/keyboard.ts';
import { pagesOfEveryKind } from '../support/pages.ts';
import { builtNotices, builtRecord, dist, nodesOf } from '../support/places.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import { ask, click, visitPage, waitFor } from '../support/visit.ts';
import { served } from '../support/ways.ts';

const browsers = await browsersHere();
const pages = pagesOfEveryKind();
const notices = builtNotices();
const notice = notices[0]!;

/** Sets the size of letters that a reader has chosen in the browser; 16 px is the usual one. */
async function setFontSize(page: Page, pixels: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: pixels, fixed: pixels } });
}

test('no two pages have the same title', async () => {
  const files = (await filesIn(dist)).filter((path) => path.endsWith('.html'));
  const titles = files.map((path) =>
    /<title>(.*?)<\/title>/su.exec(readFileSync(join(dist, path), 'utf8'))?.[1]?.trim(),
  );
  const twice = files.filter((_, at) => !titles[at] || titles.indexOf(titles[at]) !== at);
  expect(twice).toEqual([]);
});

describe.skipIf(browsers.length === 0).each(browsers)(
  'for everyone with $name',
  ({ name, launch }) => {
    const browser = browserFor(launch);
    const site = siteFor(served);

    /** Opens a page of the site for a reader who wants nothing to move. */
    const open = (path: string, work: (page: Page) => Promise<void>) =>
      visitPage(browser, site.base, path, work, { reducedMotion: 'reduce' });

    // What axe looks at is the same in every browser, and it takes its time.
    describe.runIf(name === browsers[0]?.name)('axe finds nothing wrong', () => {
      test.each(pages)('with %s: light and dark, on a phone, in large type', (path) =>
        open(path, async (page) => {
          await allNodes(page);
          expect.soft(await violationsOf(page), 'light').toEqual([]);
          await page.emulateMedia({ colorScheme: 'dark' });
          expect.soft(await violationsOf(page, 'colours'), 'dark').toEqual([]);
          await page.setViewportSize({ width: 360, height: 740 });
          expect.soft(await violationsOf(page), 'phone').toEqual([]);
          await page.setViewportSize({ width: 1280, height: 800 });
          await setFontSize(page, 32);
          expect.soft(await violationsOf(page, 'sizes'), 'large type').toEqual([]);
        }),
      );

      test.each([
        ['many hits', '知识产权'],
        ['one city', '济源 质押融资'],
        ['no hit', '没有这个词'],
      ])('with the search page: %s', (_, query) =>
        open(`search.html?${new URLSearchParams({ q: query }).toString()}`, async (page) => {
          await waitFor(page, '#results[data-state="done"]');
          await allNodes(page);
          expect.soft(await violationsOf(page), 'light').toEqual([]);
          await page.emulateMedia({ colorScheme: 'dark' });
          expect.soft(await violationsOf(page, 'colours'), 'dark').toEqual([]);
        }),
      );

      test('with the page for an address that is nearly right', () =>
        open('notices/jgsj-2023-18.html', async (page) => {
          expect(await violationsOf(page)).toEqual([]);
        }));

      /** What can be opened on a notice page. */
      const openings: [string, (page: Page) => Promise<void>][] = [
        [
          'the menu of a clause',
          async (page) => {
            await click(page, '#s1 .link-sign');
            await waitFor(page, '[role=menu]');
          },
        ],
        [
          'the search over the page',
          async (page) => {
            await page.keyboard.press('/');
            await waitFor(page, 'dialog[open] input');
            await page.keyboard.insertText('知识产权');
            await waitFor(page, 'dialog[open] [data-hit], dialog[open] .dialog-results a');
          },
        ],
        [
          'the preview of a citation',
          async (page) => {
            await page.keyboard.press('Tab');
            await page.evaluate(() => {
              document.querySelector<HTMLElement>('[data-notice-text] a[data-cite]')!.focus();
            });
            await page.waitForFunction(
              () => document.querySelector<HTMLElement>('#preview')?.hidden === false,
            );
          },
        ],
        [
          'the list of keys',
          async (page) => {
            await page.keyboard.press('?');
            await waitFor(page, 'dialog[open]');
          },
        ],
        [
          'the mode for the elderly',
          async (page) => {
            await click(page, '[data-large]');
            await waitFor(page, '[data-large][aria-pressed="true"]');
          },
        ],
      ];

      test.each(openings)('with %s open', (_, act) =>
        open(notice.url, async (page) => {
          await act(page);
          expect.soft(await violationsOf(page), 'light').toEqual([]);
          await page.emulateMedia({ colorScheme: 'dark' });
          expect.soft(await violationsOf(page, 'colours'), 'dark').toEqual([]);
          await page.setViewportSize({ width: 360, height: 740 });
          expect.soft(await violationsOf(page), 'phone').toEqual([]);
        }),
      );

      test.each(['light', 'dark'] as const)('in the colours of the system, %s', (colorScheme) =>
        open(notice.url, async (page) => {
          await page.emulateMedia({ colorScheme, forcedColors: 'active' });
          expect(await violationsOf(page, 'colours')).toEqual([]);
        }),
      );
    });

    describe('a screen reader is told', () => {
      test.each(pages)('language, landmarks and headings of %s', (path) =>
        open(path, async (page) => {
          const found = await page.evaluate(() => {
            const count = (selector: string) => document.querySelectorAll(selector).length;
            const levels = Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6'))
              .filter((heading) => heading.getClientRects().length > 0)
              .map(({ tagName }) => Number(tagName[1]));
            const named = (element: Element) =>
              element.getAttribute('aria-label') ??
              document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ??
              '';
            const ways = Array.from(document.querySelectorAll('nav'), named);
            return {
              language: document.documentElement.lang,
              main: count('main'),
              banner: count('body > header'),
              footer: count('body > footer'),
              search: count('[role=search]'),
              titles: levels.filter((level) => level === 1).length,
              jumps: levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1),
              nameless: ways.filter((name, at) => name === '' || ways.indexOf(name) !== at),
            };
          });
          // The page for wrong addresses stands alone: it does not know where the others are.
          const frame = path === '404.html' ? 0 : 1;
          expect(found).toEqual({
            language: 'zh-CN',
            main: 1,
            banner: frame,
            footer: frame,
            search: 1,
            titles: 1,
            jumps: [],
            nameless: [],
          });
        }),
      );

      test.each(notices)('the clauses of $id by heading or name', ({ id, url }) =>
        open(url, async (page) => {
          const clauses = nodesOf(builtRecord(id).outline).filter(({ label }) => label !== null);
          const nameless = await page.evaluate(
            (ids) =>
              ids.filter((anchor) => {
                const clause = document.getElementById(anchor);
                const own = (each: Element) => each.parentElement?.closest('section') === clause;
                const heads = Array.from(
                  clause?.querySelectorAll('h2, h3, h4, h5, h6, [role=heading]') ?? [],
                );
                const isNamed = clause?.matches('[aria-label], [aria-labelledby], li') ?? false;
                return !isNamed && !heads.some(own);
              }),
            clauses.map((node) => node.id),
          );
          expect(nameless).toEqual([]);
        }),
      );
    });

    describe('the keyboard', () => {
      // One notice is like another, and each stop takes its time.
      const others = notices.slice(1).map(({ url }) => url);
      test.each(pages.filter((path) => !others.includes(path)))(
        'comes everywhere on %s, in order, and is seen',
        (path) =>
          open(path, async (page) => {
            expect(await walkThrough(page)).toEqual({ missed: [], faults: [] });
          }),
      );

      test.each(pages.filter((path) => path !== '404.html'))('skips to the text of %s', (path) =>
        open(path, async (page) => {
          const focused = () =>
            page.evaluate(() => {
              const { activeElement } = document;
              const box = activeElement?.getBoundingClientRect();
              return {
                target: activeElement?.getAttribute('href'),
                isSeen: box !== undefined && box.top >= 0 && box.left >= 0 && box.height > 1,
                isInMain: activeElement?.closest('main') !== null,
              };
            });
          await page.keyboard.press('Tab');
          expect(await focused()).toEqual({ target: '#main', isSeen: true, isInMain: false });
          await page.keyboard.press('Enter');
          await page.keyboard.press('Tab');
          expect((await focused()).isInMain).toBe(true);
        }),
      );
    });

    test('nothing moves for a reader who wants rest', () =>
      open(notice.url, async (page) => {
        const moving = await page.evaluate(() => {
          const lasts = (times: string) =>
            times
              .split(',')
              .some((time) => parseFloat(time) * (time.includes('ms') ? 1 : 1000) > 1);
          return Array.from(document.querySelectorAll('*'))
            .filter((element) => {
              const style = getComputedStyle(element);
              return (
                style.scrollBehavior === 'smooth' ||
                lasts(style.transitionDuration) ||
                (style.animationName !== 'none' && lasts(style.animationDuration))
              );
            })
            .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
        });
        expect([...new Set(moving)]).toEqual([]);
      }));

    test('a search from the box by keyboard says how much it found', () =>
      open('index.html', async (page) => {
        await ask(page, 'form[role=search] input[name=q]', '质押融资');
        await waitFor(page, '#results[data-state="done"]');
        const said = await page.evaluate(() =>
          Array.from(
            document.querySelectorAll('[role=status], [aria-live=polite]'),
            ({ textContent }) => textContent,
          ).join(' '),
        );
        expect(said).toMatch(/\d/u);
      }));
  },
);
