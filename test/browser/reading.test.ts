import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browsersHere } from '../support/browsers.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import { click, countShown, isInView, shownText, visit, waitFor } from '../support/visit.ts';
import { served, ways } from '../support/ways.ts';

const browsers = await browsersHere();
const long = 'notices/jgsj-2021-105.html';
const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

const hash = (page: Page) => page.evaluate(() => location.hash);
const scrolled = (page: Page) => page.evaluate(() => scrollY);
/** What has the focus: the clause whose sign it is, else its text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: it } = document;
    return it?.classList.contains('link-sign') ? it.parentElement?.id : it?.textContent;
  });
/** A dialog gives the focus back when it is told that it is closed, which is a little later. */
async function hasFocus(page: Page, wanted: string): Promise<void> {
  for (let left = 20; left > 0 && (await focused(page)) !== wanted; left -= 1) await settle(page);
  expect((await focused(page))?.slice(0, 40)).toBe(wanted);
}
/** Clicks on something that is in view, and does not scroll. */
const press = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    document.querySelector<HTMLElement>(wanted)!.click();
  }, selector);
const current = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('[aria-current=location]'), (entry) =>
      entry.getAttribute('href'),
    ),
  );
const clauseIds = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('[data-notice-text] .clause[id]'), ({ id }) => id),
  );

async function follows(page: Page, id: string): Promise<void> {
  await waitFor(page, `[aria-current=location][href="#${id}"]`);
}

async function isPressed(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The shown entries of the contents list by their addresses. */
const shownEntries = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('.contents-list a'))
      .filter((entry) => entry.getClientRects().length > 0)
      .map((entry) => entry.getAttribute('href')),
  );

/** Two frames on, what follows the reader has followed. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }),
  );
}

async function goTo(page: Page, y: number): Promise<void> {
  await page.evaluate((to) => {
    scrollTo(0, to);
  }, y);
  await settle(page);
}

/** A voice that says nothing: what it is given stands in `window.said`, and `window.endSaying()` ends the last of it. */
function silentVoice(lang: string | null): void {
  const said: string[] = [];
  let last: EventTarget | null = null;
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => (lang === null ? [] : [{ lang }]),
    speak: (utterance: EventTarget & { text: string }) => {
      said.push(utterance.text);
      last = utterance;
    },
    cancel: () => {
      sessionStorage.setItem('cancelled', 'yes');
      last?.dispatchEvent(new Event('end'));
    },
  });
  class Utterance extends EventTarget {
    text: string;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.assign(window, { said, endSaying: () => last?.dispatchEvent(new Event('end')) });
}

type Speaking = typeof window & { said: string[]; endSaying: () => void };
const said = (page: Page) => page.evaluate(() => (window as Speaking).said);
const endSaying = (page: Page) => page.evaluate(() => (window as Speaking).endSaying());
const beingRead = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.being-read'), ({ textContent }) => textContent),
  );

