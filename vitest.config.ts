import { defineConfig } from 'vitest/config';

const shared = {
  exclude: ['**/node_modules/**', '**/dist/**'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

// The kind of a test is in its file name: *.test.ts needs nothing, *.pg.test.ts PostgreSQL, *.e2e.ts a browser.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{apps,packages}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: [...shared.exclude, '**/*.pg.test.ts'],
          // Nothing in the program lives at module level, so files can share one worker: ten times faster.
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'pg',
          include: ['apps/**/*.pg.test.ts'],
          globalSetup: ['apps/server/test/global-database.ts'],
          testTimeout: 60_000,
          // What comes by itself comes later on a busy machine.
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['{apps,e2e}/**/*.e2e.ts'],
          globalSetup: ['apps/server/test/global-database.ts', 'e2e/build-web.ts'],
          // One browser at a time: two would share the machine's cores with the server that they test.
          fileParallelism: false,
          testTimeout: 60_000,
          // As patient as everything else that waits for the page.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
