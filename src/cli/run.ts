import { basename, dirname } from 'node:path';
import { diskFailure } from '../diagnostics/disk-failure.ts';
import { codeOf, Failure } from '../diagnostics/failure.ts';
import { type Usage, usageText, wrongCall } from './usage.ts';

/**
 * Runs a command and sets the exit code of the process: what `command` returns (0 done, 1 warnings under `--strict`),
 * or 2 after a failure. A `Failure` is printed without a stack trace; anything else is our own mistake and keeps it.
 * `--help` shows how the command is called, and so does an option that it does not know.
 * @param command what is done
 * @param usage how it is called
 */
export async function run(command: () => Promise<number>, usage: Usage): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', goOnInSilence);
  const words = process.argv.slice(2);
  const help = usageText(usage);
  if (words.some((word) => /^(?:--help|-h)$/.test(word))) {
    console.log(help);
    return;
  }
  try {
    process.exitCode = await command();
  } catch (thrown) {
    process.exitCode = 2;
    const error = missingArchive(thrown) ?? diskFailure(thrown, pathOf(thrown));
    const complaint = wrongCall(error, words);
    if (error instanceof Failure) console.error(`\n${error.textIn()}`);
    else if (complaint !== null) console.error(`\n${complaint}\n${help}`);
    else console.error(error);
  }
}

/** Whoever reads along may have enough (`| head`): the work goes on without words. */
function goOnInSilence(error: Error): void {
  if (codeOf(error) !== 'EPIPE') throw error;
}

/** What to say where a command looks for the seeds of an archive and there is no such folder. */
function missingArchive(thrown: unknown): Failure | null {
  const path = pathOf(thrown);
  if (codeOf(thrown) !== 'ENOENT' || basename(path) !== 'seeds') return null;
  return new Failure(
    `There is no archive in ${dirname(path)}: it has no folder “seeds”. 这里没有档案库：缺少 seeds 文件夹。`,
    `look at the path behind --root; it names the folder that holds seeds/. 检查 --root 后面的路径（现为 ${dirname(path)}），它应是 seeds 的上一级文件夹。`,
    { cause: thrown },
  );
}

/** The file that a system error is about. */
function pathOf(error: unknown): string {
  return error instanceof Error && 'path' in error ? String(error.path) : 'the archive';
}
