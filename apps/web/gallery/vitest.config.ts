import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['e2e/**/*.e2e.ts'],
    testTimeout: 30_000,
    // Two files at once keep both cores busy; each has its own browser.
    maxWorkers: 2,
  },
});
