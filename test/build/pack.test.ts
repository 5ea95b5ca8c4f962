import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  appendFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { deflateSync, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/diagnostics/failure.ts';
import { orderedMap } from '../../src/release/ordered-map.ts';
import { withPack } from '../../src/release/pack-files.ts';
import { whyUnsafe } from '../../src/exports/zip/path.ts';
import { sentenceOf } from '../../src/release/report.ts';
import { VERIFY } from '../../src/release/servers/shell-commands.ts';
import { momentOf, dosTime } from '../../src/release/dos-time.ts';
import { verifyPack, verifySigner } from '../../src/release/verify.ts';
import { readZip } from '../../src/exports/zip/zip-reader.ts';
import { packedFile } from '../../src/exports/zip/packed-file.ts';
import { centralHeader, endRecords, localHeader } from '../../src/exports/zip/zip-records.ts';
import { writeZip, zipOf } from '../../src/exports/zip/zip-writer.ts';
import { packOf, unpackZip, withRoom } from '../support/packs.ts';
import { project } from '../support/places.ts';

const long = '知识产权'.repeat(1000);
const site = {
  'notices/a.html': long,
  'notices/a.docx': long,
  'notices/b.html': 'short',
  'sources/文号.txt': '甲',
  'api/notices.json': '[{"clauses":3},{"clauses":4}]',
};

function sentences(place: string): Promise<string[]> {
  return withPack(place, async (files) => (await verifyPack(files)).findings.map(sentenceOf));
}

function shell(line: string, folder: string) {
  return spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
}

/** Runs one of our commands. */
function command(name: string, ...args: string[]) {
  const script = join(project, 'src', 'cli', `${name}.ts`);
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

test('a pack holds the site, its compressed forms, configurations and lists, and says how much', async () => {
  await withRoom(async (room) => {
    const { manifest } = await packOf(site, join(room, 'dist'), join(room, 'a.zip'));
    const files = unzipSync(await readFile(join(room, 'a.zip')));
    const paths = Object.keys(files);
    expect(paths).toEqual(expect.arrayContaining(['DEPLOY.html', 'DEPLOY.txt', 'SHA256SUMS']));
    expect(paths).toEqual(expect.arrayContaining(['dist/.htaccess', 'dist/web.config']));
    expect(paths).toEqual(expect.arrayContaining(['servers/nginx.conf', 'servers/Caddyfile']));
    expect(paths.filter((path) => path.startsWith('dist/notices/'))).toEqual([
      'dist/notices/a.docx',
      'dist/notices/a.html',
      'dist/notices/a.html.br',
      'dist/notices/a.html.gz',
      'dist/notices/b.html',
    ]);
    expect(gunzipSync(files['dist/notices/a.html.gz']!).toString()).toBe(long);
    expect(brotliDecompressSync(files['dist/notices/a.html.br']!).toString()).toBe(long);
    expect(manifest.counts).toMatchObject({ notices: 2, clauses: 7, works: 0 });
    expect(manifest.counts.files).toBe(paths.length - 2);
    expect(JSON.parse(Buffer.from(files['manifest.json']!).toString())).toEqual(manifest);
    const sums = Buffer.from(files['SHA256SUMS']!).toString().trimEnd().split('\n');
    expect(sums.map((line) => line.slice(66))).toEqual(
      paths.filter((path) => path !== 'SHA256SUMS').sort(),
    );
  });
});

test('the same site gives the same bytes, whenever, wherever and in whatever order it was written', async () => {
  await withRoom(async (room) => {
    await packOf(site, join(room, 'one'), join(room, 'one.zip'));
    const other = Object.fromEntries(Object.entries(site).toReversed());
    process.env['TZ'] = 'Pacific/Apia';
    await packOf(other, join(room, 'elsewhere', 'dist'), join(room, 'other.zip'));
    delete process.env['TZ'];
    const [one, two] = [
      await readFile(join(room, 'one.zip')),
      await readFile(join(room, 'other.zip')),
    ];
    expect(one.equals(two)).toBe(true);
  });
});

test('unzip reads it, and sha256sum finds nothing wrong', async () => {
  await withRoom(async (room) => {
    await packOf(site, join(room, 'dist'), join(room, 'a.zip'));
    if (shell('unzip -v', room).status !== 0) return;
    expect(shell('unzip -tq a.zip', room).stdout).toContain('No errors');
    const done = shell('unzip -q a.zip -d x', room);
    expect(done.status, done.stderr).toBe(0);
    expect(await readFile(join(room, 'x/dist/sources/文号.txt'), 'utf8')).toBe('甲');
    for (const line of VERIFY.posix) {
      expect(shell(line, join(room, 'x'))).toMatchObject({ status: 0, stdout: '', stderr: '' });
    }
    expect(await sentences(join(room, 'x'))).toEqual([]);
  });
});

test('verify and the lines for administrators name what is damaged, missing and foreign', async () => {
  await withRoom(async (room) => {
    await packOf(site, join(room, 'dist'), join(room, 'a.zip'));
    const folder = join(room, 'x');
    await unpackZip(join(room, 'a.zip'), folder);
    await appendFile(join(folder, 'dist/notices/b.html'), ' ');
    await rm(join(folder, 'dist/notices/a.docx'));
    await writeFile(join(folder, 'dist/新 建.html'), '');
    await symlink('index.html', join(folder, 'dist/link.html'));
    const found = command('verify', folder);
    expect(found.status).toBe(2);
    expect(found.stderr).toMatch(/^✖ damaged dist\/notices\/b\.html \(SHA-256 is /mu);
    expect(found.stderr).toMatch(/^✖ missing dist\/notices\/a\.docx$/mu);
    expect(found.stderr).toMatch(/^✖ foreign dist\/link\.html$/mu);
    expect(found.stderr).toMatch(/^✖ foreign dist\/新 建\.html$/mu);
    expect(found.stderr).toContain('1 damaged, 1 missing, 2 foreign');
    const [check = '', foreign = ''] = VERIFY.posix;
    const checked = shell(`LC_ALL=C ${check}`, folder);
    expect(checked.stdout).toContain('dist/notices/b.html: FAILED');
    expect(checked.stdout + checked.stderr).toContain('dist/notices/a.docx');
    expect(checked.stdout).not.toContain('a.html');
    const listed = shell(foreign, folder).stdout.trimEnd().split('\n').sort();
    expect(listed).toEqual(['./dist/link.html', './dist/新 建.html']);
  });
});

test('verify tells a manifest that does not agree with the sums', async () => {
  await withRoom(async (room) => {
    await packOf(site, join(room, 'dist'), join(room, 'a.zip'));
    const files = unzipSync(await readFile(join(room, 'a.zip')));
    const text = Buffer.from(files['manifest.json']!)
      .toString()
      .replace('"notices": 2', '"notices": 2 ');
    const wrong = Buffer.from(text.replace(/"digest": "./u, '"digest": "x'));
    await writeFile(join(room, 'b.zip'), zipSync({ ...files, 'manifest.json': wrong }));
    expect(await sentences(join(room, 'b.zip'))).toEqual([
      expect.stringMatching(/^✖ damaged manifest\.json/u),
    ]);
  });
});

describe('a zip that was damaged on the way', () => {
  test('whatever happens to its bytes, there is a sentence and no stack trace', async () => {
    await withRoom(async (room) => {
      await packOf(site, join(room, 'dist'), join(room, 'a.zip'));
      const whole = await readFile(join(room, 'a.zip'));
      const place = fc.nat({ max: whole.length - 1 });
      // Most of what matters stands in the list at the end.
      const near = place.map((at) => whole.length - 1 - (at % 3000));
      const damage = fc.tuple(fc.oneof(place, near), fc.nat({ max: 255 }), fc.boolean());
      await fc.assert(
        fc.asyncProperty(damage, async ([at, byte, isCut]) => {
          const bytes = isCut ? whole.subarray(0, at) : Buffer.from(whole);
          if (!isCut) bytes[at] = byte;
          await writeFile(join(room, 'b.zip'), bytes);
          await sentences(join(room, 'b.zip')).catch((error: unknown) => {
            expect(error).toBeInstanceOf(Failure);
          });
        }),
        { numRuns: 300 },
      );
    });
  });

  test('a wrong checksum is named with its file', async () => {
    await withRoom(async (room) => {
      await packOf(site, join(room, 'dist'), join(room, 'a.zip'));
      const bytes = await readFile(join(room, 'a.zip'));
      // stored, so that it stands there as it is
      bytes.write('SHORT', bytes.indexOf('short'));
      await writeFile(join(room, 'a.zip'), bytes);
      expect(await sentences(join(room, 'a.zip'))).toEqual([
        expect.stringMatching(/^✖ damaged dist\/notices\/b\.html \(.*CRC-32/u),
      ]);
    });
  });

  test('a file that unpacks to more than it says is not unpacked', async () => {
    await withRoom(async (room) => {
      const data = deflateSync(new Uint8Array(1e7));
      const bomb = { path: 'bomb', stamp: 0, crc: 0, size: 10, method: 8, data };
      await writeFile(join(room, 'a.zip'), zipOf([bomb]));
      const { entries, read, close } = await readZip(join(room, 'a.zip'));
      await expect(read(entries[0]!)).rejects.toThrow(/“bomb” cannot be unpacked/u);
      await close();
    });
  });
});

test('more than 65,535 files can be packed and read again', async () => {
  await withRoom(async (room) => {
    const one = packedFile('', Buffer.from('x'));
    const files = async function* () {
      for (let number = 0; number < 66_000; number += 1) yield { ...one, path: `f${number}` };
      return Promise.resolve('all');
    };
    expect(await writeZip(join(room, 'a.zip'), files())).toBe('all');
    const { entries, read, close } = await readZip(join(room, 'a.zip'));
    expect(entries.length).toBe(66_000);
    expect((await read(entries.at(-1)!)).toString()).toBe('x');
    await close();
    const listed = shell('unzip -l a.zip | tail -1', room);
    if (listed.stdout !== '') expect(listed.stdout).toContain('66000 files');
  });
});

test('a file that begins beyond 4 GB is found there', async () => {
  await withRoom(async (room) => {
    const data = Buffer.from('far away');
    const offset = 5 * 2 ** 30;
    const sizes = { size: data.length, packedSize: data.length };
    const entry = { ...packedFile('far.txt', data), ...sizes, offset };
    const body = Buffer.concat([localHeader(entry), data]);
    const list = centralHeader(entry);
    const end = endRecords(1, offset + body.length, list.length);
    // nothing before it, so that it takes no room on the disk
    const file = await open(join(room, 'a.zip'), 'w');
    await file.write(Buffer.concat([body, list, end]), 0, undefined, offset);
    await file.close();
    const { entries, read, close } = await readZip(join(room, 'a.zip'));
    expect(entries).toMatchObject([{ path: 'far.txt', offset, ...sizes }]);
    expect((await read(entries[0]!)).toString()).toBe('far away');
    await close();
    const unzipped = shell('unzip -p a.zip far.txt', room);
    if (unzipped.status !== 127) expect(unzipped.stdout).toBe('far away');
  });
});

test('a file of 4 GB is refused in a sentence', () => {
  const large = { ...packedFile('large.bin', Buffer.from('x')), size: 2 ** 32 };
  expect(() => zipOf([large])).toThrow(
    /“large\.bin” cannot go into a zip: it has 4294967296 bytes/u,
  );
});

test('names that no system may write, or only some, are not packed', async () => {
  expect(whyUnsafe('dist/notices/漯知战联办.html')).toBeUndefined();
  for (const path of ['', 'a/', 'a//b', './a', 'CON.txt', 'dist/nul', 'a?', 'a\nb', 'a.', 'b /c']) {
    expect(whyUnsafe(path), path).toBeTypeOf('string');
  }
  await withRoom(async (room) => {
    const twins = { 'a.html': '1', 'A.html': '2' };
    await expect(packOf(twins, join(room, 'dist'), join(room, 'a.zip'))).rejects.toThrow(
      /on Windows they are one file/u,
    );
    await expect(sentences(join(room, 'a.zip'))).rejects.toThrow(/There is nothing/u);
  });
});

test('what is no site, no pack or not there is said in a sentence', async () => {
  await withRoom(async (room) => {
    await writeFile(join(room, 'a.txt'), '');
    for (const [done, message] of [
      [command('pack', '--dist', room), /has no api\/notices\.json|There is no site/u],
      [command('verify', room), /there is no SHA256SUMS in it/u],
      [command('verify', join(room, 'none')), /There is nothing at/u],
      [command('verify'), /One zip or folder is to be named/u],
      [command('apply-update', room), /A folder and an update are to be named/u],
    ] as const) {
      expect(done.status).toBe(2);
      expect(done.stderr).toMatch(message);
      expect(done.stderr).not.toMatch(/^ {4}at /mu);
    }
  });
});

test('a folder is no place for the zip itself', async () => {
  await withRoom(async (room) => {
    await mkdir(join(room, 'packs'));
    await expect(packOf(site, join(room, 'dist'), join(room, 'packs'))).rejects.toThrow(
      /is a folder, and the pack is to be a file/u,
    );
    expect((await readdir(room)).sort()).toEqual(['dist', 'packs']);
  });
});

test('the site of an unpacked pack is not packed again', async () => {
  await withRoom(async (room) => {
    await packOf(site, join(room, 'dist'), join(room, 'a.zip'));
    await unpackZip(join(room, 'a.zip'), join(room, 'x'));
    const done = command('pack', '--dist', join(room, 'x/dist'), '--out', join(room, 'b.zip'));
    expect(done.status).toBe(2);
    expect(done.stderr).toMatch(/is the site of an unpacked pack: it holds \.htaccess/u);
    expect(existsSync(join(room, 'b.zip'))).toBe(false);
  });
});

test('the time of a file depends on its content alone, exists in every time zone, and is past', () => {
  const stamps = ['0', 'f', '7', 'a'].map((digit) => dosTime(digit.repeat(64)));
  expect(new Set(stamps).size).toBe(4);
  for (const stamp of stamps) {
    const moment = momentOf(stamp);
    expect(moment.getFullYear()).toBeGreaterThanOrEqual(1980);
    expect(moment.getFullYear()).toBeLessThan(2020);
  }
  const { data, method } = packedFile('a', Buffer.from(long));
  expect(method).toBe(8);
  expect(data.length).toBeLessThan(200);
});

test('results come in the order of the items, and a failure is not lost', async () => {
  const work = async (delay: number) => {
    await new Promise((done) => setTimeout(done, delay));
    if (delay === 13) throw new Error('thirteen');
    return delay;
  };
  const collect = async (items: number[]) => {
    const results: number[] = [];
    for await (const result of orderedMap(items, 3, work)) results.push(result);
    return results;
  };
  expect(await collect([9, 1, 5, 0, 3])).toEqual([9, 1, 5, 0, 3]);
  await expect(collect([1, 13, 2])).rejects.toThrow('thirteen');
});

describe('signatures', () => {
  const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;
  if (!hasKeygen) console.warn('Left out: signatures, because there is no ssh-keygen here.');

  test.skipIf(!hasKeygen)('a signed pack names who signed it; any other is refused', async () => {
    await withRoom(async (room) => {
      for (const name of ['key', 'other'])
        shell(`ssh-keygen -q -t ed25519 -N '' -C '' -f ${name}`, room);
      shell('echo "clerk namespaces=\\"wenhao\\" $(cat key.pub)" > signers', room);
      const signers = join(room, 'signers');
      await packOf(site, join(room, 'dist'), join(room, 'a.zip'), join(room, 'key'));
      await packOf(site, join(room, 'dist'), join(room, 'b.zip'), join(room, 'other'));
      await packOf(site, join(room, 'dist'), join(room, 'c.zip'));
      const good = command('verify', join(room, 'a.zip'), '--signers', signers);
      expect(good.stdout, good.stderr).toContain('Signed by: clerk');
      const check = (name: string) =>
        withPack(join(room, name), (files) => verifySigner(files, signers));
      await expect(check('b.zip')).rejects.toThrow(/The signature is not good/u);
      await expect(check('c.zip')).rejects.toThrow(/is not signed/u);
      // as the page for administrators has it
      await unpackZip(join(room, 'a.zip'), join(room, 'x'));
      const byHand =
        'ssh-keygen -Y verify -f ../signers -I clerk -n wenhao -s SHA256SUMS.sig < SHA256SUMS';
      expect(shell(byHand, join(room, 'x')).status).toBe(0);
      expect(await sentences(join(room, 'x'))).toEqual([]);
    });
  });

  test('a key that is not there, and a machine without ssh-keygen, are told apart', async () => {
    await withRoom(async (room) => {
      const zip = join(room, 'a.zip');
      await expect(packOf(site, join(room, 'dist'), zip, join(room, 'none'))).rejects.toThrow(
        /There is no file/u,
      );
      await writeFile(join(room, 'key'), 'no key');
      const path = process.env['PATH'];
      process.env['PATH'] = room;
      await expect(packOf(site, join(room, 'dist'), zip, join(room, 'key'))).rejects.toThrow(
        /There is no ssh-keygen/u,
      );
      process.env['PATH'] = path;
      await expect(rename(zip, zip)).rejects.toThrow(/ENOENT/u);
    });
  });
});
