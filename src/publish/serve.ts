import { existsSync, readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { codeOf, Failure } from '../diagnostics/failure.ts';
import { inLanguage } from '../diagnostics/language.ts';
import { withLock } from './file-lock.ts';
import { finishSwap, lockOf, stagingOf } from './staging.ts';

/** Bytes: a question of 10,000 characters is an address of 90 kB. */
const LONGEST_HEADER = 1 << 20;

/** The port of `npm start` when nobody else has it. */
const USUAL_PORT = 4321;

/** A site being served. */
export interface Served {
  port: number;
  close: () => Promise<void>;
}

/**
 * Answers requests as the plainest of web servers would: files as they are, `index.html` for a folder, the site's
 * own `404.html` for the rest. Reads the disk at every request, so that a new build shows at once.
 *
 * @param folder of the site
 * @param base the path it is served under, with a slash at both ends: `/`, `/a/b/`
 */
function siteHandler(folder: string, base = '/'): RequestListener {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    extensions: [],
    setHeaders: (response, path) => {
      const type = /\.(txt|md|yaml|json|js|css|xml|csv|ris|bib)$/u.exec(path)?.[1];
      if (type !== undefined)
        response.setHeader('Content-Type', `${TYPES[type] ?? 'text/plain'};charset=utf-8`);
    },
  });
  return (request, response) => {
    const path = pathOf(request, base);
    if (path === undefined) {
      notFound(folder, response);
      return;
    }
    request.url = path;
    // sirv keeps what it has parsed; the address we give it is another one than it may have seen.
    files(request, response, () => {
      notFound(folder, response);
    });
  };
}

const TYPES: Record<string, string> = {
  json: 'application/json',
  js: 'text/javascript',
  css: 'text/css',
  xml: 'application/xml',
  csv: 'text/csv',
};

/** The path below `base` to look for, still encoded; undefined for one that is none of ours. */
function pathOf(request: IncomingMessage, base: string): string | undefined {
  try {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(base)) return undefined;
    const decoded = decodeURIComponent(pathname);
    if (decoded.includes('\0') || decoded.split(/[/\\]/u).includes('..')) return undefined;
    const path = pathname.slice(base.length - 1);
    return path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return undefined;
  }
}

function notFound(folder: string, response: ServerResponse): void {
  const page = join(folder, '404.html');
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
  response.end(existsSync(page) ? readFileSync(page) : 'Not found');
}

/**
 * Serves a site on this machine alone (127.0.0.1, and ::1 where there is one).
 *
 * @param port the one wanted; 0 for any free one
 * @throws the system’s error (`EADDRINUSE`) when the port is taken
 */
export async function serve(folder: string, port: number, base = '/'): Promise<Served> {
  const handler = siteHandler(folder, base);
  const first = await listen(handler, port, '127.0.0.1');
  const taken = (first.address() as AddressInfo).port;
  const servers = [first];
  try {
    servers.push(await listen(handler, taken, '::1'));
  } catch (error) {
    // A machine without IPv6 is fine; somebody else’s server on `localhost` is not: the browser might ask that one.
    if (codeOf(error) === 'EADDRINUSE') {
      await closeAll(servers);
      throw error;
    }
  }
  return { port: taken, close: () => closeAll(servers) };
}

async function listen(handler: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer({ maxHeaderSize: LONGEST_HEADER }, handler);
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

async function closeAll(servers: Server[]): Promise<void> {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

/**
 * Serves a site until the user stops it, and prints its address.
 *
 * @param wanted a port the user insists on; without one it is 4321 or any free one
 * @throws {Failure} when there is no site, or the port is none or taken
 */
export async function serveUntilStopped(folder: string, wanted?: string): Promise<void> {
  await finishSwapOf(folder);
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Failure(
      `There is no site in ${folder}. ${folder} 中没有网站。`,
      'make it with npm run build, or npm start. 请先运行 npm run build 或 npm start。',
    );
  }
  const served = await serveSomewhere(folder, wanted);
  const address = `http://localhost:${String(served.port)}/`;
  console.log(
    inLanguage({
      en: `\nWenhao is at ${address} (Ctrl+C stops it)`,
      zh: `\n文号已在本机打开：${address} （按 Ctrl+C 结束）`,
    }),
  );
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        stop();
      });
  });
  await served.close();
}

/** A build that was killed while two sites changed places left none here and both beside it. */
async function finishSwapOf(folder: string): Promise<void> {
  const place = stagingOf(folder);
  const log = (sentence: string) => {
    console.log(sentence);
  };
  if (!existsSync(folder) && existsSync(place.previous)) {
    await withLock(lockOf(place), () => finishSwap(place), log);
  }
}

/**
 * The port that is asked for.
 * @param wanted from the command line; undefined: the usual one
 * @throws {Failure} when it is no port
 */
export function portOf(wanted: string | undefined): number {
  const port = Number(wanted ?? USUAL_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Failure(
    `“${String(wanted)}” is no port. “${String(wanted)}”不是端口号。`,
    'give a whole number from 0 (any free one) to 65535. 请写 0（任一空闲端口）到 65535 的整数。',
  );
}

async function serveSomewhere(folder: string, wanted: string | undefined): Promise<Served> {
  const port = portOf(wanted);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await serve(folder, attempt === 0 ? port : 0);
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes(codeOf(error) ?? '') || attempt === 5) throw error;
      if (wanted !== undefined && port !== 0) {
        throw new Failure(
          `Port ${String(port)} is taken or not allowed (${codeOf(error) ?? ''}). 端口 ${String(port)} 已被占用或无权使用（${codeOf(error) ?? ''}）。`,
          'name another one with --port N, or none to take any free one. 请用 --port 另指定端口，或不写 --port 由程序选用空闲端口。',
          { cause: error },
        );
      }
    }
  }
}
