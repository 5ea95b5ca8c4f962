// Installs what is missing, before anything that is installed is used: `npm start` and `npm test` run it first.
// Plain JavaScript without a single import from node_modules, because it runs on whatever Node (18 or newer)
// the machine has; the script that follows then finds the Node of `node_modules/.bin`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Why the installation is not the one of the lock file.
 *
 * npm keeps a copy of what it installed in `node_modules/.package-lock.json`, written last, so an installation
 * that was interrupted has none. Optional packages are those of other systems and may be absent.
 *
 * @param {string} folder the project's folder
 * @returns {string | undefined} a phrase for the user; undefined when nothing is missing
 */
export function reasonToInstall(folder) {
  const installed = packagesOf(join(folder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return 'nothing is installed yet';
  const wanted = packagesOf(join(folder, 'package-lock.json')) ?? {};
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
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

/** Runs `npm ci` with the npm that called us; returns its exit code. */
function install() {
  const npm = process.env.npm_execpath;
  // The Node npm itself runs on: ours may be the one in node_modules that `npm ci` is about to delete.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const options = { cwd: root, stdio: /** @type {const} */ ('inherit') };
  const done =
    npm === undefined
      ? spawnSync('npm ci', { ...options, shell: true })
      : spawnSync(node, [npm, 'ci'], options);
  return done.status ?? 1;
}

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 18) {
  console.error(
    `Node ${process.versions.node} is too old to install this project. Install Node 20 or newer.`,
  );
  process.exit(2);
}

const reason = reasonToInstall(root);
if (reason !== undefined) {
  console.error(`Installing (npm ci): ${reason}.`);
  if (install() !== 0) {
    console.error(
      `\nnpm ci did not finish in ${root}.\n` +
        'Expected: every package of package-lock.json in node_modules. What to do: read npm’s message above; ' +
        'check the connection to your package registry and that install scripts are allowed ' +
        '(npm config get ignore-scripts → false); close programs that use node_modules; run the command again.',
    );
    process.exit(2);
  }
  const left = reasonToInstall(root);
  if (left !== undefined) {
    console.error(
      `npm ci finished, and still: ${left}. What to do: check that install scripts are allowed ` +
        '(npm config get ignore-scripts → false) and that development packages are not left out ' +
        '(npm config get omit), then run the command again.',
    );
    process.exit(2);
  }
}
