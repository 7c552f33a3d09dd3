import type { Tx } from '../../../platform/db/index.ts';
import { categoryOfClass, type Asked } from '../gate/asked.ts';

/**
 * Caps count what was queued before. Two that are queued for one person at once would not see each other, so where there
 * are caps, of people or of a template, one transaction of a workspace queues at a time.
 */
export async function oneAtATime(tx: Tx, { policies, class: as, templatePace }: Asked): Promise<void> {
  const isCapped = policies.caps.some(({ category }) => category === categoryOfClass[as]);
  if (!isCapped && templatePace === null) return;
  await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.workspaceId} caps`]);
}
