/** Packs and updates made to do harm: each is refused in a sentence, and nothing is written anywhere. */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/diagnostics/failure.ts';
import { applyUpdate } from '../../src/release/update/apply-update.ts';
import { makeUpdate, wholePack } from '../../src/release/update/make-update.ts';
import { type PackManifest, manifestText } from '../../src/release/manifest.ts';
import { withPack } from '../../src/release/pack-files.ts';
import { sentenceOf } from '../../src/release/report.ts';
import { parseSums, sha256Of, sumsText } from '../../src/release/sha256sums.ts';
import type { Update } from '../../src/release/update/update.ts';
import { verifyPack } from '../../src/release/verify.ts';
import { packOf, treeOf, unpackZip, withRoom } from '../support/packs.ts';
import { project } from '../support/places.ts';
import { encryptedZip, farZip64, rawZip } from '../support/raw-zip.ts';

const long = Buffer.from('知识产权'.repeat(1000));
const none = new Uint8Array();
const zeros = deflateRawSync(new Uint8Array(2 ** 27));

/** What is wrong with a pack, a line each. */
function sentences(place: string): Promise<string[]> {
  return withPack(place, async (files) => (await verifyPack(files)).findings.map(sentenceOf));
}

const command = (name: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(project, 'src', 'cli', `${name}.ts`), ...args], {
    encoding: 'utf8',
  });

/** A room with an unpacked pack, and the update that leads from it to another. */
function withUpdate(work: (room: string, update: string) => Promise<void>): Promise<void> {
  return withRoom(async (room) => {
    await packOf({ 'a.html': '1', 'gone.html': '' }, join(room, 'dist'), join(room, 'older.zip'));
    await packOf({ 'a.html': '2' }, join(room, 'dist'), join(room, 'newer.zip'));
    await unpackZip(join(room, 'older.zip'), join(room, 'x'));
    const base = await wholePack(join(room, 'older.zip'));
    await work(room, (await makeUpdate(base, join(room, 'newer.zip'), room))!.file);
  });
}

/** Applies a zip to the unpacked pack: it must be refused, and all of the room stay as it was. */
async function refused(room: string, zip: string, message: RegExp): Promise<void> {
  const before = await treeOf(room);
  const failure: unknown = await applyUpdate(join(room, 'x'), zip, () => undefined).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(Failure);
  expect((failure as Failure).message).toMatch(message);
  expect((failure as Failure).message).toContain('What to do:');
  expect(await treeOf(room)).toEqual(before);
}

describe('a zip that cannot be trusted is refused in a sentence', () => {
  const hostile: [string, Uint8Array, RegExp][] = [
    ['a way up', zipSync({ '../evil.txt': none }), /leads out of the folder/u],
    ['a way up inside', zipSync({ 'dist/../../evil': none }), /leads out/u],
    ['a folder further up', rawZip([{ path: '../evil/' }]), /leads out/u],
    ['an absolute path', zipSync({ '/etc/passwd': none }), /root of the disk/u],
    ['a drive', zipSync({ 'C:/evil.txt': none }), /character no file may have/u],
    ['a backslash', zipSync({ 'a\\b.txt': none }), /character no file may have/u],
    ['a stream of NTFS', zipSync({ 'a.txt:evil': none }), /character no file may have/u],
    ['a device', zipSync({ 'dist/nul.html': none }), /device on Windows/u],
    ['a name that Windows shortens', zipSync({ 'a.html.': none }), /ends in a dot/u],
    ['a name with a NUL', rawZip([{ path: 'a\0.txt' }]), /character no file may have/u],
    ['no name', rawZip([{ path: '' }]), /is empty/u],
    ['one name twice', rawZip([{ path: 'a' }, { path: 'a' }]), /holds “a” and again “a”/u],
    ['two of a kind', zipSync({ 'A.txt': none, 'a.txt': none }), /again/u],
    ['two spellings', rawZip([{ path: '\u00E9' }, { path: 'e\u0301' }]), /again/u],
    ['a link', zipSync({ a: [none, { os: 3, attrs: 0o120777 << 16 }] }), /is a link/u],
    ['a device of Unix', zipSync({ a: [none, { os: 3, attrs: 0o020666 << 16 }] }), /a device/u],
    ['what is encrypted', encryptedZip(), /is encrypted/u],
    ['nothing', none, /cut off, or no zip/u],
    ['no zip', Buffer.from('hello '.repeat(30)), /cut off, or no zip/u],
    ['its end cut off', zipSync({ a: long }).subarray(0, -10), /cut off/u],
    ['its beginning cut off', zipSync({ a: long }).subarray(9), /list of files is damaged/u],
    ['a file beyond its end', rawZip([{ path: 'a', offset: 1e6 }]), /beyond its end/u],
    ['a file larger than it', rawZip([{ path: 'a', packedSize: 2 ** 31 }]), /beyond its end/u],
    ['a list beyond any disk', farZip64(), /list of files/u],
  ];
  test.each(hostile)('%s', (_, bytes, message) =>
    withUpdate(async (room) => {
      const zip = join(room, 'bad.zip');
      await writeFile(zip, bytes);
      await expect(sentences(zip)).rejects.toThrow(message);
      await expect(sentences(zip)).rejects.toBeInstanceOf(Failure);
      await refused(room, zip, message);
    }),
  );

  test('by the commands, too', () =>
    withUpdate(async (room) => {
      const zip = join(room, 'bad.zip');
      await writeFile(zip, zipSync({ '../evil.txt': none }));
      for (const done of [command('verify', zip), command('apply-update', join(room, 'x'), zip)]) {
        expect(done.status).toBe(2);
        expect(done.stderr).toMatch(/leads out of the folder/u);
        expect(done.stderr).toContain('What to do:');
        expect(done.stderr).not.toMatch(/^ {4}at /mu);
      }
    }));

  test.each([
    ['that says how large it is', { size: 2 ** 27 }, /says that it unpacks to 134217728 bytes/u],
    ['that says it is of any size', { size: 2 ** 32 - 1 }, /says that it unpacks to 4294967295/u],
    ['that says it is small', { size: 10 }, /cannot be unpacked/u],
  ])('a bomb %s is not unpacked', (_, size, message) =>
    withRoom(async (room) => {
      const bomb = rawZip([{ path: 'SHA256SUMS', method: 8, data: zeros, ...size }]);
      await writeFile(join(room, 'bomb.zip'), bomb);
      await expect(sentences(join(room, 'bomb.zip'))).rejects.toThrow(message);
    }),
  );

  test('a file compressed in another way, or with another name in front of it, is named', () =>
    withRoom(async (room) => {
      const zip = join(room, 'a.zip');
      await writeFile(zip, rawZip([{ path: 'SHA256SUMS', method: 12, data: long }]));
      await expect(sentences(zip)).rejects.toThrow(/compressed in a way \(12\)/u);
      const other = rawZip([{ path: 'SHA256SUMS', data: long }]);
      other.write('sha256sums', 30);
      await writeFile(zip, other);
      await expect(sentences(zip)).rejects.toThrow(/another name in front of its data/u);
    }));
});

