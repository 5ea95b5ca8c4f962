import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesIn } from '../../src/publish/verify/html.ts';
import { project } from '../support/places.ts';

/** Everything that a build could let in by mistake, twice, and never the same. */
const surroundings = [
  {
    name: 'one',
    settings: { TZ: 'Pacific/Kiritimati', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
    epoch: '1',
  },
  {
    name: 'another folder',
    settings: { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    epoch: '2000000000',
  },
];

const room = mkdtempSync(join(tmpdir(), 'wenhao-twice-'));
const outs = surroundings.map(({ name }) => join(room, name, 'dist'));

/** Builds the archive from a copy of its seeds, so that the paths of the two builds have nothing in common. */
function build({ name, settings, epoch }: (typeof surroundings)[number]): void {
  const root = join(room, name);
  cpSync(join(project, 'seeds'), join(root, 'seeds'), { recursive: true });
  const script = join(project, 'src', 'cli', 'build.ts');
  const done = spawnSync(process.execPath, [script, '--root', root, '--out', join(root, 'dist')], {
    cwd: project,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...settings,
      SOURCE_DATE_EPOCH: epoch,
      // what only a published site has is compared too
      SITE: 'https://ip.example.cn/wenhao/',
      NODE_ENV: 'production',
      VITEST: undefined,
      WENHAO_ROOT: undefined,
      WENHAO_OUT: undefined,
    },
  });
  expect(done.status, done.stdout + done.stderr).toBe(0);
}

beforeAll(() => {
  surroundings.forEach(build);
}, 400_000);

afterAll(() => {
  rmSync(room, { recursive: true, force: true });
});

test('two builds from the same sources are the same to the byte', async () => {
  const [one, other] = await Promise.all(outs.map((out) => filesIn(out)));
  expect(one!.length).toBeGreaterThan(100);
  expect(other!.toSorted()).toEqual(one!.toSorted());
  const different = one!.filter(
    (path) =>
      Buffer.compare(readFileSync(join(outs[0]!, path)), readFileSync(join(outs[1]!, path))) !== 0,
  );
  expect(different).toEqual([]);
});

test('no file names the folders it was made in', async () => {
  for (const path of await filesIn(outs[0]!)) {
    const text = readFileSync(join(outs[0]!, path)).toString('latin1');
    expect(
      [room, project].filter((folder) => text.includes(folder)),
      path,
    ).toEqual([]);
  }
});
