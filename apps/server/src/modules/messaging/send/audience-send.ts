import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { Told } from '../gate/read-asked.ts';
import { readAsked } from '../gate/read-asked.ts';
import { causeText, hashOf } from './cause.ts';
import type { Sender } from './intent.ts';
import { sendToAudienceTask } from './audience-job.ts';

/** Whom an audience is, as it is stored while it is worked off. */
type StoredAudience = { all: true } | { contactIds: readonly string[] };

export interface AudienceIntent extends Told, Sender {
  name: string;
  audience: StoredAudience;
}

/** Begins to send to many. The work is done in the background, a few thousand at a time. */
export async function sendToAudience(tx: Tx, intent: AudienceIntent): Promise<{ sourceId: string }> {
  const { name, audience, sourceId: given, cause, ...rest } = intent;
  const text = causeText(cause);
  const hash = hashOf({ ...rest, audience, cause: text });
  const earlier = await earlierSource(tx, text, hash);
  if (earlier !== undefined) return earlier;
  // A number that is not there is told now and not in the background.
  await readAsked(tx, intent, { contactIds: [] });
  const sourceId = given ?? newId(tx.now);
  await tx.sql(
    `insert into send_sources (workspace_id, source_id, kind, name, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $5) on conflict do nothing`,
    [tx.workspaceId, sourceId, cause.kind, name, tx.now],
  );
  const begun = await tx.sql(
    `insert into audience_sends (workspace_id, source_id, cause, intent, request_hash, contact_ids, started_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1 as one`,
    [
      tx.workspaceId,
      sourceId,
      text,
      JSON.stringify({ ...rest, cause }),
      hash,
      'all' in audience ? null : [...new Set(audience.contactIds)],
      tx.now,
    ],
  );
  if (begun.length === 0) {
    throw new Refusal('conflict', 'The same was asked for at this moment. Look whether it is under way.');
  }
  await enqueue(tx, sendToAudienceTask, { sourceId }, { key: sourceId });
  return { sourceId };
}

async function earlierSource(tx: Tx, cause: string, hash: Buffer): Promise<{ sourceId: string } | undefined> {
  const [known] = await tx.sql<{ sourceId: string; hash: Buffer }>(
    `select source_id as "sourceId", request_hash as hash from audience_sends where workspace_id = $1 and cause = $2`,
    [tx.workspaceId, cause],
  );
  if (known === undefined) return undefined;
  if (!known.hash.equals(hash)) {
    throw new Refusal('conflict', 'Something else was sent for this cause before. Use a new cause.', {
      details: { sourceId: known.sourceId },
    });
  }
  return { sourceId: known.sourceId };
}
