/** `npm run describe`: writes what the code knows of itself where people look for it: the schemas for editors in `seeds/schemas`, the table of rules in README.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../diagnostics/failure.ts';
import { projectFolder } from '../diagnostics/project.ts';
import { withRuleTable } from '../diagnostics/rule-table.ts';
import { replaceFile, write } from '../archive/write.ts';
import { schemaFiles } from '../authored/json-schema.ts';
import { run } from './run.ts';

await run(() => Promise.resolve(describe()));

function describe(): number {
  write(join(projectFolder, 'seeds', 'schemas'), schemaFiles());
  const path = join(projectFolder, 'README.md');
  const text = withRuleTable(readFileSync(path, 'utf8'));
  if (text === null) {
    throw new Failure(
      'README.md has no place for the table of rules. README.md 中没有规则表的位置。',
      'put back the lines <!-- rules: npm run describe --> and <!-- /rules -->.',
    );
  }
  replaceFile(path, text);
  return 0;
}
