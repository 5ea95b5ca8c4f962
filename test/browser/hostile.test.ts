/** Seeds of somebody who means harm, through the whole build: on pages, in data and in files they are text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit as walk } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn, readPage } from '../../src/publish/verify/html.ts';
import type { NoticeRecord } from '../../src/model/records/notice.ts';
import { comparable } from '../../src/notation/normalize/words.ts';
import { caseCollisions, whyUnsafe } from '../../src/exports/zip/path.ts';
import { browsersHere } from '../support/browsers.ts';
import { cellsOf } from '../support/exported.ts';
import {
  HOSTILE_CORRECTION,
  HOSTILE_LINES,
  WRITTEN_LINES,
  hostileArchive,
  type HostileArchive,
} from '../support/hostile-archive.ts';
import { policyProblems } from '../support/page-policy.ts';
import { nodesOf, project } from '../support/places.ts';
import { browserFor, siteFor } from '../support/stage.ts';
import { ask, click, visit, type Visit, waitFor } from '../support/visit.ts';
import { fromDisk, overHttp, type Way } from '../support/ways.ts';

const browsers = await browsersHere();

let archive: HostileArchive;
let files: string[];
beforeAll(async () => {
  archive = hostileArchive();
  files = await filesIn(archive.site);
}, 300_000);
afterAll(() => {
  archive.remove();
});

const ending = (...endings: string[]) =>
  files.filter((path) => endings.some((each) => path.endsWith(each)));
const bytesOf = (path: string) => readFileSync(join(archive.site, path));
const textAt = (path: string) => bytesOf(path).toString('utf8');
const recordAt = (id: string) => JSON.parse(textAt(`api/notices/${id}.json`)) as NoticeRecord;

describe('what is built', () => {
  test('no file stands outside the folders it belongs into', () => {
    expect(readdirSync(archive.folder).sort()).toEqual(['archive', 'site']);
    expect(readdirSync(archive.root).sort()).toEqual(['content', 'seeds']);
    expect(readdirSync(project)).not.toContain('hurt');
  });

  test('every file can be on every disk', () => {
    const zipped = Object.keys(unzipSync(bytesOf('exports/wenhao.zip')));
    expect(zipped.length).toBeGreaterThan(100);
    for (const paths of [files, zipped]) {
      expect(paths.filter((path) => whyUnsafe(path) !== undefined)).toEqual([]);
      expect(paths.filter((path) => !/^[\w./-]{1,120}$/u.test(path))).toEqual([]);
      expect(caseCollisions(paths)).toBeUndefined();
    }
  });

  test('no page has an element, a handler or an address by a seed', async () => {
    const pages = ending('.html');
    expect(pages.length).toBeGreaterThan(70);
    for (const path of pages) {
      expect(policyProblems(await readPage(archive.site, path)), path).toEqual([]);
    }
  });

  test('what others say of a notice is said to be theirs, on pages and in data', () => {
    const { stated } = recordAt('bare');
    expect(Object.keys(stated).sort()).toEqual(['addressees', 'date', 'issuer']);
    expect(textAt('notices/bare.html')).toMatch(
      /2024年3月5日\s*<span[^>]*>据=1\+1.{1,200}，原文未标注<\/span>/u,
    );
    for (const path of ['index.html', 'search/text-0.js', 'llms.txt', 'feed.xml'])
      expect(textAt(path), path).toContain(path.endsWith('.js') ? '"stated"' : '，原文未标注');
    for (const path of ['notices/bare.txt', 'notices/bare.md']) {
      expect(textAt(path), path).not.toContain('2024年3月5日');
      expect(textAt(path), path).not.toContain('原文未标注');
    }
  });

  test('data say the words as they are', () => {
    for (const path of ending('.json'))
      expect(() => JSON.parse(textAt(path)) as unknown).not.toThrow();
    const said = comparable(
      nodesOf(recordAt('yz-2024-16').outline)
        .map(({ label, heading, text }) => `${label ?? ''}${heading ?? ''}${text}`)
        .join(''),
    );
    for (const line of HOSTILE_LINES) expect(said).toContain(comparable(`${line}。${line}。`));
  });

  test('XML is well formed, without entities, and names nothing to load', () => {
    const words = ending('.docx').flatMap((path) =>
      Object.entries(unzipSync(bytesOf(path)))
        .filter(([part]) => /\.(?:xml|rels)$/u.test(part))
        .map(([part, xml]) => [`${path} ${part}`, Buffer.from(xml).toString('utf8')] as const),
    );
    const plain = ending('.xml').map((path) => [path, textAt(path)] as const);
    expect(plain.map(([path]) => path)).toEqual(
      expect.arrayContaining(['feed.xml', 'corrections.xml', 'sitemap.xml', 'notices/bare.xml']),
    );
    for (const [path, xml] of [...plain, ...words]) {
      const complaints: string[] = [];
      const onError = (_: string, message: string) => complaints.push(message);
      new DOMParser({ errorHandler: onError }).parseFromString(xml, 'text/xml');
      expect(complaints, path).toEqual([]);
      expect(xml, path).not.toMatch(/<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|TargetMode="External"/u);
      expect(xml, path).not.toMatch(/<(?:script|img|svg|iframe|b)[\s>]/u);
    }
  });

  test('no cell of a table is a formula', () => {
    for (const path of ending('.csv')) {
      const csv = textAt(path);
      const [head, ...rows] = cellsOf(csv);
      expect(
        rows.filter((row) => row.length !== head!.length),
        path,
      ).toEqual([]);
      expect(csv, path).not.toMatch(/(?:^|[,\n])"?[=+\-@＝＋－＠\t\r]/u);
    }
    expect(textAt('exports/wenhao-clauses.csv')).toContain("'=1+1");
  });

  test('Markdown for people has no link, picture or HTML by a seed', () => {
    for (const path of ending('.md', 'llms.txt')) {
      const root = unified().use(remarkParse).parse(textAt(path));
      const found: string[] = [];
      walk(root, ['html', 'image', 'link', 'definition', 'linkReference', 'code'], (node) => {
        const own = node.type === 'link' && /^(?:notices|api|exports)\/[\w./-]+$/u.test(node.url);
        if (!own) found.push(`${node.type} ${JSON.stringify(node)}`);
      });
      expect(found, path).toEqual([]);
    }
  });

  test('the files of search are calls with data, and nothing else', () => {
    const scripts = files.filter((path) => /^search\/.*\.js$/u.test(path));
    expect(scripts).toContain('search/text-0.js');
    for (const path of scripts) {
      const calls: unknown[][] = [];
      const context = createContext({ wenhaoSearch: (...given: unknown[]) => calls.push(given) });
      runInContext(textAt(path), context);
      expect(calls, path).toHaveLength(1);
      expect(Object.keys(context), path).toEqual(['wenhaoSearch']);
      expect(JSON.stringify(calls[0]![2]), path).not.toBe('{}');
    }
  });
});

const ways: Way[] = [
  ['http', () => overHttp(archive.site)],
  ['file', () => fromDisk(archive.site)],
];

/** Words that would do harm where an address or a box is not taken as text. */
const QUESTIONS = [
  '<img src=x onerror=globalThis.hurt=1>',
  '"><script>globalThis.hurt=1</script>',
  '{globalThis.hurt=1}',
  "';globalThis.hurt=1;'",
  'javascript:globalThis.hurt=1',
  '__proto__',
  'constructor',
  '(.*+?^${}()|[\\]\\\\)+$',
  '%00%2e%2e%2f../../\u202E\u2028😀',
];