/** A pack whose manifest and sums are made again from what `lie` makes of them: they agree as far as a liar can. */
async function lyingPack(
  room: string,
  lie: (manifest: PackManifest) => PackManifest,
): Promise<string> {
  await packOf({ 'a.html': '1' }, join(room, 'dist'), join(room, 'true.zip'));
  const files = unzipSync(await readFile(join(room, 'true.zip')));
  const told = JSON.parse(Buffer.from(files['manifest.json']!).toString()) as PackManifest;
  const manifest = Buffer.from(manifestText(lie(told)));
  const sums = parseSums(Buffer.from(files['SHA256SUMS']!).toString());
  sums.set('manifest.json', sha256Of(manifest));
  const zip = join(room, 'lying.zip');
  const lists = { 'manifest.json': manifest, SHA256SUMS: Buffer.from(sumsText(sums)) };
  await writeFile(zip, zipSync({ ...files, ...lists }));
  return zip;
}

describe('a manifest that lies is found out', () => {
  const lies: [string, (manifest: PackManifest) => PackManifest][] = [
    ['about its digest', (told) => ({ ...told, digest: '0'.repeat(64) })],
    ['about its name', (told) => ({ ...told, name: 'wenhao-9.9.9-00000000' })],
    [
      'about the number of files',
      ({ counts, ...told }) => ({
        ...told,
        counts: { ...counts, files: counts.files + 1 },
      }),
    ],
    [
      'about their size',
      ({ counts, ...told }) => ({
        ...told,
        counts: { ...counts, bytes: counts.bytes - 1 },
      }),
    ],
    ['and leaves a file out', ({ files, ...told }) => ({ ...told, files: files.slice(1) })],
    [
      'and names another',
      ({ files, ...told }) => ({
        ...told,
        files: [...files, { ...files[0]!, path: '../evil' }],
      }),
    ],
    [
      'about what is in a file',
      ({ files, ...told }) => ({
        ...told,
        files: files.map((file) => ({ ...file, sha256: '0'.repeat(64) })),
      }),
    ],
  ];
  test.each(lies)('%s', (_, lie) =>
    withRoom(async (room) => {
      expect(await sentences(await lyingPack(room, lie))).toEqual([
        '✖ damaged manifest.json (does not agree with SHA256SUMS)',
      ]);
    }),
  );

  test('and what is no manifest is said to be none', () =>
    withRoom(async (room) => {
      const zip = await lyingPack(room, (told) => ({ ...told, version: 3 as never }));
      await expect(sentences(zip)).rejects.toThrow(/manifest\.json of .*, at “version”/u);
    }));
});

