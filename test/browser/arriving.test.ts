import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browsersHere } from '../support/browsers.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import {
  click,
  countShown,
  isInView,
  reloadUntil,
  shownText,
  visit,
  waitFor,
} from '../support/visit.ts';
import { ways } from '../support/ways.ts';

const browsers = await browsersHere();
const phone = { viewport: { width: 360, height: 640 } };
const desk = { viewport: { width: 1280, height: 800 } };
/** Contents and facts stand below each other in the same column. */
const small = { viewport: { width: 1100, height: 800 } };

const box = '[data-wrong-anchor]';

/** Goes to an address and waits until a condition of the page holds. */
async function arrive(page: Page, address: string, selector: string): Promise<void> {
  await page.goto(address);
  await waitFor(page, selector);
}

/** Where the box of the wrong anchor leads. */
function offered(page: Page): Promise<string[]> {
  return page.evaluate(
    (selector) =>
      Array.from(
        document.querySelectorAll(`${selector} li a`),
        (link) => link.getAttribute('href') ?? '',
      ),
    box,
  );
}

/** Whether all of the box is in the window. */
function isBoxSeen(page: Page): Promise<boolean> {
  return page.evaluate((selector) => {
    const { top, bottom } = document.querySelector(selector)!.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, box);
}

/** How an element that an address names stands in the window, once nothing moves any more. */
async function standing(page: Page, id: string) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('load');
  return page.evaluate((wanted) => {
    const element = document.getElementById(wanted)!;
    const { top, bottom, height } = element.getBoundingClientRect();
    return {
      // All of it, or as much as the window takes.
      seen: top >= -1 && (bottom <= innerHeight + 1 || height > innerHeight || top < 200),
      isTarget: element.matches(':target'),
      marked: getComputedStyle(element).boxShadow !== 'none',
    };
  }, id);
}

