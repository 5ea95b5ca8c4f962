// npm run verify -- DIR|ZIP [--signers FILE]
import { parseArgs } from 'node:util';
import { Failure } from '../diagnostics/failure.ts';
import { type PackFiles, withPack } from '../release/pack-files.ts';
import { sentenceOf, tallyOf } from '../release/report.ts';
import { SIGNATURE_FILE } from '../release/sha256sums.ts';
import { isUpdate, verifyUpdate } from '../release/update/update.ts';
import { type Finding, verifyPack, verifySigner } from '../release/verify.ts';
import { run } from './run.ts';

await run(async () => {
  const { values, positionals } = parseArgs({
    options: { signers: { type: 'string' } },
    allowPositionals: true,
  });
  const [place, ...more] = positionals;
  if (place === undefined || more.length > 0) {
    throw new Failure(
      'One zip or folder is to be named. 请指明一个压缩包或文件夹。',
      'npm run verify -- wenhao-….zip, or the folder where it was unpacked.',
    );
  }
  return withPack(place, (files) => verify(files, values.signers));
});

async function verify(files: PackFiles, signers: string | undefined): Promise<number> {
  const { findings, summary } = isUpdate(files) ? await anUpdate(files) : await aPack(files);
  for (const finding of findings) console.error(sentenceOf(finding));
  if (findings.length > 0) {
    console.error(`${files.place} is not as it was packed 与原包不符: ${tallyOf(findings)}.`);
    return 2;
  }
  const signature = await aboutSignature(files, signers);
  console.log(`${files.place} is as it was packed 与原包一致: ${summary}\n${signature}`);
  return 0;
}

interface Found {
  findings: Finding[];
  summary: string;
}

async function aPack(files: PackFiles): Promise<Found> {
  const { findings, manifest } = await verifyPack(files);
  const { name = '', digest = '', counts } = manifest ?? {};
  return { findings, summary: `${name}, ${counts?.files ?? 0} files. Digest ${digest}` };
}

async function anUpdate(files: PackFiles): Promise<Found> {
  const { findings, update } = await verifyUpdate(files);
  const { base, target, files: changed, delete: gone } = update;
  const change = `${changed.length} files new or changed, ${gone.length} to delete`;
  return { findings, summary: `update from ${base.name} to ${target.name}, ${change}.` };
}

async function aboutSignature(files: PackFiles, signers: string | undefined): Promise<string> {
  if (signers !== undefined) return `Signed by 签名人: ${await verifySigner(files, signers)}`;
  return files.paths.includes(SIGNATURE_FILE)
    ? 'There is a signature; it was not checked 签名未核对 (give --signers FILE).'
    : 'There is no signature 没有签名.';
}
