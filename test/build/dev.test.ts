/** `npm run dev`: a saved seed shows on its page, also one that a build would refuse, and the archive stays untouched. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { project } from '../support/places.ts';

const root = mkdtempSync(join(tmpdir(), 'wenhao-dev-'));
const HEAD = '云州市知识产权局关于做好工作的通知\n云知〔2024〕1号\n\n';
let server: ChildProcess;
let base = '';
let said = '';

beforeAll(async () => {
  mkdirSync(join(root, 'seeds'));
  writeFileSync(join(root, 'seeds', 'x.txt'), `${HEAD}一、甲。\n`);
  const command = (name: string) => join(project, 'src', 'cli', `${name}.ts`);
  spawnSync(process.execPath, [command('publish-addresses'), '--root', root]);
  server = spawn(process.execPath, [command('dev'), '--root', root, '--port', '0'], {
    env: { ...process.env, NODE_ENV: 'development', VITEST: undefined },
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  base = await until(() => /(http:\/\/localhost:\d+\/)index\.html/.exec(said)?.[1]);
}, 120_000);

afterAll(async () => {
  server.kill();
  await new Promise((ended) => server.once('close', ended));
  rmSync(root, { recursive: true, force: true });
});

/** Asks until there is an answer. */
async function until<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(100);
  }
}

const pageWith = (path: string, words: string) =>
  until(async () => {
    const text = await (await fetch(base + path)).text();
    return text.includes(words) ? text : undefined;
  });

test('a page, its data and its files are there', async () => {
  await pageWith('notices/yz-2024-1.html', '甲。');
  expect(await (await fetch(`${base}api/notices.json`)).json()).toMatchObject([
    { id: 'yz-2024-1' },
  ]);
  expect(await (await fetch(`${base}notices/yz-2024-1.txt`)).text()).toContain('一、甲。');
  expect(await (await fetch(`${base}search/manifest.js`)).text()).toContain('wenhaoSearch(');
});

test('what is saved shows, a new seed too', async () => {
  writeFileSync(join(root, 'seeds', 'x.txt'), `${HEAD}一、甲乙丙。\n`);
  await pageWith('notices/yz-2024-1.html', '甲乙丙。');
  writeFileSync(join(root, 'seeds', 'y.txt'), HEAD.replace('1号', '2号') + '一、丁。\n');
  await pageWith('notices/yz-2024-2.html', '丁。');
  expect(said).toContain('lost-address');
  expect(existsSync(join(root, 'content'))).toBe(false);
});
