import { Chance } from './chance.ts';
import { drain } from './drain.ts';
import { judge } from './judge.ts';
import { Deliveries } from './load/deliveries.ts';
import { Sends } from './load/sends.ts';
import { torment } from './nemesis/nemesis.ts';
import { readOptions, type CrashOptions } from './options.ts';
import { report } from './report.ts';
import { openBusiness } from './stage/business.ts';
import { openStage } from './stage/stage.ts';

// What was started ends with us, however we end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/**
 * Breaks a running installation in every way that this machine can, first with faults and then without them, and
 * compares what was seen from outside with what is in the database. `npm run crash -- --quick`.
 */
async function run(options: CrashOptions): Promise<boolean> {
  process.stderr.write(`seed ${options.seed}\n`);
  const chance = new Chance(options.seed);
  const stage = await openStage(options.seed);
  const { folder, url, door, owner } = stage;
  const { numbers, agreed } = await openBusiness(stage);
  const deliveries = new Deliveries({
    folder,
    url,
    door,
    chance: chance.for('deliveries'),
    bodiesPerSecond: 40,
  });
  const sends = new Sends({ folder, owner, numbers, agreed, chance: chance.for('sends'), perSecond: 12 });
  deliveries.start();
  sends.start();
  const struck = await torment(stage, chance.for('nemesis'), options);
  const drained = await drain(stage, { deliveries, sends });
  const verdict = await judge({
    stage,
    struck,
    drained,
    numbers,
    deliveries: deliveries.file,
    sends: sends.file,
  });
  await deliveries.close();
  sends.close();
  const clean = verdict.problems.length === 0;
  await stage.close(options.keep || !clean);
  report({
    ...verdict,
    skipped: struck.skipped,
    seed: options.seed,
    folder: options.keep || !clean ? folder : null,
  });
  return clean;
}

if (!(await run(readOptions(process.argv.slice(2))))) process.exitCode = 1;
process.exit();
