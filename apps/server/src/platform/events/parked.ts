import type { SystemTx, Tx } from '../db/index.ts';
import { invalidField } from '../errors/index.ts';
import { maskValue } from '../log/index.ts';
import type { LoggedEvent } from './logged-event.ts';

/** What went wrong, for a person to read: without the personal data that errors quote. */
export function reasonOf(error: unknown): string {
  const masked = maskValue(error);
  if (!(error instanceof Error)) return String(masked).slice(0, 500);
  const { type, message } = masked as { type: string; message: string };
  return `${type}: ${message}`.slice(0, 500);
}

export async function park(
  tx: SystemTx,
  { consumer, event, reason }: { consumer: string; event: LoggedEvent; reason: string },
): Promise<void> {
  await tx.sql(
    `insert into parked_events (workspace_id, consumer, event_id, event, reason, parked_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, consumer, event_id) do update set reason = excluded.reason`,
    [event.workspaceId, consumer, event.eventId, JSON.stringify(event), reason, tx.now],
  );
}

export interface ParkedKey {
  workspaceId: string;
  consumer: string;
  eventId: string;
}

/** Takes a parked event out of its place for this transaction, or null when it is not there (any more). */
export async function unpark(
  tx: SystemTx,
  { workspaceId, consumer, eventId }: ParkedKey,
): Promise<LoggedEvent | null> {
  const [row] = await tx.sql<{ event: Omit<LoggedEvent, 'at'> & { at: string } }>(
    'delete from parked_events where workspace_id = $1 and consumer = $2 and event_id = $3 returning event',
    [workspaceId, consumer, eventId],
  );
  return row === undefined ? null : { ...row.event, at: new Date(row.event.at) };
}

export async function noteReason(tx: SystemTx, key: ParkedKey, reason: string): Promise<void> {
  await tx.sql(
    'update parked_events set reason = $4 where workspace_id = $1 and consumer = $2 and event_id = $3',
    [key.workspaceId, key.consumer, key.eventId, reason],
  );
}

export interface ParkedEvent {
  consumer: string;
  eventId: string;
  type: string;
  reason: string;
  parkedAt: Date;
}

/** A workspace's parked events, the oldest first. Ids are time-ordered, so they are the pages' keys. */
export async function listParked(
  tx: Tx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: ParkedEvent[]; nextCursor: string | null }> {
  const { eventId, consumer } = cursor === undefined ? first : readParkedCursor(cursor);
  const items = await tx.sql<ParkedEvent>(
    `select consumer, event_id as "eventId", event ->> 'type' as type, reason, parked_at as "parkedAt"
     from parked_events where workspace_id = $1 and (event_id, consumer) > ($2, $3)
     order by event_id, consumer limit $4`,
    [tx.workspaceId, eventId, consumer, limit],
  );
  const last = items.at(-1);
  return {
    items,
    nextCursor: last === undefined || items.length < limit ? null : `${last.eventId}.${last.consumer}`,
  };
}

const first = { eventId: '00000000-0000-0000-0000-000000000000', consumer: '' };

function readParkedCursor(cursor: string): { eventId: string; consumer: string } {
  const [, eventId, consumer] = /^([0-9a-f-]{36})\.([\w.-]{1,80})$/.exec(cursor) ?? [];
  if (eventId === undefined || consumer === undefined) {
    throw invalidField(
      'cursor',
      'invalid_cursor',
      'Give back the cursor that the page before this one held.',
    );
  }
  return { eventId, consumer };
}
