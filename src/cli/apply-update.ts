// npm run apply-update -- DIR UPDATE.zip
import { parseArgs } from 'node:util';
import { Failure } from '../diagnostics/failure.ts';
import { applyUpdate } from '../release/update/apply-update.ts';
import { run } from './run.ts';

await run(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder, zip, ...more] = positionals;
  if (folder === undefined || zip === undefined || more.length > 0) {
    throw new Failure(
      'A folder and an update are to be named. 请指明文件夹和更新包。',
      'npm run apply-update -- DIR wenhao-update-….zip; DIR is where the pack was unpacked.',
    );
  }
  const { update, wasThere } = await applyUpdate(folder, zip, (sentence) => {
    console.error(sentence);
  });
  const { files, delete: gone, target } = update;
  console.log(
    wasThere
      ? `${folder} holds ${target.name} already; nothing to do. 已是最新，无需更新。`
      : `${folder} holds ${target.name} now: ${files.length} files new or changed, ${gone.length} deleted. 更新完成。`,
  );
  return 0;
});
