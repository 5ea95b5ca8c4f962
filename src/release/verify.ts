import { Failure } from '../diagnostics/failure.ts';
import { type PackManifest, MANIFEST, manifestOf, parseManifest } from './manifest.ts';
import type { PackFiles } from './pack-files.ts';
import { signerOf } from './signature.ts';
import { parseSums, sha256Of, SIGNATURE_FILE, SUMS } from './sha256sums.ts';

/** Something about a file that is not as it was packed. */
export interface Finding {
  kind: 'damaged' | 'missing' | 'foreign';
  path: string;
  /** What is wrong with it, where the kind does not say all. */
  why?: string;
}

/** What was found out about a pack. */
export interface Verdict {
  findings: Finding[];
  /** Null when it is damaged or missing. */
  manifest: PackManifest | null;
}

/**
 * Compares every file of a pack with `SHA256SUMS`, and the manifest with both.
 *
 * @throws {Failure} when there is no `SHA256SUMS`, or it is no list
 */
export async function verifyPack(files: PackFiles): Promise<Verdict> {
  const sums = await sumsOf(files);
  const findings = await compareWithManifest(files, sums);
  const isWhole = sums.has(MANIFEST) && findings.every(({ path }) => path !== MANIFEST);
  if (!isWhole) return { findings, manifest: null };
  const manifest = parseManifest((await files.read(MANIFEST)).toString(), files.place);
  if (!agrees(manifest, sums)) {
    findings.push({ kind: 'damaged', path: MANIFEST, why: `does not agree with ${SUMS}` });
  }
  return { findings, manifest };
}

/**
 * The sums of a pack.
 *
 * @throws {Failure} when it has none
 */
export async function sumsOf(files: PackFiles): Promise<Map<string, string>> {
  if (!files.paths.includes(SUMS)) {
    throw new Failure(
      `${files.place} is no pack: there is no ${SUMS} in it. ${files.place} 不是文号的包：其中没有 ${SUMS}。`,
      `name the zip, or the folder where all of it was unpacked (the one that holds ${SUMS} and dist). 请指定压缩包，或全部解压后的文件夹（其中有 ${SUMS} 和 dist）。`,
    );
  }
  return parseSums((await files.read(SUMS)).toString());
}

/** Every path that is not what the sums say, in the order of the sums; then what they do not know. */
export async function compareWithManifest(
  files: PackFiles,
  sums: ReadonlyMap<string, string>,
): Promise<Finding[]> {
  const here = new Set(files.paths);
  const findings: Finding[] = [];
  for (const [path, digest] of sums) {
    if (!here.has(path)) findings.push({ kind: 'missing', path });
    else findings.push(...(await damageOf(files, path, digest)));
  }
  const foreign = files.paths.filter(
    (path) => !sums.has(path) && path !== SUMS && path !== SIGNATURE_FILE,
  );
  return [...findings, ...foreign.map((path): Finding => ({ kind: 'foreign', path }))];
}

/** A finding when the content of a file is another one, or cannot be read. */
export async function damageOf(files: PackFiles, path: string, digest: string): Promise<Finding[]> {
  try {
    const found = sha256Of(await files.read(path));
    if (found === digest) return [];
    return [{ kind: 'damaged', path, why: `SHA-256 is ${found}, expected ${digest}` }];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [{ kind: 'damaged', path, why: error.message.split('\n')[0] ?? '' }];
  }
}

/** True when a manifest says of the files what the sums say, and counts them right. */
function agrees(manifest: PackManifest, sums: ReadonlyMap<string, string>): boolean {
  const { digest, counts, name } = manifestOf(manifest.version, manifest.files, manifest.counts);
  return (
    digest === manifest.digest &&
    name === manifest.name &&
    counts.files === manifest.counts.files &&
    counts.bytes === manifest.counts.bytes &&
    manifest.files.length === sums.size - 1 &&
    manifest.files.every((file) => sums.get(file.path) === file.sha256)
  );
}

/**
 * Who signed a pack or an update.
 *
 * @param signers file of those who may (see signature.ts)
 * @throws {Failure} when it is not signed, or by nobody of them
 */
export async function verifySigner(files: PackFiles, signers: string): Promise<string> {
  if (!files.paths.includes(SIGNATURE_FILE)) {
    throw new Failure(
      `${files.place} is not signed: there is no ${SIGNATURE_FILE} in it. ${files.place} 没有签名：其中没有 ${SIGNATURE_FILE}。`,
      'ask for a signed one, or leave --signers out. 请索取有签名的包，或不写 --signers。',
    );
  }
  return signerOf(signers, await files.read(SUMS), await files.read(SIGNATURE_FILE));
}
