import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { openGround, type Ground } from './ground/ground.ts';
import type { Scenario } from './ground/scenario.ts';

/**
 * Measures scenarios and prints one JSON line each: what ours does, a ceiling measured in the same run in turn with
 * it, and the ratio (1 is as fast as the ceiling, below 1 is slower). `npm run bench -- api-read api-write`.
 */
const folder = path.join(import.meta.dirname, 'scenarios');
const known = (await readdir(folder)).map((file) => file.replace(/\.ts$/, '')).sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no scenario ${unknown.join(', ')}. Known: ${known.join(', ')}.\n`);
  process.exit(2);
}

await using opened = new AsyncDisposableStack();
let ground: Ground | undefined;
for (const name of wanted.length > 0 ? wanted : known) {
  const scenario = (await import(path.join(folder, `${name}.ts`))) as Scenario;
  // The emulator's scenarios stand on a ground of their own.
  if (!name.startsWith('emulator-')) ground ??= opened.use(await openGround());
  const result = await scenario.measure(ground!);
  process.stdout.write(`${JSON.stringify({ name, ...result })}\n`);
}
