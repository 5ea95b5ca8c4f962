import { basename, dirname } from 'node:path';
import { diskFailure } from '../diagnostics/disk-failure.ts';
import { codeOf, Failure } from '../diagnostics/failure.ts';
import { usageOf } from './usage.ts';

/**
 * Runs a command and sets the exit code of the process: what `command` returns (0 done, 1 warnings under `--frail`),
 * or 2 after a failure. A `Failure` is printed without a stack trace; anything else is our own mistake and keeps it.
 * `--help` shows how the command is called, and so does an option that it does not know.
 */
export async function run(command: () => Promise<number>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', goOnInSilence);
  const usage = usageOf(basename(process.argv[1] ?? '', '.ts'));
  if (usage !== null && process.argv.slice(2).some((word) => /^(?:--help|-h)$/.test(word))) {
    console.log(usage);
    return;
  }
  try {
    process.exitCode = await command();
  } catch (thrown) {
    process.exitCode = 2;
    const error = missingArchive(thrown) ?? diskFailure(thrown, pathOf(thrown));
    if (error instanceof Failure) console.error(`\n${error.message}`);
    else if (isWrongOption(error)) console.error(`\n${complaintOf(error)}\n${usage ?? ''}`);
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
    'look at the path behind --root; it names the folder that holds seeds/. 检查 --root 后面的路径，它应是 seeds 的上一级文件夹。',
    { cause: thrown },
  );
}

/** The file that a system error is about. */
function pathOf(error: unknown): string {
  return error instanceof Error && 'path' in error ? String(error.path) : 'the archive';
}

/** Node's own advice behind the first sentence is for programmers. */
function complaintOf({ message }: Error): string {
  const hint = process.argv.slice(2).some((word) => /^-[^-].*\./s.test(word))
    ? '\nThe name of a file that begins with “-” is written ./-name. 文件名以“-”开头的，前面加 ./。'
    : '';
  return `${message.replace(/\. .*/s, '')}. 参数有误。${hint}`;
}

/** True for what `parseArgs` throws at an option it does not know. */
function isWrongOption(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}
