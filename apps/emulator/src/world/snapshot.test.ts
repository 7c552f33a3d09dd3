import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from './json.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { temporaryFolder } from './test/temporary.ts';
import { World } from './world.ts';

const emptyFile = (): string => path.join(temporaryFolder(), 'world.snapshot');

test('parts come back as they were written, whatever text is in them', async () => {
  const file = emptyFile();
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string(), fc.array(fc.jsonValue({ stringUnit: 'binary' }), { minLength: 1 })),
      async (parts) => {
        const expected = new Map(Object.entries(parts)) as Map<string, Json[]>;
        await writeSnapshot(
          file,
          [...expected].map(([name, values]) => ({ name, values })),
        );
        // JSON has no minus zero.
        expect(JSON.stringify([...((await readSnapshot(file)) ?? [])])).toBe(JSON.stringify([...expected]));
      },
    ),
    { numRuns: 60 },
  );
});

test('more than fits into one write comes back in order', async () => {
  const file = emptyFile();
  const values = Array.from({ length: 20_000 }, (_, at) => `${at}\u2028${'क'.repeat(at % 97)}`);
  await writeSnapshot(file, [{ name: 'many', values }]);
  expect((await readSnapshot(file))?.get('many')).toEqual(values);
});

test('where there is no snapshot there is none, which is no error', async () => {
  expect(await readSnapshot(emptyFile())).toBeNull();
});

test('a snapshot that was altered, cut or is none at all is refused', async () => {
  const file = emptyFile();
  await writeSnapshot(file, [{ name: 'a', values: [1, 2, 3] }]);
  const whole = readFileSync(file, 'utf8');
  const damages = [
    () => writeFileSync(file, whole.replace('["a",2]', '["a",7]')),
    () => writeFileSync(file, whole.replace('["a",2]\n', '')),
    () => writeFileSync(file, whole.replace('["a",2]', '["a",')),
    () => truncateSync(file, statSync(file).size - 5),
    () => writeFileSync(file, ''),
    () => writeFileSync(file, 'something else'),
    () => writeFileSync(file, `${whole}["a",4]\n`),
  ];
  for (const damage of damages) {
    writeFileSync(file, whole);
    damage();
    await expect(readSnapshot(file)).rejects.toThrow('is damaged; remove it');
  }
});

async function savedCount(folder: string): Promise<number> {
  const world = new World({ folder, seed: 'crash', now: 0, rate: 0 });
  const things = world.collection<{ id: string; text: string }>('things');
  world.tasks.on('noop', () => {});
  try {
    const found = await world.load();
    const ids = [...things.values()].map(({ id }) => Number(id));
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, at) => at + 1));
    expect(ids.length % 500).toBe(0);
    expect(world.tasks.size).toBe(ids.length / 500);
    return found ? ids.length : 0;
  } finally {
    world.journal.close();
  }
}

test('a program that is killed while it saves leaves the old snapshot or the new one, whole, every time', async () => {
  const folder = temporaryFolder();
  const program = fileURLToPath(new URL('test/save-for-ever.ts', import.meta.url));
  const unfinished = path.join(folder, 'world.snapshot.new');
  let before = 0;
  let midway = 0;
  for (let round = 0; round < 8; round++) {
    const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await setTimeout(10 + round * 7);
    child.kill('SIGKILL');
    await once(child, 'exit');
    if (statSync(unfinished, { throwIfNoEntry: false })) midway += 1;
    const now = await savedCount(folder);
    expect(now).toBeGreaterThanOrEqual(before);
    before = now;
  }
  expect(before).toBeGreaterThan(0);
  // Otherwise no round has hit a save, and nothing was shown.
  expect(midway).toBeGreaterThan(0);
});

test('a snapshot that could not be written to its end leaves nothing in the way, and the old one as it was', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'world.snapshot');
  await writeSnapshot(file, [{ name: 'saree', values: ['silk'] }]);
  const endless = {
    get price(): never {
      throw new Error('no space left');
    },
  };
  await expect(writeSnapshot(file, [{ name: 'saree', values: [endless] }])).rejects.toThrow('no space left');
  expect(readdirSync(folder)).toEqual(['world.snapshot']);
  expect(await readSnapshot(file)).toEqual(new Map([['saree', ['silk']]]));
});
