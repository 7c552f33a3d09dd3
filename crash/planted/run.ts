import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BatteryResult, runBattery } from './battery.ts';
import type { PlantedBug } from './bug.ts';
import { copyTree } from './copy.ts';
import { ingestBugs } from './ingest-bugs.ts';
import { messagingBugs } from './messaging-bugs.ts';

/**
 * Makes mistakes on purpose in a copy of the tree, one at a time, and tells which of them the tests notice.
 * `npm run planted-bugs`, or with the names of some of them.
 */
// What was started ends with us, however we end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const wanted = process.argv.slice(2);
const bugs = [...ingestBugs, ...messagingBugs].filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name),
);
const tree = mkdtempSync(path.join(tmpdir(), 'trikon-planted-'));
let caught = 0;
try {
  copyTree(tree);
  const broken = await findBroken();
  for (const bug of bugs) {
    const reason = broken.get(JSON.stringify(bug.caughtBy));
    const result = reason === undefined ? await plant(bug) : { outcome: 'broken' as const, detail: reason };
    if (result.outcome === 'noticed') caught += 1;
    const word = { noticed: 'caught', passed: 'MISSED', broken: 'BROKEN' }[result.outcome];
    process.stdout.write(`${word}  ${bug.name}: ${result.detail}\n`);
  }
} finally {
  rmSync(tree, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify({ planted: bugs.length, caught })}\n`);
if (bugs.length === 0 || caught < bugs.length) process.exitCode = 1;

/** What fails without a mistake would seem to notice every one. */
async function findBroken(): Promise<Map<string, string>> {
  const broken = new Map<string, string>();
  for (const [name, bug] of new Map(bugs.map((each) => [JSON.stringify(each.caughtBy), each]))) {
    // Twice, since some tests measure time and the machine may have been busy.
    const first = await runBattery(tree, bug);
    const { outcome, detail } = first.outcome === 'passed' ? first : await runBattery(tree, bug);
    if (outcome !== 'passed') broken.set(name, `does not pass without it either: ${detail}`);
  }
  return broken;
}

async function plant(bug: PlantedBug): Promise<BatteryResult> {
  const file = path.join(tree, bug.file);
  const text = readFileSync(file, 'utf8');
  const places = text.split(bug.find).length - 1;
  if (places !== 1) throw new Error(`${bug.name}: ${bug.file} has the text to be replaced ${places} times.`);
  // A function, since a text would have its dollars read.
  writeFileSync(
    file,
    text.replace(bug.find, () => bug.put),
  );
  try {
    return await runBattery(tree, bug);
  } finally {
    writeFileSync(file, text);
  }
}
