import { request } from 'node:http';
import { expect, test } from 'vitest';
import { serve } from '../../src/publish/serve.ts';
import { withFolder } from '../support/folders.ts';

const site = {
  'site/index.html': 'home',
  'site/404.html': 'none',
  'site/notices/a.html': 'a',
  'site/notices/乙 丙.txt': '乙',
  'site/api/notices.json': '[]',
  'site-secret.txt': 'secret',
};

/** Asks as no browser would: the path goes out as it is. */
function ask(port: number, path: string): Promise<{ status: number; type: string; body: string }> {
  return new Promise((resolve, reject) => {
    request({ port, path, host: '127.0.0.1', agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        const type = response.headers['content-type'] ?? '';
        resolve({ status: response.statusCode ?? 0, type, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['/', '/', 200, 'home'],
  ['/', '/index.html?q=1', 200, 'home'],
  ['/', '/notices/a.html', 200, 'a'],
  ['/', '/notices/%E4%B9%99%20%E4%B8%99.txt', 200, '乙'],
  ['/', '/notices/a', 404, 'none'],
  ['/', '/notices', 404, 'none'],
  ['/', '/../site-secret.txt', 404, 'none'],
  ['/', '/..%2fsite-secret.txt', 404, 'none'],
  ['/', '/%2e%2e/site-secret.txt', 404, 'none'],
  ['/', '/%zz', 404, 'none'],
  ['/a/b/', '/a/b/notices/a.html', 200, 'a'],
  ['/a/b/', '/a/b/', 200, 'home'],
  ['/a/b/', '/notices/a.html', 404, 'none'],
])('under %s, %s is answered with %i', async (base, path, status, body) => {
  await withFolder(site, async (folder) => {
    const served = await serve(`${folder}/site`, 0, base);
    try {
      expect(await ask(served.port, path)).toMatchObject({ status, body });
    } finally {
      await served.close();
    }
  });
});

test('text files say that they are UTF-8', async () => {
  await withFolder(site, async (folder) => {
    const served = await serve(`${folder}/site`, 0);
    try {
      const text = await ask(served.port, '/notices/%E4%B9%99%20%E4%B8%99.txt');
      expect(text.type).toBe('text/plain;charset=utf-8');
      const json = await ask(served.port, '/api/notices.json');
      expect(json.type).toBe('application/json;charset=utf-8');
    } finally {
      await served.close();
    }
  });
});
