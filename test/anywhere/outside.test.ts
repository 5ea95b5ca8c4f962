import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  attributeOf,
  elementsOf,
  filesIn,
  readPage,
  elementText,
} from '../../src/publish/verify/html.ts';
import { browsersHere } from '../support/browsers.ts';
import { dist } from '../support/places.ts';
import { visit } from '../support/visit.ts';
import { ways } from '../support/ways.ts';

const [present] = await browsersHere();
const paths = (await filesIn(dist)).filter((path) => path.endsWith('.html'));

test.skipIf(!present)('no page asks for anything outside, in any state', async () => {
  const site = await ways[0]![1]();
  const browser = await present!.launch();
  try {
    await visit(browser, site.base, async ({ page, troubles }) => {
      for (const path of paths) {
        await page.goto(site.base + path);
        const opened = await page.evaluate(everyState);
        if (!path.endsWith('404.html')) expect(opened, path).toContain('help');
        if (path.startsWith('notices/')) {
          expect(opened, path).toEqual(expect.arrayContaining(['search', 'menu', 'preview']));
        }
        await printed(page);
      }
      // Requests to another origin are among them.
      expect(troubles).toEqual([]);
    });
  } finally {
    await browser.close();
    await site.close();
  }
});

async function printed(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => document.fonts.ready);
  await page.emulateMedia({ media: null, colorScheme: null });
}

/**
 * Runs in the page: opens and changes all that a reader can, and returns which of the things that need a script have
 * shown themselves.
 */
async function everyState(): Promise<string[]> {
  const opened: string[] = [];
  const all = <E extends HTMLElement>(selector: string) =>
    Array.from(document.querySelectorAll<E>(selector));
  const shows = async (name: string, selector: string) => {
    for (let frame = 0; frame < 100; frame += 1) {
      const [element] = all(selector);
      if (element && !element.hidden) return opened.push(name);
      await new Promise((done) => setTimeout(done, 10));
    }
    return 0;
  };
  const press = (key: string) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const closeDialogs = () => all<HTMLDialogElement>('dialog').forEach((one) => one.close());

  for (const details of all<HTMLDetailsElement>('details')) details.open = true;
  for (const image of all<HTMLImageElement>('img')) image.loading = 'eager';
  const [sign] = all('.link-sign');
  const [citation] = all('[data-notice-text] a[data-cite]');
  if (citation) {
    citation.focus();
    await shows('preview', '#preview');
  }
  if (sign) {
    sign.click();
    await shows('menu', '[role=menu]');
    document.body.click();
  }
  for (const control of all('button[type=button], input[type=radio], input[type=checkbox]')) {
    control.click();
  }
  for (const list of all<HTMLSelectElement>('select')) {
    list.selectedIndex = list.options.length - 1;
    list.dispatchEvent(new Event('input', { bubbles: true }));
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }
  closeDialogs();
  if (all('[data-search-script]').length === 0) return opened;
  press('?');
  await shows('help', '.help-dialog[open]');
  closeDialogs();
  press('/');
  const isSearchPage = all('#results').length > 0;
  if (!isSearchPage) await shows('dialog', '.search-dialog[open]');
  const [box] = all<HTMLInputElement>(isSearchPage ? '#q' : '.search-dialog input');
  if (!box) return opened;
  box.value = '知识产权';
  box.dispatchEvent(new Event('input', { bubbles: true }));
  await shows('search', '[data-hit]');
  closeDialogs();
  return opened;
}

test('links outside say so, and nothing is fetched ahead of a click', async () => {
  let outside = 0;
  for (const path of paths) {
    for (const element of elementsOf((await readPage(dist, path)).document)) {
      const href = attributeOf(element, 'href') ?? '';
      const rel = (attributeOf(element, 'rel') ?? '').split(' ');
      if (element.tagName === 'link') {
        // What fetches or calls ahead: preload, prefetch, preconnect, dns-prefetch and those to come.
        expect(
          rel.filter((word) => /fetch|connect|load|render/u.test(word)),
          path,
        ).toEqual([]);
      }
      expect(attributeOf(element, 'ping'), path).toBeUndefined();
      if (element.tagName !== 'a' || !/^https?:/u.test(href)) continue;
      outside += 1;
      expect(elementText(element), `${path}: ${href}`).toContain('站外');
      expect(rel, `${path}: ${href}`).toEqual(expect.arrayContaining(['noopener', 'noreferrer']));
    }
  }
  expect(outside).toBeGreaterThan(0);
});
