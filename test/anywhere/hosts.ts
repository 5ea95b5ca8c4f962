import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePack } from '../../src/release/make-pack.ts';
import { unpackZip } from '../support/packs.ts';
import { dist } from '../support/places.ts';
import { type ServerKind, start } from '../support/servers.ts';
import { type Reached, ways } from '../support/ways.ts';

/** A name that is no loopback address: what comes from there over http is no secure context, as from `http://<ip>`. */
const PLAIN = 'wenhao.test';

/** What every browser here is started with. */
export const RESOLVE = [`--host-resolver-rules=MAP ${PLAIN} 127.0.0.1`];

/** A way of hosting the site. */
export interface Host {
  name: string;
  /** With what program; a server may be missing on this machine. */
  server?: ServerKind;
  open: () => Promise<Reached>;
}

const [[, root], [, subPath], [, disk]] = ways as [
  (typeof ways)[0],
  (typeof ways)[0],
  (typeof ways)[0],
];

/** The ways that need nothing but this project. */
export const OWN: Host[] = [
  { name: 'file:// (文号 档案 …)', open: disk },
  { name: 'http://127.0.0.1/', open: root },
  { name: 'http://127.0.0.1/a/b/', open: subPath },
  {
    name: 'http, no secure context',
    open: async () => {
      const { base, close } = await root();
      return { base: base.replace('127.0.0.1', PLAIN), close };
    },
  },
];

/**
 * Web servers over an unpacked pack, in a folder of the server: what is right there is right at its root.
 *
 * @param folder gives the folder of the pack
 */
export function serversOver(folder: () => string): Host[] {
  return (['nginx', 'apache', 'caddy'] as const).map((server) => ({
    name: `${server} under /a/b/`,
    server,
    open: () => start(server, folder(), '/a/b/'),
  }));
}

/** Makes a pack of the built site and unpacks it. */
export async function unpackedPack(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const room = await mkdtemp(join(tmpdir(), 'wenhao-anywhere-'));
  // Servers may run as another user.
  await chmod(room, 0o755);
  const folder = join(room, 'pack');
  const zip = join(room, 'a.zip');
  await makePack({ dist, version: '0.0.0', to: { file: zip } });
  await unpackZip(zip, folder);
  return { folder, remove: () => rm(room, { recursive: true, force: true }) };
}
