import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { apacheConf } from '../../src/release/servers/apache.ts';
import { caddyfile } from '../../src/release/servers/caddy.ts';
import { nginxConf } from '../../src/release/servers/nginx.ts';
import type { ServerPlace } from '../../src/release/servers/server-place.ts';
import type { Reached } from './ways.ts';

/** A web server as administrators have it, with the configuration a pack brings. */
export type ServerKind = 'nginx' | 'apache' | 'caddy';

interface Kind {
  program: string;
  /** Debian’s package. */
  debian: string;
  /** A file of the package, where Debian has it, that the configuration here goes by. */
  needs?: string;
  /**
   * Writes its configuration into a folder of its own.
   * @returns the arguments to run it with, in the foreground
   */
  configure: (room: string, place: ServerPlace) => Promise<string[]>;
  /** Encodings of files compressed beforehand that it sends, the better first. */
  encodings: string[];
}

/** What each needs around the configuration of the pack: where to write, and modules that a package switches on. */
export const KINDS: Record<ServerKind, Kind> = {
  nginx: {
    program: 'nginx',
    debian: 'nginx-light',
    needs: '/etc/nginx/mime.types',
    configure: nginx,
    encodings: ['gzip'],
  },
  apache: {
    program: 'apache2',
    debian: 'apache2-bin',
    needs: '/usr/lib/apache2/modules/mod_rewrite.so',
    configure: apache,
    encodings: ['br', 'gzip'],
  },
  caddy: { program: 'caddy', debian: 'caddy', configure: caddy, encodings: ['br', 'gzip'] },
};

const isRoot = process.getuid?.() === 0;

/** The servers there are on this machine; `install-servers.ts` has seen to them and said which are left out. */
export function serversHere(): ServerKind[] {
  return (Object.keys(KINDS) as ServerKind[]).filter((kind) => isHere(KINDS[kind]));
}

/** Whether a server is here as Debian has it. */
export function isHere({ program, needs }: Kind): boolean {
  return pathOf(program) !== undefined && (needs === undefined || existsSync(needs));
}

/** Where a program is; servers are often not on the path of a plain user. */
export function pathOf(program: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, program)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a server over the site of an unpacked pack, on a port of its own, until it is closed.
 *
 * @param folder where the pack was unpacked
 * @param path under which the site is shown, with a slash at both ends
 * @throws {Error} with what the server says, when it does not answer within ten seconds
 */
export async function start(kind: ServerKind, folder: string, path: string): Promise<Reached> {
  const room = await mkdtemp(join(tmpdir(), `wenhao-${kind}-`));
  const port = await freePort();
  // Its workers may be another user than the one who made the folder.
  chmodSync(room, 0o755);
  const { program, configure } = KINDS[kind];
  const args = await configure(room, { port, folder: join(folder, 'dist'), path });
  const child = spawn(pathOf(program) ?? program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: room, XDG_DATA_HOME: room, XDG_CONFIG_HOME: room },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (said += data.toString()));
  }
  const closed = once(child, 'close');
  const close = async () => {
    child.kill('SIGTERM');
    await closed;
    await rm(room, { recursive: true, force: true });
  };
  const base = `http://127.0.0.1:${port}${path}`;
  if (await answers(base, () => child.exitCode === null)) return { base, close };
  await close();
  throw new Error(`${kind} does not answer at ${base}: ${said}`);
}

async function answers(address: string, isRunning: () => boolean): Promise<boolean> {
  for (let attempt = 0; attempt < 100 && isRunning(); attempt += 1) {
    const isThere = await fetch(address).then(
      () => true,
      () => false,
    );
    if (isThere) return true;
    await sleep(100);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function nginx(room: string, place: ServerPlace): Promise<string[]> {
  await writeFile(join(room, 'site.conf'), nginxConf(place));
  const main = `
${isRoot ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${room}/pid;
error_log stderr;
events {}
http {
    # as Debian has it
    include /etc/nginx/mime.types;
    access_log off;
    ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${room}/${name};`).join(' ')}
    include ${room}/site.conf;
}
`;
  await writeFile(join(room, 'nginx.conf'), main);
  return ['-p', room, '-c', join(room, 'nginx.conf'), '-e', 'stderr'];
}

/** What Debian switches on, and in its `mime.conf` what stands in the way of files compressed beforehand. */
const APACHE_MODULES = ['mpm_event', 'authz_core', 'alias', 'dir', 'headers', 'mime', 'rewrite'];

async function apache(room: string, place: ServerPlace): Promise<string[]> {
  await writeFile(join(room, 'site.conf'), apacheConf(place));
  await mkdir(join(room, 'run'));
  const main = `
ServerRoot ${room}
DefaultRuntimeDir ${room}/run
PidFile ${room}/run/pid
ServerName localhost
${APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
LoadModule deflate_module /usr/lib/apache2/modules/mod_deflate.so
LoadModule filter_module /usr/lib/apache2/modules/mod_filter.so
AddOutputFilterByType DEFLATE text/html text/plain application/json
TypesConfig /etc/mime.types
AddType application/x-gzip .gz .tgz
AddLanguage br .br
${isRoot ? 'User www-data\nGroup www-data' : ''}
ErrorLog ${room}/errors.log
<Directory />
    AllowOverride None
    Require all denied
</Directory>
Include ${room}/site.conf
`;
  await writeFile(join(room, 'apache.conf'), main);
  return ['-DFOREGROUND', '-f', join(room, 'apache.conf')];
}

async function caddy(room: string, place: ServerPlace): Promise<string[]> {
  const file = join(room, 'Caddyfile');
  // The port of its administration may be another’s.
  await writeFile(file, caddyfile(place).replace('{\n', '{\n\tadmin off\n'));
  return ['run', '--config', file, '--adapter', 'caddyfile'];
}
