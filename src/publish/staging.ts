import { existsSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, Failure, reasonOf } from '../diagnostics/failure.ts';

/** The folders of one build, beside its site on the same disk, so that a rename is enough to publish. Absolute. */
export interface Staging {
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
export function stagingOf(out: string): Staging {
  const room = join(dirname(out), '.cache', `build-${basename(out)}`);
  return { room, out, fresh: join(room, 'site'), previous: join(room, 'previous') };
}

/** The lock of a site: whoever makes one in the same place waits, be it from another copy of the project. */
export function lockOf({ room }: Staging): string {
  return `${room}.lock`;
}

/**
 * Ends a change of places that was cut off: between its two steps nothing stands in `out`, and both copies are whole.
 * The new one takes its place; where it is gone, the old one returns.
 *
 * @returns whether there was anything to end
 */
export async function finishSwap({ out, fresh, previous }: Staging): Promise<boolean> {
  if (existsSync(out) || !existsSync(previous)) return false;
  await move(existsSync(fresh) ? fresh : previous, out);
  return true;
}

/** Clears what a killed build left behind: a change of places is ended, a half-made site goes. */
export async function cleanUp(place: Staging): Promise<void> {
  await finishSwap(place);
  await clear(place);
  await mkdir(place.room, { recursive: true });
}

/**
 * Deletes the working folders; a site must stand in `out`. What is being deleted has another name than a whole copy, so
 * that nobody takes it for one when this is cut off, too.
 */
async function clear({ room, previous }: Staging): Promise<void> {
  const gone = join(room, 'gone');
  await rm(gone, { recursive: true, force: true });
  if (existsSync(previous)) await move(previous, gone);
  await rm(room, { recursive: true, force: true });
}

/**
 * Puts the fresh site in the place of the old one.
 *
 * @throws {Failure} when the system does not let go of a folder; the old site is then where it was
 */
export async function swap(place: Staging): Promise<void> {
  try {
    if (existsSync(place.out)) await move(place.out, place.previous);
    await move(place.fresh, place.out);
  } catch (error) {
    if (existsSync(place.previous) && !existsSync(place.out)) {
      await rename(place.previous, place.out);
    }
    throw new Failure(
      `The new site is made, but ${place.out} cannot be replaced: ${reasonOf(error)}. 新网站已生成，但无法替换 ${place.out}（${reasonOf(error)}）。`,
      'close programs that have the folder or a file in it open (a server, an editor, a terminal), and try again. 请关闭正在使用该文件夹或其中文件的程序（服务器、编辑器、终端），再试一次。',
    );
  }
  await leave(place);
}

/** Deletes the working folders; a site must stand in `out`. */
export async function leave(place: Staging): Promise<void> {
  await clear(place);
  await tidy(place);
}

/** Deletes the folder around the working folders where it was ours alone; the project’s holds other things and stays. */
export async function tidy({ room }: Staging): Promise<void> {
  await rmdir(dirname(room)).catch(() => undefined);
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
