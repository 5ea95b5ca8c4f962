// npm start [-- --port N]: builds the archive and shows it.
import { parseArgs } from 'node:util';
import { buildSite } from '../publish/build-site.ts';
import { placesOf } from '../diagnostics/project.ts';
import { serveUntilStopped } from '../publish/serve.ts';
import { run } from './run.ts';
import type { Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run start -- [--port N]',
  does: {
    en: 'Makes the site and shows it on this machine.',
    zh: '生成网站并在本机打开。',
  },
};

await run(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const places = placesOf({});
  const log = (sentence: string) => {
    console.log(sentence);
  };
  await buildSite({ ...places, strict: false, log });
  await serveUntilStopped(places.out, values.port);
  return 0;
}, usage);
