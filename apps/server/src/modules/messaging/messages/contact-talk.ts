import type { Tx } from '../../../platform/db/index.ts';
import type { ContactTalk, Reach } from '../../contacts/index.ts';

/** Meta's "message undeliverable": the phone is off for long, has an old WhatsApp, or its owner blocks the business. */
const undeliverable = 131_026;
/** Enough to see a row of failures; more would only make it slower. */
const lastOnes = 50;

/** What of conversations a contact's profile needs to know, and contacts themselves stand below. */
export const contactTalk: ContactTalk = {
  numbersOf: (tx, contactIds) =>
    tx.sql(
      `select number_id as "numberId", max(last_inbound_at) as "lastWroteAt" from conversations
       where workspace_id = $1 and contact_id = any($2::uuid[])
       group by number_id order by number_id`,
      [tx.workspaceId, contactIds],
    ),
  reachOf: async (tx, contactIds) => {
    const sent = await lastSent(tx, contactIds);
    const [wrote] = await tx.sql<{ at: Date | null }>(
      `select max(last_inbound_at) as at from conversations where workspace_id = $1 and contact_id = any($2::uuid[])`,
      [tx.workspaceId, contactIds],
    );
    return reachIn(sent, wrote?.at ?? null);
  },
};

interface Sent {
  at: Date;
  deliveredAt: Date | null;
  code: number | null;
}

const lastSent = (tx: Tx, contactIds: readonly string[]): Promise<Sent[]> =>
  tx.sql<Sent>(
    `select page.* from conversations conversation cross join lateral (
       select at, coalesce(delivered_at, read_at) as "deliveredAt",
         case when reason ~ '^meta_[0-9]+$' then substr(reason, 6)::int end as code
       from messages
       where workspace_id = $1 and conversation_id = conversation.conversation_id and direction = 'out'
         and (delivered_at is not null or read_at is not null or failed_at is not null)
       order by at desc, message_id desc limit ${lastOnes}
     ) as page
     where conversation.workspace_id = $1 and conversation.contact_id = any($2::uuid[])
     order by page.at desc`,
    [tx.workspaceId, contactIds],
  );

/** Failures in a row, counted back from the newest to the last that arrived. Other failures say nothing either way. */
function reachIn(newestFirst: readonly Sent[], lastWroteAt: Date | null): Reach {
  const arrived = newestFirst.findIndex(({ deliveredAt }) => deliveredAt !== null);
  const since = arrived === -1 ? newestFirst : newestFirst.slice(0, arrived);
  const failures = since.filter(({ code }) => code === undeliverable);
  return {
    failures: failures.length,
    firstFailedAt: failures.at(-1)?.at ?? null,
    lastDeliveredAt: newestFirst[arrived]?.deliveredAt ?? null,
    lastWroteAt,
  };
}
