// npm run apply-update
import { parseArgs } from 'node:util';
import { Failure } from '../diagnostics/failure.ts';
import { inLanguage } from '../diagnostics/language.ts';
import { applyUpdate } from '../release/update/apply-update.ts';
import { run } from './run.ts';
import { nextStep, type Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run apply-update -- DIR UPDATE.zip',
  does: {
    en: 'Brings an unpacked pack up to date.',
    zh: '用更新包更新已解压的离线包。',
  },
};

await run(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder, zip, ...more] = positionals;
  if (folder === undefined || zip === undefined || more.length > 0) {
    throw new Failure(
      'A folder and an update are to be named. 请指明文件夹和更新包。',
      'npm run apply-update -- DIR wenhao-update-….zip; DIR is where the pack was unpacked. 用法：npm run apply-update -- 解压的文件夹 wenhao-update-….zip。',
    );
  }
  const { update, wasThere } = await applyUpdate(folder, zip, (sentence) => {
    console.error(inLanguage(sentence));
  });
  const { files, delete: gone, target } = update;
  console.log(
    inLanguage(
      wasThere
        ? `${folder} holds ${target.name} already. ${folder} 已是 ${target.name}，无需更新。`
        : `${folder} holds ${target.name} now: ${files.length} files new or changed, ${gone.length} deleted. ${folder} 已更新为 ${target.name}：新增或改动 ${files.length} 个文件，删除 ${gone.length} 个。`,
    ),
  );
  console.log(
    nextStep({
      en: `npm run verify -- ${folder}`,
      zh: `npm run verify -- ${folder}，核对更新后的文件`,
    }),
  );
  return 0;
}, usage);
