import { closeSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openServerLog, readComplaints, trimServerLog } from './server-log.ts';

async function logFile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trikon-log-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return path.join(folder, 'server.log');
}

test('only what this run says counts as its complaint', async () => {
  const file = await logFile();
  writeFileSync(file, 'FATAL:  of yesterday\n');
  const { log, descriptor } = openServerLog(file);
  writeSync(descriptor, 'LOG:  starting\nFATAL:  of today\n');
  closeSync(descriptor);
  expect(readComplaints(log)).toEqual(['FATAL:  of today']);
});

test('a log that grew large starts again, under the server that writes it, with one older kept', async () => {
  const file = await logFile();
  const { descriptor } = openServerLog(file);
  truncateSync(file, 17 * 1024 * 1024);
  await trimServerLog(file);
  writeSync(descriptor, 'LOG:  on it goes\n');
  closeSync(descriptor);
  expect(statSync(file).size).toBe('LOG:  on it goes\n'.length);
  expect(statSync(`${file}.1`).size).toBe(17 * 1024 * 1024);
});
