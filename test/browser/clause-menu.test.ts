import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { textDigest } from '../../src/permalinks/addresses.ts';
import { browsersHere } from '../support/browsers.ts';
import { builtRecord, project } from '../support/places.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import { click, countShown, paste, shownText, visit, waitFor } from '../support/visit.ts';
import { served, ways } from '../support/ways.ts';

const browsers = await browsersHere();
/** A name that is no loopback address: what comes from there over http is no secure context. */
const insecure = 'wenhao.test';

/** A clause of each way of numbering in the five notices, and what it is called. */
const clauses = [
  {
    notice: 'jgsj-2023-17',
    id: 's1-2',
    name: '《济源产城融合示范区市场监督管理局关于印发2023年济源示范区知识产权工作要点的通知》（济管市监〔2023〕17号）第一部分第（二）项',
  },
  {
    notice: 'jgsj-2021-105',
    id: 's2-2-6',
    name: '（济管市监〔2021〕105号）第二部分第（二）项第6条',
  },
  { notice: 'bzzlb-2023-4', id: 's1-2', name: '（汴知战联办〔2023〕4号）第一部分第2条' },
  { notice: 'lzzlb-2022-1', id: 's2-6', name: '（漯知战联办〔2022〕1号）第二部分第（六）项' },
] as const;

/** The text of a clause as the API has it. */
function recorded(notice: string, id: string): string {
  const find = (
    nodes: ReturnType<typeof builtRecord>['outline'],
  ): (typeof nodes)[number] | undefined =>
    nodes.flatMap((node) => (node.id === id ? [node] : (find(node.children) ?? []))).at(0);
  const node = find(builtRecord(notice).outline)!;
  return `${node.label ?? ''}${node.heading ?? ''}${node.text}`;
}

/** The digest of a clause in the lock of published addresses. */
function published(notice: string, id: string): string | undefined {
  const lock = JSON.parse(readFileSync(join(project, 'seeds', 'addresses.json'), 'utf8')) as {
    notices: Record<string, { anchors: Record<string, string> }>;
  };
  return lock.notices[notice]?.anchors[id];
}

const sign = (id: string) => `#${id} > .link-sign`;
const isOpen = async (page: Page) => (await countShown(page, '[role=menu]')) === 1;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const today = (page: Page) =>
  page.evaluate(() => {
    const now = new Date();
    const two = (value: number) => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  });

async function focusSign(page: Page, id: string): Promise<void> {
  await page.evaluate((wanted) => {
    document.querySelector<HTMLElement>(wanted)!.focus();
  }, sign(id));
}

/** Opens the menu with the mouse, takes the item of a name, waits for the site’s word. */
async function take(page: Page, id: string, item: string): Promise<string> {
  if (!(await isOpen(page))) await click(page, sign(id));
  await page.evaluate((wanted) => {
    // What it said of the item before must not be taken for its word on this one.
    document.querySelector('.notify')!.textContent = '';
    const items = Array.from(document.querySelectorAll<HTMLElement>('[role=menuitem]'));
    items.find(({ textContent }) => textContent === wanted)!.click();
  }, item);
  await page.waitForFunction(() => document.querySelector('.notify')?.textContent !== '');
  return paste(page);
}

