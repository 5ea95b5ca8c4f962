/** `npm run publish-addresses`: takes every address of the archive into the lock. The only thing that writes `seeds/addresses.json`. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { archiveRoot, readArchive } from '../pipeline/archive.ts';
import { lockText } from '../pipeline/lock.ts';
import { run } from './run.ts';

const { values } = parseArgs({ options: { root: { type: 'string' } } });
const root = values.root === undefined ? archiveRoot() : resolve(values.root);

await run(() => {
  const { notices, lock } = readArchive(root);
  writeFileSync(join(root, 'seeds', 'addresses.json'), lockText(notices, lock));
  console.error(`seeds/addresses.json: ${notices.length} notices.`);
  return Promise.resolve(0);
});
