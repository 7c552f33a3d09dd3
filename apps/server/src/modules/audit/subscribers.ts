import { defineSubscriber, type Subscriber } from '../../platform/events/index.ts';

/** Keeps the sign-ins of each workspace in a table of their own, where they can be filtered and paged. */
const recordSignIns = defineSubscriber({
  name: 'audit.sign-ins',
  types: ['member.sign_in'],
  run: async (tx, events) => {
    const rows = events.map(({ workspaceId, at, eventId, data }) => ({
      workspace_id: workspaceId,
      at,
      event_id: eventId,
      user_id: data.userId,
      name: data.name,
      email: data.email,
      outcome: data.outcome,
      method: data.method,
      ip_address: data.ipAddress,
      device: data.device,
    }));
    await tx.sql(
      `insert into sign_ins (workspace_id, at, event_id, user_id, name, email, outcome, method, ip_address, device)
       select workspace_id, at, event_id, user_id, name, email, outcome, method, ip_address, device
       from jsonb_to_recordset($1::jsonb) as sign_in (workspace_id uuid, at timestamptz, event_id uuid, user_id uuid,
         name text, email text, outcome text, method text, ip_address text, device text)
       -- The history outlives a workspace; its sign-ins do not.
       where exists (select from workspaces w where w.workspace_id = sign_in.workspace_id)
       on conflict do nothing`,
      [JSON.stringify(rows)],
    );
  },
});

export const auditSubscribers: Subscriber[] = [recordSignIns];
