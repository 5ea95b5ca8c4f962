import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from '../../src/publish/serve.ts';
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
  ['http', served],
  ['http under a sub-path', () => overHttp(dist, '/a/b/')],
  ['file', () => fromDisk(dist)],
];

/** The built site at the root of a server: enough where the way makes no difference. */
export function served(): Promise<Reached> {
  return overHttp(dist);
}

/** A site on a server of its own. @param path under which it is shown, with a slash at both ends */
export async function overHttp(folder: string, path = '/'): Promise<Reached> {
  const { port, close } = await serve(folder, 0, path);
  return { base: `http://127.0.0.1:${String(port)}${path}`, close };
}

/** A copy of a site in a folder whose name needs quoting. */
export async function fromDisk(folder: string): Promise<Reached> {
  const stick = await mkdtemp(join(tmpdir(), '文号 档案 '));
  await cp(folder, stick, { recursive: true });
  return {
    base: `${pathToFileURL(stick).href}/`,
    close: () => rm(stick, { recursive: true, force: true }),
  };
}
