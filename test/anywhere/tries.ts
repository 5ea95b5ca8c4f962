import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { compareWords } from '../../src/publish/verify/verify-text.ts';
import { decode } from '../../src/pipeline/read.ts';
import { builtNotices, builtRecord, dist, nodesOf, project } from '../support/places.ts';
import {
  choose,
  click,
  countShown,
  isInView,
  paste,
  shownText,
  waitFor,
} from '../support/visit.ts';
import { type SearchAnswer, askAll } from './searching.ts';
import { bytesAt, wordsShown } from './taken.ts';

/** A site as it is reached, on a page of a browser. */
export interface TriedPlace {
  page: Page;
  base: string;
  isFile: boolean;
  /** Whether scripts run. */
  scripts: boolean;
  /** Whether the browser tells us what it downloads; Chromium 90 does not. */
  tellsDownloads: boolean;
  /** What search finds when the site is served at the root of a server, in the first browser. */
  served: SearchAnswer[];
}

/** Tries one thing; what it returns says why that cannot be had there. Throws when it should be had and is not. */
type Try = (place: TriedPlace) => Promise<string | undefined>;

const notices = builtNotices();
const [first] = notices as [(typeof notices)[0]];
const noScripts = 'needs JavaScript';
const cards = '[data-notice-card]';

/** All that is tried, by what the table calls it. */
export const TRIES: Record<string, Try> = {
  words: async ({ page, base }) => {
    for (const { url, seed } of notices) {
      await page.goto(base + url);
      const text = decode(await readFile(join(project, ...seed.split('/'))))!.text;
      expect(compareWords(text, await page.evaluate(wordsShown)), url).toBeUndefined();
    }
    return undefined;
  },

  links: async ({ page, base }) => {
    await page.goto(`${base}index.html`);
    await click(page, `${cards} a[href$="${first.url}"]`);
    await page.waitForURL(base + first.url);
    const clause = nodesOf(builtRecord(first.id).outline).findLast(({ label }) => label !== null)!;
    if (
      !(await page.evaluate(() => document.querySelector('[data-contents]')!.matches('[open]')))
    ) {
      await click(page, '[data-contents] summary');
    }
    await click(page, `nav a[href$="#${clause.id}"]`);
    await expect.poll(() => isInView(page, clause.id)).toBe(true);
    const work = await page.evaluate(
      () => document.querySelector<HTMLAnchorElement>('[data-notice-text] a[href*="works/"]')!.href,
    );
    await page.goto(work);
    await click(page, `main a[href*="${first.id}.html#"]`);
    await page.waitForURL((url) => url.href.startsWith(`${base}${first.url}#`));
    await expect.poll(() => isInView(page, new URL(page.url()).hash.slice(1))).toBe(true);
    await click(page, 'header nav a[href$="works.html"]');
    await page.waitForURL(`${base}works.html`);
    return undefined;
  },

  filters: async ({ page, base, scripts }) => {
    await page.goto(`${base}index.html`);
    expect(await countShown(page, cards)).toBe(notices.length);
    expect(await countShown(page, 'form[data-filter]')).toBe(scripts ? 1 : 0);
    if (!scripts) return `${noScripts}; the whole list is shown`;
    const { city, year } = notices.find((notice) => notice.city !== null && notice.year !== null)!;
    const wanted = notices.filter((notice) => notice.city === city && notice.year === year).length;
    await choose(page, 'form[data-filter] [name=city]', city!);
    await choose(page, 'form[data-filter] [name=year]', String(year));
    expect(await countShown(page, cards)).toBe(wanted);
    const address = page.url();
    await page.goto(`${base}works.html`);
    await page.goto(address);
    expect(await countShown(page, cards)).toBe(wanted);
    return undefined;
  },

  search: async ({ page, base, scripts, served }) => {
    if (scripts) {
      expect(await askAll(page, base)).toEqual(served);
      return undefined;
    }
    await page.goto(`${base}search.html`);
    await click(page, 'noscript a[href$="contents.html"]');
    await page.waitForURL(`${base}contents.html`);
    const listed = await page.locator('main a[href*="#"]').count();
    expect(listed).toBeGreaterThanOrEqual(notices.reduce((sum, { clauses }) => sum + clauses, 0));
    return `${noScripts}; its page leads to the list of all clauses`;
  },

  menu: async ({ page, base, scripts }) => {
    const { id } = nodesOf(builtRecord(first.id).outline).find(({ label }) => label !== null)!;
    const address = `${base}${first.url}#${id}`;
    await page.goto(base + first.url);
    await click(page, `[id="${id}"] > .link-sign`);
    if (!scripts) {
      await page.waitForURL(address);
      return `${noScripts}; the sign of a clause is a link to it`;
    }
    await waitFor(page, '[role=menu]');
    // By a script: at a copy by hand, without a clipboard of the page, headless Chromium 90 on Linux falls over
    // (headless_clipboard.cc knows no primary selection).
    await page.evaluate(() => document.querySelector<HTMLElement>('[role=menuitem]')!.click());
    await page.waitForFunction(() => document.querySelector('.notify')?.textContent !== '');
    expect(await shownText(page, '.notify')).toBe('已复制：链接');
    expect(await paste(page)).toBe(address);
    return undefined;
  },

  arriving: async ({ page, base, scripts }) => {
    if (!scripts) return noScripts;
    const number = encodeURIComponent(first.number!);
    await page.goto(`${base}index.html?no=${number}`);
    await page.waitForURL(base + first.url);
    await page.goto(`${base}${first.url}#s99`);
    await waitFor(page, '[data-wrong-anchor] a[href*="search.html"]');
    return undefined;
  },

  exports: async ({ page, base, tellsDownloads }) => {
    await page.goto(base + first.url);
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const files = [...new Set(links.map((link) => link.replace(/[?#].*$/u, '')))].filter(
      (link) => link.startsWith(base) && !link.endsWith('.html'),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const path = decodeURIComponent(file.slice(base.length));
      expect((await bytesAt(file)).equals(await readFile(join(dist, path))), path).toBe(true);
    }
    if (!tellsDownloads) return undefined;
    for (const ending of ['docx', 'zip']) {
      const download = page.waitForEvent('download');
      await page.evaluate((wanted) => {
        document.querySelector<HTMLElement>(`a[href$=".${wanted}"]`)!.click();
      }, ending);
      const saved = await download;
      const path = decodeURIComponent(saved.url().slice(base.length));
      const bytes = await readFile(await saved.path());
      expect(bytes.equals(await readFile(join(dist, path))), path).toBe(true);
    }
    return undefined;
  },

  print: async ({ page, base }) => {
    await page.goto(base + first.url);
    await page.emulateMedia({ media: 'print' });
    for (const furniture of ['header nav', 'footer', 'form', 'button', '[data-contents]']) {
      expect(await countShown(page, furniture), furniture).toBe(0);
    }
    expect(await countShown(page, '[data-notice-text]')).toBe(1);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: null });
    return undefined;
  },

  'not found': async ({ page, base, isFile, scripts }) => {
    if (isFile) {
      await page.goto(`${base}404.html`);
      if (scripts) await click(page, '[data-ways] a[data-to="index.html"]');
      return 'a disk answers nothing; 404.html itself opens';
    }
    const answer = await page.goto(`${base}notices/${first.id}x.html`);
    expect(answer!.status()).toBe(404);
    expect(await page.title()).toContain('没有这一页');
    if (!scripts) return undefined;
    await waitFor(page, `[data-near="${first.id}"]`);
    await click(page, `[data-near="${first.id}"]`);
    await page.waitForURL(base + first.url);
    return undefined;
  },
};
