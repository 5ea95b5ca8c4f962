/** Looks at folders until somebody stops it. */
import { filesOfFolder, statsOf } from './files.ts';

/** How often, in milliseconds. Asked for, not told: shared drives tell nobody of their changes. */
const EVERY = 1000;

/**
 * Names every file that comes or changes, once it has stayed the same from one look to the next: what is still being copied waits.
 * @param folders absolute
 * @param take what is done with a file
 * @param stop ends the watch
 * @param known files that were taken already
 * @param every milliseconds between two looks
 */
export async function watch(
  folders: readonly string[],
  take: (path: string) => Promise<void>,
  stop: AbortSignal,
  known: Iterable<string> = [],
  every = EVERY,
): Promise<void> {
  const taken = new Map([...known].map((path) => [path, stateOf(path)]));
  const seen = new Map<string, string>();
  while (!stop.aborted) {
    for (const path of folders.flatMap(filesOfFolder)) {
      const state = stateOf(path);
      const isStable = state !== '' && seen.get(path) === state;
      seen.set(path, state);
      if (!isStable || taken.get(path) === state) continue;
      taken.set(path, state);
      await take(path);
    }
    await pause(every, stop);
  }
}

/** Size and time of a file; empty while nothing is in it, or its folder is gone for a moment (a stick, a share). */
function stateOf(path: string): string {
  const stats = statsOf(path);
  return stats && stats.size > 0 ? `${stats.size} ${stats.mtimeMs}` : '';
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
