import { readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePack } from '../../src/release/make-pack.ts';
import { HEADERS, TYPES } from '../../src/release/servers/http-policy.ts';
import { browsersHere } from '../support/browsers.ts';
import { unpackZip } from '../support/packs.ts';
import { builtNotices, dist } from '../support/places.ts';
import { KINDS, serversHere, start } from '../support/servers.ts';
import { browserFor } from '../support/stage.ts';
import { countShown, visit, waitFor } from '../support/visit.ts';
import type { Reached } from '../support/ways.ts';

const servers = serversHere();
const browsers = await browsersHere();
const [notice] = builtNotices().map(({ id }) => id);

let room: string;
/** Where the pack of the built site is unpacked. */
let folder: string;

beforeAll(async () => {
  if (servers.length === 0) return;
  room = await mkdtemp(join(tmpdir(), 'wenhao-servers-'));
  await chmod(room, 0o755);
  folder = join(room, 'pack');
  const zip = join(room, 'a.zip');
  await makePack({ dist, version: '0.0.0', to: { file: zip } });
  await unpackZip(zip, folder);
});

afterAll(async () => {
  if (servers.length > 0) await rm(room, { recursive: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** An answer as it is, without the unpacking that `fetch` does. */
function ask(address: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(address, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode = 0, headers: own } = response;
        resolve({ status: statusCode, headers: own, body: Buffer.concat(parts) });
      });
    })
      .on('error', reject)
      .end();
  });
}

const page = (path: string) => readFileSync(join(folder, 'dist', path));

describe.skipIf(servers.length === 0).each(
  servers.flatMap((kind) => [
    { kind, path: '/' },
    { kind, path: '/a/b/' },
  ]),
)('$kind under $path', ({ kind, path }) => {
  let site: Reached;
  beforeAll(async () => {
    site = await start(kind, folder, path);
  });
  afterAll(() => site.close());

  test('sends every kind of file as what it is', async () => {
    const files = await readdir(join(folder, 'dist'), { recursive: true });
    const endings = new Map(files.map((file) => [/\.([^./]+)$/u.exec(file)?.[1] ?? '', file]));
    for (const [ending, type] of Object.entries(TYPES)) {
      const file = endings.get(ending);
      if (file === undefined) continue;
      const { status, headers, body } = await ask(site.base + file);
      expect({ file, status, type: headers['content-type'] }).toEqual({ file, status: 200, type });
      expect(body.equals(page(file)), file).toBe(true);
    }
    // What the site has must be known, compressed forms and what is for servers alone aside.
    const known = [...Object.keys(TYPES), 'br', 'gz', 'htaccess', 'config', ''];
    expect([...endings.keys()].filter((ending) => !known.includes(ending))).toEqual([]);
  });

  test('sends the headers, also with an error', async () => {
    for (const file of ['', 'index.html', 'api/notices.json', 'none.html', 'assets/none.js']) {
      const { headers } = await ask(site.base + file);
      for (const [name, value] of HEADERS) expect(headers[name.toLowerCase()], file).toBe(value);
      expect(headers['cache-control'], file).toBe('no-cache');
    }
  });

  test('lets keep what is named by its content, and has the rest asked for again', async () => {
    for (const asset of await readdir(join(folder, 'dist', 'assets'))) {
      const { headers } = await ask(`${site.base}assets/${asset}`);
      expect(headers['cache-control'], asset).toBe('public, max-age=31536000, immutable');
    }
    for (const encoding of ['identity', 'gzip']) {
      const accept = { 'accept-encoding': encoding };
      const { headers } = await ask(`${site.base}search/manifest.js`, accept);
      const again = await ask(`${site.base}search/manifest.js`, {
        ...accept,
        'if-none-match': headers.etag ?? '',
      });
      expect(again.status).toBe(304);
      expect(again.body.length).toBe(0);
    }
  });

  test('sends files compressed beforehand to those who take them', async () => {
    const plain = page('index.html');
    const unpackers = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const encoding of ['br', 'gzip'] as const) {
      const accept = { 'accept-encoding': encoding };
      const { headers, body } = await ask(`${site.base}index.html`, accept);
      expect(headers['content-type']).toBe(TYPES['html']);
      if (!KINDS[kind].encodings.includes(encoding)) {
        expect(headers['content-encoding']).toBeUndefined();
        continue;
      }
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toMatch(/accept-encoding/iu);
      expect(body.equals(page(`index.html.${encoding === 'br' ? 'br' : 'gz'}`))).toBe(true);
      expect(unpackers[encoding](body).equals(plain)).toBe(true);
    }
    const both = await ask(`${site.base}index.html`, { 'accept-encoding': 'gzip, deflate, br' });
    expect(both.headers['content-encoding']).toBe(KINDS[kind].encodings[0]);
    for (const none of ['identity', 'br;q=0, gzip;q=0']) {
      const { headers, body } = await ask(`${site.base}index.html`, { 'accept-encoding': none });
      expect(headers['content-encoding']).toBeUndefined();
      expect(body.equals(plain)).toBe(true);
    }
  });

  test('answers 404 with the site’s own page at any depth, for folders and for its own files', async () => {
    const missing = ['none.csv', 'notices/none.html', 'a/b/c/none', 'assets/none.js', 'notices/'];
    for (const file of [...missing, '.htaccess', 'web.config', 'notices/../.htaccess']) {
      const { status, headers, body } = await ask(site.base + file);
      expect({ file, status }).toEqual({ file, status: 404 });
      expect(headers['content-type']).toBe(TYPES['html']);
      expect(body.equals(page('404.html')), file).toBe(true);
    }
    const escaped = await ask(`${site.base}..%2f..%2fSHA256SUMS`);
    expect(escaped.status).toBeGreaterThanOrEqual(400);
  });

  test('takes a question of 10,000 characters', async () => {
    const { status } = await ask(`${site.base}search.html?q=${'%E6%96%87'.repeat(10_000)}`);
    expect(status).toBe(200);
  });

  test.runIf(path !== '/')(
    'leads from the address without its last slash to the right one',
    async () => {
      const { status, headers } = await ask(site.base.slice(0, -1));
      expect([301, 302, 308]).toContain(status);
      expect(new URL(headers.location ?? '', site.base).href).toBe(site.base);
    },
  );

  describe.skipIf(browsers.length === 0).each(browsers)('in $name', ({ name, launch }) => {
    const browser = browserFor(launch);

    test('a notice is read, a search finds clauses, and Pagefind says what is alike', async () => {
      await visit(browser, site.base, async ({ page: tab, troubles }) => {
        await tab.goto(`${site.base}notices/${notice ?? ''}.html`);
        expect(await tab.title()).toContain('文号');
        const hits = async (words: string) => {
          const question = new URLSearchParams({ q: words, all: '1' }).toString();
          await tab.goto(`${site.base}search.html?${question}`);
          await waitFor(tab, '#results[data-state="done"]');
          return countShown(tab, '[data-hit]');
        };
        expect(await hits('知识产权')).toBeGreaterThan(10);
        expect(await hits('知识产权快乐质押')).toBe(0);
        // Pagefind does not start on Chromium 90.
        if (name !== 'Chromium 90') await waitFor(tab, '[data-similar]');
        expect(troubles).toEqual([]);
      });
    });

    test('the page for a missing address finds the archive', async () => {
      await visit(browser, site.base, async ({ page: tab, troubles }) => {
        await tab.goto(`${site.base}notices/${notice ?? ''}x.html`);
        await waitFor(tab, `[data-near="${notice ?? ''}"]`);
        // The page itself is a 404, and it looks for the archive in every folder above.
        expect(troubles.filter((trouble) => !/^404|status of 404/u.test(trouble))).toEqual([]);
      });
    });
  });
});

