/** `npm run describe`: writes the JSON schemas for editors, `seeds/schemas`, from the schemas of the code. */
import { join } from 'node:path';
import { write } from '../archive/write.ts';
import { schemaFiles } from '../authored/json-schema.ts';
import { projectFolder } from '../diagnostics/project.ts';
import { run } from './run.ts';

await run(() => {
  write(join(projectFolder, 'seeds', 'schemas'), schemaFiles());
  return Promise.resolve(0);
});
