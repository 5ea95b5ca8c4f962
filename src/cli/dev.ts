// npm run dev [-- --root DIR] [--port N]: the site while one writes; a saved seed or sidecar shows at once.
import { parseArgs } from 'node:util';
import { placesOf } from '../diagnostics/project.ts';
import { portOf } from '../publish/serve.ts';
import { startDev } from '../publish/dev.ts';
import { run } from './run.ts';

await run(async () => {
  const { values } = parseArgs({ options: { root: { type: 'string' }, port: { type: 'string' } } });
  const log = (text: string) => {
    console.log(text);
  };
  const address = await startDev({ root: placesOf(values).root, port: portOf(values.port), log });
  log(
    `${address}\nSave a file in seeds/ and look. Ctrl+C ends it. 保存 seeds/ 里的文件即可看到效果，按 Ctrl+C 结束。`,
  );
  return 0;
});
