import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { glyphsOf } from '../../src/publish/verify/glyphs.ts';
import { browsersHere } from '../support/browsers.ts';
import { testPdfLines, testPdfPages, type TestPdfPiece, type PrintedPage } from '../support/pdf.ts';
import { builtNotices, builtRecord, dist } from '../support/places.ts';
import { squareFont } from '../support/square-font.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import { click, countShown, visit } from '../support/visit.ts';
import { served } from '../support/ways.ts';

const browsers = await browsersHere();
const font = squareFont().toString('base64');

/** GB/T 9704-2012, 5.2.1 and 5.2.3, in mm. */
const TOP = 37;
const LEFT = 28;
const RIGHT = 210 - 26;
const BOTTOM = 297 - 35;
const LINE = 225 / 22;
const CHARACTER = 156 / 28;
/** Of the font of this test: its base line is 0.88 below the upper edge of a character. */
const FIRST_BASE = (LINE - CHARACTER) / 2 + 0.88 * CHARACTER;
/** How far a length is from a whole number of lines. */
const offRaster = (length: number): number => length - Math.round(length / LINE) * LINE;

/** The typefaces of a print by the names that come first in the style sheet, all replaced by one of known widths. */
async function setFonts(page: Page): Promise<void> {
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    for (const family of ['FangSong', 'FZXiaoBiaoSong-B05', 'SimHei', 'KaiTi', 'SimSun']) {
      document.fonts.add(await new FontFace(family, bytes.buffer).load());
    }
  }, font);
}

async function printed(page: Page): Promise<PrintedPage[]> {
  await setFonts(page);
  return testPdfPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

/** Puts paragraphs in the place of all that a notice says. */
async function say(page: Page, ...paragraphs: string[]): Promise<void> {
  await page.evaluate((texts) => {
    const body = document.createElement('div');
    body.append(
      ...texts.map((text) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        return paragraph;
      }),
    );
    document.querySelector('[data-notice-text]')!.replaceChildren(body);
  }, paragraphs);
}

/** 8 pt, the size of the line of the source. */
const SMALL = 3;

/** What stands in the type area: all but page numbers and the line of the source. */
const inArea = ({ pieces }: PrintedPage): TestPdfPiece[] =>
  pieces.filter(({ base, size }) => base < BOTTOM && size > SMALL);
const below = ({ pieces }: PrintedPage): TestPdfPiece[] =>
  pieces.filter(({ base }) => base >= BOTTOM);
const textOf = (pieces: readonly TestPdfPiece[]): string => pieces.map(({ text }) => text).join('');
const letters = (text: string): string =>
  glyphsOf(text)
    .map(({ value }) => value)
    .join('');
const lettersOf = (pages: readonly PrintedPage[]): string =>
  letters(pages.map((page) => textOf(inArea(page))).join('\n'));
/** The words of a notice by its plain text file, which knows nothing of pages. */
const wordsOf = (id: string): string =>
  letters(readFileSync(join(dist, 'notices', `${id}.txt`), 'utf8'));
const pageWith = (pages: readonly PrintedPage[], words: string): number =>
  pages.findIndex((page) => letters(textOf(inArea(page))).includes(letters(words)));

if (browsers.length === 0) test.skip('print: no browser here', () => undefined);

