import type { SystemTx } from '../../platform/db/index.ts';
import { publishIn } from '../../platform/events/index.ts';

const day = 86_400_000;

export const daysUntil = (end: Date, now: Date): number =>
  Math.max(0, Math.ceil((end.getTime() - now.getTime()) / day));

/** Tells of tokens that end within 14, 7 and 1 days, once of each. */
export async function warnOfEnds(tx: SystemTx): Promise<void> {
  const ending = await tx.sql<{ workspaceId: string; accountId: string; name: string; expiresAt: Date }>(
    `update whatsapp_accounts set warned_days = threshold.days
     from (values (1), (7), (14)) as threshold (days)
     where disconnected_at is null and expires_at > $1
       and threshold.days = (select min(days) from (values (1), (7), (14)) as each (days)
         where expires_at <= $1::timestamptz + days * interval '1 day')
       and (warned_days is null or warned_days > threshold.days)
     returning workspace_id as "workspaceId", account_id as "accountId", name, expires_at as "expiresAt"`,
    [tx.now],
  );
  await publishIn(
    tx,
    ending.map(({ workspaceId, accountId, name, expiresAt }) => ({
      type: 'token.expiring' as const,
      workspaceId,
      data: {
        accountId,
        name,
        expiresAt: expiresAt.toISOString(),
        daysLeft: daysUntil(expiresAt, tx.now),
      },
    })),
  );
}
