/** `npm run dev`: the site as it is written, by Astro's dev server. A saved seed or sidecar shows on its page at once. */
import { join } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { generate, type Generated } from '../archive/generate.ts';
import { writeSiteData } from '../archive/site-data.ts';
import { write } from '../archive/write.ts';
import { tellMessages } from '../archive/write-content.ts';
import { reasonOf } from '../diagnostics/failure.ts';
import { type Places, projectFolder } from '../diagnostics/project.ts';
import { siteFrom } from '../model/site.ts';
import { searchFiles } from '../search/index/archive-files.ts';
import { withLock } from './file-lock.ts';
import { fileBytes, siteFilesOf, type SiteFiles } from './site-files.ts';

/** Seeds saved together are one change, in milliseconds. */
const TOGETHER = 100;

/** Path in the site → what it holds; undefined: no such file. */
type FileOf = (path: string) => Promise<Buffer> | undefined;

/** What the dev server is told. */
export interface DevOptions {
  /** Folder that holds `seeds/`. */
  root: Places['root'];
  port: number;
  /** Told what people read. */
  log: (text: string) => void;
}

/**
 * Starts Astro's dev server over an archive and follows its seeds.
 * @returns the address of the home page
 */
export async function startDev({ root, port, log }: DevOptions): Promise<string> {
  const data = join(projectFolder, '.cache', 'dev');
  process.env['WENHAO_CONTENT'] = join(data, 'content');
  process.env['WENHAO_DATA'] = data;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.chdir(projectFolder);
  let files = await refresh(root, data, log);
  const follow = followSeeds(root, async () => {
    files = await refresh(root, data, log);
  });
  const { dev } = await import('astro');
  const server = await dev({
    root: projectFolder,
    logLevel: 'warn',
    server: { port },
    vite: { plugins: [follow(log), serveFiles((path) => files(path))] },
  });
  return `http://localhost:${server.address.port}/index.html`;
}

/** Runs the pipeline and writes what the pages read; returns the other files, made when they are asked for. */
async function refresh(root: string, data: string, log: DevOptions['log']): Promise<FileOf> {
  return withLock(
    join(projectFolder, '.cache', 'build.lock'),
    () => {
      const generated = generate(root);
      const content = join(data, 'content');
      // Shown also where a build would refuse it; content/ of the archive is for `npm run generate`.
      tellMessages(generated, content, { all: false, log });
      write(content, generated.content);
      writeSiteData(data, generated.archive, generated.data);
      return Promise.resolve(filesOf(generated, root));
    },
    log,
  );
}

/** What is no page: made when it is asked for. */
function filesOf(generated: Generated, root: string): FileOf {
  const files: SiteFiles = siteFilesOf({
    generated,
    root,
    site: siteFrom(process.env),
    lists: ['index.html'],
    read: (path) => fileBytes(files.get(path)?.() ?? ''),
  });
  let search: Map<string, string> | undefined;
  const made = (path: string) => {
    if (!path.startsWith('search/')) return files.get(path)?.();
    const { records, works, former } = generated.data;
    search ??= searchFiles(records, works, former);
    return search.get(path);
  };
  return (path) => {
    const body = made(path);
    return body === undefined ? undefined : fileBytes(body);
  };
}

/** Vite plugin: seeds that are saved are read again, and open pages load anew. */
function followSeeds(root: string, refreshed: () => Promise<void>) {
  return (log: DevOptions['log']): Plugin => ({
    name: 'wenhao-seeds',
    configureServer(server) {
      const seeds = join(root, 'seeds');
      server.watcher.add(seeds);
      let timer: NodeJS.Timeout | undefined;
      server.watcher.on('all', (_, path) => {
        if (!path.startsWith(seeds)) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          refreshed().then(
            () => {
              reload(server);
            },
            (error: unknown) => {
              log(reasonOf(error));
            },
          );
        }, TOGETHER);
      });
    },
  });
}

/** Pages read the archive when they are loaded: all that is loaded is forgotten. */
function reload(server: ViteDevServer): void {
  for (const { moduleGraph, hot } of Object.values(server.environments)) {
    moduleGraph.invalidateAll();
    hot.send({ type: 'full-reload' });
  }
}

/** Vite plugin: what is no page is made when a browser asks for it. */
function serveFiles(fileOf: FileOf): Plugin {
  return {
    name: 'wenhao-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent(
          (request.url ?? '').replace(/^\//, '').replace(/[?#].*/s, ''),
        );
        const file = fileOf(path);
        if (file === undefined) {
          next();
          return;
        }
        file.then((body) => {
          response.setHeader('Content-Type', typeOf(path));
          response.end(body);
        }, next);
      });
    },
  };
}

const TYPES: Record<string, string> = {
  json: 'application/json; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

function typeOf(path: string): string {
  const extension = /\.([a-z0-9]+)$/.exec(path)?.[1] ?? '';
  return TYPES[extension] ?? 'text/plain; charset=utf-8';
}
