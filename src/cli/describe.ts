/** `npm run describe`: writes the JSON schemas for editors, `seeds/schemas`, from the schemas of the code. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { write } from '../archive/write.ts';
import { schemaFiles } from '../authored/json-schema.ts';
import { projectFolder } from '../diagnostics/project.ts';
import { run } from './run.ts';
import { nextStep, type Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run describe --',
  does: {
    en: 'Writes the JSON schemas of seeds/schemas anew.',
    zh: '重新写出 seeds/schemas 中的格式说明。',
  },
};

await run(() => {
  // it takes no options; parseArgs refuses any
  parseArgs();
  write(join(projectFolder, 'seeds', 'schemas'), schemaFiles());
  console.log(nextStep({ en: 'git diff, then commit', zh: '用 git diff 核对，然后提交' }));
  return Promise.resolve(0);
}, usage);
