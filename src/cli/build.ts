// npm run build [-- --root DIR] [--out DIR] [--strict]
import { parseArgs } from 'node:util';
import { buildSite } from '../publish/build-site.ts';
import { placesOf } from '../diagnostics/project.ts';
import { run } from './run.ts';

await run(async () => {
  const { values } = parseArgs({
    options: {
      root: { type: 'string' },
      out: { type: 'string' },
      strict: { type: 'boolean', default: false },
    },
  });
  const log = (sentence: string) => {
    console.log(sentence);
  };
  return buildSite({ ...placesOf(values), strict: values.strict, log });
});
