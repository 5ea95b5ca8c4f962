/** `npm run describe`: writes what the code knows of itself where people look for it: the schemas for editors in `seeds/schemas`, the table of rules in README.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../diagnostics/failure.ts';
import { projectFolder } from '../diagnostics/project.ts';
import { withRuleTable } from '../diagnostics/rule-table.ts';
import { replaceFile, write } from '../archive/write.ts';
import { schemaFiles } from '../authored/json-schema.ts';
import { run } from './run.ts';
import { nextStep, type Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run describe --',
  does: {
    en: 'Writes the schemas of seeds/schemas and the table of rules in README.md anew.',
    zh: '重新写出 seeds/schemas 中的格式说明和 README.md 中的规则表。',
  },
};

await run(() => Promise.resolve(describe()), usage);

function describe(): number {
  write(join(projectFolder, 'seeds', 'schemas'), schemaFiles());
  const path = join(projectFolder, 'README.md');
  const text = withRuleTable(readFileSync(path, 'utf8'));
  if (text === null) {
    throw new Failure(
      'README.md has no place for the table of rules. README.md 中没有规则表的位置。',
      'put back the lines <!-- rules: npm run describe --> and <!-- /rules -->. 请恢复 <!-- rules: npm run describe --> 和 <!-- /rules --> 这两行。',
    );
  }
  replaceFile(path, text);
  console.log(nextStep({ en: 'git diff, then commit', zh: '用 git diff 核对，然后提交' }));
  return 0;
}
