import { createGraphClient } from '@trikon/whatsapp/client';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { defineSystemTask, defineTask, enqueueIn, type RunnableTask } from '../../../platform/jobs/index.ts';
import { graphForNumber, type NumbersParts } from '../../numbers/index.ts';
import { readWaId } from '../phone/read-phone.ts';
import { refreshBlockedAt } from './refresh-blocked.ts';

interface Parts {
  numbers: NumbersParts;
}

/** Whom a number blocks is also changed on the phone and by other programs, of which nobody tells. */
const readOne = defineTask({
  name: 'contacts.read-block-list',
  input: z.object({ numberId: z.uuid() }),
  // The next hours bring the next one.
  maxAttempts: 3,
  run: async (
    { workspaceId, input: { numberId }, signal, readWorkspace, inWorkspace },
    { numbers }: Parts,
  ) => {
    try {
      const { access, readAt } = await readWorkspace(async (tx) => ({
        access: await graphForNumber(tx, numbers, { workspaceId, numberId }),
        readAt: tx.now,
      }));
      const blocked: BlockedUser[] = [];
      const pages = createGraphClient(access).listBlockedUsers(
        { numberId: access.phoneNumberId },
        { timeoutMs: 15_000, signal },
      );
      for await (const user of pages) blocked.push(user);
      await inWorkspace((tx) => applyBlockList(tx, { numberId, readAt, blocked }));
    } catch (error) {
      // Disconnected since it was queued.
      if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'conflict')) return;
      throw error;
    }
  },
});

export const readAllBlockLists = defineSystemTask({
  name: 'contacts.read-block-lists',
  input: z.object({}),
  schedule: '41 */3 * * *',
  run: ({ acrossWorkspaces }, _parts: Parts) =>
    acrossWorkspaces(async (tx) => {
      const numbers = await tx.sql<{ workspaceId: string; numberId: string }>(
        `select workspace_id as "workspaceId", number_id as "numberId" from numbers where disconnected_at is null
         order by number_id`,
      );
      const jobs = numbers.map(({ workspaceId, numberId }) => ({
        workspaceId,
        input: { numberId },
        key: numberId,
        priority: 'later' as const,
      }));
      await enqueueIn(tx, readOne, jobs);
    }),
});

export const contactsTasks: RunnableTask<Parts>[] = [readOne, readAllBlockLists];

interface BlockedUser {
  wa_id?: string;
  user_id?: string;
}

interface BlockList {
  numberId: string;
  /** When WhatsApp was asked: what was changed here since then is newer. */
  readAt: Date;
  blocked: readonly BlockedUser[];
}

/** Takes over whom WhatsApp says that a number blocks. Who is blocked and no contact stays unknown here. */
async function applyBlockList(tx: Tx, { numberId, readAt, blocked }: BlockList): Promise<void> {
  const phones = blocked.flatMap((user) => readWaId(user.wa_id ?? '')?.phone ?? []);
  const userIds = blocked.flatMap((user) => user.user_id ?? []);
  const changed = await tx.sql<{ contactId: string; blocked: boolean }>(
    `with listed as (
       select distinct contact_id from contact_identities
       where workspace_id = $1 and ended_at is null
         and (kind = 'phone' and value = any($3::text[]) or kind = 'user_id' and value = any($4::text[]))
     ), known as (
       select block.contact_id, coalesce(contact.merged_into, contact.contact_id) as root, block.blocked_at, block.changed_at
       from contact_blocks block
       join contacts contact on contact.workspace_id = block.workspace_id and contact.contact_id = block.contact_id
       where block.workspace_id = $1 and block.number_id = $2
     ), added as (
       insert into contact_blocks as there (workspace_id, contact_id, number_id, blocked_at, elsewhere, changed_at)
       select $1, contact_id, $2, $5, true, $5 from listed
       where not exists (select from known where root = listed.contact_id and (blocked_at is not null or changed_at >= $5))
       order by contact_id
       on conflict (workspace_id, contact_id, number_id) do update set
         blocked_at = $5, elsewhere = true, refused_at = null, refusal_code = null, changed_at = $5
       returning there.contact_id
     ), ended as (
       update contact_blocks block set blocked_at = null, elsewhere = false, changed_at = $5
       from known where block.workspace_id = $1 and block.number_id = $2 and block.contact_id = known.contact_id
         and known.blocked_at is not null and known.changed_at < $5
         and not exists (select from listed where listed.contact_id = known.root)
       returning known.root
     ), checked as (
       insert into contact_block_checks (workspace_id, number_id, checked_at) values ($1, $2, $5)
       on conflict (workspace_id, number_id) do update set checked_at = excluded.checked_at
     )
     select contact_id as "contactId", true as blocked from added
     union select root, false from ended`,
    [tx.workspaceId, numberId, phones, userIds, readAt],
  );
  if (changed.length === 0) return;
  await refreshBlockedAt(
    tx,
    changed.map(({ contactId }) => contactId),
  );
  await publish(
    tx,
    ...changed.map(({ contactId, blocked: isBlocked }) => ({
      type: isBlocked ? ('contact.blocked' as const) : ('contact.unblocked' as const),
      contactId,
      data: { numberId, elsewhere: true },
    })),
  );
}
