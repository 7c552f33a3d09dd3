import { sendClasses } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { ensureConsentStates } from '../../consent/index.ts';
import { reserve } from '../cost/reservations.ts';
import { categoryOfClass, type Asked } from '../gate/asked.ts';
import type { Decision } from '../gate/decide.ts';
import { estimateOf } from '../gate/spending.ts';
import { awaitMedia, type Awaited } from '../media/await-media.ts';
import type { Composed, Unfit } from './compose.ts';
import { deadlineOf } from './deadlines.ts';
import type { Sender } from './intent.ts';
import { countPaced } from '../template-control/pace.ts';
import { queueSql } from './queue-sql.ts';

/** A decision with what is to be written down of it. */
interface Judged {
  messageId: string;
  cause: string;
  decision: Decision;
  composed: Composed | Unfit;
}

interface Batch {
  asked: Asked;
  sender: Sender;
  hash: Buffer;
  type: string;
  judged: readonly Judged[];
  replyTo?: { messageId: string; wamid: string } | undefined;
}

/**
 * Writes intents down, and queues what was allowed or is held. Answers which of them are new: of two that come at once
 * with one cause the first to commit is.
 */
export async function queue(tx: Tx, batch: Batch): Promise<Set<string>> {
  const { asked, sender } = batch;
  const files = await awaitFiles(tx, batch);
  const rows = batch.judged.map((each) => rowOf(tx, batch, each, files));
  const leaving = rows.filter(({ verdict }) => verdict !== 'refused');
  if (leaving.length > 0) await prepareConversations(tx, asked, leaving);
  const written = await tx.sql<{ intentId: string; queued: boolean }>(queueSql, [
    tx.workspaceId,
    JSON.stringify(rows),
    tx.now,
    asked.number.numberId,
    sender.sourceId ?? null,
    asked.origin,
    sender.originId ?? null,
    batch.hash,
    asked.class,
    sendClasses.indexOf(asked.class),
    asked.purpose,
    asked.templateId,
    asked.category,
    batch.type,
    asked.tag,
    isCounted(asked) ? categoryOfClass[asked.class] : null,
    batch.replyTo?.messageId ?? null,
    batch.replyTo?.wamid ?? null,
    sharedContent(batch.judged),
  ]);
  const queued = new Set(written.flatMap(({ intentId, queued: isQueued }) => (isQueued ? intentId : [])));
  if (queued.size > 0) await tell(tx, batch, leaving, queued);
  const passed = leaving.filter((row) => row.hold !== 'template_paced' && queued.has(row.intent_id));
  await countPaced(tx, asked, passed.length);
  return new Set(written.map(({ intentId }) => intentId));
}

/** Rows that others may be writing too come before the rest, so that the rest finds them. */
async function prepareConversations(
  tx: Tx,
  { number }: Asked,
  leaving: readonly { contact_id: string; intent_id: string }[],
): Promise<void> {
  const contactIds = leaving.map((row) => row.contact_id);
  await ensureConsentStates(tx, tx.workspaceId, contactIds);
  await tx.sql(
    `insert into conversations (workspace_id, conversation_id, number_id, contact_id, created_at)
     select $1, conversation_id, $2, contact_id, $5 from unnest($3::uuid[], $4::uuid[]) as new (contact_id, conversation_id)
     order by contact_id on conflict (workspace_id, number_id, contact_id) do nothing`,
    [tx.workspaceId, number.numberId, contactIds, contactIds.map(() => newId(tx.now)), tx.now],
  );
}

/** Files that are not at Meta yet are brought there, and what has them waits for that. */
const awaitFiles = (tx: Tx, { asked, judged }: Batch): Promise<Awaited> =>
  awaitMedia(
    tx,
    judged.flatMap(({ messageId, decision, composed }) =>
      decision.verdict === 'refused' || !('files' in composed)
        ? []
        : [
            {
              workspaceId: tx.workspaceId,
              numberId: asked.number.numberId,
              messageId,
              files: composed.files,
            },
          ],
    ),
  );

/** What the gate could not see: values that do not fit into their places, and files that are not there. */
function troubleOf({ messageId, decision, composed }: Judged, files: Awaited): Trouble | null {
  if (decision.verdict === 'refused') return null;
  if (!('content' in composed)) return { rule: 'values_missing', detail: { ...composed } };
  const why = files.impossible.get(messageId);
  return why === undefined ? null : { rule: 'file_unusable', detail: { why } };
}

interface Trouble {
  rule: string;
  detail: Record<string, unknown>;
}

function rowOf(tx: Tx, { asked, sender }: Batch, judged: Judged, files: Awaited) {
  const { messageId, cause, decision, composed } = judged;
  const { contactId, until, windowEndsAt, detail } = decision;
  const trouble = troubleOf(judged, files);
  const rule = trouble?.rule ?? decision.rule?.name ?? null;
  const verdict = trouble === null ? decision.verdict : 'refused';
  const from = until ?? asked.at;
  const { class: as, usesTemplate } = asked;
  const deadline = deadlineOf({
    class: as,
    from,
    windowEndsAt,
    usesTemplate,
    deadlineSeconds: sender.deadlineSeconds,
  });
  const hold = verdict === 'held' ? rule : holdOf(tx, asked, files.waiting.has(messageId));
  const { content, text } = 'content' in composed ? composed : { content: null, text: null };
  return {
    cause,
    intent_id: messageId,
    contact_id: contactId,
    verdict,
    rule,
    detail: trouble?.detail ?? detail ?? (until === null ? null : { until }),
    hold,
    // A file or room in the day lets it go; if neither comes, nothing does.
    due_at: hold === 'media' || hold === 'template_paced' ? deadline : from,
    deadline_at: deadline,
    content,
    text,
    micros: estimateOf(asked.spending, decision),
  };
}

/** What an allowed message waits for. By the time of what is to leave later its file is there. */
function holdOf(tx: Tx, { at }: Asked, forFile: boolean): string | null {
  if (at > tx.now) return 'scheduled';
  return forFile ? 'media' : null;
}

/** What everybody gets alike crosses the wire once. */
function sharedContent(judged: readonly Judged[]): string | null {
  const [first] = judged;
  if (judged.length < 2 || first === undefined || !('content' in first.composed)) return null;
  return judged.every(({ composed }) => composed === first.composed)
    ? JSON.stringify(first.composed.content)
    : null;
}

/** What caps may look back on. Marketing always: a cap may be set tomorrow. */
const isCounted = ({ class: as, policies }: Asked): boolean =>
  as === 'marketing' || policies.caps.some(({ category }) => category === categoryOfClass[as]);

async function tell(
  tx: Tx,
  { asked, sender }: Batch,
  leaving: readonly { intent_id: string; micros: number | null }[],
  queued: ReadonlySet<string>,
): Promise<void> {
  const { number, category, origin, spending } = asked;
  const sourceId = sender.sourceId ?? null;
  const cost = leaving.reduce(
    (sum, { intent_id: id, micros }) => sum + (queued.has(id) ? (micros ?? 0) : 0),
    0,
  );
  const currency = spending?.currency ?? null;
  if (currency !== null && cost > 0) {
    const { numberId } = number;
    await reserve(tx, tx.workspaceId, [{ numberId, currency, category, origin, sourceId, micros: cost }]);
  }
  await publish(tx, {
    type: 'messages.queued',
    data: { numberIds: [number.numberId], count: queued.size, sourceId },
  });
}
