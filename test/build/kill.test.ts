/** Builds that are killed, meet another or find the disk full. They run from copies of the project: its own `dist`, lock and `.astro` stay out of it. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { stagingOf } from '../../src/publish/staging.ts';
import { copyProject, type Started } from '../support/project-copy.ts';

/** Kills the same moments again when it is set to the number that a run has printed. */
const SEED = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
const KILLS = 10;

const folder = mkdtempSync(join(tmpdir(), 'wenhao-kill-'));
const out = join(folder, 'site');
const place = stagingOf(out);

/** Two copies of the program. */
const copies = ['one', 'two'].map((name) => copyProject(join(folder, name)));
/** Two editions of the smallest archive, by their folder. */
const editions = ['first', 'second'].map((name) => join(folder, name));
/** A site of each edition, made by the first test, and its files: digest by path. */
const kept = ['first site', 'second site'].map((name) => join(folder, 'kept', name));
const whole: Record<string, string>[] = [];
/** How long a build takes, in milliseconds. */
let usual = 0;

beforeAll(async () => {
  for (const root of editions) {
    mkdirSync(join(root, 'seeds'), { recursive: true });
    const text = `云州市知识产权局关于做好工作的通知\n\n云知〔2024〕1号\n\n各单位：\n\n一、${relative(folder, root)}。落实责任。\n`;
    writeFileSync(join(root, 'seeds', 'a.txt'), text);
    writeFileSync(join(root, 'seeds', 'works.yaml'), 'works: []\n');
    const { ended, said } = copies[0]!.start('publish-addresses', '--root', root);
    expect(await ended, said()).toBe(0);
  }
}, 60_000);
afterEach(() => {
  for (const copy of copies) copy.stop();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const build = (edition: number, to = out, copy = copies[0]!) =>
  copy.start('build', '--root', editions[edition]!, '--out', to);

/** All files of a folder: digest by path. */
function filesIn(site: string): Record<string, string> {
  const entries = readdirSync(site, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        relative(site, path),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ])
      .sort(([one], [other]) => (one! < other! ? -1 : 1)),
  ) as Record<string, string>;
}

/** Which edition stands in a folder as a whole; -1: none. */
const editionIn = (site: string): number => {
  if (!existsSync(site)) return -1;
  const files = JSON.stringify(filesIn(site));
  return whole.findIndex((each) => JSON.stringify(each) === files);
};

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function* randomFrom(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

test('two editions, and nothing beside them', async () => {
  for (const [edition] of editions.entries()) {
    const begun = Date.now();
    const { ended, said } = build(edition);
    expect(await ended, said()).toBe(0);
    usual = Date.now() - begun;
    whole.push(filesIn(out));
    cpSync(out, kept[edition]!, { recursive: true });
  }
  expect(Object.keys(whole[0]!).length).toBeGreaterThan(30);
  expect(whole[0]).not.toEqual(whole[1]);
  expect(readdirSync(folder).sort()).toEqual(['first', 'kept', 'one', 'second', 'site', 'two']);
}, 120_000);

test('killed at any moment, a whole copy is there, and the next build goes on from it', async () => {
  console.log(`KILL_SEED=${SEED}`);
  const random = randomFrom(SEED);
  const tally = { before: 0, between: 0, after: 0 };
  let now = 1;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const next = 1 - now;
    const started = build(next);
    const { child, said, ended } = started;
    // The last two are killed while the sites change places: as soon as the old one is seen to be gone.
    if (kill < KILLS - 2)
      await Promise.race([sleep(((kill + random.next().value) / (KILLS - 2)) * usual), ended]);
    else await goneFrom(started);
    child.kill('SIGKILL');
    await ended;
    const aside = existsSync(out) ? out : place.previous;
    const found = editionIn(aside);
    expect([now, next], `kill ${kill}: ${said()}`).toContain(found);
    if (aside !== out) expect(editionIn(place.fresh), 'the new site is whole').toBe(next);
    tally[aside !== out ? 'between' : found === next ? 'after' : 'before'] += 1;
    now = found;
  }
  console.log(`Killed before, between and after the two steps of the change:`, tally);
  const { ended, said } = build(1 - now);
  expect(await ended, said()).toBe(0);
  expect(editionIn(out)).toBe(1 - now);
  expect(readdirSync(folder)).not.toContain('.cache');
}, 240_000);

