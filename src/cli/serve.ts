// npm run serve, npm run preview
import { parseArgs } from 'node:util';
import { placesOf } from '../diagnostics/project.ts';
import { serveUntilStopped } from '../publish/serve.ts';
import { run } from './run.ts';
import type { Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run serve -- [--out DIR] [--port N]',
  does: {
    en: 'Shows the site that was built on this machine; npm run preview does the same.',
    zh: '在本机打开已生成的网站；npm run preview 与此相同。',
  },
};

await run(async () => {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, port: { type: 'string' } },
  });
  await serveUntilStopped(placesOf(values).out, values.port);
  return 0;
}, usage);
