// npm run dev: the site while one writes; a saved seed or sidecar shows at once.
import { parseArgs } from 'node:util';
import { inLanguage } from '../diagnostics/language.ts';
import { placesOf } from '../diagnostics/project.ts';
import { portOf } from '../publish/serve.ts';
import { startDev } from '../publish/dev.ts';
import { run } from './run.ts';
import type { Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run dev -- [--root DIR] [--port N]',
  does: {
    en: 'Shows the site while one writes: a saved seed or sidecar shows at once.',
    zh: '边写边看：保存 seeds/ 里的文件即可看到效果。',
  },
};

await run(async () => {
  const { values } = parseArgs({ options: { root: { type: 'string' }, port: { type: 'string' } } });
  const log = (text: string) => {
    console.log(text);
  };
  const address = await startDev({ root: placesOf(values).root, port: portOf(values.port), log });
  log(
    inLanguage(
      `${address}\nSave a file in seeds/ and look. Ctrl+C ends it. 保存 seeds/ 里的文件即可看到效果，按 Ctrl+C 结束。`,
    ),
  );
  return 0;
}, usage);
