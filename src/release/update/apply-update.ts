import { existsSync, statSync } from 'node:fs';
import { copyFile, link, mkdir, realpath, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../../diagnostics/failure.ts';
import { withLock } from '../../publish/file-lock.ts';
import {
  cleanUp,
  leave,
  lockOf,
  swap,
  tidy,
  type Staging,
  stagingOf,
} from '../../publish/staging.ts';
import { diskFailure } from '../../diagnostics/disk-failure.ts';
import { type PackFiles, pathsIn, withPack } from '../pack-files.ts';
import { sentenceOf } from '../report.ts';
import { momentOf, dosTime } from '../dos-time.ts';
import { sha256Of, SIGNATURE_FILE, SUMS } from '../sha256sums.ts';
import { type Update, verifyUpdate } from './update.ts';
import { compareWithManifest, type Finding, sumsOf } from '../verify.ts';

/**
 * Makes of an unpacked pack the next one. The new folder is made beside the old one and compared with its sums; then
 * the two change places, so that a process killed at any moment leaves one of them whole, and the next run tidies up.
 * What is in the folder and of no pack stays in it.
 *
 * @param folder where the pack was unpacked
 * @param zip the update
 * @param say told once, in a sentence, when another process is at work there
 * @returns the update, and whether it had been applied before
 * @throws {Failure} when the update is damaged, applies to another pack, or the folder is not as it was packed
 */
export async function applyUpdate(
  folder: string,
  zip: string,
  say: (sentence: string) => void,
): Promise<{ update: Update; wasThere: boolean }> {
  const place = stagingOf(await placeOf(folder));
  try {
    return await withLock(lockOf(place), () => applyAlone(place, zip), say);
  } finally {
    await tidy(place);
  }
}

async function applyAlone(
  place: Staging,
  zip: string,
): Promise<{ update: Update; wasThere: boolean }> {
  try {
    // First of all: the old folder may still stand aside.
    await cleanUp(place);
    return await withPack(zip, (source) => applyTo(place, source));
  } catch (error) {
    throw diskFailure(error, place.out);
  } finally {
    // Unless the only whole copy stands there.
    if (existsSync(place.out) || !existsSync(place.previous)) await leave(place);
  }
}

async function applyTo(
  place: Staging,
  source: PackFiles,
): Promise<{ update: Update; wasThere: boolean }> {
  const { update, findings } = await verifyUpdate(source);
  refuse(findings, `The update ${source.place} is damaged, so it was not applied. 更新包已损坏。`);
  const wasThere = await withPack(place.out, (files) => stands(files, update));
  if (!wasThere) {
    await makeNext(place, update, source);
    await withPack(place.fresh, (files) => refuseWrongTarget(files, update));
    await swap(place);
  }
  return { update, wasThere };
}

/** The folder itself, where a link leads to it; it may be away for a moment, after a kill. */
async function placeOf(folder: string): Promise<string> {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return realpath(folder);
    throw new Failure(
      `${folder} is a file, not the folder where a pack was unpacked. ${folder} 不是解压离线包的文件夹。`,
      'unpack the old pack first and name its folder. 请先解压旧包，再指定其文件夹。',
    );
  }
  const above = dirname(resolve(folder));
  return join(existsSync(above) ? await realpath(above) : above, basename(folder));
}

/**
 * True when the target of an update stands in a folder already, false when its base does, whole.
 *
 * @throws {Failure} when it is neither
 */
async function stands(
  files: PackFiles,
  { base, target, files: changed }: Update,
): Promise<boolean> {
  const sums = await sumsOf(files);
  const found = sha256Of(await files.read(SUMS));
  if (found !== base.sums && found !== target.sums) {
    throw new Failure(
      `The update leads from ${base.name} to ${target.name}, and ${files.place} holds another pack. 更新包由 ${base.name} 到 ${target.name}，与 ${files.place} 现有版本不符，未作任何改动。`,
      'apply the updates in between first, or unpack the whole new pack into an empty folder. 请先用中间的更新包，或把完整的新包解压到空文件夹。',
    );
  }
  const added = new Set(changed.map(({ path }) => path));
  const inTheWay = (await compareWithManifest(files, sums)).filter(
    ({ kind, path }) => kind !== 'foreign' || added.has(path),
  );
  refuse(
    inTheWay,
    `${files.place} is not as it was packed, so nothing was changed. 文件夹内容与原包不符。`,
  );
  return found === target.sums;
}

/** Makes the folder of the target: what stays from the old one, what is new from the update. */
async function makeNext({ out, fresh }: Staging, update: Update, source: PackFiles): Promise<void> {
  const packed = await withPack(out, sumsOf);
  const isPacked = (path: string) => packed.has(path) || path === SIGNATURE_FILE;
  const gone = new Set([
    ...update.delete.filter(isPacked),
    ...update.files.map(({ path }) => path),
  ]);
  for (const path of await pathsIn(out)) {
    if (!gone.has(path)) await keep(fileAt(out, path), await room(fresh, path));
  }
  for (const { path, sha256 } of update.files) {
    const file = await room(fresh, path);
    await writeFile(file, await source.read(path));
    // As an unpacker would: servers tell versions apart by it (see stamp.ts).
    const moment = momentOf(dosTime(sha256));
    await utimes(file, moment, moment);
  }
}

async function refuseWrongTarget(made: PackFiles, { target }: Update): Promise<void> {
  const wrong = await compareWithManifest(made, await sumsOf(made));
  refuse(
    wrong.filter(({ kind }) => kind !== 'foreign'),
    `The update does not lead to ${target.name}, so nothing was changed. 更新包有误。`,
  );
}

/** One file under two names costs nothing; a disk that cannot do that (FAT, some shares) gets a copy. */
async function keep(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}

async function room(folder: string, path: string): Promise<string> {
  const file = fileAt(folder, path);
  await mkdir(dirname(file), { recursive: true });
  return file;
}

function fileAt(folder: string, path: string): string {
  return join(folder, ...path.split('/'));
}

function refuse(findings: readonly Finding[], what: string): void {
  if (findings.length === 0) return;
  throw new Failure(
    `${what}\n${findings.map(sentenceOf).join('\n')}`,
    'take the pack or the update again from where it was made; npm run verify names every file. 请向制作单位重新索取；npm run verify 会列出每个有问题的文件。',
  );
}
