/** `npm run publish-addresses`: takes every address of the archive into the lock. The only thing that writes `seeds/addresses.json`. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../diagnostics/failure.ts';
import { printedMessages } from '../diagnostics/print-messages.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { archiveRoot, readArchive } from '../archive/load.ts';
import { LOCK_PATH } from '../permalinks/address-lock.ts';
import { lockText } from '../permalinks/lock-text.ts';
import { replaceFile } from '../archive/write.ts';
import { run } from './run.ts';

await run(() => Promise.resolve(publish()));

/** A missing lock is begun anew; a damaged one, or an archive with errors, is not published over. */
function publish(): number {
  const { values } = parseArgs({ options: { root: { type: 'string' } } });
  const root = values.root === undefined ? archiveRoot() : resolve(values.root);
  const path = join(root, LOCK_PATH);
  const archive = readArchive(root);
  const broken = archive.files.filter(
    (file) => hasErrors(file) && (file.path !== LOCK_PATH || existsSync(path)),
  );
  if (broken.length > 0) {
    console.error(printedMessages(broken));
    throw new Failure(
      'Nothing was published: the errors above come first.',
      'follow the note below each of them.',
    );
  }
  replaceFile(path, lockText(archive, archive.lock));
  console.error(
    `${LOCK_PATH}: ${archive.notices.length} notices, ${archive.authority.works.length} works.`,
  );
  return 0;
}
