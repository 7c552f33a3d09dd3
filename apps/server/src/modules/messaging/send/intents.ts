import type { Tx } from '../../../platform/db/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
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
  sourceId: string | null;
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
    `select intent_id as "intentId", cause, contact_id as "contactId", number_id as "numberId", source_id as "sourceId",
       origin, origin_id as "originId", verdict, rule, detail, decided_at as "decidedAt"
     from intents
     where workspace_id = $1 and verdict = $2 and ($3::text is null or rule = $3) and ($4::uuid is null or source_id = $4)
       and ($5::uuid is null or contact_id = $5)
       and ($6::timestamptz is null or (decided_at, intent_id) < ($6, $7::uuid))
     order by decided_at desc, intent_id desc limit $8`,
    [tx.workspaceId, verdict, only.rule, only.sourceId, only.contactId, at, id, limit + 1],
  );
  const page = pageOf(rows, limit, ({ decidedAt, intentId }) => [decidedAt.toISOString(), intentId]);
  return {
    ...page,
    items: page.items.map((row) => ({ ...row, sentence: row.rule === null ? null : sentenceOf(row.rule) })),
  };
}
