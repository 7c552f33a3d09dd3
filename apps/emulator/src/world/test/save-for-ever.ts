import { World } from '../world.ts';

// Saves a growing world again and again until it is killed. Every saved world holds the things 1 to n and nothing else.
const [folder = '', gap = '0'] = process.argv.slice(2);
const world = new World({ folder, seed: 'crash', now: 0, rate: 0 });
const things = world.collection<{ id: string; text: string }>('things');
world.tasks.on('noop', () => {});
await world.wake();
process.stdout.write('ready\n');
for (;;) {
  for (let count = 0; count < 500; count++)
    things.put({ id: String(things.size + 1), text: 'रेशम '.repeat(20) });
  world.tasks.schedule({ kind: 'noop', at: things.size, payload: things.size });
  await world.save();
  if (gap !== '0') await new Promise((resolve) => setTimeout(resolve, Number(gap)));
}
