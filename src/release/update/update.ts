/** Update packs: what changed from one pack to the next, and what to delete. */
import { z } from 'zod';
import { Failure } from '../../diagnostics/failure.ts';
import { listedFile, parseRecord } from '../manifest.ts';
import type { PackFiles } from '../pack-files.ts';
import { compareWithManifest, damageOf, type Finding } from '../verify.ts';
import { parseSums, sha256Of, SIGNATURE_FILE, SUMS } from '../sha256sums.ts';

/** Its own files, in a folder that goes when the update is done. */
export const UPDATE = 'update/update.json';
/** Paths to delete, one a line. */
export const DELETE = 'update/delete.txt';
/** The line for `sha256sum -c` that only the right base passes. */
export const BASE = 'update/BASE.sha256';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** A pack: its name, the digest of its manifest, and that of its `SHA256SUMS` with the manifest’s line. */
const version = z.strictObject({ name: z.string(), digest: sha256, sums: sha256 });

const update = z.strictObject({
  format: z.literal('wenhao-update/1'),
  base: version,
  target: version,
  /** New and changed files, all that the target has and the base has not. */
  files: z.array(listedFile),
  /** Files of the base that the target does not have. */
  delete: z.array(z.string()),
});

export type Update = z.infer<typeof update>;

export function deleteText(paths: readonly string[]): string {
  return paths.map((path) => `${path}\n`).join('');
}

export function baseText({ base }: Pick<Update, 'base'>): string {
  return `${base.sums}  ${SUMS}\n`;
}

/** True for the files of an update pack, false for those of a whole one. */
export function isUpdate(files: PackFiles): boolean {
  return files.paths.includes(UPDATE);
}

/**
 * What an update says it is.
 *
 * @throws {Failure} when that cannot be read
 */
async function readUpdate(files: PackFiles): Promise<Update> {
  if (!isUpdate(files)) {
    throw new Failure(
      `${files.place} is no update: there is no ${UPDATE} in it. ${files.place} 不是更新包：其中没有 ${UPDATE}。`,
      'name a zip called wenhao-update-….zip; a whole pack is unpacked into an empty folder. 请指定 wenhao-update-….zip；完整的包解压到空文件夹即可。',
    );
  }
  return parseRecord(update, (await files.read(UPDATE)).toString(), `${UPDATE} of ${files.place}`);
}

/**
 * Compares every file of an update pack with what it says it holds.
 *
 * @throws {Failure} when that cannot be read
 */
export async function verifyUpdate(
  files: PackFiles,
): Promise<{ findings: Finding[]; update: Update }> {
  const read = await readUpdate(files);
  const own = new Map([
    [UPDATE, sha256Of(await files.read(UPDATE))],
    [DELETE, sha256Of(deleteText(read.delete))],
    [BASE, sha256Of(baseText(read))],
  ]);
  const sums = new Map([...own, ...read.files.map((file) => [file.path, file.sha256] as const)]);
  const findings = await compareWithManifest(files, sums);
  for (const path of [SUMS, SIGNATURE_FILE]) {
    const digest = sums.get(path);
    const known = files.paths.includes(path);
    if (known && digest === undefined) findings.push({ kind: 'foreign', path });
  }
  if (findings.length === 0) findings.push(...(await againstTarget(files, read)));
  return { findings, update: read };
}

/** The files of an update must be those of its target: by the sums it brings, which may be signed. */
async function againstTarget(
  files: PackFiles,
  { files: listed, target }: Update,
): Promise<Finding[]> {
  const wrong = await damageOf(files, SUMS, target.sums);
  if (wrong.length > 0) return wrong;
  const sums = parseSums((await files.read(SUMS)).toString());
  return listed
    .filter(({ path }) => path !== SUMS && path !== SIGNATURE_FILE)
    .filter(({ path, sha256: digest }) => sums.get(path) !== digest)
    .map(({ path }) => ({ kind: 'damaged', path, why: `is not the one that ${SUMS} names` }));
}
