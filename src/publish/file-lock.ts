import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, Failure } from '../diagnostics/failure.ts';
import { inLanguage } from '../diagnostics/language.ts';

/** How long to wait for another build, in milliseconds: longer than any build takes. */
const PATIENCE = 15 * 60 * 1000;

/** The locks of this very process: a lock file with our number that is not among them is of an earlier process. */
const held = new Set<string>();

/**
 * Runs `work` while no other process does the same under the same lock file. Waits for a living holder; the lock
 * of a process that is gone is taken over.
 *
 * @param file the lock file; its folder is made when it is missing
 * @param log told once, in a sentence, when there is a holder to wait for
 * @throws {Failure} when the holder has not finished after a quarter of an hour
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  log: (sentence: string) => void,
): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  let told = false;
  while (!(await take(file))) {
    const holder = await holderOf(file);
    if (holder === undefined) continue;
    if (holder === process.pid ? !held.has(file) : !isAlive(holder)) {
      await clear(file, holder);
      continue;
    }
    if (!told)
      log(
        inLanguage(
          `Another build is at work (process ${String(holder)}); waiting for it. 另一个构建正在运行（进程 ${String(holder)}），等待其结束。`,
        ),
      );
    told = true;
    if (Date.now() > deadline) {
      throw new Failure(
        `${file} has been held by process ${String(holder)} for a quarter of an hour. 进程 ${String(holder)} 占用 ${file} 已满一刻钟。`,
        'end that process if it is a build that hangs, or delete the file if it is no build, and build again. 该进程如为停滞的构建，请结束它；如不是构建，请删除该文件；然后重新构建。',
      );
    }
    await sleep(300);
  }
  held.add(file);
  try {
    await clearTraces(file);
    return await work();
  } finally {
    held.delete(file);
    await rm(file, { force: true });
  }
}

/** Makes the lock file with our process id in it, whole or not at all; false when it is there already. */
async function take(file: string): Promise<boolean> {
  const own = `${file}.${String(process.pid)}`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(own, String(process.pid));
    await link(own, file);
    return true;
  } catch (error) {
    // ENOENT: the one who has just had it cleared ours away with the traces of others, or the empty folder.
    if (['EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** Removes what processes left that were killed while they asked for the lock. */
async function clearTraces(file: string): Promise<void> {
  const traces = (await readdir(dirname(file))).filter((name) =>
    name.startsWith(`${basename(file)}.`),
  );
  for (const name of traces) await rm(join(dirname(file), name), { force: true });
}

/** The process id in the lock file; undefined when the file has gone in the meantime. */
async function holderOf(file: string): Promise<number | undefined> {
  try {
    return Number(await readFile(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Removes the lock of a process that is gone, unless another one has taken it over since. */
async function clear(file: string, gone: number): Promise<void> {
  const aside = `${file}.gone.${String(process.pid)}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await holderOf(aside)) !== gone) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}
