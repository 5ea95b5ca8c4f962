// npm start [-- --port N]: builds the archive and shows it.
import { parseArgs } from 'node:util';
import { buildSite } from '../publish/build-site.ts';
import { placesOf } from '../diagnostics/project.ts';
import { serveUntilStopped } from '../publish/serve.ts';
import { run } from './run.ts';

await run(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const places = placesOf({});
  const log = (sentence: string) => {
    console.log(sentence);
  };
  await buildSite({ ...places, strict: false, log });
  await serveUntilStopped(places.out, values.port);
  return 0;
});
