/**
 * `npm run corpus -- DIR`: how title, number, issuer, date, numbered units and cited titles of the files in DIR compare with its `index.json`,
 * and whether text was lost. Exit codes: 0 measured, 2 text was lost, a file or the index cannot be read.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../../src/diagnostics/failure.ts';
import { type Expectation, readExpectations } from './expectations.ts';
import { measure } from './measure.ts';
import { differencesIn, type Row, tableOf } from './table.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { run } from '../../src/cli/run.ts';
import type { Usage } from '../../src/cli/usage.ts';

const usage: Usage = {
  call: 'npm run corpus -- DIR',
  does: {
    en: 'Compares the texts of a folder with its index.json.',
    zh: '把文件夹中的文本与其 index.json 逐项比较。',
  },
};

await run(() => Promise.resolve(measureCorpus()), usage);

function measureCorpus(): number {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) {
    throw new Failure(
      'One folder with an index.json is to be named. 请指明一个含 index.json 的文件夹。',
      'npm run corpus -- DIR; test/README.md says what index.json holds.',
    );
  }
  // npm runs scripts in the project's folder; paths are meant from where the user stands
  const folder = resolve(process.env['INIT_CWD'] ?? '.', given);
  const rows = expectationsIn(folder).map((each) => rowOf(folder, each));
  const differences = differencesIn(rows);
  console.log([...differences, ...(differences.length > 0 ? [''] : []), tableOf(rows)].join('\n'));
  return rows.some(({ measured }) => measured === null || measured.lost > 0) ? 2 : 0;
}

function expectationsIn(folder: string): Expectation[] {
  const read = readExpectations(folder);
  const mistakes = read.filter((each) => typeof each === 'string');
  if (mistakes.length > 0) {
    throw new Failure(
      mistakes.join('\n'),
      'test/README.md says what index.json holds. 格式见手册“录入公文”。',
    );
  }
  return read.filter((each) => typeof each !== 'string');
}

function rowOf(folder: string, { file, expected }: Expectation): Row {
  const bytes = readFileSync(join(folder, file));
  const start = performance.now();
  const { notices, files } = pipeline([{ path: file, bytes }]);
  const milliseconds = performance.now() - start;
  const [finished] = notices;
  const error = files[0]?.messages.find(({ fatal }) => fatal === true)?.reason ?? null;
  return { file, measured: finished ? measure(finished, expected) : null, error, milliseconds };
}