describe('sums that were changed on the way are refused in a sentence', () => {
  test.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`, /SHA256SUMS:1 begins with a byte/u],
    [
      'lines of Windows',
      (text: string) => text.replaceAll('\n', '\r\n'),
      /SHA256SUMS:1 ends in CR/u,
    ],
    ['one path twice', (text: string) => `${text}${text.split('\n')[0]!}\n`, /names .* once more/u],
    ['no end', (text: string) => text.slice(0, -5), /is cut off/u],
    ['a line of its own', (text: string) => `${text}evil\n`, /is no digest with two spaces/u],
    ['nothing', () => '', /is cut off/u],
  ])('%s', (_, change, message) =>
    withRoom(async (room) => {
      await packOf({ 'a.html': '1' }, join(room, 'dist'), join(room, 'a.zip'));
      const sums = join(room, 'x', 'SHA256SUMS');
      await unpackZip(join(room, 'a.zip'), join(room, 'x'));
      await writeFile(sums, change(await readFile(sums, 'utf8')));
      await expect(sentences(join(room, 'x'))).rejects.toThrow(message);
    }),
  );

  test('a path that leads out of the folder is never read', () =>
    withRoom(async (room) => {
      await packOf({ 'a.html': '1' }, join(room, 'dist'), join(room, 'a.zip'));
      await unpackZip(join(room, 'a.zip'), join(room, 'x'));
      await writeFile(join(room, 'outside'), 'secret');
      const line = `${sha256Of('secret')}  ../outside\n`;
      const sums = join(room, 'x', 'SHA256SUMS');
      await writeFile(sums, line + (await readFile(sums, 'utf8')));
      expect(await sentences(join(room, 'x'))).toContain('✖ missing ../outside');
    }));
});

describe('an update that lies is not applied', () => {
  const lies: [string, (update: Update) => Update, RegExp][] = [
    [
      'about a file outside',
      ({ files, ...told }) => ({
        ...told,
        files: [...files, { path: '../evil', bytes: 0, sha256: sha256Of('') }],
      }),
      /missing \.\.\/evil/u,
    ],
    [
      'about what stands in a file',
      ({ files, ...told }) => ({
        ...told,
        files: files.map((file) => ({ ...file, sha256: '0'.repeat(64) })),
      }),
      /damaged SHA256SUMS/u,
    ],
    [
      'about where it leads',
      (told) => ({ ...told, target: { ...told.target, sums: '0'.repeat(64) } }),
      /damaged SHA256SUMS/u,
    ],
    [
      'about where it begins',
      (told) => ({ ...told, base: { ...told.base, sums: '0'.repeat(64) } }),
      /damaged update\/BASE\.sha256|holds another pack/u,
    ],
    [
      'and deletes what stays',
      (told) => ({ ...told, delete: ['dist/index.html'] }),
      /does not lead to/u,
    ],
  ];
  test.each(lies)('%s', (_, lie, message) =>
    withUpdate(async (room, update) => {
      const files = unzipSync(await readFile(update));
      const told = lie(JSON.parse(Buffer.from(files['update/update.json']!).toString()) as Update);
      const lists = {
        'update/update.json': JSON.stringify(told),
        'update/delete.txt': told.delete.map((path) => `${path}\n`).join(''),
        'update/BASE.sha256': `${told.base.sums}  SHA256SUMS\n`,
      };
      const own = Object.entries(lists).map(([path, text]) => [path, Buffer.from(text)] as const);
      const zip = join(room, 'lying.zip');
      await writeFile(zip, zipSync({ ...files, ...Object.fromEntries(own) }));
      await refused(room, zip, message);
    }),
  );

  test('paths to delete that are not of the pack are passed over', () =>
    withUpdate(async (room, update) => {
      await writeFile(join(room, 'outside'), 'mine');
      await writeFile(join(room, 'x/dist/notes.txt'), 'mine');
      const files = unzipSync(await readFile(update));
      const told = JSON.parse(Buffer.from(files['update/update.json']!).toString()) as Update;
      told.delete.push('../outside', '/etc/hostname', 'dist/notes.txt');
      const zip = join(room, 'lying.zip');
      const gone = Buffer.from(told.delete.map((path) => `${path}\n`).join(''));
      const record = Buffer.from(JSON.stringify(told));
      const lists = { 'update/update.json': record, 'update/delete.txt': gone };
      await writeFile(zip, zipSync({ ...files, ...lists }));
      await applyUpdate(join(room, 'x'), zip, () => undefined);
      expect(await readFile(join(room, 'outside'), 'utf8')).toBe('mine');
      expect(await readFile(join(room, 'x/dist/notes.txt'), 'utf8')).toBe('mine');
      expect(await readFile(join(room, 'x/dist/a.html'), 'utf8')).toBe('2');
    }));
});
