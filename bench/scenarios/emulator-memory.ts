import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { newMessage, openEmulator, type EmulatorGround } from '../ground/emulator.ts';
import { answersPerSecond } from '../ground/load.ts';
import type { Result } from '../ground/scenario.ts';

const first = 100_000;
const all = 1_000_000;

/** What the emulator holds after a million messages, against what it held after the first hundred thousand. */
export async function measure(): Promise<Result> {
  await using emulator = await openEmulator();
  const ceiling = await heldAfter(emulator, first);
  const ours = await heldAfter(emulator, all - first);
  return { ours, ceiling, ratio: Math.round((ceiling / ours) * 1000) / 1000, unit: 'MB', spread: 0 };
}

/** The largest of five looks in the seconds after the messages: garbage is part of what a program holds. */
async function heldAfter(emulator: EmulatorGround, messages: number): Promise<number> {
  const turns = { taken: 0 };
  while (turns.taken < messages) {
    await answersPerSecond({
      url: emulator.url,
      path: () => emulator.paths[turns.taken++ % emulator.paths.length]!,
      method: 'POST',
      headers: emulator.headers,
      body: newMessage,
      connections: 32,
      seconds: 5,
    });
  }
  const looks: number[] = [];
  for (let look = 0; look < 5; look++) {
    looks.push(await residentMegabytes(emulator.pid));
    await setTimeout(1000);
  }
  return Math.max(...looks);
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
