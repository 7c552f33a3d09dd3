import { connectDatabase } from '../../db/index.ts';
import { systemClock } from '../../clock/index.ts';
import { createLogger } from '../../log/index.ts';
import { joinProcesses } from '../../processes/index.ts';
import { z } from 'zod';
import { defineTask, startJobWorker } from '../index.ts';

// A copy of the program that takes a job and never ends it, for recovery.pg.test.ts to kill.
const given = JSON.parse(process.argv[2]!) as {
  url: string;
  rolePrefix: string;
  masterKey: string;
  beatEvery: number;
  silentAfter: number;
};
const db = connectDatabase({
  ...given,
  masterKey: Buffer.from(given.masterKey, 'base64'),
  poolSize: 5,
  clock: systemClock,
  onIdleError: () => {},
});
const log = createLogger({ level: 'silent' });
const membership = await joinProcesses({
  ...given,
  db,
  clock: systemClock,
  log,
  version: 'child',
  roles: ['worker'],
});
const hang = defineTask({
  name: 'test.hold',
  input: z.object({}),
  run: async ({ jobId, attempt }) => {
    process.stdout.write(`holds ${jobId} ${attempt}\n`);
    await new Promise(() => {});
  },
});
await startJobWorker({ db, tasks: [hang], parts: null, membership, log, pollEvery: 100 });
