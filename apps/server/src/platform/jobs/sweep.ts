import type { Database } from '../db/index.ts';
import type { Logger } from '../log/index.ts';
import { removeSilent, type Membership } from '../processes/index.ts';
import { freeLostJobs, moveLinesBack } from './queries.ts';

/** Takes back what dead copies of the program held. Any living copy may do it, and doing it twice changes nothing. */
export async function sweep(db: Database, membership: Membership, log: Logger): Promise<void> {
  if (!membership.isSteady()) return;
  const { dead, freed } = await db.acrossWorkspaces('processes', async (tx) => ({
    dead: await removeSilent(tx, membership.silentAfter),
    freed: await freeLostJobs(tx, membership.silentAfter),
  }));
  for (const { host, pid } of dead) log.warn({ host, pid }, 'a copy of the program is gone');
  if (freed > 0) log.warn({ jobs: freed }, 'jobs of a copy that is gone will run again');
  await db.acrossWorkspaces('jobs', moveLinesBack);
}
