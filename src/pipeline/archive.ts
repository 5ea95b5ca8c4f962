/** An archive on disk, taken through the pipeline. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasErrors } from '../notice/report.ts';
import { checkLock, holdersOf, readLock, type Lock } from './lock.ts';
import { pipeline, type Archive } from './pipeline.ts';
import { readSeeds, readText } from './seeds.ts';

/** The folder of the archive: `WENHAO_ROOT`, else the project's own. */
export function archiveRoot(): string {
  return resolve(process.env['WENHAO_ROOT'] ?? fileURLToPath(new URL('../..', import.meta.url)));
}

/**
 * Reads all of an archive.
 * @param root folder that holds `seeds/`
 * @returns notices, files with their messages (the lock file among them) and the lock
 * @throws when there is no folder `seeds/`
 */
export function readArchive(root: string): Archive & { lock: Lock } {
  const { lock, file } = readLock(root);
  const archive = pipeline(readSeeds(root), {
    holders: holdersOf(lock),
    works: readText(root, 'seeds/works.yaml'),
    links: readText(root, 'seeds/links.yaml'),
  });
  // works that cannot be read are not given up
  const isBroken = archive.files.some(
    (each) => each.path === 'seeds/works.yaml' && hasErrors(each),
  );
  checkLock(archive, isBroken ? { ...lock, works: {} } : lock, file);
  return { ...archive, files: [...archive.files, file], lock };
}
