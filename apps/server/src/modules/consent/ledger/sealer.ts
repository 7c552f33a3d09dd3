import type { Database } from '../../../platform/db/index.ts';
import { Alarm } from '../../../platform/events/alarm.ts';
import { sealEntries } from './seal.ts';

export interface Sealer {
  wake(): void;
  stop(): Promise<void>;
}

interface SealerParts {
  db: Database;
  report: (error: unknown, where: string) => void;
}

/** What comes by itself: an entry that another copy of the program recorded. */
const lookEvery = 700;
const retryAfter = 2_000;

/** Follows what is recorded and gives it its place. Any copy of the program may do so, one at a time per workspace. */
export function startSealer({ db, report }: SealerParts): Sealer {
  const alarm = new Alarm();
  const state = { stopped: false };
  const following = follow();
  return {
    wake: () => alarm.ring(),
    stop: async () => {
      state.stopped = true;
      alarm.ring();
      await following;
    },
  };

  async function follow(): Promise<void> {
    while (!state.stopped) {
      try {
        const sealed = await sealAll(db, () => state.stopped);
        if (!state.stopped && sealed === 0) await alarm.wait(lookEvery);
      } catch (error) {
        report(error, 'sealing entries of consent');
        if (!state.stopped) await alarm.wait(retryAfter);
      }
    }
  }
}

/** A round over every workspace in which something waits. */
export async function sealAll(db: Database, isOver: () => boolean = () => false): Promise<number> {
  const waiting = await db.acrossWorkspaces('ledger', (tx) =>
    tx.sql<{ workspaceId: string }>(
      `select workspace_id as "workspaceId" from workspaces
       where exists (select from consent_unsealed waiting where waiting.workspace_id = workspaces.workspace_id)`,
    ),
  );
  let sealed = 0;
  for (const { workspaceId } of waiting) {
    if (isOver()) break;
    sealed += await db.acrossWorkspaces('ledger', (tx) => sealEntries(tx, workspaceId));
  }
  return sealed;
}
