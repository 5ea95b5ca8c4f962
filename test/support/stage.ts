/** What the tests of a group stand on: called in a `describe`, each is there before its first test and gone after its last. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Reached, Way } from './ways.ts';

/** A browser as far as tests use it: every visit has a context of its own. */
export interface Contexts {
  newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

/** A browser for the group. @param launch starts it (see browsers.ts) */
export function browserFor(launch: () => Promise<Browser>): Contexts {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  return { newContext: (options) => browser.newContext(options) };
}

/** The site for the group. @param open reaches it (see ways.ts) */
export function siteFor(open: Way[1]): Pick<Reached, 'base'> {
  let site: Reached;
  beforeAll(async () => {
    site = await open();
  });
  afterAll(() => site.close());
  return {
    get base() {
      return site.base;
    },
  };
}