/** Waits until the site is about to be changed, then looks without a pause until it is away. */
async function goneFrom({ said, hasEnded }: Started): Promise<void> {
  while (!said().includes('Links checked') && !hasEnded()) await sleep(1);
  const deadline = Date.now() + 3000;
  while (existsSync(out) && !existsSync(place.previous) && Date.now() < deadline);
}

test.each([
  ['both copies whole', true, 1],
  ['the new copy lost', false, 0],
])(
  'cut off between the two steps of the change, %s: the next command ends it',
  async (_, hasNew, wanted) => {
    reset(0);
    mkdirSync(place.room, { recursive: true });
    if (hasNew) cpSync(kept[1]!, place.fresh, { recursive: true });
    renameSync(out, place.previous);
    const { child, said, ended } = copies[0]!.start('serve', '--out', out, '--port', '0');
    await expect.poll(said, { timeout: 20_000 }).toContain('http://localhost');
    child.kill('SIGKILL');
    await ended;
    expect(editionIn(out)).toBe(wanted);
  },
  60_000,
);

test('a copy that is being deleted is never taken for a whole one', async () => {
  reset(0);
  // killed after the change, while the old copy went; then somebody deletes the site to begin anew
  mkdirSync(join(place.room, 'gone'), { recursive: true });
  writeFileSync(join(place.room, 'gone', 'index.html'), '');
  rmSync(out, { recursive: true });
  const { said, ended } = copies[0]!.start('serve', '--out', out, '--port', '0');
  expect(await ended).toBe(2);
  expect(said()).toContain(`There is no site in ${out}.`);
  expect(existsSync(out)).toBe(false);
});

test('two builds in one place do not mix, be they from two copies of the project', async () => {
  reset(0);
  const both = [build(0, out, copies[0]), build(1, out, copies[1])];
  for (const { ended, said } of both) expect(await ended, said()).toBe(0);
  expect([0, 1]).toContain(editionIn(out));
  expect(both.map(({ said }) => said()).join('')).toContain('Another build is at work');
  expect(readdirSync(folder)).not.toContain('.cache');
}, 120_000);

/** What is to be known before a disk can be filled: who may make a small one. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && canMountHere();

function canMountHere(): boolean {
  const disk = mkdtempSync(join(tmpdir(), 'wenhao-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    execFileSync('umount', [disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(disk, { recursive: true, force: true });
  }
}

if (!canMount)
  console.warn('Left out: a full and a read-only disk. They take root and Linux to make.');

/** Runs `work` with a disk of its own that holds the site of the first edition. */
async function withDisk(work: (site: string, remount: (options: string) => void) => Promise<void>) {
  const disk = join(folder, 'disk');
  const size = Object.keys(whole[0]!).reduce(
    (sum, path) => sum + readFileSync(join(kept[0]!, path)).length,
    0,
  );
  mkdirSync(disk);
  execFileSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${Math.ceil((size * 1.8) / 1024)}k`,
    'tmpfs',
    disk,
  ]);
  try {
    cpSync(kept[0]!, join(disk, 'site'), { recursive: true });
    await work(join(disk, 'site'), (options) =>
      execFileSync('mount', ['-o', `remount,${options}`, disk]),
    );
  } finally {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  }
}

test.skipIf(!canMount)(
  'a full disk is named, and the old site stays',
  async () => {
    await withDisk(async (site) => {
      const { ended, said } = build(1, site);
      expect(await ended, said()).toBe(2);
      expect(said()).toContain(`The disk of ${site}`);
      expect(said()).not.toMatch(/^\s+at /mu);
      expect(editionIn(site)).toBe(0);
      expect(readdirSync(join(site, '..'))).toEqual(['site']);
    });
  },
  60_000,
);

test.skipIf(!canMount)(
  'a disk that may not be written is named, and the old site stays',
  async () => {
    await withDisk(async (site, remount) => {
      remount('ro');
      const { ended, said } = build(1, site);
      expect(await ended, said()).toBe(2);
      expect(said()).toMatch(/may not be written \(EROFS\)/u);
      expect(said()).not.toMatch(/^\s+at /mu);
      remount('rw');
      expect(editionIn(site)).toBe(0);
    });
  },
  60_000,
);

/** Puts an edition into its place. */
function reset(edition: number): void {
  rmSync(join(folder, '.cache'), { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
  cpSync(kept[edition]!, out, { recursive: true });
}
