import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { start } from '../test/started.ts';

test('a journal that is read slowly comes whole, and nothing is left waiting for it', async () => {
  const { url, inside } = await start();
  const warnings: string[] = [];
  const note = ({ name }: Error): void => void warnings.push(name);
  process.on('warning', note);
  onTestFinished(() => void process.off('warning', note));
  const { journal } = inside.emulator.world;
  const text = 'silk '.repeat(20_000);
  for (let line = 0; line < 100; line++) journal.write('control', 0, { text });
  const asked = request(`${url}/world/journal?kinds=control`).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += (chunk as Buffer).length;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(bytes).toBeGreaterThan(100 * text.length);
  expect(warnings).toEqual([]);
});
