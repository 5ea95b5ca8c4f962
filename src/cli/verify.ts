// npm run verify: whether a pack or an update is as it was packed.
import { parseArgs } from 'node:util';
import { Failure } from '../diagnostics/failure.ts';
import { inLanguage } from '../diagnostics/language.ts';
import { type PackFiles, withPack } from '../release/pack-files.ts';
import { sentenceOf, tallyOf } from '../release/report.ts';
import { SIGNATURE_FILE } from '../release/sha256sums.ts';
import { isUpdate, verifyUpdate } from '../release/update/update.ts';
import { type Finding, verifyPack, verifySigner } from '../release/verify.ts';
import { run } from './run.ts';
import { nextStep, type Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run verify -- DIR|ZIP [--signers FILE]',
  does: {
    en: 'Checks a pack or an update and names every damaged, missing and foreign file.',
    zh: '检查离线包或更新包，指明损坏、缺失和多余的文件。',
  },
};

await run(async () => {
  const { values, positionals } = parseArgs({
    options: { signers: { type: 'string' } },
    allowPositionals: true,
  });
  const [place, ...more] = positionals;
  if (place === undefined || more.length > 0) {
    throw new Failure(
      'One zip or folder is to be named. 请指明一个压缩包或文件夹。',
      'npm run verify -- wenhao-….zip, or the folder where it was unpacked. 用法：npm run verify -- wenhao-….zip，或解压后的文件夹。',
    );
  }
  return withPack(place, (files) => verify(files, values.signers));
}, usage);

async function verify(files: PackFiles, signers: string | undefined): Promise<number> {
  const { findings, summary } = isUpdate(files) ? await anUpdate(files) : await aPack(files);
  for (const finding of findings) console.error(sentenceOf(finding));
  if (findings.length > 0) {
    const tally = tallyOf(findings);
    console.error(
      inLanguage({
        en: `${files.place} is not as it was packed: ${tally}.`,
        zh: `${files.place} 与原包不符：${tally}。`,
      }),
    );
    console.error(
      nextStep({
        en: 'take the pack again from where it was made, and do not use this one.',
        zh: '不要使用此包，请向制作单位重新索取',
      }),
    );
    return 2;
  }
  const signature = await aboutSignature(files, signers);
  console.log(
    inLanguage({
      en: `${files.place} is as it was packed: ${summary}`,
      zh: `${files.place} 与原包一致：${summary}`,
    }),
  );
  console.log(signature);
  console.log(nextStep(isUpdate(files) ? APPLY : NOTHING));
  return 0;
}

const NOTHING = { en: 'nothing; the pack can be used.', zh: '无需处理，可以使用' };
const APPLY = {
  en: 'npm run apply-update -- DIR UPDATE.zip',
  zh: 'npm run apply-update -- 解压的文件夹 更新包',
};

interface Found {
  findings: Finding[];
  summary: string;
}

async function aPack(files: PackFiles): Promise<Found> {
  const { findings, manifest } = await verifyPack(files);
  const { name = '', digest = '', counts } = manifest ?? {};
  return {
    findings,
    summary: inLanguage({
      en: `${name}, ${counts?.files ?? 0} files. Digest ${digest}`,
      zh: `${name}，${counts?.files ?? 0} 个文件，校验值 ${digest}`,
    }),
  };
}

async function anUpdate(files: PackFiles): Promise<Found> {
  const { findings, update } = await verifyUpdate(files);
  const { base, target, files: changed, delete: gone } = update;
  const summary = inLanguage({
    en: `update from ${base.name} to ${target.name}, ${changed.length} files new or changed, ${gone.length} to delete.`,
    zh: `由 ${base.name} 到 ${target.name} 的更新包，新增或改动 ${changed.length} 个文件，删除 ${gone.length} 个。`,
  });
  return { findings, summary };
}

async function aboutSignature(files: PackFiles, signers: string | undefined): Promise<string> {
  if (signers !== undefined) {
    const signer = await verifySigner(files, signers);
    return inLanguage({ en: `Signed by: ${signer}`, zh: `签名人：${signer}` });
  }
  return inLanguage(
    files.paths.includes(SIGNATURE_FILE)
      ? 'There is a signature; it was not checked (give --signers FILE). 签名未核对（核对用 --signers 文件）。'
      : 'There is no signature. 没有签名。',
  );
}
