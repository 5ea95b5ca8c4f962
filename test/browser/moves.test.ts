import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributeOf, elementsOf, readPage } from '../../src/publish/verify/html.ts';
import { checkLinks } from '../../src/publish/verify/verify-links.ts';
import { verifyWords } from '../../src/publish/verify/verify-text.ts';
import { publishedAnchors, readLock } from '../../src/permalinks/address-lock.ts';
import { browsersHere } from '../support/browsers.ts';
import { movedArchive, type MovedArchive } from '../support/moved-archive.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import { click, countShown, isInView, shownText, visit } from '../support/visit.ts';
import { fromDisk, overHttp } from '../support/ways.ts';

const browsers = await browsersHere();
let archive: MovedArchive;

beforeAll(() => {
  archive = movedArchive();
  const { status, said } = archive.run('build', '--out', archive.site);
  if (status !== 0) throw new Error(said);
}, 300_000);
afterAll(() => {
  archive.remove();
});

describe('the built site', () => {
  test('keeps every published address: its page, and on it the id', async () => {
    const { notices, works } = readLock(archive.root).lock;
    for (const [id, entry] of Object.entries(notices)) {
      const { document } = await readPage(archive.site, `notices/${id}.html`);
      const ids = [...elementsOf(document)].map((element) => attributeOf(element, 'id'));
      expect(ids, id).toEqual(expect.arrayContaining(publishedAnchors(entry)));
    }
    for (const id of Object.keys(works)) await readPage(archive.site, `works/${id}.html`);
  });

  test('keeps the words of its seeds, and all its links hold', async () => {
    expect(await verifyWords(archive.site, archive.root)).toBe(2);
    expect((await checkLinks(archive.site)).broken).toEqual([]);
  });

  test('does not list pages that are no more', async () => {
    const { readFile } = await import('node:fs/promises');
    for (const list of [
      'api/notices.json',
      'api/works.json',
      'index.html',
      'search/manifest.js',
      'search/text-0.js',
      'contents.html',
      'llms.txt',
    ]) {
      const text = await readFile(join(archive.site, list), 'utf8');
      expect(text, list).not.toMatch(/yz-2024-[23]\b|old-plan|gone-plan/u);
    }
  });
});

/** Colour behind the middle of the left edge of a clause, as far as one element gives it. */
const isMarked = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    return element !== null && getComputedStyle(element).boxShadow !== 'none';
  }, selector);

