import { onTestFinished } from 'vitest';
import { World, type WorldSettings } from '../world.ts';
import { temporaryFolder } from './temporary.ts';

/** An hour at which shops are open. */
export const morning = Date.parse('2026-10-01T10:00:00+05:30');

/** A world that ends with the test. Time stands still in it unless said otherwise. */
export function openWorld(settings: Partial<WorldSettings> = {}): World {
  const world = new World({ folder: temporaryFolder(), seed: 'test', now: morning, rate: 0, ...settings });
  onTestFinished(() => {
    world.tasks.stop();
    world.journal.close();
  });
  return world;
}

export async function linesOfJournal(world: World, kinds?: string[]): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  for await (const line of world.journal.read({ ...(kinds && { kinds }) }))
    lines.push(JSON.parse(line) as Record<string, unknown>);
  return lines;
}
