/** Reads files where they can be stopped: a file that would take hours, or all memory, is refused. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type ReadResult } from './read-file.ts';
import { refused } from './refuse.ts';

/** A thousand pages take about ten seconds. */
const MOST_SECONDS = 120;
const MOST_MEGABYTES = 1536;

/** Reads files one after the other. */
export class ReaderProcess {
  readonly #seconds: number;
  #worker: Worker | null = null;

  /** @param seconds that a file may take */
  constructor(seconds = MOST_SECONDS) {
    this.#seconds = seconds;
  }

  /**
   * Reads a file (`receive`). Never throws.
   * @param name with its ending
   * @param bytes of the file
   */
  async receive(name: string, bytes: Uint8Array): Promise<ReadResult> {
    const worker = (this.#worker ??= new Worker(new URL('worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      // what pdf.js has to say of a file is for its makers
      stdout: true,
      stderr: true,
    }));
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), this.#seconds * 1000);
    const receipt = await answerOf(worker, { name, bytes }, late.signal);
    clearTimeout(timer);
    if (typeof receipt !== 'string') return receipt;
    await this.close();
    return { refusal: refused('damaged', receipt).remark };
  }

  /** Ends the thread; another is begun when another file comes. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }
}

/** What a thread answers; a text when it gives none. */
async function answerOf(
  worker: Worker,
  question: { name: string; bytes: Uint8Array },
  late: AbortSignal,
): Promise<ReadResult | string> {
  worker.postMessage(question);
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, late]);
  try {
    const [answer] = (await Promise.race([
      once(worker, 'message', { signal }),
      once(worker, 'exit', { signal }).then(() => ['its reader gave up']),
    ])) as [ReadResult | string];
    return answer;
  } catch (error) {
    if (late.aborted) return 'its reader took too long';
    return error instanceof Error ? error.message : String(error);
  } finally {
    done.abort();
  }
}