describe.each(browsers)('$name', ({ launch }) => {
  const browser = browserFor(launch);

  test.each(ways)('everything is worked by keys: %s', async (_, open) => {
    const { base, close } = await open();
    try {
      await visit(browser, base, async ({ page, troubles }) => {
        await page.addInitScript(silentVoice, 'zh-CN');
        await page.goto(base + long);
        await isPressed(page, 'j', 'j', 'k');
        expect(await hash(page)).toBe('#s1');
        await isPressed(page, 'j', 'j');
        expect(await hash(page)).toBe('#s1-2');
        expect(await focused(page)).toBe('s1-2');
        await follows(page, 's1-2');
        expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('s1-2');
        await isPressed(page, 'c');
        await page.waitForFunction(() => document.querySelector('.notify')?.textContent !== '');
        expect(await shownText(page, '.notify')).toBe('已复制：链接');
        await isPressed(page, '?');
        await waitFor(page, '.help-dialog[open]');
        expect(await shownText(page, '.help-dialog')).toContain('下一条');
        await isPressed(page, 'j');
        expect(await hash(page)).toBe('#s1-2');
        await isPressed(page, 'Escape');
        expect(await countShown(page, '.help-dialog')).toBe(0);
        await hasFocus(page, 's1-2');
        await press(page, '.read-aloud');
        await page.waitForFunction(() => (window as Speaking).said.length === 1);
        expect(troubles).toEqual([]);
      });
    } finally {
      await close();
    }
  });

  describe('on a notice', () => {
    const site = siteFor(served);

    test('j and k walk through all clauses in reading order and leave no trail', () =>
      visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(site.base + long);
        const before = await page.evaluate(() => history.length);
        const ids = await clauseIds(page);
        const walked: string[] = [];
        for (const _ of ids) {
          await isPressed(page, 'j');
          walked.push((await hash(page)).slice(1));
          expect(await isInView(page, walked.at(-1)!)).toBe(true);
        }
        expect(walked).toEqual(ids);
        await follows(page, ids.at(-1)!);
        await isPressed(page, 'j');
        expect(await hash(page)).toBe(`#${ids.at(-1)!}`);
        await isPressed(page, 'k');
        expect(await hash(page)).toBe(`#${ids.at(-2)!}`);
        expect(await page.evaluate(() => history.length)).toBe(before);
        expect(troubles).toEqual([]);
      }));

    test('j goes on from where the reader has scrolled or followed a link to', () =>
      visit(browser, site.base, async ({ page }) => {
        await page.goto(`${site.base}${long}#s2-2-6`);
        await isPressed(page, 'j');
        expect(await hash(page)).toBe('#s2-2-7');
        await page.evaluate(() => {
          scrollTo(0, document.querySelector('#s3')!.getBoundingClientRect().top + scrollY - 40);
        });
        await follows(page, 's3');
        await isPressed(page, 'k');
        const ids = await clauseIds(page);
        expect(await hash(page)).toBe(`#${ids[ids.indexOf('s3') - 1]!}`);
        await isPressed(page, 'Tab');
        expect(
          await page.evaluate(
            () => document.activeElement!.closest('.clause')?.id ?? document.activeElement!.id,
          ),
        ).not.toBe('');
      }));

    test('c copies the link of the clause being read', () =>
      visit(browser, site.base, async ({ page }) => {
        await page.goto(`${site.base}${long}#s2-2-6`);
        await follows(page, 's2-2-6');
        await isPressed(page, 'c');
        await page.waitForFunction(() => document.querySelector('.notify')?.textContent !== '');
        await click(page, '.contents-filter input');
        await isPressed(page, 'Control+V');
        expect(
          await page.evaluate(
            () => document.querySelector<HTMLInputElement>('.contents-filter input')!.value,
          ),
        ).toBe(`${site.base}${long}#s2-2-6`);
      }));

    test('keys are left alone while one types, with other keys, in menus', () =>
      visit(browser, site.base, async ({ page }) => {
        await page.goto(`${site.base}${long}#s1-2`);
        await click(page, '.contents-filter input');
        await isPressed(page, 'j', 'c', '?', '/');
        expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
          'jc?/',
        );
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
        await isPressed(page, 'Control+j', 'Alt+j');
        await click(page, '#s1-2 > .link-sign');
        await isPressed(page, 'j', '?');
        expect(await countShown(page, '[role=menu]')).toBe(1);
        expect(await hash(page)).toBe('#s1-2');
        expect(await countShown(page, 'dialog')).toBe(0);
      }));

    test('keys can be switched off and on again, for all pages', () =>
      visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(site.base + long);
        await isPressed(page, '?');
        await waitFor(page, '.help-dialog[open]');
        await click(page, '.help-dialog input');
        await isPressed(page, 'Escape', 'j', '/', '?');
        expect(await hash(page)).toBe('');
        expect(await countShown(page, 'dialog')).toBe(0);
        await page.goto(`${site.base}index.html`);
        await isPressed(page, '/', '?');
        expect(await countShown(page, 'dialog')).toBe(0);
        await isPressed(page, 'Control+k');
        await waitFor(page, '.search-dialog[open]');
        await page.mouse.click(5, 5);
        await click(page, '.keys-button');
        await waitFor(page, '.help-dialog[open]');
        await click(page, '.help-dialog input');
        await click(page, '.help-dialog button');
        await hasFocus(page, '快捷键');
        await isPressed(page, '?');
        await waitFor(page, '.help-dialog[open]');
        expect(troubles).toEqual([]);
      }));

    test('the contents follow the reader in their own box', () =>
      visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(site.base + long);
        await settle(page);
        expect(await current(page)).toEqual([]);
        for (const id of ['s2-2-8', 's3-2', 's1-1']) {
          const y = await page.evaluate((wanted) => {
            const { top } = document.getElementById(wanted)!.getBoundingClientRect();
            return Math.round(top + scrollY - 40);
          }, id);
          await goTo(page, y);
          expect(await current(page)).toEqual([`#${id}`]);
          expect(await scrolled(page)).toBe(y);
          const { above, below } = await page.evaluate(() => {
            const entry = document
              .querySelector('[aria-current=location]')!
              .getBoundingClientRect();
            const box = document.querySelector('.contents-list')!.getBoundingClientRect();
            return { above: entry.top - box.top, below: box.bottom - entry.bottom };
          });
          expect(Math.min(above, below)).toBeGreaterThanOrEqual(0);
        }
        await goTo(page, 1e6);
        expect(await current(page)).toEqual([`#${(await clauseIds(page)).at(-1)!}`]);
        await goTo(page, 0);
        expect(await current(page)).toEqual([]);
        expect(troubles).toEqual([]);
      }));

    test('the contents show what is looked for, with what stands above it', () =>
      visit(browser, site.base, async ({ page }) => {
        await page.goto(site.base + long);
        const all = await shownEntries(page);
        await click(page, '.contents-filter input');
        await page.keyboard.insertText('顶层 ８０');
        expect(await shownEntries(page)).toEqual([]);
        expect(await shownText(page, '.contents-filter [role=status]')).toBe('0 条');
        await isPressed(page, 'Backspace', 'Backspace');
        expect(await shownEntries(page)).toEqual(['#s2', '#s2-1', '#s2-1-1']);
        expect(await shownText(page, '.contents-filter [role=status]')).toBe('1 条');
        for (const _ of '顶层 ') await isPressed(page, 'Backspace');
        expect(await shownEntries(page)).toEqual(all);
        expect(await shownText(page, '.contents-filter [role=status]')).toBe('');
      }));

    test('a line shows how far one has read', () =>
      visit(browser, site.base, async ({ page }) => {
        await page.goto(site.base + long);
        const share = () =>
          page.evaluate(() => {
            const line = document.querySelector('.reading-progress')!;
            return line.getBoundingClientRect().width / (line as HTMLElement).offsetWidth;
          });
        await settle(page);
        expect(await share()).toBe(0);
        await goTo(page, 2000);
        const amid = await share();
        expect(amid).toBeGreaterThan(0);
        expect(amid).toBeLessThan(1);
        await goTo(page, 1e6);
        expect(await share()).toBe(1);
      }));

    test('the contents do not move when what the script adds to them arrives', () =>
      visit(browser, site.base, async ({ page }) => {
        await page.addInitScript(() => {
          const moved: string[] = [];
          Object.assign(window, { moved });
          new PerformanceObserver((list) => {
            for (const { sources } of list.getEntries() as (PerformanceEntry & {
              sources: { node: Node | null }[];
            })[]) {
              for (const { node } of sources) {
                const element = node instanceof Element ? node : node?.parentElement;
                if (element?.closest('.notice-contents')) moved.push(element.outerHTML);
              }
            }
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(site.base + long);
        await settle(page);
        await goTo(page, 3000);
        expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual(
          [],
        );
      }));

    test('on a phone a strip goes along, and goes where the text ends', () =>
      visit(
        browser,
        site.base,
        async ({ page, troubles }) => {
          await page.goto(site.base + long);
          const isShown = () =>
            page.evaluate(() => {
              const bar = document.querySelector('.reading-bar')!;
              return getComputedStyle(bar).visibility === 'visible';
            });
          await settle(page);
          expect(await isShown()).toBe(false);
          await goTo(page, 2000);
          expect(await isShown()).toBe(true);
          await page.evaluate(() => {
            for (const button of Array.from(
              document.querySelectorAll<HTMLElement>('.reading-bar button'),
            )) {
              if (button.textContent === '下一条') button.click();
            }
          });
          const at = (await hash(page)).slice(1);
          expect(await isInView(page, at)).toBe(true);
          expect(await focused(page)).toBe(at);
          const { top, targets, width } = await page.evaluate(() => ({
            top: document.querySelector('.reading-bar')!.getBoundingClientRect().top,
            targets: Array.from(
              document.querySelectorAll('.reading-bar :is(button, a):not([hidden])'),
              (one) => one.getBoundingClientRect().height,
            ),
            width: document.documentElement.scrollWidth,
          }));
          expect(width).toBe(360);
          expect(top).toBeGreaterThan(640 - 56);
          expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
          await click(page, '.reading-bar a');
          await waitFor(page, 'details[data-contents][open]');
          await goTo(page, 1e6);
          expect(await isShown()).toBe(false);
          expect(troubles).toEqual([]);
        },
        phone,
      ));

    test('at 400 % there is no strip over the text', () =>
      visit(
        browser,
        site.base,
        async ({ page }) => {
          await page.goto(site.base + long);
          await goTo(page, 3000);
          const { position, width } = await page.evaluate(() => ({
            position: getComputedStyle(document.querySelector('.reading-bar')!).position,
            width: document.documentElement.scrollWidth,
          }));
          expect(position).toBe('relative');
          expect(width).toBeLessThanOrEqual(320);
        },
        { viewport: { width: 320, height: 180 } },
      ));

    test('a notice is read aloud sentence by sentence, each once', () =>
      visit(browser, site.base, async ({ page, troubles }) => {
        await page.addInitScript(silentVoice, 'zh-CN');
        await page.goto(`${site.base}${long}#s2-2`);
        await follows(page, 's2-2');
        await press(page, '.read-aloud');
        await page.waitForFunction(() => (window as Speaking).said.length === 1);
        expect((await said(page))[0]).toMatch(/^\(二\)/u);
        expect(await shownText(page, '.read-aloud')).toBe('暂停');
        await endSaying(page);
        expect((await said(page))[1]).toMatch(/^6\./u);
        expect((await beingRead(page)).length).toBe(1);
        await endSaying(page);
        await endSaying(page);
        const three = await said(page);
        expect(three[2]).toMatch(/^坚持质量第一.*。$/u);
        expect(three[3]).not.toBe(three[2]);
        // Paused in a sentence, it begins that sentence anew.
        await press(page, '.read-aloud');
        expect(await shownText(page, '.read-aloud')).toBe('继续');
        expect(await said(page)).toEqual(three);
        await press(page, '.read-aloud');
        expect((await said(page)).slice(3)).toEqual([three[3], three[3]]);
        await press(page, '.read-aloud + button');
        expect(await beingRead(page)).toEqual([]);
        expect(await shownText(page, '.read-aloud')).toBe('朗读');
        expect(await countShown(page, '.read-aloud + button')).toBe(0);
        expect(troubles).toEqual([]);
      }));

    test('what is read aloud is the whole text in the chosen reading, and stays in view', () =>
      visit(browser, site.base, async ({ page }) => {
        await page.addInitScript(silentVoice, 'zh-CN');
        await page.goto(site.base + long);
        await click(page, '[data-reading] input[value=corrected]');
        await goTo(page, 0);
        await press(page, '.read-aloud');
        await page.waitForFunction(() => (window as Speaking).said.length === 1);
        const outOfView = await page.evaluate(() => {
          const { endSaying: end } = window as Speaking;
          const out: string[] = [];
          for (;;) {
            const block = document.querySelector('.being-read');
            if (!block) return out;
            const { top, bottom } = block.getBoundingClientRect();
            if (bottom < 0 || top > innerHeight) out.push(block.textContent);
            end();
          }
        });
        expect(outOfView).toEqual([]);
        const all = (await said(page)).join('');
        expect(all).toContain('印发给你们，请结合');
        expect(all.match(/6\.完善知识产权激励创新机制建设/gu)).toHaveLength(1);
        expect(all).not.toMatch(/§|内容相关|疑为/u);
        expect(await shownText(page, '.read-aloud')).toBe('朗读');
      }));

    test('reading aloud stops when the page is left, and is not offered without a voice', () =>
      visit(browser, site.base, async ({ page, troubles }) => {
        await page.addInitScript(silentVoice, 'zh-CN');
        await page.goto(site.base + long);
        expect(await said(page)).toEqual([]);
        await press(page, '.read-aloud');
        await page.waitForFunction(() => (window as Speaking).said.length === 1);
        await page.evaluate(() => sessionStorage.clear());
        await page.goto(`${site.base}index.html`);
        expect(await page.evaluate(() => sessionStorage.getItem('cancelled'))).toBe('yes');
        for (const lang of ['en-US', null]) {
          await page.addInitScript(silentVoice, lang);
          await page.goto(site.base + long);
          await settle(page);
          expect(await countShown(page, '.read-aloud')).toBe(0);
        }
        expect(troubles).toEqual([]);
      }));
  });
});