/** Name and text of the file that `act` makes the browser save. */
async function downloaded(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  // Chromium 90 saves files without telling Playwright: there the page is asked what it hands to the browser.
  if (page.context().browser()?.version().startsWith('90.')) return handedOver(page, act);
  const download = page.waitForEvent('download');
  await act();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

async function handedOver(page: Page, act: () => Promise<void>) {
  await page.evaluate(() => {
    const blobs = new Map<string, Blob>();
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      const address = make(blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function () {
      void blobs
        .get(this.href)
        ?.text()
        .then((text) => Object.assign(window, { saved: { name: this.download, text } }));
    };
  });
  await act();
  await page.waitForFunction(() => 'saved' in window);
  return page.evaluate(
    () => (window as unknown as { saved: { name: string; text: string } }).saved,
  );
}

describe.skipIf(browsers.length === 0).each(browsers)('$name', ({ launch }) => {
  const browser = browserFor(() => launch([`--host-resolver-rules=MAP ${insecure} 127.0.0.1`]));

  describe.each(ways.filter(([name]) => name !== 'http under a sub-path'))(
    'over %s',
    (way, open) => {
      const site = siteFor(async () => {
        const { base, close } = await open();
        return { base: base.replace('127.0.0.1', insecure), close };
      });

      test.each(clauses)('copies $notice#$id', ({ notice, id, name }) =>
        visit(browser, site.base, async ({ page, troubles }) => {
          await page.goto(`${site.base}notices/${notice}.html`);
          const served = way === 'http';
          const address = `${site.base}notices/${notice}.html#${id}`;
          expect(await page.evaluate(() => isSecureContext)).toBe(!served);

          expect(await take(page, id, '复制链接')).toBe(address);

          const formal = await take(page, id, '复制规范名称');
          expect(formal.startsWith('《')).toBe(true);
          expect(formal.endsWith(name)).toBe(true);

          const lines = (await take(page, id, '复制条文和出处')).split('\n');
          const source = lines.pop();
          expect(lines.join('')).toBe(recorded(notice, id));
          expect(source).toBe(`——${formal}${served ? `，${address}` : ''}`);

          const { issuer, title, number, date } = builtRecord(notice);
          const place = name.replace(/^.*号）/u, '');
          expect(await take(page, id, '复制参考文献 GB/T 7714—2025')).toBe(
            served
              ? `${issuer!}. ${title!}：${place}：${number!}[EB/OL]. ${date === null ? '' : `（${date}）`}[${await today(page)}]. ${address}.`
              : `${issuer!}. ${title!}：${place}：${number!}[Z].${date === null ? '' : ` ${date.slice(0, 4)}.`}`,
          );
          expect(await take(page, id, '复制参考文献 GB/T 7714—2015')).toContain(
            served ? '[A/OL]. ' : '[A].',
          );
          expect(troubles).toEqual([]);
        }),
      );

      test('copies the reading that is shown, and says which', () =>
        visit(browser, site.base, async ({ page }) => {
          await page.goto(`${site.base}notices/jgsj-2023-17.html`);
          expect(await take(page, 'letter-p1', '复制条文和出处')).toContain('印发给你，请');
          await click(page, '[data-reading] input[value=corrected]');
          const corrected = await take(page, 'letter-p1', '复制条文和出处');
          expect(corrected).toContain('印发给你们，请');
          expect(corrected).toContain('通知正文第1段（按本库校订）');
        }));

      test.each(clauses)('copies a slip for a mistake in $notice#$id', ({ notice, id, name }) =>
        visit(browser, site.base, async ({ page, troubles }) => {
          await page.goto(`${site.base}notices/${notice}.html`);
          const { seed, sha256 } = builtRecord(notice);
          const slip = await take(page, id, '复制勘误单');
          const [head = '', rest = ''] = slip.split('\n现作：');
          const [words = '', blanks] = rest.split('\n应作：');
          const [title, formal, address, source, digest] = head.split('\n');
          expect(title).toBe('勘误单');
          expect(formal).toMatch(/^出处：《.*》/u);
          expect(formal!.endsWith(name)).toBe(true);
          // A reader’s own folders are nobody’s business.
          const root = way === 'http' ? site.base : '';
          expect(address).toBe(`地址：${root}notices/${notice}.html#${id}`);
          expect(source).toMatch(
            new RegExp(
              `^原文：${seed.replaceAll('.', '\\.')} 第 [0-9—]+ 行，SHA-256 ${sha256}$`,
              'u',
            ),
          );
          expect(digest).toBe(`条文摘要值：${published(notice, id)}`);
          expect(recorded(notice, id).startsWith(words.replaceAll('\n', ''))).toBe(true);
          expect(textDigest(words)).toBe(published(notice, id));
          expect(blanks).toBe('\n理由（原件页码、图片等）：\n交：本库管理员');
          expect(troubles).toEqual([]);
        }),
      );

      test('copies a slip of the printed words, whichever reading is shown', () =>
        visit(browser, site.base, async ({ page }) => {
          await page.goto(`${site.base}notices/jgsj-2023-17.html`);
          await click(page, '[data-reading] input[value=corrected]');
          const slip = await take(page, 'letter-p1', '复制勘误单');
          const words = /\n现作：([^]*)\n应作：/u.exec(slip)![1]!;
          expect(words).toContain('印发给你，请');
          expect(textDigest(words)).toBe(published('jgsj-2023-17', 'letter-p1'));
        }));

      test('leads to the lines of the seed and back', () =>
        visit(browser, site.base, async ({ page, troubles }) => {
          await page.goto(`${site.base}notices/bzzlb-2023-4.html`);
          await focusSign(page, 's1-4');
          await page.keyboard.press('Enter');
          await page.keyboard.press('End');
          await page.keyboard.press('Space');
          await page.waitForURL(/sources\/bzzlb-2023-4\.html#L27$/u);
          await expect.poll(() => shownText(page, '#L27')).toContain('持续优化我市');
          await click(page, '#L27 .seed-standing a');
          await page.waitForURL(/notices\/bzzlb-2023-4\.html#s1-4$/u);
          expect(troubles).toEqual([]);
        }));

      test.each([
        ['BibTeX', 'bib', '@misc{jgsj-2023-17-s1-2,'],
        ['RIS', 'ris', 'TY  - GOVDOC\r\nID  - jgsj-2023-17-s1-2\r\n'],
        ['CSL-JSON', 'csl.json', '[\n  {\n    "id": "jgsj-2023-17-s1-2",'],
      ])('gives %s as a file', (format, extension, start) =>
        visit(browser, site.base, async ({ page, troubles }) => {
          await page.goto(`${site.base}notices/jgsj-2023-17.html`);
          await click(page, sign('s1-2'));
          const { name, text } = await downloaded(page, () =>
            page.evaluate((wanted) => {
              const items = Array.from(document.querySelectorAll<HTMLElement>('[role=menuitem]'));
              items.find(({ textContent }) => textContent.endsWith(` ${wanted}`))!.click();
            }, format),
          );
          expect(name).toBe(`jgsj-2023-17-s1-2.${extension}`);
          expect(text.startsWith(start)).toBe(true);
          expect(text.includes(`${site.base}notices/jgsj-2023-17.html#s1-2`)).toBe(way === 'http');
          expect(text).not.toMatch(/undefined|null/u);
          expect(troubles).toEqual([]);
        }),
      );
    },
  );

  describe('the menu', () => {
    const site = siteFor(served);

    test('is worked with the keys of a menu, and gives the focus back', () =>
      visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}notices/jgsj-2023-17.html`);
        await focusSign(page, 's1-2');
        await page.keyboard.press('Enter');
        expect(await isOpen(page)).toBe(true);
        expect(await focused(page)).toBe('复制链接');
        await page.keyboard.press('ArrowUp');
        expect(await focused(page)).toBe('查看原文第 24 行');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        expect(await focused(page)).toBe('复制条文和出处');
        await page.keyboard.press('End');
        expect(await focused(page)).toBe('查看原文第 24 行');
        await page.keyboard.press('Home');
        expect(await focused(page)).toBe('复制链接');
        await page.keyboard.press('Escape');
        expect(await isOpen(page)).toBe(false);
        const back = () => page.evaluate(() => document.activeElement?.parentElement?.id);
        expect(await back()).toBe('s1-2');
        await page.keyboard.press('Space');
        expect(await isOpen(page)).toBe(true);
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => document.querySelector('.notify')?.textContent !== '');
        expect(await shownText(page, '.notify')).toBe('已复制：链接');
        expect(await back()).toBe('s1-2');
        expect(await isOpen(page)).toBe(false);
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
        expect(await isOpen(page)).toBe(false);
        expect(troubles).toEqual([]);
      }));

    test('closes when the reader clicks elsewhere, and is never part of the words', () =>
      visit(browser, site.base, async ({ page }) => {
        await page.goto(`${site.base}notices/jgsj-2023-17.html`);
        await click(page, sign('s2'));
        expect(await isOpen(page)).toBe(true);
        expect(
          await page.evaluate(
            () => document.querySelector('[role=menu]')!.closest('[data-added]') !== null,
          ),
        ).toBe(true);
        await click(page, '.notice-contents ol a');
        expect(await isOpen(page)).toBe(false);
      }));

    test('opens under a finger and stays inside a narrow window', () =>
      visit(
        browser,
        site.base,
        async ({ page }) => {
          await page.goto(`${site.base}notices/jgsj-2021-105.html`);
          await waitFor(page, `${sign('s2-2-6')}[aria-haspopup]`);
          const { x, y } = await page.evaluate((wanted) => {
            const element = document.querySelector(wanted)!;
            element.scrollIntoView({ block: 'end' });
            const box = element.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          }, sign('s2-2-6'));
          await page.touchscreen.tap(x, y);
          expect(await isOpen(page)).toBe(true);
          const { left, right, top, bottom, width } = await page.evaluate(() => {
            const box = document.querySelector('[role=menu]')!.getBoundingClientRect();
            return {
              left: box.left,
              right: box.right,
              top: box.top,
              bottom: innerHeight - box.bottom,
              width: document.documentElement.scrollWidth,
            };
          });
          expect([left, top, bottom].every((edge) => edge >= 0)).toBe(true);
          expect(right).toBeLessThanOrEqual(360);
          expect(width).toBe(360);
        },
        { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
      ));

    test('leaves the sign a link for those without script', () =>
      visit(
        browser,
        site.base,
        async ({ page }) => {
          await page.goto(`${site.base}notices/jgsj-2023-17.html`);
          await click(page, sign('s1-2'));
          await page.waitForURL(/#s1-2$/u);
        },
        { javaScriptEnabled: false },
      ));

    test('offers the notice as a whole in the same way', () =>
      visit(browser, site.base, async ({ page, troubles }) => {
        await page.goto(`${site.base}notices/jgsj-2023-17.html`);
        await click(page, '[data-cite-notice] summary');
        await click(page, '[data-cite-notice] button');
        await page.waitForFunction(() => document.querySelector('.notify')?.textContent !== '');
        expect(await paste(page)).toBe(`${site.base}notices/jgsj-2023-17.html`);
        expect(await shownText(page, '.reference')).toContain(
          `${site.base}notices/jgsj-2023-17.html.`,
        );
        expect(troubles).toEqual([]);
      }));

    test('offers a slip for the notice as a whole', () =>
      visit(browser, site.base, async ({ page }) => {
        await page.goto(`${site.base}notices/jgsj-2023-17.html`);
        await click(page, '[data-cite-notice] summary');
        await click(page, '[data-cite-notice] li:last-child button');
        await page.waitForFunction(() => document.querySelector('.notify')?.textContent !== '');
        const { seed, sha256 } = builtRecord('jgsj-2023-17');
        expect((await paste(page)).split('\n').slice(2)).toEqual([
          `地址：${site.base}notices/jgsj-2023-17.html`,
          `原文：${seed}，SHA-256 ${sha256}`,
          '应作：',
          '理由（原件页码、图片等）：',
          '交：本库管理员',
        ]);
      }));
  });
});
