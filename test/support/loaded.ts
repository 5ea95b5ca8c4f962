/** What a browser loads for a page, and whether the page holds still meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Page, Route } from 'playwright-core';
import type { Contexts } from './stage.ts';
import { visit } from './visit.ts';

/** What a page costs when it is opened for the first time. */
export interface Load {
  /** All requests by their path in the site: the page, its style, scripts and icon. */
  requests: string[];
  /** Bytes of all scripts by gzip at level 9, each by itself, those in the page included. */
  scripts: number;
  /** Bytes of all styles, likewise. */
  styles: number;
  /** Layout shifts, one line each: how much, and what changed its place. None when the page holds still. */
  shifts: string[];
}

/**
 * Opens a page with an empty cache.
 *
 * @param base address of the site, by http
 * @param settle waits until the page has come to rest
 * @param viewport window
 */
export function load(
  browser: Contexts,
  base: string,
  path: string,
  { settle = painted, viewport }: LoadOptions,
): Promise<Load> {
  return visit(
    browser,
    base,
    async ({ page }) => {
      const requests = new Set<string>();
      const bodies: Promise<{ type: string; size: number }>[] = [];
      page.on('request', (request) => requests.add(request.url()));
      page.on('response', (response) => {
        const type = response.request().resourceType();
        if (type !== 'script' && type !== 'stylesheet') return;
        bodies.push(response.body().then((body) => ({ type, size: compressed(body) })));
      });
      await page.addInitScript(watchShifts);
      await page.route(/\.js$/u, oneAfterTheOther());
      await page.goto(base + path);
      await settle(page);
      await painted(page);
      const files = await Promise.all(bodies);
      const inline = await page.evaluate(inlineCode);
      // A browser without a window asks for no icon; one with a window does.
      if (inline.icon !== undefined) requests.add(inline.icon);
      const sum = (type: string) =>
        files.filter((file) => file.type === type).reduce((total, { size }) => total + size, 0);
      const inlined = (texts: string[]) =>
        texts.reduce((total, text) => total + compressed(text), 0);
      return {
        requests: [...requests].map((url) => url.slice(base.length)),
        scripts: sum('script') + inlined(inline.scripts),
        styles: sum('stylesheet') + inlined(inline.styles),
        shifts: await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts),
      };
    },
    { viewport },
  );
}

interface LoadOptions {
  settle?: ((page: Page) => Promise<void>) | undefined;
  viewport: { width: number; height: number };
}

function compressed(body: Buffer | string): number {
  return gzipSync(body, { level: 9 }).length;
}

/** Lets every script come later than the one before, so that the page is painted before each, as on a slow line. */
function oneAfterTheOther(): (route: Route) => Promise<void> {
  let scripts = 0;
  return async (route) => {
    scripts += 1;
    await sleep(150 * scripts);
    await route.continue();
  };
}

/** An entry of the browser's record of layout shifts. */
interface Shift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}

/** Runs in the page, before anything of it. */
function watchShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  const name = ({ node }: Shift['sources'][number]) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return `${element?.tagName ?? ''}.${element?.className ?? ''}`;
  };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[]) {
      shifts.push(`${value.toFixed(4)} ${sources.map(name).join(' ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page. Data (JSON-LD) is neither script nor style. */
function inlineCode(): { scripts: string[]; styles: string[]; icon: string | undefined } {
  const texts = (selector: string) =>
    Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent);
  return {
    scripts: texts('script:not([src], [type*=json])'),
    styles: texts('style'),
    icon: document.querySelector<HTMLLinkElement>('link[rel~=icon]')?.href,
  };
}

/** Until everything is loaded and has been painted; a shift is told with a frame after its own. */
async function painted(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame += 1) {
      await new Promise((done) => requestAnimationFrame(done));
    }
  });
}
