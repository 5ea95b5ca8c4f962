import { diskFailure } from '../build/disk-failure.ts';
import { codeOf, Failure } from '../build/failure.ts';

/**
 * Runs a command and sets the exit code of the process: what `command` returns (0 done, 1 warnings under `--frail`),
 * or 2 after a failure. A `Failure` is printed without a stack trace; anything else is our own mistake and keeps it.
 */
export async function run(command: () => Promise<number>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', goOnInSilence);
  try {
    process.exitCode = await command();
  } catch (thrown) {
    process.exitCode = 2;
    const error = diskFailure(thrown, pathOf(thrown));
    if (error instanceof Failure) console.error(`\n${error.message}`);
    else if (isWrongOption(error)) console.error(`\n${error.message}`);
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

/** True for what `parseArgs` throws at an option it does not know. */
function isWrongOption(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}
