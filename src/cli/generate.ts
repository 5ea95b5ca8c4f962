/**
 * `npm run generate`: seeds → content/. With `--check` nothing is written and any difference is an error; `--all` tells the messages
 * of all files; with `--strict` warnings give exit code 1. Where `CI` is set, messages are also printed as GitHub shows them beside
 * the lines of a change. Exit codes: 0 done, 1 warnings under `--strict`, 2 fatal (nothing is written then).
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from '../archive/generate.ts';
import { archiveRoot } from '../archive/load.ts';
import type { Bilingual } from '../diagnostics/language.ts';
import { writeContent } from '../archive/write-content.ts';
import { run } from './run.ts';
import { nextStep, type Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run generate -- [--check] [--all] [--strict] [--root DIR]',
  does: {
    en: 'Makes content/ from seeds/; --check only compares, --all shows the messages of all files.',
    zh: '由 seeds/ 生成 content/；--check 只比较，--all 显示全部文件的提示。',
  },
};

const WRITTEN: Bilingual = {
  en: 'npm start, to see the site; npm run publish-addresses, when all is right',
  zh: '用 npm start 看效果；无误后用 npm run publish-addresses 固定地址',
};
const CHECKED: Bilingual = {
  en: 'nothing, content/ is what the seeds give',
  zh: '无，content/ 与 seeds/ 一致',
};

await run(() => Promise.resolve(generateContent()), usage);

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
  console.error(nextStep(values.check ? CHECKED : WRITTEN));
  return values.strict && generated.warnings > 0 ? 1 : 0;
}
