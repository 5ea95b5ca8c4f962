/** `npm run publish-addresses`: takes every address of the archive into the lock. The only thing that writes `seeds/addresses.json`. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../diagnostics/failure.ts';
import { inLanguage } from '../diagnostics/language.ts';
import { printedMessages } from '../diagnostics/print-messages.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { archiveRoot, readArchive } from '../archive/load.ts';
import { LOCK_PATH } from '../permalinks/address-lock.ts';
import { lockText } from '../permalinks/lock-text.ts';
import { replaceFile } from '../archive/write.ts';
import { run } from './run.ts';
import { nextStep, type Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run publish-addresses -- [--root DIR]',
  does: {
    en: 'Takes all addresses of the archive into seeds/addresses.json.',
    zh: '把全部地址记入 seeds/addresses.json。',
  },
};

await run(() => Promise.resolve(publish()), usage);

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
      'Nothing was published: the errors above come first. 有错误，未记入任何地址。',
      'follow the note below each of them. 请按每条错误下面的提示处理。',
    );
  }
  replaceFile(path, lockText(archive, archive.lock));
  const counts = { notices: archive.notices.length, works: archive.authority.works.length };
  console.error(
    inLanguage({
      en: `${LOCK_PATH}: ${counts.notices} notices, ${counts.works} works.`,
      zh: `${LOCK_PATH}：公文 ${counts.notices} 件，文献 ${counts.works} 种。`,
    }),
  );
  console.error(nextStep({ en: `commit ${LOCK_PATH}`, zh: `提交 ${LOCK_PATH}（git commit）` }));
  return 0;
}
