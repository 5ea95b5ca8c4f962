import { basename } from 'node:path';
import { diskFailure } from '../build/disk-failure.ts';
import { codeOf, Failure } from '../build/failure.ts';
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
    const error = diskFailure(thrown, pathOf(thrown));
    if (error instanceof Failure) console.error(`\n${error.message}`);
    else if (isWrongOption(error)) console.error(`\n${complaintOf(error)}\n${usage ?? ''}`);
    else console.error(error);
  }
}

/** Whoever reads along may have enough (`| head`): the work goes on without words. */
function goOnInSilence(error: Error): void {
  if (codeOf(error) !== 'EPIPE') throw error;
}

/** The file that a system error is about. */
function pathOf(error: unknown): string {
  return error instanceof Error && 'path' in error ? String(error.path) : 'the archive';
}

/** Node's own advice behind the first sentence is for programmers. */
function complaintOf({ message }: Error): string {
  return `${message.replace(/\. .*/s, '')}. 参数有误。`;
}

/** True for what `parseArgs` throws at an option it does not know. */
function isWrongOption(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}