describe.skipIf(browsers.length === 0).each(browsers)('$name', ({ launch }) => {
  const browser = browserFor(launch);

  describe.each([
    ['http under a sub-path', () => overHttp(archive.site, '/a/b/')],
    ['file', () => fromDisk(archive.site)],
  ])('over %s', (_, open) => {
    const site = siteFor(open);

    describe.each([
      ['with', true],
      ['without', false],
    ])('%s script', (_name, javaScriptEnabled) => {
      const at = (address: string, work: (page: Page) => Promise<void>): Promise<void> =>
        visit(
          browser,
          site.base,
          async ({ page, troubles }) => {
            await page.goto(site.base + address);
            await work(page);
            expect(troubles).toEqual([]);
          },
          { javaScriptEnabled, viewport: { width: 1280, height: 400 } },
        );

      test('an address that is gone leads to the clause that holds its text, through two moves, and marks it', () =>
        at('notices/yz-2024-1.html#s3-1', async (page) => {
          expect(await page.locator('#s2-3 > #s3-1').count()).toBe(1);
          await expect.poll(() => isInView(page, 's2-3')).toBe(true);
          const sizes = await page.evaluate(() =>
            ['s2-3', 's3-1'].map((id) => {
              const box = document.getElementById(id)?.getBoundingClientRect();
              return [box?.x, box?.y, box?.width, box?.height];
            }),
          );
          expect(sizes[0]).toEqual(sizes[1]);
          expect(await isMarked(page, '#s3-1')).toBe(true);
          expect(await isMarked(page, '#s3')).toBe(false);
          expect(await shownText(page, '#s2-3')).toContain(
            '原地址 #s3-1 已移至本条：两部分合并；前面又增加一条',
          );
          expect(await shownText(page, '#s2')).not.toContain('#s3 ');
        }));

      test('an address that means another clause now says where the earlier ones are', () =>
        at('notices/yz-2024-1.html#s2-2', async (page) => {
          const notes = '#s2-2 > .moved-note';
          expect(await countShown(page, notes)).toBe(2);
          const links = await page
            .locator(`${notes} a`)
            .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
          expect(links).toEqual(['../notices/yz-2024-12.html#s1-2', '#s2-3']);
          expect(await shownText(page, '#s1-3 > .moved-note')).toBe(
            '此地址先前所指的条文已撤下：新版删去',
          );
          await click(page, `${notes} a[href="#s2-3"]`);
          await page.waitForURL(`${site.base}notices/yz-2024-1.html#s2-3`);
        }));

      test('an address that went elsewhere or was withdrawn says so at the end', () =>
        at('notices/yz-2024-1.html#s3-3', async (page) => {
          await expect.poll(() => isInView(page, 's3-3')).toBe(true);
          expect(await shownText(page, '#s3-3')).toMatch(/已撤下：新版删去“表彰”<b>&$/u);
          expect(await page.locator('[data-notice-text] #s3-3').count()).toBe(0);
          await click(page, '#s3-2 a');
          await page.waitForURL(`${site.base}notices/yz-2024-12.html`);
        }));

      test('a withdrawn notice says why, at its page and at its clauses', () =>
        at('notices/yz-2024-3.html', async (page) => {
          expect(await shownText(page, 'main')).toMatch(
            /云知〔2024〕3号[^]*已撤下：误收，并非公文/u,
          );
          expect(page.url()).toBe(`${site.base}notices/yz-2024-3.html`);
          await page.goto(`${site.base}notices/yz-2024-3.html#s1`);
          const together = '.moved-together';
          await expect.poll(() => isInView(page, 's1')).toBe(true);
          expect(await page.locator(`${together} > #s1`).count()).toBe(1);
          expect(await shownText(page, together)).toMatch(/^其中 \d+ 处条文地址随本页一并撤下。$/u);
          expect(await countShown(page, '.moved-addresses li')).toBe(1);
        }));

      test('a withdrawn work says why', () =>
        at('works/gone-plan.html', async (page) => {
          expect(await shownText(page, 'main')).toMatch(/商标培育规划[^]*已撤下：查无此文件/u);
        }));

      test.runIf(javaScriptEnabled).each([
        ['a notice that moved', 'notices/yz-2024-2.html', 'notices/yz-2024-12.html'],
        ['its clauses', 'notices/yz-2024-2.html#s1-1', 'notices/yz-2024-12.html#s1-1'],
        ['one that moved within', 'notices/yz-2024-2.html#s1-2', 'notices/yz-2024-12.html#s1-3'],
        [
          'what is searched in it',
          'notices/yz-2024-2.html?x=1#s2',
          'notices/yz-2024-12.html?x=1#s2',
        ],
        [
          'a clause of a withdrawn notice',
          'notices/yz-2024-3.html#s1-1',
          'notices/yz-2024-12.html#s1-1',
        ],
        ['a work that moved', 'works/old-plan.html#cited-by', 'works/kept-plan.html#cited-by'],
      ])('%s: leads on at once', async (_what, from, to) => {
        await visit(browser, site.base, async ({ page, troubles }) => {
          await page.goto(site.base + from).catch(() => undefined);
          await page.waitForURL(site.base + to);
          expect(troubles).toEqual([]);
        });
      });

      test.runIf(javaScriptEnabled).each([
        ['its former number', '云知〔2024〕2号', 'notices/yz-2024-12.html'],
        ['its former id', 'yz-2024-2', 'notices/yz-2024-12.html'],
        ['a clause of it by number', '云知〔2024〕2号（二）', 'notices/yz-2024-12.html'],
        ['the number of one that was withdrawn', '云知〔2024〕3号', 'notices/yz-2024-3.html'],
      ])('a notice that moved is found by %s', async (_what, asked, to) => {
        await visit(browser, site.base, async ({ page, troubles }) => {
          await page.goto(`${site.base}index.html?no=${encodeURIComponent(asked)}`).catch(() => undefined); // prettier-ignore
          await page.waitForURL((url) => url.href.startsWith(site.base + to));
          expect(troubles).toEqual([]);
        });
      });

      test.runIf(javaScriptEnabled)(
        'a clause of a moved notice that was withdrawn stays and says so',
        () =>
          at('notices/yz-2024-2.html#s2-1', async (page) => {
            expect(page.url()).toBe(`${site.base}notices/yz-2024-2.html#s2-1`);
            expect(await shownText(page, '#s2-1')).toContain('已撤下：新版删去');
          }),
      );

      test.skipIf(javaScriptEnabled)(
        'a notice that moved has a link for itself and for each clause',
        () =>
          at('notices/yz-2024-2.html#s1-2', async (page) => {
            expect(await shownText(page, '[data-former-whole]')).toContain('文号原误识为2号');
            await click(page, '#s1-2 a');
            await page.waitForURL(`${site.base}notices/yz-2024-12.html#s1-3`);
          }),
      );
    });
  });
});