describe.skipIf(browsers.length === 0).each(browsers)('$name', ({ launch }) => {
  const browser = browserFor(launch);

  describe.each(ways)('over %s', (_, open) => {
    const site = siteFor(open);

    /** A visit that fails for a dialog, a window, a request outside, an error or anything that ran. */
    const harmless = (work: (visit: Visit) => Promise<void>) =>
      visit(browser, site.base, async (visited) => {
        const { page, troubles } = visited;
        page.on('dialog', (dialog) => {
          troubles.push(`dialog: ${dialog.message()}`);
          void dialog.dismiss();
        });
        page.context().on('page', (other) => troubles.push(`window: ${other.url()}`));
        await work(visited);
        expect(await ranIn(page)).toBe('undefined');
        expect(page.frames()).toHaveLength(1);
        expect(troubles).toEqual([]);
      });

    test('every page shows its words, and nothing of them runs', async () => {
      await harmless(async ({ page, troubles }) => {
        for (const path of ending('.html')) {
          await page.goto(site.base + path);
          expect(await ranIn(page), path).toBe('undefined');
          expect(troubles, path).toEqual([]);
        }
      });
    });

    test('the words of the seed stand in the text as they are', async () => {
      await harmless(async ({ page }) => {
        await page.goto(`${site.base}notices/yz-2024-16.html`);
        const shown = comparable(
          await page.evaluate(() => {
            const text = document.querySelector('[data-notice-text]')!.cloneNode(true) as Element;
            for (const added of Array.from(text.querySelectorAll('[data-added]'))) added.remove();
            return text.textContent;
          }),
        );
        for (const line of HOSTILE_LINES) expect(shown).toContain(comparable(`${line}。${line}。`));
      });
    });

    test('the clause menu and the corrected reading keep text text', async () => {
      await harmless(async ({ page }) => {
        await page.goto(`${site.base}notices/yz-2024-16.html`);
        await click(page, '[data-notice-text] .link-sign');
        await waitFor(page, '[role=menu] [role=menuitem]');
        await page.keyboard.press('Enter');
        await page.goto(`${site.base}notices/yz-2024-16.html`);
        await click(page, '[data-reading] label:last-child');
        await waitFor(page, '[data-corrected]:not([hidden])');
        const { correction, reason } = await page.evaluate(() => ({
          correction: document.querySelector('[data-corrected]')!.textContent,
          reason: document.querySelector('.erratum-sign')!.getAttribute('aria-label')!,
        }));
        expect(correction.trim()).toBe(HOSTILE_CORRECTION);
        for (const line of WRITTEN_LINES) expect(reason).toContain(line);
      });
    });

    test('what is asked is text, and is kept nowhere', async () => {
      await harmless(async ({ page, troubles }) => {
        for (const question of QUESTIONS) {
          await page.goto(`${site.base}search.html?q=${encodeURIComponent(question)}`);
          await waitFor(page, '#results[data-state="done"]');
          expect(await ranIn(page), question).toBe('undefined');
        }
        await page.goto(`${site.base}search.html`);
        await ask(page, 'input[name=q]', 'globalThis.hurt=1');
        await waitFor(page, '#results[data-state="done"] [data-hit]');
        expect(await page.locator('#results script, #results img').count()).toBe(0);
        expect(troubles).toEqual([]);
        expect(await keptBy(page)).toEqual([]);
      });
    });

    test('what an address says is text', async () => {
      await harmless(async ({ page, troubles }) => {
        for (const question of QUESTIONS) {
          const written = encodeURIComponent(question);
          await page.goto(`${site.base}index.html?no=${written}`);
          await page.waitForURL(/search\.html/u);
          await waitFor(page, '#results[data-state="done"]');
          for (const hash of [written, question]) {
            await page.goto('about:blank');
            await page.goto(`${site.base}notices/yz-2024-17.html#${hash}`);
            await waitFor(page, '[data-wrong-anchor]');
          }
          expect(await ranIn(page), question).toBe('undefined');
          expect(troubles, question).toEqual([]);
        }
      });
    });

    test('a page that is not there takes its address as text', async () => {
      await harmless(async ({ page, troubles }) => {
        for (const question of QUESTIONS) {
          const path = site.base.startsWith('file') ? '404.html#' : 'notices/';
          await page.goto(site.base + path + encodeURIComponent(question));
          expect(await ranIn(page), question).toBe('undefined');
        }
        const asked = troubles.splice(0).filter((each) => !/\b404\b/u.test(each));
        expect(asked).toEqual([]);
      });
    });
  });
});

/** What hostile code would have left in the window. */
function ranIn(page: Page): Promise<string> {
  return page.evaluate(() => String((window as { hurt?: unknown }).hurt));
}

/** What the browser keeps of a visit beside the reader’s own settings. */
function keptBy(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const settings = ['wenhao-large', 'wenhao-reading', 'wenhao-keys'];
    const databases = await indexedDB.databases();
    return [
      ...Object.keys(localStorage).filter((key) => !settings.includes(key)),
      ...Object.keys(sessionStorage),
      ...databases.map(({ name }) => name ?? ''),
      ...('caches' in window && location.protocol === 'http:' ? await caches.keys() : []),
      document.cookie,
    ].filter((each) => each !== '');
  });
}
