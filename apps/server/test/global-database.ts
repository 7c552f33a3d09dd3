import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/platform/db/index.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

export const templateName = 'trikon_template';
export const testMasterKey = Buffer.alloc(32, 7);
export const testRolePrefix = 'trikon_test';

/** Starts one PostgreSQL for the whole run and migrates one template; each test file clones it in milliseconds. */
export default async function setUpDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  await createTemplate(server.url);
  project.provide('databaseUrl', server.url);
  return server.stop;
}

/** TRIKON_TEST_DATABASE_URL runs the suite on another PostgreSQL, such as the oldest supported version. */
async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TRIKON_TEST_DATABASE_URL;
  if (given) return { url: given, stop: () => Promise.resolve() };
  const directory = await mkdtemp(path.join(tmpdir(), 'trikon-test-'));
  const server = await startEmbeddedPostgres({
    directory,
    durable: false,
    log: () => {},
    settings: { max_connections: '200' },
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

async function createTemplate(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`drop database if exists ${templateName}`);
  await admin.query(`create database ${templateName}`);
  await admin.end();
  const template = new URL(url);
  template.pathname = `/${templateName}`;
  await migrate({
    url: template.toString(),
    masterKey: testMasterKey,
    rolePrefix: testRolePrefix,
    now: new Date(),
  });
}
