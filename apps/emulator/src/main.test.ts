import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { temporaryFolder } from './world/test/temporary.ts';

const main = path.join(import.meta.dirname, 'main.ts');

interface Ended {
  code: number | null;
  told: string;
}

/** Runs the program until it ends by itself. `limit` is how large a file may become, in blocks of the shell. */
async function run(environment: Record<string, string>, { limit = '' } = {}): Promise<Ended> {
  const shell = `${limit && `ulimit -f ${limit};`} exec "$0" "$1"`;
  const child = spawn('sh', ['-c', shell, process.execPath, main], {
    env: { PATH: process.env.PATH, EMULATOR_PORT: '0', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [told, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code: code as number | null, told };
}

const sentence = (words: string): unknown => expect.stringMatching(new RegExp(`^[^\\n]*${words}[^\\n]*\\n$`));

test('a port that is taken, a host that is not here and a folder that is none end it in a sentence each', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const folder = temporaryFolder();
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  const port = String((other.address() as AddressInfo).port);
  const [taken, elsewhere, none] = await Promise.all([
    run({ EMULATOR_DATA: path.join(folder, 'a'), EMULATOR_PORT: port }),
    run({ EMULATOR_DATA: path.join(folder, 'b'), EMULATOR_HOST: '203.0.113.7' }),
    run({ EMULATOR_DATA: file }),
  ]);
  other.close();
  expect(taken).toEqual({ code: 1, told: sentence('The port is taken.*EMULATOR_PORT') });
  expect(elsewhere).toEqual({ code: 1, told: sentence('not possible to listen there.*EMULATOR_HOST') });
  expect(none).toEqual({ code: 1, told: sentence('folder of the data cannot be used.*EMULATOR_DATA') });
});

test('a folder that takes no more ends it in a sentence, since nothing could be told afterwards', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const ended = await run({ EMULATOR_DATA: folder }, { limit: '8' });
  expect(ended).toEqual({ code: 1, told: sentence('cannot write its data any more.*Make room') });
});
