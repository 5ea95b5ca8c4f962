import type { Browser } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { glyphsOf } from '../../src/publish/verify/glyphs.ts';
import { browsersHere } from '../support/browsers.ts';
import { builtNotices, builtRecord, nodesOf } from '../support/places.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import {
  ask,
  choose,
  click,
  countShown,
  isInView,
  shownText,
  visit,
  waitFor,
} from '../support/visit.ts';
import { ways } from '../support/ways.ts';

const browsers = await browsersHere();
const notices = builtNotices();

/** What is compared when spaces and widths do not matter. */
const bare = (text: string) =>
  glyphsOf(text)
    .map(({ value }) => value)
    .join('');

/** Nodes whose own words hold a phrase: what a search has to find. */
const nodesWith = (phrase: string) =>
  notices.flatMap(({ id }) =>
    nodesOf(builtRecord(id).outline)
      .filter((node) => bare(`${node.heading ?? ''}${node.text}`).includes(phrase))
      .map((node) => `${id}#${node.id}`),
  );

describe.skipIf(browsers.length === 0).each(browsers)('$name', ({ launch }) => {
  const browser = browserFor(launch);

  describe.each(ways)('over %s', (_, open) => {
    const site = siteFor(open);

    test('from the start page to a notice, from its contents to a clause', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}index.html`);
        expect(await page.locator('[data-notice-card]').count()).toBe(notices.length);
        const notice = notices[0]!;
        await click(page, `[data-notice-card] a[href$="${notice.url}"]`);
        await page.waitForURL(`${site.base}${notice.url}`);
        const clause = nodesOf(builtRecord(notice.id).outline).findLast(
          ({ label }) => label !== null,
        )!;
        expect(await isInView(page, clause.id)).toBe(false);
        await click(page, `nav a[href$="#${clause.id}"]`);
        await page.waitForURL(`${site.base}${clause.url}`);
        await expect.poll(() => isInView(page, clause.id)).toBe(true);
        expect(bare(await shownText(page, `[id="${clause.id}"]`))).toContain(bare(clause.label!));
        expect(troubles).toEqual([]);
      });
    });

    test('the filter shows the notices of a city and of a year', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}index.html`);
        const shown = () => countShown(page, '[data-notice-card]');
        const { city, year } = notices.find(
          (notice) => notice.city !== null && notice.year !== null,
        )!;
        await choose(page, 'form[data-filter] [name=city]', city!);
        expect(await shown()).toBe(notices.filter((notice) => notice.city === city).length);
        await choose(page, 'form[data-filter] [name=year]', String(year));
        expect(await shown()).toBe(
          notices.filter((notice) => notice.city === city && notice.year === year).length,
        );
        await choose(page, 'form[data-filter] [name=city]', '');
        expect(await shown()).toBe(notices.filter((notice) => notice.year === year).length);
        await choose(page, 'form[data-filter] [name=year]', '');
        expect(await shown()).toBe(notices.length);
        expect(troubles).toEqual([]);
      });
    });

    test('a search for 质押融资 from the box of the start page leads to a clause', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}index.html`);
        await ask(page, 'form[role=search] input[name=q]', '质押融资');
        const hits = page.locator('#results[data-state="done"] [data-hit]');
        await waitFor(page, '#results[data-state="done"] [data-hit]');
        const found = await hits.evaluateAll((all) =>
          all.map((hit) => hit.getAttribute('data-hit')),
        );
        expect([...found].sort()).toEqual(nodesWith('质押融资').sort());
        const [first = ''] = found;
        await click(page, '[data-hit] a');
        const [notice = '', clause = ''] = first!.split('#');
        await page.waitForURL(`${site.base}notices/${notice}.html#${clause}`);
        await expect.poll(() => isInView(page, clause)).toBe(true);
        expect(bare(await shownText(page, `[id="${clause}"]`))).toContain('质押融资');
        expect(troubles).toEqual([]);
      });
    });

    test('a search says how much it found, and when it found nothing', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        for (const phrase of ['知识产权', '质押融资', '地理标志', '没有这个词']) {
          const query = new URLSearchParams({ q: phrase, all: '1' }).toString();
          await page.goto(`${site.base}search.html?${query}`);
          await waitFor(page, '#results[data-state="done"]');
          const found = await page.evaluate(() => ({
            total: document.querySelector<HTMLElement>('#results')?.dataset['total'],
            hits: document.querySelectorAll('#results [data-hit]').length,
          }));
          const { length } = nodesWith(phrase);
          expect(found, phrase).toEqual({ total: String(length), hits: length });
        }
        expect(troubles).toEqual([]);
      });
    });

    test('no page asks for anything elsewhere or reports an error', async () => {
      await visit(browser, site.base, async ({ page, troubles }) => {
        const seen = new Set<string>();
        const queue = [`${site.base}index.html`, `${site.base}404.html`];
        for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
          if (seen.has(url)) continue;
          seen.add(url);
          await page.goto(url);
          const links = await page
            .locator('a[href]')
            .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
          const own = links.filter((link) => link.startsWith(site.base));
          // other files are taken along, not opened: links.test says that they are there
          const pages = own.map((link) => link.replace(/[?#].*$/u, ''));
          queue.push(...new Set(pages.filter((link) => link.endsWith('.html'))));
        }
        for (const { url } of notices) expect(seen).toContain(`${site.base}${url}`);
        expect(troubles).toEqual([]);
      });
    });

    test('without JavaScript the words are there and the links lead somewhere', async () => {
      await visit(
        browser,
        site.base,
        async ({ page, troubles }) => {
          const notice = notices[0]!;
          await page.goto(`${site.base}index.html`);
          await click(page, `[data-notice-card] a[href$="${notice.url}"]`);
          await page.waitForURL(`${site.base}${notice.url}`);
          const nodes = nodesOf(builtRecord(notice.id).outline);
          const words = bare(await shownText(page, '[data-notice-text]'));
          for (const node of nodes) {
            for (const paragraph of node.paragraphs) expect(words).toContain(bare(paragraph.text));
          }
          const clause = nodes.findLast(({ label }) => label !== null)!;
          await page.goto(`${site.base}${clause.url}`);
          await expect.poll(() => isInView(page, clause.id)).toBe(true);
          expect(troubles).toEqual([]);
        },
        { javaScriptEnabled: false },
      );
    });

    test('the styles apply', async () => {
      await visit(browser, site.base, async ({ page }) => {
        await page.goto(`${site.base}${notices[0]!.url}`);
        const style = await page.evaluate(() => {
          const paragraphs = Array.from(document.querySelectorAll('[data-notice-text] p'));
          const length = (p: Element) => p.textContent.length;
          const longest = paragraphs.sort((a, b) => length(b) - length(a))[0]!;
          const text = getComputedStyle(longest);
          const body = getComputedStyle(document.body);
          return {
            margin: body.marginTop,
            backgrounds: [body, getComputedStyle(document.documentElement)].map(
              ({ backgroundColor }) => backgroundColor,
            ),
            color: text.color,
            family: text.fontFamily,
            leading: Number.parseFloat(text.lineHeight) / Number.parseFloat(text.fontSize),
          };
        });
        expect(style.margin).toBe('0px');
        expect(style.backgrounds).toContainEqual(expect.stringMatching(/^rgb\(/u));
        expect(style.color).not.toBe('rgb(0, 0, 0)');
        expect(style.family).toMatch(/song|serif/iu);
        expect(style.leading).toBeGreaterThanOrEqual(1.75);
      });
    });

    test.each([
      ['a phone', 360],
      ['a desk', 1280],
      ['a wide screen', 1920],
    ])('on %s nothing sticks out and the measure is one for reading', async (_name, width) => {
      await visit(
        browser,
        site.base,
        async ({ page }) => {
          for (const path of ['index.html', 'search.html', notices[0]!.url]) {
            await page.goto(`${site.base}${path}`);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            expect(wide, path).toBeLessThanOrEqual(width);
          }
          const columns = await page.evaluate(() => {
            const text = document.querySelector('[data-notice-text]')!;
            const size = Number.parseFloat(getComputedStyle(text).fontSize);
            const widths = Array.from(
              text.querySelectorAll('p'),
              (p) => p.getBoundingClientRect().width,
            );
            return Math.max(...widths) / size;
          });
          expect(columns).toBeLessThanOrEqual(38.5);
          if (width > 1000) expect(columns).toBeGreaterThanOrEqual(29.5);
        },
        { viewport: { width, height: 800 } },
      );
    });
  });
});

test.skipIf(browsers.length < 2).each([360, 1280])(
  'at %i pixels the old browser lays a notice out like the new one',
  async (width) => {
    const [, open] = ways[0]!;
    const site = await open();
    try {
      const boxes = [];
      for (const { launch } of browsers) boxes.push(await textBox(launch, site.base, width));
      const [wanted, ...others] = boxes;
      for (const box of others) expect(box).toEqual(wanted);
    } finally {
      await site.close();
    }
  },
);

/** Where the text of the first notice stands across a window of a width, in whole pixels. */
async function textBox(launch: () => Promise<Browser>, base: string, width: number) {
  const browser = await launch();
  try {
    return await visit(
      browser,
      base,
      async ({ page }) => {
        await page.goto(`${base}${notices[0]!.url}`);
        return page.evaluate(() => {
          const { x, width } = document
            .querySelector('[data-notice-text]')!
            .getBoundingClientRect();
          return { x: Math.round(x), width: Math.round(width) };
        });
      },
      { viewport: { width, height: 800 } },
    );
  } finally {
    await browser.close();
  }
}
