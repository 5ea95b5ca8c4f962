import { defineConfig } from 'vitest/config';

/**
 * Two projects: `plain` needs nothing but the code; `built` looks at the built site, from the disk and in browsers,
 * and has it built once before its first file.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'plain',
          include: ['test/{unit,fixtures,property,build}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'built',
          include: ['test/{site,browser,anywhere}/**/*.test.ts'],
          globalSetup: ['test/support/built-site.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file may start a browser; two at once are slower than one after the other on a small machine.
          fileParallelism: false,
        },
      },
    ],
  },
});
