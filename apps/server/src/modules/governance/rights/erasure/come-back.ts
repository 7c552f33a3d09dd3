import type { SystemTx } from '../../../../platform/db/index.ts';
import { defineSubscriber, type Subscriber } from '../../../../platform/events/index.ts';
import { keepOnLists, recordConsent } from '../../../consent/index.ts';
import { asBytea, markOf } from './marks.ts';

interface Seen {
  workspaceId: string;
  contactId: string;
  kind: string;
  value: string;
}

interface Known {
  workspaceId: string;
  contactId: string;
  erasedAt: Date;
  listIds: string[];
}

/**
 * Whoever was erased and is imported or typed in again is not free to be written to: their wish stands, dated when they were
 * erased, so that what they agree to later themselves counts more.
 */
export const comeBackSubscriber = (markKey: Buffer): Subscriber =>
  defineSubscriber({
    name: 'governance.recognise-erased',
    types: ['contact.created', 'contact.identified'],
    run: async (tx, events) => {
      const seen = await identitiesOf(tx, events);
      const known = await findMarks(tx, markKey, seen);
      if (known.length === 0) return;
      await recordConsent(
        tx,
        known.map(({ workspaceId, contactId, erasedAt }) => ({
          workspaceId,
          contactId,
          kind: 'withdrawn',
          purpose: '*',
          source: 'erasure',
          at: erasedAt,
          evidence: {},
        })),
      );
      await keepOnLists(
        tx,
        known.flatMap(({ listIds, ...who }) => listIds.map((listId) => ({ ...who, listId }))),
      );
    },
  });

/** Only in workspaces that have erased anybody. */
const identitiesOf = (
  tx: SystemTx,
  events: readonly { workspaceId: string; contactId: string | null }[],
): Promise<Seen[]> =>
  tx.sql<Seen>(
    `select identity.workspace_id as "workspaceId", identity.contact_id as "contactId", kind, value
     from jsonb_to_recordset($1::jsonb) as told ("workspaceId" uuid, "contactId" uuid)
     join contact_identities identity on identity.workspace_id = told."workspaceId"
       and identity.contact_id = told."contactId" and identity.ended_at is null
     where exists (select from erased_identities erased where erased.workspace_id = told."workspaceId")`,
    [JSON.stringify(events.map(({ workspaceId, contactId }) => ({ workspaceId, contactId })))],
  );

async function findMarks(tx: SystemTx, key: Buffer, seen: readonly Seen[]): Promise<Known[]> {
  if (seen.length === 0) return [];
  const rows = seen.map((each) => ({
    workspace_id: each.workspaceId,
    contact_id: each.contactId,
    mark: asBytea(markOf(key, each.workspaceId, each)),
  }));
  return tx.sql<Known>(
    `select distinct on (seen.contact_id) seen.workspace_id as "workspaceId", seen.contact_id as "contactId",
       erased_at as "erasedAt", list_ids as "listIds"
     from jsonb_to_recordset($1::jsonb) as seen (workspace_id uuid, contact_id uuid, mark bytea)
     join erased_identities erased on erased.workspace_id = seen.workspace_id and erased.mark = seen.mark
     where not exists (
       select from consent_entries entry where entry.workspace_id = seen.workspace_id
         and entry.contact_id = seen.contact_id and entry.source = 'erasure')
     order by seen.contact_id, erased_at desc`,
    [JSON.stringify(rows)],
  );
}
