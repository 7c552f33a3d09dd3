import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from '../generate.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';
import type { Command } from './command.ts';

export const generateCommand: Command = {
  words: '',
  does: 'for developers: write the files that follow from the migrations and the contract',
  run: async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'trikon-generate-'));
    const database = await startEmbeddedPostgres({ directory, durable: false, log: () => {} });
    try {
      await generate(database.url, 'trikon_generate');
    } finally {
      await database.stop();
      await rm(directory, { recursive: true, force: true });
    }
    return 0;
  },
};
