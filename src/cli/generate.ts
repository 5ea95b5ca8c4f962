/**
 * `npm run generate`: seeds → content/. With `--check` nothing is written and any difference is an error; `--all` tells the messages
 * of all files; with `--strict` warnings give exit code 1. Where `CI` is set, messages are also printed as GitHub shows them beside
 * the lines of a change. Exit codes: 0 done, 1 warnings under `--strict`, 2 fatal (nothing is written then).
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from '../archive/generate.ts';
import { archiveRoot } from '../archive/load.ts';
import { writeContent } from '../archive/write-content.ts';
import { run } from './run.ts';

await run(() => Promise.resolve(generateContent()));

function generateContent(): number {
  const { values } = parseArgs({
    options: {
      root: { type: 'string' },
      check: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
    },
  });
  const root = values.root === undefined ? archiveRoot() : resolve(values.root);
  const generated = generate(root);
  const log = (text: string) => {
    console.error(text);
  };
  writeContent(generated, { root, check: values.check, all: values.all, log });
  return values.strict && generated.warnings > 0 ? 1 : 0;
}
