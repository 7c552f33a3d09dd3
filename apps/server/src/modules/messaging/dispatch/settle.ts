import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn, type Fact } from '../../../platform/events/index.ts';
import type { Proof } from '../messages/neighbours.ts';
import type { References } from '../messages/reference.ts';
import { doubtfulOfSql, settleSql } from './settle-sql.ts';

interface ProvenAttempt {
  workspaceId: string;
  numberId: string;
  messageId: string;
  attempt: number;
  wamid: string;
  by: string;
}

interface Settled {
  workspaceId: string;
  numberId: string;
  messageId: string;
  conversationId: string;
  contactId: string;
  sourceId: string | null;
  /** Of the message, before. */
  status: string;
  isNews: boolean;
  isDuplicate: boolean;
}

export interface SettleParts {
  references: References;
  /** Hears how many attempts were settled, by which kind of proof, and how many customers got something twice. */
  count?: { settled(by: string): void; duplicate(): void };
}

/** For what takes in Meta's webhooks: whatever shows that an attempt did arrive ends its doubt. */
export type Settle = (tx: SystemTx, proofs: readonly Proof[]) => Promise<void>;

export function createSettle({ references, count }: SettleParts): Settle {
  return async (tx, proofs) => {
    const proven = [...byReference(references, proofs), ...(await bySaying(tx, proofs))];
    if (proven.length === 0) return;
    const settled = await tx.sql<Settled>(settleSql, [JSON.stringify(proven.map(asRow)), tx.now]);
    const news = settled.filter(({ isNews }) => isNews);
    await publishIn(tx, news.flatMap(factsOf));
    if (count === undefined) return;
    const byOf = new Map(proven.map(({ messageId, by }) => [messageId, by]));
    tx.onCommit(() => {
      for (const { messageId, isDuplicate } of news) {
        count.settled(byOf.get(messageId)!);
        if (isDuplicate) count.duplicate();
      }
    });
  };
}

function byReference({ readReference }: References, proofs: readonly Proof[]): ProvenAttempt[] {
  return proofs.flatMap((proof) => {
    const named = proof.by === 'status' ? readReference(proof.reference) : null;
    if (named === null) return [];
    const { workspaceId, numberId, wamid, by } = proof;
    return [{ ...named, workspaceId, numberId, wamid, by }];
  });
}

async function bySaying(tx: SystemTx, proofs: readonly Proof[]): Promise<ProvenAttempt[]> {
  const said = proofs.filter((proof) => proof.by !== 'status');
  if (said.length === 0) return [];
  const rows = said.map((proof, nth) => ({
    nth,
    workspace_id: proof.workspaceId,
    number_id: proof.numberId,
    contact_id: proof.contactId,
    type: proof.by === 'reply' ? null : proof.type,
    content: proof.by === 'reply' ? null : proof.content,
  }));
  const found = await tx.sql<{ nth: number; messageId: string; attempt: number }>(doubtfulOfSql, [
    JSON.stringify(rows),
    tx.now,
  ]);
  return found.map(({ nth, messageId, attempt }) => {
    const { workspaceId, numberId, wamid, by } = said[nth]!;
    return { workspaceId, numberId, wamid, by, messageId, attempt };
  });
}

const asRow = ({ workspaceId, numberId, messageId, attempt, wamid, by }: ProvenAttempt): object => ({
  workspace_id: workspaceId,
  number_id: numberId,
  message_id: messageId,
  attempt,
  wamid,
  settled_by: by,
});

function factsOf(settled: Settled): (Fact & { workspaceId: string })[] {
  const { workspaceId, contactId, messageId, conversationId, numberId, sourceId, status } = settled;
  // An attempt that is under way is told of when its answer is there.
  if (status !== 'unknown') return [];
  const data = { messageId, conversationId, numberId, sourceId };
  return [
    { workspaceId, contactId, type: 'message.settled', data: { ...data, verdict: 'accepted', by: 'proof' } },
    { workspaceId, contactId, type: 'message.sent', data },
  ];
}
