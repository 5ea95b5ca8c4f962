import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../src/publish/file-lock.ts';
import { cleanUp, swap, stagingOf } from '../../src/publish/staging.ts';
import { withFolder } from '../support/folders.ts';

const silent = () => undefined;

test('a fresh site takes the place of the old one and leaves nothing beside it', async () => {
  await withFolder({ 'dist/old.html': '' }, async (folder) => {
    const place = stagingOf(join(folder, 'dist'));
    await cleanUp(place);
    await mkdir(place.fresh);
    await writeFile(join(place.fresh, 'new.html'), '');
    await swap(place);
    expect(existsSync(join(folder, 'dist', 'new.html'))).toBe(true);
    expect(existsSync(join(folder, 'dist', 'old.html'))).toBe(false);
    expect(existsSync(place.room)).toBe(false);
  });
});

test('what a killed build left is cleared away', async () => {
  await withFolder({ 'dist/old.html': '' }, async (folder) => {
    const place = stagingOf(join(folder, 'dist'));
    await mkdir(place.fresh, { recursive: true });
    await mkdir(place.previous);
    await cleanUp(place);
    expect(readdirSync(place.room)).toEqual([]);
    expect(readdirSync(place.out)).toEqual(['old.html']);
  });
});

test.each([
  ['the new site takes its place', true, 'new.html'],
  ['the old one returns where the new one is gone', false, 'old.html'],
])('killed while two sites changed places: %s', async (_, hasNew, there) => {
  await withFolder({}, async (folder) => {
    const place = stagingOf(join(folder, 'dist'));
    await mkdir(place.previous, { recursive: true });
    await writeFile(join(place.previous, 'old.html'), '');
    if (hasNew) {
      await mkdir(place.fresh);
      await writeFile(join(place.fresh, 'new.html'), '');
    }
    await cleanUp(place);
    expect(readdirSync(place.out)).toEqual([there]);
    expect(readdirSync(place.room)).toEqual([]);
  });
});

test('the old site stays when there is no new one', async () => {
  await withFolder({ 'dist/old.html': '' }, async (folder) => {
    const place = stagingOf(join(folder, 'dist'));
    await cleanUp(place);
    await expect(swap(place)).rejects.toThrow(/cannot be replaced/u);
    expect(existsSync(join(folder, 'dist', 'old.html'))).toBe(true);
  });
});

test('two builds do not mix', async () => {
  await withFolder({}, async (folder) => {
    const lock = join(folder, 'deep', 'build.lock');
    const steps: string[] = [];
    const build = (name: string) =>
      withLock(
        lock,
        async () => {
          steps.push(`${name} begins`);
          await writeFile(join(folder, 'x'), name);
          steps.push(`${name} ends`);
        },
        silent,
      );
    await Promise.all([build('a'), build('b'), build('c')]);
    expect(steps.filter((_, index) => index % 2 === 0).map((step) => step[0])).toEqual(
      steps.filter((_, index) => index % 2 === 1).map((step) => step[0]),
    );
    expect(existsSync(lock)).toBe(false);
  });
});

test.each([
  ['a process that is gone', '999999999'],
  ['nothing at all', ''],
])('the lock of %s is taken over', async (_, content) => {
  await withFolder({ 'build.lock': content }, async (folder) => {
    const lock = join(folder, 'build.lock');
    const inside = await withLock(lock, () => readFile(lock, 'utf8'), silent);
    expect(inside).toBe(String(process.pid));
  });
});

test('what a process left that was killed while it asked for the lock is cleared away', async () => {
  await withFolder({ 'build.lock.999999999': '999999999' }, async (folder) => {
    await withLock(join(folder, 'build.lock'), () => Promise.resolve(), silent);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a failure gives the lock back', async () => {
  await withFolder({}, async (folder) => {
    const lock = join(folder, 'build.lock');
    await expect(withLock(lock, () => Promise.reject(new Error('no')), silent)).rejects.toThrow(
      'no',
    );
    expect(existsSync(lock)).toBe(false);
  });
});
