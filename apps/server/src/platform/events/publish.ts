import { events, type EventData, type EventType } from '@trikon/contract';
import type { Actor, Tx } from '../db/index.ts';
import { newId } from '../ids/index.ts';

/** A fact to be told: its type says what happened, its data what a listener needs to know about it. */
export type Fact = {
  [Type in EventType]: { type: Type; data: EventData<Type>; contactId?: string };
}[EventType];

/** What a transaction of any kind offers that appending needs. */
type Appender = Pick<Tx, 'sql' | 'now' | 'onCommit' | 'announceAppended'> & { actor: Actor };

/**
 * Appends facts to the history in the caller's own transaction: a change and its event are both there or neither.
 * Many facts are one statement.
 */
export async function publish(tx: Tx, ...facts: Fact[]): Promise<void> {
  await publishIn(
    tx,
    facts.map((fact) => ({ ...fact, workspaceId: tx.workspaceId })),
  );
}

/** For the system paths: each fact names its workspace. */
export async function publishIn(tx: Appender, facts: (Fact & { workspaceId: string })[]): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map(({ workspaceId, type, data, contactId }) => ({
    workspace_id: workspaceId,
    event_id: newId(tx.now),
    type,
    contact_id: contactId ?? null,
    data: events[type].data.parse(data),
  }));
  await tx.sql(
    `insert into events (workspace_id, at, event_id, type, contact_id, actor_kind, actor_id, data)
     select workspace_id, $2, event_id, type, contact_id, $3, $4, data
     from jsonb_to_recordset($1::jsonb) as fact (workspace_id uuid, event_id uuid, type text, contact_id uuid, data jsonb)`,
    [JSON.stringify(rows), tx.now, tx.actor.kind, tx.actor.id],
  );
  tx.onCommit(tx.announceAppended);
}
