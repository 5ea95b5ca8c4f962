import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** As many files at once as there are processors, up to a point: each may work a browser, which is several processes. */
const maxWorkers = Math.min(availableParallelism(), 4);

// Tests run hundreds of commands; Node keeps what it has compiled of their packages (nodejs.org/api/module.html).
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.cache', 'compiled');

// Commands speak the language of the user; tests read English where they set no other.
delete process.env['LC_ALL'];
delete process.env['LC_MESSAGES'];
process.env['LANG'] = 'C.UTF-8';

/** The site is built before the first file that needs it, when it is not of today’s sources. */
const site = 'test/support/built-site.ts';
/** What works a browser, or builds an archive of its own, may have to wait for another file that does. */
const slow = {
  maxWorkers,
  testTimeout: 120_000,
  hookTimeout: 240_000,
  // On CI a browser is asked a second time: what fails twice is a failure, what fails once is listed as such by the reporter.
  retry: process.env['CI'] ? 1 : 0,
};

/**
 * Three projects: `plain` needs nothing but the code; `built` looks at the built site, from the disk and in browsers;
 * `anywhere` tries it in every way of hosting and prints a table (`npm run test:anywhere`).
 */
export default defineConfig({
  test: {
    reporters: ['default', './test/anywhere/table.ts'],
    projects: [
      {
        test: {
          name: 'plain',
          include: ['test/{unit,fixtures,property,build}/**/*.test.ts'],
          maxWorkers,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'built',
          include: ['test/{site,browser}/**/*.test.ts'],
          globalSetup: [site],
          ...slow,
        },
      },
      {
        test: {
          name: 'anywhere',
          include: ['test/anywhere/**/*.test.ts'],
          globalSetup: [site, 'test/support/install-servers.ts'],
          ...slow,
        },
      },
    ],
  },
});
