/** Reads files on a thread of its own: whatever lies in one can be stopped (worker-client.ts). */
import { parentPort } from 'node:worker_threads';
import { readFileOf } from './read-file.ts';

parentPort?.on('message', ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
  void readFileOf(name, bytes).then((receipt) => parentPort?.postMessage(receipt));
});
