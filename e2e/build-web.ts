import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    webFolder: string;
  }
}

/** Builds the web app once for the whole run, beside the one that may be served from dist at this moment. */
export default async function buildWebApp(project: TestProject): Promise<() => Promise<void>> {
  const root = path.join(import.meta.dirname, '../apps/web');
  const folder = await mkdtemp(path.join(tmpdir(), 'trikon-web-'));
  // The test runner says "test", which would put React's development build into what people are to be served.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  process.env.NODE_ENV = NODE_ENV;
  project.provide('webFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