describe.skipIf(browsers.length === 0).each(browsers)('$name', ({ launch }) => {
  const browser = browserFor(launch);

  describe.each(ways)('over %s', (_, open) => {
    const site = siteFor(open);
    const notice = (id: string, rest: string) => `${site.base}notices/${id}.html${rest}`;

    test.each([
      ['a desk', desk],
      ['a phone', phone],
    ])('on %s a wrong anchor is told at once, with what comes near', async (_name, options) => {
      await visit(
        browser,
        site.base,
        async ({ page, troubles }) => {
          await arrive(page, notice('jgsj-2023-17', '#s9-4'), box);
          expect(await shownText(page, `${box} h2`)).toBe('本文没有“第九部分第（四）项”');
          expect(await offered(page)).toEqual(['#s5']);
          expect(await isBoxSeen(page)).toBe(true);
          expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
          const search = await page.evaluate(
            (selector) =>
              document.querySelector<HTMLAnchorElement>(`${selector} a[href*="search.html"]`)!.href,
            box,
          );
          expect(search).toMatch(new RegExp(`^${site.base}search\\.html\\?q=`, 'u'));
          await click(page, `${box} a[href="#s5"]`);
          await page.waitForFunction((selector) => !document.querySelector(selector), box);
          expect(await isInView(page, 's5')).toBe(true);
          expect(troubles).toEqual([]);
        },
        options,
      );
    });

    test('an anchor that becomes wrong or right on the page', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(notice('jgsj-2021-105', '#s3-4'));
        await page.evaluate(() => (location.hash = '#s2-3-99'));
        await waitFor(page, box);
        expect(await offered(page)).toEqual(['#s2-3-15', '#s2-3']);
        await expect.poll(() => isBoxSeen(page)).toBe(true);
        await page.evaluate(() => (location.hash = '#s2-13'));
        await expect.poll(() => offered(page)).toContain('#s2-3-13');
        expect(await page.locator(box).count()).toBe(1);
        await page.goBack();
        await page.goBack();
        await page.waitForFunction((selector) => !document.querySelector(selector), box);
        expect(new URL(page.url()).hash).toBe('#s3-4');
        await page.evaluate(() => (location.hash = '#nothing-like-it'));
        await waitFor(page, box);
        await click(page, `${box} a[href="#contents"]`);
        await page.waitForFunction((selector) => !document.querySelector(selector), box);
        expect(troubles).toEqual([]);
      });
    });

    test('clauses written as people write them are found', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        for (const [hash, id] of [
          ['#S2-3', 's2-3'],
          ['#%73%32-3', 's2-3'],
          ['#ｓ２－３', 's2-3'],
          ['#二（三）13', 's2-3-13'],
          ['#13', 's2-3-13'],
          ['#二、（三）', 's2-3'],
          ['#s2_3', 's2-3'],
          ['#s2.3', 's2-3'],
          ['#S2-3-', 's2-3'],
          ['#s2–3', 's2-3'],
          [`#${encodeURIComponent('第二部分第（三）项第13条')}`, 's2-3-13'],
        ] as const) {
          await page.goto('about:blank');
          await arrive(page, notice('jgsj-2021-105', hash), `[id="${id}"]:target`);
          await expect.poll(() => isInView(page, id), { message: hash }).toBe(true);
          expect(await page.locator(box).count(), hash).toBe(0);
        }
        expect(troubles).toEqual([]);
      });
    });

    test('a number that several clauses have is a list of them', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await arrive(page, notice('jgsj-2023-17', '#（三）'), box);
        expect(await offered(page)).toEqual(['#s1-3', '#s2-3', '#s3-3', '#s4-3', '#s5-3']);
        expect(troubles).toEqual([]);
      });
    });

    test('of right anchors outside of clauses nothing is said', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        for (const hash of ['#main', '#facts-heading', '#top', '#', '#q', '']) {
          await page.goto('about:blank');
          await arrive(page, notice('jgsj-2023-17', hash), '.find-here');
          expect(await page.locator(box).count(), hash).toBe(0);
        }
        expect(troubles).toEqual([]);
      });
    });

    test('whatever stands in an address is text', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        for (const hash of [
          '#%E4%',
          '#%',
          '#<img src=x onerror=alert(1)>',
          '#"><script>alert(1)</script>',
          '#javascript:alert(1)',
          '#[id]',
          `#${'九'.repeat(5000)}`,
          '#__proto__',
        ]) {
          await page.goto('about:blank');
          await arrive(page, notice('jgsj-2023-17', hash), box);
          const made = await page.evaluate((selector) => {
            const held = document.querySelector(selector)!;
            return {
              foreign: held.querySelectorAll('img, script, [href^="javascript"]').length,
              isWide: document.documentElement.scrollWidth > innerWidth,
            };
          }, box);
          expect(made, hash).toEqual({ foreign: 0, isWide: false });
          expect((await shownText(page, box)).length, hash).toBeLessThan(500);
        }
        expect(troubles).toEqual([]);
      });
    });

    test.each([
      ['desk', desk, true],
      ['desk without JavaScript', desk, false],
      ['small desk', small, true],
      ['phone', phone, true],
      ['phone without JavaScript', phone, false],
    ])('on a %s what is linked to is in view and marked', async (_name, options, js) => {
      await visit(
        browser,
        site.base,
        async ({ page, troubles }) => {
          for (const [id, hash] of [
            ['jgsj-2021-105', 's2-3-13'],
            ['jgsj-2021-105', 's3-4'],
            ['jgsj-2021-105', 'letter-p1'],
            ['azzl-2023-3', 'annex-note'],
            ['jgsj-2023-17', 'facts-heading'],
            ['lzzlb-2022-1', 'related-heading'],
          ] as const) {
            await page.goto('about:blank');
            await page.goto(notice(id, `#${hash}`));
            const name = `${id}#${hash}`;
            await expect
              .poll(() => standing(page, hash), { message: name })
              .toMatchObject({ seen: true });
            expect(await standing(page, hash), name).toEqual({
              ...{ seen: true, isTarget: true, marked: true },
            });
          }
          await page.goto(notice('jgsj-2021-105', '?hl=专利导航#s2-3-13'));
          if (js) await waitFor(page, '[data-notice-text] mark');
          await expect
            .poll(() => standing(page, 's2-3-13'))
            .toEqual({ ...{ seen: true, isTarget: true, marked: true } });
          if (js) expect(page.url()).not.toContain('hl=');
          expect(troubles).toEqual([]);
        },
        { ...options, javaScriptEnabled: js },
      );
    });

    test('what is folded away opens when an address names it', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(notice('jgsj-2021-105', ''));
        await page.evaluate(() => {
          const folded = document.querySelector('[data-notice-text] details:not([open])')!;
          folded.querySelector('p')!.id = 'inside';
          location.hash = '#inside';
        });
        await waitFor(page, 'details[open] #inside:target');
        await expect.poll(() => isInView(page, 'inside')).toBe(true);
        expect(troubles).toEqual([]);
      });
    });

    test('words looked for in a notice may be traditional characters', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(notice('jgsj-2021-105', ''));
        await click(page, '.find-here input');
        await page.keyboard.insertText('專利導航');
        await waitFor(page, '[data-notice-text] mark');
        expect(await shownText(page, '[data-notice-text] mark')).toBe('专利导航');
        expect(troubles).toEqual([]);
      });
    });

    test('a number in the address leads straight on, and back to where one came from', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        for (const [no, target] of [
          ['济管市监〔2023〕17号', 'notices/jgsj-2023-17.html'],
          ['济管市监[2023]17号', 'notices/jgsj-2023-17.html'],
          ['济管市监【2023】17号', 'notices/jgsj-2023-17.html'],
          ['济管市监（2023）17号', 'notices/jgsj-2023-17.html'],
          ['济管市监(2023)17', 'notices/jgsj-2023-17.html'],
          ['济管市监 2023 17', 'notices/jgsj-2023-17.html'],
          ['济管市监〔２０２３〕第１７号', 'notices/jgsj-2023-17.html'],
          ['jgsj-2023-17', 'notices/jgsj-2023-17.html'],
          ['濟管市監〔2023〕17號', 'notices/jgsj-2023-17.html'],
          ['發文字號：濟管市監〔二〇二三〕十七號', 'notices/jgsj-2023-17.html'],
          ['“济管市监〔2023〕17号”', 'notices/jgsj-2023-17.html'],
          ['《济管市监〔2023〕17号》', 'notices/jgsj-2023-17.html'],
          ['济管市监〔2023〕17号%23s2-3', 'notices/jgsj-2023-17.html#s2-3'],
          ['濟管市監〔2021〕105號 二（三）13', 'notices/jgsj-2021-105.html#s2-3-13'],
          ['济管市监〔2021〕105号 二（三）13', 'notices/jgsj-2021-105.html#s2-3-13'],
          ['国发〔2021〕20号', 'works/cn-ipr-plan-14.html'],
          ['国务院令第310号', 'works/cn-transfer-suspected-crime-reg.html'],
          ['GB/T 39550', 'works/gb-t-39550-2020.html'],
        ] as const) {
          await page.goto(`${site.base}works.html`);
          await page.evaluate(
            (address) => (location.href = address),
            `${site.base}index.html?no=${no}`,
          );
          await page.waitForURL(site.base + target);
          await page.goBack();
          await page.waitForURL(`${site.base}works.html`);
        }
        expect(troubles).toEqual([]);
      });
    });

    test('a page that is only passed through is hidden for a moment, not for ever', async () => {
      await visit(browser, site.base, async ({ page }) => {
        await page.goto(`${site.base}index.html`);
        const visibility = () => getComputedStyle(document.body).visibility;
        const passing = await page.evaluate(() => {
          document.documentElement.classList.add('arriving');
          return getComputedStyle(document.body).visibility;
        });
        expect(passing).toBe('hidden');
        await expect.poll(() => page.evaluate(visibility)).toBe('visible');
      });
    });

    test('a clause behind the number of a notice, right or wrong', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}index.html?no=济管市监〔2021〕105号#二（三）13`);
        await page.waitForURL(`${site.base}notices/jgsj-2021-105.html#s2-3-13`);
        await page.goto(`${site.base}search.html?no=济管市监〔2023〕17号 九（四）`);
        await page.waitForURL(`${site.base}notices/jgsj-2023-17.html#s9-4`);
        await waitFor(page, box);
        expect(troubles).toEqual([]);
      });
    });

    test('a number that several documents have is a list of them', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        for (const no of ['17号', '17', '第17号']) {
          await arrive(page, `${site.base}index.html?no=${no}`, '#results[data-state="done"]');
          const jumps = await page.evaluate(() =>
            Array.from(document.querySelectorAll('[data-go]'), (link) =>
              link.getAttribute('data-go'),
            ),
          );
          expect(jumps).toEqual(['jgsj-2023-17', 'cn-pledge-park-action-2021']);
          expect(await shownText(page, '[data-arrived]')).toContain('2 处');
        }
        expect(troubles).toEqual([]);
      });
    });

    test.each([
      ['济管市监〔2023〕71号', ['jgsj-2023-17', 'jgsj-2021-105'], '“济管市监”，2023年，71号'],
      [
        '文號：濟管市監〔二〇二三〕七十一號',
        ['jgsj-2023-17', 'jgsj-2021-105'],
        '“济管市监”，2023年，71号',
      ],
      ['GB/T 39550-2019', ['gb-t-39550-2020'], '标准号 39550'],
      ['没有这样的文号', [], '不像文号'],
      ['<img src=x onerror=alert(1)>', [], '不像文号'],
    ])('a number nobody has, %s, is searched for', async (no, near, words) => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        const asked = encodeURIComponent(no);
        await arrive(page, `${site.base}index.html?no=${asked}`, '#results[data-state="done"]');
        const shown = await page.evaluate(() => ({
          near: Array.from(
            document.querySelectorAll<HTMLAnchorElement>('[data-near-number]'),
            (link) => /([^/]+)\.html$/u.exec(link.href)?.[1],
          ),
          query: document.querySelector<HTMLInputElement>('input[name=q]')!.value,
          images: document.querySelectorAll('#results img').length,
        }));
        expect(shown).toEqual({ near, query: no, images: 0 });
        expect(await shownText(page, '[data-arrived]')).toContain(words);
        await page.evaluate(() => {
          const field = document.querySelector<HTMLInputElement>('input[name=q]')!;
          field.value = '质押融资';
          field.form!.requestSubmit();
        });
        await waitFor(page, '#results[data-state="done"] [data-hit]');
        expect(await page.locator('[data-arrived]').count()).toBe(0);
        expect(page.url()).not.toContain('no=');
        expect(troubles).toEqual([]);
      });
    });

    test('without a number, or without JavaScript, the start page is as always', async () => {
      await visit(browser, site.base, async ({ page }) => {
        await page.goto(`${site.base}index.html?no=`);
        expect(await countShown(page, '[data-notice-card]')).toBeGreaterThan(0);
      });
      await visit(
        browser,
        site.base,
        async ({ page, troubles }) => {
          await page.goto(`${site.base}index.html?no=济管市监〔2023〕17号`);
          expect(await countShown(page, '[data-notice-card]')).toBeGreaterThan(0);
          expect(troubles).toEqual([]);
        },
        { javaScriptEnabled: false },
      );
    });

    test('404.html stands in large type for those who chose it', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}404.html`);
        const isLarge = () => page.evaluate(() => document.documentElement.matches('.large'));
        expect(await isLarge()).toBe(false);
        await page.evaluate(() => localStorage.setItem('wenhao-large', 'on'));
        await reloadUntil(page, isLarge);
        expect(troubles).toEqual([]);
      });
    });

    test('404.html itself leads to the archive and speaks of no address', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await arrive(page, `${site.base}404.html`, '[data-ways]:not([hidden])');
        expect(await countShown(page, '[data-asked], [data-nearest]')).toBe(0);
        await click(page, '[data-ways] a');
        await page.waitForURL(`${site.base}index.html`);
        expect(troubles).toEqual([]);
      });
    });
  });

  describe.each(ways.filter(([name]) => name !== 'file'))('missing over %s', (_, open) => {
    const site = siteFor(open);
    const other = (troubles: string[]) => troubles.filter((trouble) => !trouble.includes('404'));

    test.each([
      ['notices/jgsj-2023-71.html', 'jgsj-2023-71', 'jgsj-2023-17'],
      ['x/y/notices/jgsj-2023-71.html', 'jgsj-2023-71', 'jgsj-2023-17'],
      ['notices/jgsj-2023-71', 'jgsj-2023-71', 'jgsj-2023-17'],
      ['notices/JGSJ-2023-17.html#s2', 'JGSJ-2023-17', 'jgsj-2023-17'],
      ['济管市监〔2023〕71号', '济管市监〔2023〕71号', 'jgsj-2023-17'],
      ['works/cn-ipr-plan-15.htm', 'cn-ipr-plan-15', 'cn-ipr-plan-15'],
    ])('%s offers what comes near', async (path, asked, near) => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await arrive(page, site.base + path, '[data-nearest]:not([hidden])');
        expect(await shownText(page, '[data-asked]')).toContain(asked);
        const first = await page.evaluate(() => {
          const link = document.querySelector<HTMLAnchorElement>('[data-near]')!;
          return { id: link.dataset['near'], href: link.href };
        });
        const folder = path.startsWith('works/') ? 'works' : 'notices';
        const hash = new URL(path, site.base).hash;
        expect(first).toEqual({ id: near, href: `${site.base}${folder}/${near}.html${hash}` });
        await page.evaluate(() => document.forms[0]!.requestSubmit());
        await waitFor(page, '#results[data-state="done"]');
        expect(page.url()).toBe(
          `${site.base}search.html?${new URLSearchParams({ q: asked }).toString()}`,
        );
        expect(other(troubles)).toEqual([]);
      });
    });

    test.each(['x/%E4%25/', 'x/%3Cimg%20src=x%20onerror=alert(1)%3E', 'nothing-like-it'])(
      '%s leads to the archive all the same',
      async (path) => {
        await visit(browser, site.base, async ({ page, troubles }) => {
          await arrive(page, site.base + path, '[data-ways]:not([hidden])');
          expect(await countShown(page, '[data-nearest], img')).toBe(0);
          expect(other(troubles)).toEqual([]);
        });
      },
    );
  });
});
