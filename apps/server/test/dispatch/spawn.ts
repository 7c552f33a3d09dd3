import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import path from 'node:path';
import type { ChildOrder } from './child.ts';
import type { DispatchStage } from './stage.ts';

const spawned = new Set<ChildProcess>();

/** Whatever a test that failed has left running. */
export function endAll(): void {
  for (const child of spawned) child.kill('SIGKILL');
  spawned.clear();
}

/** A dispatcher in a process of its own. */
export async function spawnDispatch(
  { app, emulator, folder }: Pick<DispatchStage, 'app' | 'emulator' | 'folder'>,
  order: Partial<ChildOrder> = {},
): Promise<ChildProcess> {
  const given: ChildOrder = {
    databaseUrl: app.database.ownerUrl,
    graphUrl: emulator.url,
    folder,
    now: app.clock.now().toISOString(),
    leaseSeconds: 5,
    ...order,
  };
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'child.ts'), JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  spawned.add(child);
  for await (const line of createInterface(child.stdout)) if (line === 'ready') return child;
  throw new Error('The dispatcher ended before it was ready.');
}

/** Ends it if it has not ended, and waits until it has. */
export async function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (signal !== undefined) child.kill(signal);
  await gone;
}
