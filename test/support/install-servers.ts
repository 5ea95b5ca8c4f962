import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { isHere, KINDS, pathOf, serversHere } from './servers.ts';

/**
 * Before the tests that need web servers, once for all of them: installs those that are missing from Debian’s packages
 * where that is possible (root and apt-get), without starting them. Prints what is left out and why.
 */
export default function setup(): void {
  const missing = Object.values(KINDS).filter((kind) => !isHere(kind));
  if (missing.length === 0) return;
  const why = install(missing.map(({ debian }) => debian));
  const here = serversHere();
  for (const kind of Object.keys(KINDS).filter((name) => !here.some((known) => known === name))) {
    console.warn(
      `Left out: ${kind}, which is not here as Debian has it, and was not installed: ${why}.`,
    );
  }
}

/** Installs Debian packages; returns why that could not be done, empty when it was. */
function install(packages: string[]): string {
  if (process.getuid?.() !== 0) return 'that needs root';
  if (pathOf('apt-get') === undefined) return 'there is no apt-get';
  return withoutServices(() => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
      const done = spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' });
      if (done.status !== 0) return done.stderr.trim().split('\n').at(-1) ?? 'apt-get failed';
    }
    return '';
  });
}

/** Packages of servers start them; the file that Debian asks first (invoke-rc.d(8)) says no. */
function withoutServices<T>(work: () => T): T {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n');
  chmodSync(policy, 0o755);
  try {
    return work();
  } finally {
    rmSync(policy);
  }
}
