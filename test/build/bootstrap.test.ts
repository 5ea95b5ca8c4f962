import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../support/places.ts';
import { withFolder } from '../support/folders.ts';

const lock = (version: string, dev?: string) =>
  JSON.stringify({
    packages: {
      '': { name: 'x' },
      'node_modules/a': { version },
      'node_modules/mac-only': { version: '1.0.0', optional: true },
      ...(dev && { 'node_modules/test-only': { version: dev, dev: true } }),
    },
  });

/** An npm that warns at length, says what it is asked and installs version 2.0.0 of everything. */
const npm = `
  const fs = require('node:fs');
  console.log('added 3 packages');
  console.error('npm ' + process.argv.slice(2).join(' '));
  fs.mkdirSync('node_modules/node/bin', { recursive: true });
  fs.writeFileSync('node_modules/node/bin/node', '');
  fs.writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(lock('2.0.0'))});
`;

/** Runs the bootstrap in a project of its own; what is in `files` is there before. */
function bootstrap(files: Record<string, string>, npmScript = npm, ...args: string[]) {
  return withFolder({ 'package-lock.json': lock('2.0.0'), ...files }, async (folder) => {
    const script = join(folder, 'src', 'cli', 'bootstrap.mjs');
    await mkdir(join(folder, 'src', 'cli'), { recursive: true });
    await copyFile(join(project, 'src', 'cli', 'bootstrap.mjs'), script);
    await writeFile(join(folder, 'npm.cjs'), npmScript);
    const env = {
      ...process.env,
      npm_execpath: join(folder, 'npm.cjs'),
      npm_node_execpath: process.execPath,
    };
    const done = spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' });
    return { code: done.status, out: done.stdout, err: done.stderr };
  });
}

test('installs when nothing is installed', async () => {
  const { code, out, err } = await bootstrap({});
  const [first, asked, last, ...others] = err.split('\n');
  expect(first).toMatch(/^Installing 1 packages, about a minute: nothing is installed yet\./u);
  expect(asked).toBe('npm ci --omit=dev --loglevel=error');
  expect(last).toMatch(/^Installed in \d+ s\./u);
  expect([code, out, others]).toEqual([0, '', ['']]);
});

test('installs when a version is not the one of the lock file', async () => {
  const { code, out, err } = await bootstrap({
    'node_modules/.package-lock.json': lock('1.0.0'),
    'node_modules/node/bin/node': '',
  });
  expect(err).toContain('node_modules/a is 1.0.0');
  expect([code, out]).toEqual([0, '']);
});

test('does nothing when all is there', async () => {
  const { code, out, err } = await bootstrap({
    'node_modules/.package-lock.json': lock('2.0.0'),
    'node_modules/node/bin/node': '',
  });
  expect([code, out, err]).toEqual([0, '', '']);
});

test('packages for development are needed for tests alone, and stay where they are', async () => {
  const files = {
    'package-lock.json': lock('2.0.0', '2.0.0'),
    'node_modules/.package-lock.json': lock('2.0.0'),
    'node_modules/node/bin/node': '',
  };
  const installs = npm.replace(lock('2.0.0'), lock('2.0.0', '2.0.0'));
  expect((await bootstrap(files, installs)).err).toBe('');
  const forTests = await bootstrap(files, installs, '--tests');
  expect(forTests.err).toContain('node_modules/test-only is missing');
  expect(forTests.err).toContain('npm ci --include=dev ');
  const older = { ...files, 'node_modules/.package-lock.json': lock('1.0.0', '2.0.0') };
  expect((await bootstrap(older, installs)).err).toContain('npm ci --include=dev ');
});

test('says what to do when npm fails', async () => {
  const { code, err } = await bootstrap({}, 'process.exit(1)');
  expect(code).toBe(2);
  expect(err).toContain('What to do');
});

test('says what to do when npm was not allowed to run install scripts', async () => {
  const { code, err } = await bootstrap({ 'package-lock.json': lock('3.0.0') });
  expect(code).toBe(2);
  expect(err).toContain('ignore-scripts');
});
