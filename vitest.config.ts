import { defineConfig } from 'vitest/config';

/** What needs the built site: it is built before the first file, when it is not of today’s sources. */
const withSite = {
  globalSetup: ['test/support/built-site.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // Each file may start a browser; two at once are slower than one after the other on a small machine.
  fileParallelism: false,
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
          testTimeout: 60_000,
        },
      },
      { test: { name: 'built', include: ['test/{site,browser}/**/*.test.ts'], ...withSite } },
      { test: { name: 'anywhere', include: ['test/anywhere/**/*.test.ts'], ...withSite } },
    ],
  },
});