describe.each(browsers)('print in $name', ({ name, launch }) => {
  const browser = browserFor(launch);
  const site = siteFor(served);
  /** Has no margin boxes (131), no `attr()` for them (133), whole pixels for lines and breaks of its own (107). */
  const isOld = name === 'Chromium 90';
  const present = test.skipIf(isOld);

  const onNotice = <T>(
    id: string,
    work: (page: Page) => Promise<T>,
    options: BrowserContextOptions = {},
  ): Promise<T> =>
    visit(
      browser,
      site.base,
      async ({ page }) => {
        await page.goto(`${site.base}notices/${id}.html`);
        return work(page);
      },
      options,
    );

  test.each([
    [616, [616]],
    [617, [616, 1]],
  ])('%i characters fill pages with %j', async (count, expected) => {
    const pages = await onNotice('jgsj-2023-17', async (page) => {
      await say(page, '国'.repeat(count));
      return printed(page);
    });
    expect(pages.map((page) => textOf(inArea(page)).length)).toEqual(expected);
  });

  test('a page has 22 lines of 28 characters, where the standard wants them', async () => {
    const [page] = await onNotice('jgsj-2023-17', async (tab) => {
      await say(tab, '国'.repeat(616));
      return printed(tab);
    });
    expect(page!.width).toBeCloseTo(210, 0);
    expect(page!.height).toBeCloseTo(297, 0);
    const lines = testPdfLines(inArea(page!));
    expect(lines.map((line) => textOf(line).length)).toEqual(Array(22).fill(28));
    for (const [at, line] of lines.entries()) {
      expect(line[0]!.left).toBeCloseTo(LEFT, 0);
      expect(line.at(-1)!.right).toBeCloseTo(RIGHT, 0);
      if (!isOld) expect(line[0]!.base).toBeCloseTo(TOP + FIRST_BASE + at * LINE, 0);
    }
    expect(lines[0]![0]!.base - CHARACTER).toBeGreaterThan(TOP);
    expect(lines.at(-1)![0]!.base).toBeLessThan(BOTTOM);
  });

  test.each(builtNotices().map(({ id }) => id))('%s: its words and no others', async (id) => {
    const pages = await onNotice(id, printed, { colorScheme: 'dark' });
    expect(lettersOf(pages)).toBe(wordsOf(id));
  });

  test.each(builtNotices().map(({ id }) => id))('%s: keeps to the type area', async (id) => {
    const pages = await onNotice(id, printed);
    for (const page of pages) {
      const pieces = inArea(page);
      expect(pieces.length).toBeGreaterThan(0);
      expect(testPdfLines(pieces).length).toBeLessThanOrEqual(22);
      for (const { left, right, base, size } of pieces) {
        expect(left).toBeGreaterThan(LEFT - 0.3);
        expect(right).toBeLessThan(RIGHT + 0.3);
        if (Math.abs(size - CHARACTER) > 0.1) continue;
        // Lines of the text, on whatever page and below whatever head, stand on one raster.
        if (!isOld) expect(offRaster(base - TOP - FIRST_BASE)).toBeCloseTo(0, 0);
      }
    }
  });

  test.each(
    builtNotices().flatMap(({ id, enclosure }) =>
      enclosure === null ? [] : [[id, enclosure] as const],
    ),
  )('%s: what it carries begins a page, its title on the third line', async (id, enclosure) => {
    const pages = await onNotice(id, printed);
    const at = pages.findIndex(
      (page, index) =>
        index > 0 &&
        testPdfLines(inArea(page)).some((line) =>
          letters(enclosure).startsWith(letters(textOf(line))),
        ),
    );
    expect(at).toBeGreaterThan(0);
    const [first, second] = testPdfLines(inArea(pages[at]!));
    const label = id === 'azzl-2023-3' ? '附件：' : null;
    if (label !== null) expect(letters(textOf(first!))).toBe(letters(label));
    const title = label === null ? first! : second!;
    expect(letters(enclosure).startsWith(letters(textOf(title)))).toBe(true);
    expect(Math.floor((title[0]!.base - TOP) / LINE)).toBe(2);
  });

  present('the head stands as 7.2.4 to 7.3.2 have it', async () => {
    const places = await onNotice('jgsj-2023-17', async (page) => {
      await page.setViewportSize({ width: 590, height: 850 });
      await page.emulateMedia({ media: 'print' });
      return page.evaluate(() => {
        const box = (selector: string) =>
          document.querySelector(`[data-notice-text] ${selector}`)!.getBoundingClientRect();
        const origin = document.querySelector('[data-notice-text]')!.getBoundingClientRect().top;
        const mm = (pixels: number) => (pixels * 25.4) / 96;
        return {
          masthead: mm(box('.masthead p').top - origin),
          number: mm(box('.document-number p').top - origin),
          title: mm(box('.title h1').top - origin),
          titleEnd: mm(box('.title h1').bottom - origin),
          addressees: mm(box('.addressees p').top - origin),
          text: mm(box('.letter p').top - origin),
          red: getComputedStyle(document.querySelector('.masthead p')!).color,
        };
      });
    });
    expect(places.masthead).toBeCloseTo(35, 1);
    expect(offRaster(places.number)).toBeCloseTo(0, 1);
    expect(places.title - places.number).toBeCloseTo(3 * LINE, 1);
    expect(places.addressees - places.titleEnd).toBeCloseTo(LINE, 1);
    expect(places.text - places.addressees).toBeCloseTo(LINE, 1);
    expect(places.red).toBe('rgb(230, 0, 18)');
  });

  present('a heading does not stand alone at the foot of a page', async () => {
    const pages = await onNotice('jgsj-2023-17', async (page) => {
      await say(page, '国'.repeat(28 * 21));
      await page.evaluate(() => {
        const heading = document.createElement('h3');
        heading.textContent = '一、标题';
        const paragraph = document.createElement('p');
        paragraph.textContent = '正文';
        document.querySelector('[data-notice-text] > div')!.append(heading, paragraph);
      });
      return printed(page);
    });
    expect(pages.map((page) => textOf(inArea(page)).length)).toEqual([28 * 21, 6]);
  });

  test.each([
    ['a title of 120 characters', '题'.repeat(120), 'h1'],
    ['a row of 8 columns', `|${'项目目标任务完成时限|'.repeat(8)}`, 'p'],
    ['a word that nothing breaks', 'a'.repeat(400), 'p'],
    ['a clause of 5,000 characters', '条'.repeat(5000), 'p'],
  ])('%s stays in the type area', async (_, text, tag) => {
    const pages = await onNotice('jgsj-2023-17', async (page) => {
      await page.evaluate(
        ([words, name]) => {
          const element = document.createElement(name);
          element.textContent = words;
          const notice = document.querySelector('[data-notice-text]')!;
          if (name === 'h1') notice.querySelector('.title')!.replaceChildren(element);
          else notice.replaceChildren(element);
        },
        [text, tag] as const,
      );
      return printed(page);
    });
    expect(lettersOf(pages)).toContain(letters(text));
    for (const { left, right } of pages.flatMap(inArea)) {
      expect(left).toBeGreaterThan(LEFT - 0.3);
      expect(right).toBeLessThan(RIGHT + 0.3);
    }
  });

  test('校订 is printed when the reader has chosen it', async () => {
    const pages = await onNotice('jgsj-2023-17', async (page) => {
      await page.evaluate(() => {
        document.querySelector<HTMLElement>('[data-reading] input[value="corrected"]')!.click();
      });
      return printed(page);
    });
    expect(pageWith(pages, '印发给你们，')).toBe(0);
    expect(pageWith(pages, '印发给你，')).toBe(-1);
  });

  present('pages are numbered on their outer side, one character in', async () => {
    const pages = await onNotice('bzzlb-2023-4', printed);
    for (const [at, page] of pages.entries()) {
      const number = below(page).filter(({ size }) => size > SMALL);
      expect(letters(textOf(number))).toBe(letters(`— ${String(at + 1)} —`));
      if (at % 2 === 0) expect(number.at(-1)!.right).toBeCloseTo(RIGHT - 4.94, 0);
      else expect(number[0]!.left).toBeCloseTo(LEFT + 4.94, 0);
    }
  });

  test('the imprint ends the last page', async () => {
    const id = 'bzzlb-2023-4';
    const { imprint } = builtRecord(id);
    const pages = await onNotice(id, printed);
    const last = testPdfLines(inArea(pages.at(-1)!));
    expect(letters(last.map(textOf).join(''))).toMatch(
      new RegExp(`${letters(imprint!.text)}$`, 'u'),
    );
    // On the last line of the type area, between its rules.
    if (!isOld) expect(Math.floor((last.at(-1)![0]!.base - TOP) / LINE)).toBe(21);
  });

  test.each([true, false])('says where it comes from (script: %s)', async (javaScriptEnabled) => {
    const source = await onNotice(
      'lzzlb-2022-1',
      async (page) => {
        const pdf = await page.pdf({ preferCSSPageSize: true });
        const pages = await testPdfPages(pdf);
        return letters((isOld ? pages.at(-1)! : pages[0]!).pieces.map(({ text }) => text).join(''));
      },
      { javaScriptEnabled },
    );
    const address = javaScriptEnabled
      ? `${site.base}notices/lzzlb-2022-1.html`
      : 'notices/lzzlb-2022-1.html';
    expect(source).toContain(letters(`来源：文号公文存档，${address}（以印发机关原件为准）`));
  });

  test('the button opens the browser’s own print', async () => {
    const calls = await onNotice('jgsj-2023-17', async (page) => {
      await page.evaluate(() => {
        Object.assign(window, {
          calls: 0,
          print: () => (window as unknown as { calls: number }).calls++,
        });
      });
      await click(page, '[data-print]');
      return page.evaluate(() => (window as unknown as { calls: number }).calls);
    });
    expect(calls).toBe(1);
  });

  test('without script there is no button', async () => {
    const shown = await onNotice('jgsj-2023-17', (page) => countShown(page, '[data-print]'), {
      javaScriptEnabled: false,
    });
    expect(shown).toBe(0);
  });

  test(`${name}: the other pages print their main part`, async () => {
    const text = await visit(browser, site.base, async ({ page }) => {
      await page.goto(`${site.base}works.html`);
      const pages = await testPdfPages(await page.pdf({ preferCSSPageSize: true }));
      return letters(pages.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(''));
    });
    expect(text).toContain('知识产权强国建设纲要');
    expect(text).not.toContain('本站是公文的整理与存档');
    expect(text).not.toContain('长者模式');
  });
});
