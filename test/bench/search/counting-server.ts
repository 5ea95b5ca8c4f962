import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A server that counts what it sends. */
export interface CountingServer {
  base: string;
  /** Bytes of bodies sent since the last call. */
  taken: () => number;
  close: () => void;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves a folder as a usual server would: texts by gzip (level 6), Pagefind's files, which are compressed, as they are. */
export async function serveCounting(folder: string): Promise<CountingServer> {
  const bodies = new Map<string, Buffer>();
  let sent = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(folder, normalize(pathname));
    const type = types[extname(path)];
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    const known = bodies.get(path);
    const body = known ?? (type ? gzipSync(readFileSync(path)) : readFileSync(path));
    bodies.set(path, body);
    sent += body.length;
    response.writeHead(200, {
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Length': body.length,
      ...(type ? { 'Content-Encoding': 'gzip' } : {}),
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}/`,
    taken: () => {
      const bytes = sent;
      sent = 0;
      return bytes;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
