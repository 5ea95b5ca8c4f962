import { existsSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, Failure, reasonOf } from './failure.ts';

/** The folders of one build, beside its site on the same disk, so that a rename is enough to publish. Absolute. */
export interface Workplace {
  /** The folder of the two below; it may be deleted whenever no build is at work. */
  room: string;
  /** The finished site that readers see. */
  out: string;
  /** Where the new one is made. */
  fresh: string;
  /** Where the old one stands for a moment while the two change places. */
  previous: string;
}

/** The working folders for a site in `out`. Touches nothing. */
export function workplaceOf(out: string): Workplace {
  const room = join(dirname(out), '.cache', `build-${basename(out)}`);
  return { room, out, fresh: join(room, 'site'), previous: join(room, 'previous') };
}

/**
 * Clears what a killed build left behind: its half-made site goes, and a site it had put aside returns to its
 * place when no new one stands there.
 */
export async function cleanUp(place: Workplace): Promise<void> {
  if (existsSync(place.previous) && !existsSync(place.out)) await rename(place.previous, place.out);
  await rm(place.room, { recursive: true, force: true });
  await mkdir(place.room, { recursive: true });
}

/**
 * Puts the fresh site in the place of the old one.
 *
 * @throws {Failure} when the system does not let go of a folder; the old site is then where it was
 */
export async function swap(place: Workplace): Promise<void> {
  try {
    if (existsSync(place.out)) await move(place.out, place.previous);
    await move(place.fresh, place.out);
  } catch (error) {
    if (existsSync(place.previous) && !existsSync(place.out)) {
      await rename(place.previous, place.out);
    }
    throw new Failure(
      `The new site is made, but ${place.out} cannot be replaced: ${reasonOf(error)}.`,
      'close programs that have the folder or a file in it open (a server, an editor, a terminal), and build again.',
    );
  }
  await rm(place.room, { recursive: true, force: true });
  // Beside a site elsewhere the folder around it was ours alone; the project’s holds other things and stays.
  await rmdir(dirname(place.room)).catch(() => undefined);
}

/** Renames a folder; Windows refuses for a moment while a virus scanner or an indexer looks at it. */
async function move(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const busy = ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error) ?? '');
      if (!busy || attempt === 10) throw error;
      await sleep(200);
    }
  }
}
