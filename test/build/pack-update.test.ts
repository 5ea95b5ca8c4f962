import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stagingOf } from '../../src/publish/staging.ts';
import { applyUpdate } from '../../src/release/update/apply-update.ts';
import { makeUpdate, wholePack } from '../../src/release/update/make-update.ts';
import { withPack } from '../../src/release/pack-files.ts';
import { sentenceOf } from '../../src/release/report.ts';
import {
  APPLY,
  CHECK_BASE,
  CHECK_UPDATE,
  UNPACK_UPDATE,
  VERIFY,
} from '../../src/release/servers/shell-commands.ts';
import { verifyUpdate } from '../../src/release/update/update.ts';
import { packOf, treeOf, unpackZip, withRoom } from '../support/packs.ts';
import { project } from '../support/places.ts';

const apply = (folder: string, zip: string) => applyUpdate(folder, zip, () => undefined);

type Tree = Record<string, string>;

/** Names that meet often, so that files change, come and go; one that needs quoting, one that is no ASCII. */
const path = fc
  .tuple(fc.constantFrom('', 'd/', 'd/e/'), fc.constantFrom('a.html', 'b.txt', 'c c.md', '文.csv'))
  .map((parts) => parts.join(''));
const content = fc.oneof(fc.constantFrom('', 'x', 'y'), fc.constant('长'.repeat(600)));
const tree: fc.Arbitrary<Tree> = fc.dictionary(path, content, { maxKeys: 8 });

/** Makes the update from one zip of a folder to another. */
async function update(room: string, older: string, newer: string) {
  return makeUpdate(await wholePack(join(room, older)), join(room, newer), room);
}

/** Packs two trees, unpacks the older one, and makes the update; undefined when they are the same. */
async function prepare(room: string, older: Tree, newer: Tree) {
  for (const [name, files] of Object.entries({ older, newer })) {
    await packOf(files, join(room, 'dist'), join(room, `${name}.zip`));
    await rm(join(room, name), { recursive: true, force: true });
    await unpackZip(join(room, `${name}.zip`), join(room, name));
  }
  return update(room, 'older.zip', 'newer.zip');
}

function shell(line: string, folder: string) {
  return spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
}

const before = { 'a.html': '1', 'b/c.html': '2', 'gone/d.txt': '3', 'long.html': '同'.repeat(600) };
const after = { 'a.html': '!', 'b/c.html': '2', 'new/文.md': '4', 'long.html': '异'.repeat(600) };

test('whatever changed, the old pack and the update make the new pack, byte for byte and second for second', async () => {
  await withRoom(async (room) => {
    await fc.assert(
      fc.asyncProperty(tree, tree, async (older, newer) => {
        const made = await prepare(room, older, newer);
        if (made === undefined) {
          expect(older).toEqual(newer);
          return;
        }
        await apply(join(room, 'older'), made.file);
        expect(await treeOf(join(room, 'older'))).toEqual(await treeOf(join(room, 'newer')));
        for (const { path: changed } of made.update.files) {
          const [one, other] = await Promise.all(
            ['older', 'newer'].map((name) => stat(join(room, name, changed))),
          );
          expect(one!.mtimeMs).toBe(other!.mtimeMs);
        }
        // Nothing is left beside it, and applying once more changes nothing.
        expect((await readdir(room)).filter((name) => name.startsWith('.'))).toEqual([]);
        expect(await apply(join(room, 'older'), made.file)).toMatchObject({ wasThere: true });
        await rm(made.file);
      }),
      { numRuns: 25 },
    );
  });
});

test('an update holds what changed and nothing else, and is the same whenever it is made', async () => {
  await withRoom(async (room) => {
    const made = await prepare(room, before, after);
    const bytes = await readFile(made!.file);
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual([
      'SHA256SUMS',
      'dist/a.html',
      'dist/long.html',
      'dist/long.html.br',
      'dist/long.html.gz',
      'dist/new/文.md',
      'manifest.json',
      'update/BASE.sha256',
      'update/delete.txt',
      'update/update.json',
    ]);
    expect(made!.update.delete).toEqual(['dist/gone/d.txt']);
    expect(made!.file).toMatch(/wenhao-update-[0-9a-f]{8}-[0-9a-f]{8}\.zip$/u);
    const again = await prepare(room, before, after);
    expect((await readFile(again!.file)).equals(bytes)).toBe(true);
    const verified = spawnSync(process.execPath, [join(project, 'src/cli/verify.ts'), made!.file]);
    expect(verified.stdout.toString()).toMatch(/update from wenhao-1\.2\.3-.* to wenhao-1\.2\.3-/u);
  });
});

