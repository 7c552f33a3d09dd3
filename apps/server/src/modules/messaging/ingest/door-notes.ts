import type { Clock } from '../../../platform/clock/index.ts';

const everyMilliseconds = 60_000;

/** Says of each door once a minute that something came through it: enough for whoever checks a connection. */
export function openDoorNotes(clock: Clock, note: (door: string) => Promise<void>): (door: string) => void {
  const notedAt = new Map<string, number>();
  return (door) => {
    const now = clock.now().getTime();
    if (now - (notedAt.get(door) ?? -Infinity) < everyMilliseconds) return;
    notedAt.set(door, now);
    // What came is stored already; the next minute notes the door again.
    note(door).catch(() => {});
  };
}
