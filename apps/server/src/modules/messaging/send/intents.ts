import type { Tx } from '../../../platform/db/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { contactInList } from '../contact-in-list.ts';
import { sentenceOf } from '../gate/sentences.ts';
import type { Sent } from './intent.ts';

interface Filter {
  cursor?: string | undefined;
  limit: number;
  verdict: Sent['verdict'];
  rule?: string | undefined;
  sourceId?: string | undefined;
  contactId?: string | undefined;
}

interface Row {
  intentId: string;
  cause: string;
  contactId: string | null;
  numberId: string | null;
  contactName: string | null;
  contactPhone: string | null;
  sourceId: string | null;
  sourceName: string | null;
  origin: string;
  originId: string | null;
  verdict: Sent['verdict'];
  rule: string | null;
  detail: Record<string, unknown> | null;
  decidedAt: Date;
}

/** Decisions, newest first: why something was refused, or is held. */
export async function listIntents(tx: Tx, { cursor, limit, verdict, ...only }: Filter) {
  const [at, id] = decodeCursor(cursor, ['time', 'uuid']) ?? [null, null];
  const rows = await tx.sql<Row>(
    `select intent.intent_id as "intentId", intent.cause, intent.contact_id as "contactId", ${contactInList('contact')},
       intent.number_id as "numberId", intent.source_id as "sourceId", source.name as "sourceName", intent.origin,
       intent.origin_id as "originId", intent.verdict, intent.rule, intent.detail, intent.decided_at as "decidedAt"
     from (
       select * from intents
       where workspace_id = $1 and verdict = $2 and ($3::text is null or rule = $3) and ($4::uuid is null or source_id = $4)
         and ($5::uuid is null or contact_id = $5)
         and ($6::timestamptz is null or (decided_at, intent_id) < ($6, $7::uuid))
       order by decided_at desc, intent_id desc limit $8
     ) intent
     left join contacts contact on contact.workspace_id = $1 and contact.contact_id = intent.contact_id
     left join send_sources source on source.workspace_id = $1 and source.source_id = intent.source_id
     order by intent.decided_at desc, intent.intent_id desc`,
    [tx.workspaceId, verdict, only.rule, only.sourceId, only.contactId, at, id, limit + 1],
  );
  const page = pageOf(rows, limit, ({ decidedAt, intentId }) => [decidedAt.toISOString(), intentId]);
  return {
    ...page,
    items: page.items.map((row) => ({ ...row, sentence: row.rule === null ? null : sentenceOf(row.rule) })),
  };
}
