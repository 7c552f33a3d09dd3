import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import { asha, hello, start } from '../test/started.ts';

/** Ports are the machine's, and which of two webhooks under way ends first is too. */
const withoutTheMachine = (line: string): string =>
  line.replaceAll(/127\.0\.0\.1:\d+/g, 'here').replace(/"seq":\d+,/, '');

/** A day in a shop; gives every line that the world wrote about it. */
async function live(seed: string): Promise<string[]> {
  const started = await start({ seed });
  await started.world('PATCH', '/world/settings/crowd', {
    offlineShare: 0.2,
    replyShare: 0.5,
    readShare: 0.7,
  });
  await started.world('POST', '/world/faults', { effect: { type: 'fail', code: 131000 }, share: 0.2 });
  await started.write(asha, 'नमस्ते');
  for (let count = 0; count < 30; count++) {
    const template = { name: 'hello_world', language: { code: 'en_US' } };
    await started.send({ type: 'template', template }, `+${919_900_000_000 + count}`);
    await started.travel(7);
  }
  await started.send(hello);
  await started.ask('GET', `/${sample.numberId}?fields=quality_rating`);
  await started.travel(3600);
  started.inside.emulator.world.journal.flush();
  const folder = path.join(started.inside.emulator.world.folder, 'journal');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
    .map(withoutTheMachine);
}

test('the same seed, the same moment and the same calls give the same journal; another seed another', async () => {
  const [one, again, other] = [await live('diwali'), await live('diwali'), await live('holi')];
  expect(one.length).toBeGreaterThan(150);
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});
