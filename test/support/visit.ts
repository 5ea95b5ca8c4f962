import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Contexts } from './stage.ts';

/** A page with what went wrong on it so far. */
export interface Visit {
  page: Page;
  /** Requests to another origin, requests that failed, errors on the console or thrown by a script. */
  troubles: string[];
}

/**
 * Runs `work` with a page of its own and takes down all that goes wrong on it.
 *
 * @param base address of the site; requests for anything else are troubles
 */
export async function visit<T>(
  browser: Contexts,
  base: string,
  work: (visit: Visit) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('data:')) troubles.push(`foreign request: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${String(response.status())}: ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still loading.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') troubles.push(`${reason}: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  try {
    return await work({ page, troubles });
  } finally {
    await context.close();
  }
}

/**
 * Loads a page anew until it shows what was stored: a browser may read the storage of a page before what was just written has got there.
 *
 * @param holds asked after each load
 */
export async function reloadUntil(page: Page, holds: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload();
        return holds();
      },
      { timeout: 60_000 },
    )
    .toBe(true);
}

/**
 * Opens a page of a site and runs `work` with it.
 *
 * @param base address of the site
 * @param path of the page in it
 */
export function visitPage<T>(
  browser: Contexts,
  base: string,
  path: string,
  work: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const open = async ({ page }: Visit): Promise<T> => {
    await page.goto(`${base}${path}`);
    return work(page);
  };
  return visit(browser, base, open, options);
}

// What Playwright does with a single element asks for `checkVisibility` (Chrome 105), which Chromium 90 lacks. These
// get along without.

/** Waits until there is an element of a selector. */
export async function waitFor(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector);
}

/** Scrolls to the first element of a selector and clicks on its middle with the mouse. */
export async function click(page: Page, selector: string): Promise<void> {
  const { x, y } = await page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    element?.scrollIntoView({ block: 'center' });
    const [box] = Array.from(element?.getClientRects() ?? []);
    if (box === undefined) throw new Error(`Nothing to click on: ${wanted}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector);
  await page.mouse.click(x, y);
}

/** Clicks into a text box, writes into it and presses Enter. */
export async function ask(page: Page, selector: string, text: string): Promise<void> {
  await click(page, selector);
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

/** Chooses an option of a list by its value, as a user’s choice would. */
export async function choose(page: Page, selector: string, value: string): Promise<void> {
  await page.evaluate(
    ([wanted, chosen]) => {
      const list = document.querySelector<HTMLSelectElement>(wanted);
      if (list === null) throw new Error(`There is no list ${wanted}`);
      list.value = chosen;
      if (list.value !== chosen) throw new Error(`The list has no option “${chosen}”`);
      list.dispatchEvent(new Event('input', { bubbles: true }));
      list.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [selector, value] as const,
  );
}

/** The text of the first element of a selector as it is shown. */
export function shownText(page: Page, selector: string): Promise<string> {
  return page.evaluate(
    (wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '',
    selector,
  );
}

/** How many elements of a selector take up room on the page. */
export function countShown(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .evaluateAll((all) => all.filter((element) => element.getClientRects().length > 0).length);
}

/** True when some of an element is in the window. */
export async function isInView(page: Page, id: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const box = document.getElementById(wanted)?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.top < innerHeight && box.bottom > 0;
  }, id);
}

/** Pastes as into an office program. @returns the text that it gets */
export async function paste(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'paste';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  return page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>('#paste')!;
    const { value } = field;
    field.remove();
    return value;
  });
}
