// npm run serve [-- --out DIR] [--port N]
import { parseArgs } from 'node:util';
import { placesOf } from '../diagnostics/project.ts';
import { serveUntilStopped } from '../publish/serve.ts';
import { run } from './run.ts';

await run(async () => {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, port: { type: 'string' } },
  });
  await serveUntilStopped(placesOf(values).out, values.port);
  return 0;
});
