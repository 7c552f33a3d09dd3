import { defineConfig } from 'vitest/config';

const shared = { exclude: ['**/node_modules/**', '**/dist/**'], testTimeout: 20_000 };

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
        },
      },
      {
        test: {
          ...shared,
          name: 'pg',
          include: ['apps/**/*.pg.test.ts'],
          globalSetup: ['apps/server/test/global-database.ts'],
        },
      },
    ],
  },
});
