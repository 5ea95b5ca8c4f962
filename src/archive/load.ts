/** An archive on disk, taken through the pipeline. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { VFile } from 'vfile';
import { noticeUrl } from '../model/address.ts';
import type { FormerRecord } from '../model/records/former.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { checkAddressLock } from '../permalinks/check-address-lock.ts';
import { checkRecords } from '../permalinks/check-records.ts';
import { formerPages, movedClauses } from '../permalinks/former-pages.ts';
import { holdersOf, readLock, type AddressLock } from '../permalinks/address-lock.ts';
import { resolverOf } from '../permalinks/resolve.ts';
import { pipeline } from './pipeline.ts';
import type { Archive } from './archive.ts';
import { readOrphanSidecars, readSeeds, readText } from './seeds.ts';

/** The folder of the archive: `WENHAO_ROOT`, else the project's own. */
export function archiveRoot(): string {
  return resolve(process.env['WENHAO_ROOT'] ?? fileURLToPath(new URL('../..', import.meta.url)));
}

/** An archive with the addresses it had before. */
export interface PublishedArchive extends Archive {
  lock: AddressLock;
  /** Pages that are no more, and where they went. */
  former: FormerRecord[];
}

/**
 * Reads all of an archive.
 * @param root folder that holds `seeds/`
 * @returns notices, files with their messages (the lock file among them), the lock and what moved since
 * @throws when there is no folder `seeds/`
 */
export function readArchive(root: string): PublishedArchive {
  const { lock, file } = readLock(root);
  const archive = pipeline(readSeeds(root), {
    holders: holdersOf(lock),
    lock,
    orphans: readOrphanSidecars(root),
    works: readText(root, 'seeds/works.yaml'),
    links: readText(root, 'seeds/links.yaml'),
  });
  // works that cannot be read are not given up
  const isBroken = archive.files.some(
    (each) => each.path === 'seeds/works.yaml' && hasErrors(each),
  );
  const known = isBroken ? { ...lock, works: {} } : lock;
  const moves = resolverOf(archive, known);
  // records that cannot be read, or a lock that cannot, would make every address look lost or every record needless
  if (!hasErrors(file) && !archive.files.some(isUnread)) {
    checkRecords(moves);
    checkAddressLock(archive.notices, known, moves, file);
  }
  const clauses = movedClauses(moves);
  return {
    ...archive,
    notices: archive.notices.map((finished) => ({
      ...finished,
      moved: clauses.get(noticeUrl(finished.notice.id)) ?? [],
    })),
    files: [...archive.files, file],
    lock,
    former: formerPages(moves, clauses, lock),
  };
}

function isUnread({ messages }: VFile): boolean {
  return messages.some(({ ruleId }) => /^sidecar-(?:syntax|schema)$/.test(ruleId ?? ''));
}