test('the lines for administrators do the same with unzip and sha256sum', async () => {
  if (shell('unzip -v', '/').status !== 0) return;
  await withRoom(async (room) => {
    await prepare(room, before, after);
    const folder = join(room, 'older');
    const steps = [UNPACK_UPDATE, CHECK_UPDATE, CHECK_BASE, APPLY, VERIFY];
    for (const line of steps.flatMap(({ posix }) => posix)) {
      const done = shell(line, folder);
      // `grep` that finds nothing ends with 1.
      const usual = CHECK_UPDATE.posix.includes(line) ? 1 : 0;
      expect(done.status, `${line}: ${done.stderr}`).toBe(usual);
      expect(done.stdout.trim()).toBe(line === CHECK_BASE.posix[0] ? 'SHA256SUMS: OK' : '');
    }
    expect(await treeOf(folder)).toEqual(await treeOf(join(room, 'newer')));
    // Second time: the base is not there any more.
    shell(UNPACK_UPDATE.posix[0]!, folder);
    expect(shell(CHECK_BASE.posix[0]!, folder).status).toBe(1);
  });
});

test('the lines for administrators tell an update that was tampered with, before it is copied', async () => {
  if (shell('unzip -v', '/').status !== 0) return;
  await withRoom(async (room) => {
    await prepare(room, before, after);
    const [folder, unpacked] = [join(room, 'older'), join(room, 'wenhao-update')];
    expect(shell(UNPACK_UPDATE.posix[0]!, folder).status).toBe(0);
    const said = () => CHECK_UPDATE.posix.map((line) => shell(line, folder).stdout).join('');
    expect(said()).toBe('');
    await writeFile(join(unpacked, 'dist/a.html'), 'evil');
    await writeFile(join(unpacked, 'dist/new/more.html'), 'evil');
    await symlink('/etc/hostname', join(unpacked, 'dist/link.html'));
    for (const file of ['a.html', 'new/more.html', 'link.html'])
      expect(said()).toMatch(new RegExp(`^[0-9a-f]{64}  dist/${file}$`, 'mu'));
    const gone = ['dist/gone/d.txt', '/etc/passwd', '../x', 'dist/../../x', 'dist/..'];
    await writeFile(join(unpacked, 'update/delete.txt'), `${gone.join('\n')}\n`);
    expect(said().trim().split('\n').slice(-4)).toEqual(gone.slice(1));
  });
});

test('a wrong base, a damaged one and a file in the way are refused, and nothing is changed', async () => {
  await withRoom(async (room) => {
    const made = await prepare(room, before, after);
    await packOf({ 'a.html': 'another' }, join(room, 'dist'), join(room, 'third.zip'));
    await unpackZip(join(room, 'third.zip'), join(room, 'third'));
    await cp(join(room, 'older'), join(room, 'damaged'), { recursive: true });
    await writeFile(join(room, 'damaged/dist/b/c.html'), 'changed by hand');
    await cp(join(room, 'older'), join(room, 'blocked'), { recursive: true });
    await mkdir(join(room, 'blocked/dist/new'));
    await writeFile(join(room, 'blocked/dist/new/文.md'), 'mine');
    for (const [name, message] of [
      ['third', /leads from wenhao-1\.2\.3-\w+ to wenhao-1\.2\.3-\w+, and .* holds another pack/u],
      ['damaged', /is not as it was packed[^]*damaged dist\/b\/c\.html/u],
      ['blocked', /is not as it was packed[^]*foreign dist\/new\/文\.md/u],
    ] as const) {
      const folder = join(room, name);
      const tree = await treeOf(folder);
      await expect(apply(folder, made!.file)).rejects.toThrow(message);
      expect(await treeOf(folder)).toEqual(tree);
    }
  });
});

test('files of others in the folder stay', async () => {
  await withRoom(async (room) => {
    const made = await prepare(room, before, after);
    await writeFile(join(room, 'older/dist/notes.txt'), 'mine');
    await apply(join(room, 'older'), made!.file);
    expect(await readFile(join(room, 'older/dist/notes.txt'), 'utf8')).toBe('mine');
  });
});

