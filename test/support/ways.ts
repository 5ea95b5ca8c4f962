import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from '../../src/build/serve.ts';
import { dist } from './places.ts';

/** The site as a reader reaches it. */
export interface Reached {
  /** Address of its folder, with a slash at the end. */
  base: string;
  close: () => Promise<void>;
}

/** A way to reach the built site: what it is called, and how to open it. */
export type Way = [name: string, open: () => Promise<Reached>];

/** The ways people reach the site: a server’s root, a folder of a server, a double-click on a file of a USB stick. */
export const ways: Way[] = [
  ['http', () => overHttp('/')],
  ['http under a sub-path', () => overHttp('/a/b/')],
  ['file', fromDisk],
];

async function overHttp(path: string): Promise<Reached> {
  const { port, close } = await serve(dist, 0, path);
  return { base: `http://127.0.0.1:${String(port)}${path}`, close };
}

async function fromDisk(): Promise<Reached> {
  const stick = await mkdtemp(join(tmpdir(), '文号 档案 '));
  await cp(dist, stick, { recursive: true });
  return {
    base: `${pathToFileURL(stick).href}/`,
    close: () => rm(stick, { recursive: true, force: true }),
  };
}
