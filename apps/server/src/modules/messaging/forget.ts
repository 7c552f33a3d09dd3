import type { SystemTx } from '../../platform/db/index.ts';

/** Deletes what no rule of sending looks back to any more, and what other news of WhatsApp's held; its keys stay. */
export async function forgetOld(tx: SystemTx): Promise<void> {
  const before = `$1::timestamptz -`;
  await tx.sql(`delete from status_pulses where slot < ${before} interval '7 days'`, [tx.now]);
  // Meta counts a day; the longest cap that a workspace can set is ninety.
  await tx.sql(`delete from portfolio_reach where at < ${before} interval '2 days'`, [tx.now]);
  await tx.sql(`delete from recent_sends where at < ${before} interval '91 days'`, [tx.now]);
  await tx.sql(
    `update webhook_updates set value = null
     where value is not null and received_at < ${before} interval '90 days'`,
    [tx.now],
  );
}