test.runIf(servers.includes('apache'))(
  'on Apache the folder works wherever it is put into another site, as it is',
  async () => {
    const outer = join(room, 'outer');
    await mkdir(join(outer, 'dist', 'deep'), { recursive: true });
    await cp(join(folder, 'dist'), join(outer, 'dist', 'deep', 'wenhao'), {
      recursive: true,
      preserveTimestamps: true,
    });
    const site = await start('apache', outer, '/');
    try {
      const base = `${site.base}deep/wenhao/`;
      const found = await ask(`${base}index.html`, { 'accept-encoding': 'br' });
      expect(found.headers['content-encoding']).toBe('br');
      const missing = await ask(`${base}notices/none.html`);
      expect(missing.status).toBe(404);
      expect(missing.body.equals(page('404.html'))).toBe(true);
    } finally {
      await site.close();
    }
  },
);

test.runIf(servers.includes('nginx'))(
  'a file that changes and keeps its size is sent anew',
  async () => {
    const changing = join(room, 'changing');
    const zip = join(room, 'b.zip');
    await cp(folder, changing, { recursive: true, preserveTimestamps: true });
    const site = await start('nginx', changing, '/');
    try {
      const { headers, body } = await ask(`${site.base}robots.txt`);
      const other = join(room, 'other-dist');
      await cp(dist, other, { recursive: true });
      await writeFile(join(other, 'robots.txt'), body.toString().replace('*', '+'));
      await makePack({ dist: other, version: '0.0.0', to: { file: zip } });
      await unpackZip(zip, changing);
      const again = await ask(`${site.base}robots.txt`, {
        'if-none-match': headers.etag ?? '',
        'if-modified-since': headers['last-modified'] ?? '',
      });
      expect(again.status).toBe(200);
      expect(again.body.length).toBe(body.length);
    } finally {
      await site.close();
    }
  },
);