test('an update that was tampered with is found out', async () => {
  await withRoom(async (room) => {
    const made = await prepare(room, before, after);
    const files = unzipSync(await readFile(made!.file));
    const bad = join(room, 'bad.zip');
    const tamper = async (changes: Record<string, string>, gone: string[] = []) => {
      const changed = Object.entries(changes).map(
        ([name, text]) => [name, Buffer.from(text)] as const,
      );
      const all = { ...files, ...Object.fromEntries(changed) };
      const kept = Object.entries(all).filter(([name]) => !gone.includes(name));
      await writeFile(bad, zipSync(Object.fromEntries(kept)));
      const { findings } = await withPack(bad, verifyUpdate);
      return findings.map(sentenceOf).join('\n');
    };
    expect(await tamper({})).toBe('');
    expect(await tamper({ 'dist/a.html': 'evil' })).toContain('damaged dist/a.html');
    expect(await tamper({ 'dist/evil.html': '' })).toContain('foreign dist/evil.html');
    expect(await tamper({}, ['dist/a.html'])).toContain('missing dist/a.html');
    expect(await tamper({ 'update/delete.txt': 'dist/a.html\n' })).toContain('update/delete.txt');
    expect(await tamper({ 'update/BASE.sha256': 'x' })).toContain('update/BASE.sha256');
    const text = Buffer.from(files['update/update.json']!).toString();
    const other = text.replace(/"sha256": "\w{60}/u, `"sha256": "${'0'.repeat(60)}`);
    expect(await tamper({ 'update/update.json': other })).toContain('damaged');
    await expect(tamper({ 'update/update.json': '{"format":"x"}' })).rejects.toThrow(
      /at “format”/u,
    );
    await tamper({ 'dist/a.html': 'evil' });
    await expect(apply(join(room, 'older'), bad)).rejects.toThrow(/is damaged/u);
  });
});

test('an update neither begins nor ends with what is damaged or no whole pack', async () => {
  await withRoom(async (room) => {
    const made = await prepare(room, before, after);
    const newer = join(room, 'newer.zip');
    await expect(wholePack(made!.file)).rejects.toThrow(/is an update/u);
    await expect(apply(join(room, 'older'), newer)).rejects.toThrow(/is no update/u);
    await expect(apply(newer, made!.file)).rejects.toThrow(/is a file/u);
    const files = unzipSync(await readFile(join(room, 'older.zip')));
    await writeFile(join(room, 'bad.zip'), zipSync({ ...files, 'dist/a.html': Buffer.from('!') }));
    await expect(wholePack(join(room, 'bad.zip'))).rejects.toThrow(/not as it was/u);
    await expect(update(room, 'older.zip', 'bad.zip')).rejects.toThrow(/not as it was/u);
    await copyFile(newer, join(room, 'same.zip'));
    expect(await update(room, 'same.zip', 'newer.zip')).toBeUndefined();
  });
});

test('an old pack that cannot be used is known before a new one is written', async () => {
  await withRoom(async (room) => {
    await prepare(room, before, after);
    await writeFile(join(room, 'bad.zip'), 'no zip');
    const [dist, out] = [join(room, 'dist'), join(room, 'made.zip')];
    const script = join(project, 'src/cli/pack.ts');
    for (const since of ['bad.zip', 'none.zip']) {
      const args = [script, '--dist', dist, '--out', out, '--since', join(room, since)];
      const done = spawnSync(process.execPath, args, { encoding: 'utf8' });
      expect(done.status).toBe(2);
      expect(done.stderr).toContain(since);
      expect(existsSync(out)).toBe(false);
    }
  });
});

test('killed at any moment, the folder is the old pack or the new one, and the next run ends it', async () => {
  await withRoom(async (room) => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`d${at}/a.html`, `${at}`]),
    );
    const made = await prepare(room, many, { ...many, 'new.html': 'new' });
    const [old, fresh] = [await treeOf(join(room, 'older')), await treeOf(join(room, 'newer'))];
    const script = join(project, 'src/cli/apply-update.ts');
    const folder = join(room, 'x');
    for (let kill = 0; kill < 10; kill += 1) {
      await rm(folder, { recursive: true, force: true });
      await unpackZip(join(room, 'older.zip'), folder);
      const child = spawn(process.execPath, [script, folder, made!.file], { stdio: 'ignore' });
      const over = new Promise((done) => child.once('close', done));
      // From the moment it has begun to make the new one.
      while (!existsSync(join(room, '.cache')) && child.exitCode === null) await sleep(1);
      await sleep(kill * 15 * Math.random());
      child.kill('SIGKILL');
      await over;
      if (existsSync(folder)) expect([old, fresh]).toContainEqual(await treeOf(folder));
      const done = spawnSync(process.execPath, [script, folder, made!.file], { encoding: 'utf8' });
      expect(done.status, done.stderr).toBe(0);
      expect(await treeOf(folder)).toEqual(fresh);
      expect(existsSync(join(room, '.cache'))).toBe(false);
    }
  });
});

test('a folder that a kill left aside returns, whatever comes of the next run', async () => {
  await withRoom(async (room) => {
    await prepare(room, before, after);
    const { out, room: aside, previous } = stagingOf(join(room, 'older'));
    const old = await treeOf(out);
    await mkdir(aside, { recursive: true });
    await rename(out, previous);
    await expect(apply(out, join(room, 'none.zip'))).rejects.toThrow(/There is nothing at/u);
    expect(await treeOf(out)).toEqual(old);
  });
});
