// Installs what is missing, before anything that is installed is used: `npm start`, `npm run dev` and `npm test` run it
// first, the last with --tests, which installs the packages for development, too.
// Plain JavaScript without a single import from node_modules, because it runs on whatever Node (18 or newer)
// the machine has; the script that follows then finds the Node of `node_modules/.bin`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Why the installation is not the one of the lock file.
 *
 * npm keeps a copy of what it installed in `node_modules/.package-lock.json`, written last, so an installation
 * that was interrupted has none. Optional packages are those of other systems and may be absent.
 *
 * @param {string} folder the project's folder
 * @param {boolean} isForTests whether the packages for development are needed, too
 * @returns {string | undefined} a phrase for the user; undefined when nothing is missing
 */
function reasonToInstall(folder, isForTests) {
  const installed = installedIn(folder);
  if (installed === undefined) return 'nothing is installed yet';
  for (const [path, entry] of wantedIn(folder, isForTests)) {
    const there = installed[path];
    if (there === undefined && !entry.optional && !entry.devOptional) return `${path} is missing`;
    if (there !== undefined && there.version !== entry.version) {
      return `${path} is ${there.version}, the lock file wants ${entry.version}`;
    }
  }
  const binary = join(folder, 'node_modules', 'node', 'bin');
  if (!existsSync(join(binary, 'node')) && !existsSync(join(binary, 'node.exe'))) {
    return 'the Node of this project is missing';
  }
  return undefined;
}

/** @param {string} folder */
function installedIn(folder) {
  return packagesOf(join(folder, 'node_modules', '.package-lock.json'));
}

/**
 * @param {string} folder
 * @param {boolean} isForTests
 * @returns {[string, any][]} packages of the lock file that are needed: path → what it says of it
 */
function wantedIn(folder, isForTests) {
  return Object.entries(packagesOf(join(folder, 'package-lock.json')) ?? {}).filter(
    ([path, { link, dev }]) => path !== '' && !link && (isForTests || !dev),
  );
}

/**
 * @param {string} file a lock file of npm (version 3)
 * @returns {Record<string, any> | undefined} its packages by path; undefined when it cannot be read
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Runs `npm ci` with the npm that called us. Of what it says only errors are shown: on an older Node it warns of dozens
 * of packages (EBADENGINE) that run on the Node of this project.
 *
 * @param {boolean} isForTests
 * @returns {number} its exit code
 */
function install(isForTests) {
  const args = ['ci', isForTests ? '--include=dev' : '--omit=dev', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  // The Node npm itself runs on: ours may be the one in node_modules that `npm ci` is about to delete.
  const node = process.env.npm_node_execpath ?? process.execPath;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] };
  const done =
    npm === undefined
      ? spawnSync(`npm ${args.join(' ')}`, { ...options, shell: true })
      : spawnSync(node, [npm, ...args], options);
  return done.status ?? 1;
}

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 18) {
  console.error(
    `Node ${process.versions.node} is too old to install this project. Install Node 20 or newer. Node 版本过旧，请安装 20 或更新的版本。`,
  );
  process.exit(2);
}

/**
 * Installs what is missing and says so in two lines.
 *
 * @param {string} reason
 * @param {boolean} isForTests
 */
function installOrEnd(reason, isForTests) {
  const start = performance.now();
  const count = wantedIn(root, isForTests).filter(([, { optional }]) => !optional).length;
  console.error(
    `Installing ${count} packages, about a minute: ${reason}. 正在安装 ${count} 个程序包，约一分钟。`,
  );
  if (install(isForTests) !== 0) {
    console.error(
      `\nnpm ci did not finish in ${root}. 安装没有完成。\n` +
        'Expected: every package of package-lock.json in node_modules. What to do: read npm’s message above; ' +
        'check the connection to your package registry and that install scripts are allowed ' +
        '(npm config get ignore-scripts → false); close programs that use node_modules; run the command again.\n' +
        '请检查软件源能否连接，关闭占用 node_modules 的程序，再运行一次。',
    );
    process.exit(2);
  }
  const left = reasonToInstall(root, isForTests);
  if (left !== undefined) {
    console.error(
      `npm ci finished, and still: ${left}. 安装不完整。What to do: check that install scripts are allowed ` +
        '(npm config get ignore-scripts → false), then run the command again.',
    );
    process.exit(2);
  }
  const seconds = Math.round((performance.now() - start) / 1000);
  console.error(`Installed in ${seconds} s. 安装完成，用时 ${seconds} 秒。`);
}

// Packages for development are installed for tests, and are not taken away from whoever has them.
const isForTests = process.argv.includes('--tests');
const reason = reasonToInstall(root, isForTests);
if (reason !== undefined) {
  const hasDev = Object.values(installedIn(root) ?? {}).some(({ dev }) => dev);
  installOrEnd(reason, isForTests || hasDev);
}
