import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn, type Fact } from '../../../platform/events/index.ts';
import { applyPreferences } from '../../consent/index.ts';
import { adoptStrays } from '../messages/adopt.ts';
import { noteAnswers } from '../messages/conversations.ts';
import type { References } from '../messages/reference.ts';
import { forDispatch } from './claim.ts';
import { awaitFiles } from './files.ts';
import type { Consequence, Result } from './outcome.ts';
import { recordSql } from './record-sql.ts';
import { attemptKey, type Claimed } from './row.ts';
import type { Settle } from './settle.ts';
import { pauseAccounts, pauseNumbers, pauseSourcesFor, stopCountries } from './stop.ts';

/** What recording needs of its neighbours; handed over where the program is wired. */
export interface RecordNeighbours {
  settle: Settle;
  references: Pick<References, 'referenceOf'>;
}

interface Recorded {
  isOffer: false;
  messageId: string;
  attempt: number;
  /** A status had told before the answer came. */
  isProven: boolean;
  wamid: string | null;
  hasStrays: boolean;
}

/** A conversation whose first answer opens a free window. */
interface Offer {
  isOffer: true;
  conversationId: string;
}

/** Results of attempts that somebody else has taken over meanwhile. */
export type Stale = Result[];

export async function recordResults(
  tx: SystemTx,
  neighbours: RecordNeighbours,
  given: readonly Result[],
): Promise<Stale> {
  const results = await awaitFiles(tx, given);
  const [, recorded] = await Promise.all([
    forDispatch(tx),
    tx.sql<Recorded | Offer>(recordSql, [JSON.stringify(results.map(asRow)), tx.now]),
  ]);
  const of = new Map(recorded.flatMap((each) => (each.isOffer ? [] : [[attemptKey(each), each]])));
  const offers = new Set(recorded.flatMap((each) => (each.isOffer ? [each.conversationId] : [])));
  const stale = results.filter(({ row }) => !of.has(attemptKey(row)));
  const held = results.flatMap((result) => {
    const written = of.get(attemptKey(result.row));
    if (written === undefined) return [];
    return [{ ...(written.isProven ? provenBy(result, written) : result), hasStrays: written.hasStrays }];
  });
  await publishIn(tx, held.flatMap(factsOf));
  const accepted = held.filter(({ next }) => next === 'accepted');
  await noteAnswers(
    tx,
    accepted
      .filter(({ row }) => offers.has(row.conversationId))
      .map(({ row: { workspaceId, conversationId } }) => ({ workspaceId, conversationId, at: tx.now })),
  );
  await adoptStrays(
    tx,
    accepted
      .filter(({ hasStrays }) => hasStrays)
      .map(({ row: { workspaceId, numberId }, wamid }) => ({ workspaceId, numberId, wamid: wamid! })),
  );
  await takeConsequences(tx, held);
  await believeTheLate(tx, neighbours, stale);
  return stale;
}

const provenBy = (result: Result, { wamid }: Recorded): Result => ({
  ...result,
  outcome: 'accepted',
  next: 'accepted',
  wamid,
  consequences: [],
});

const asRow = (result: Result): object => {
  const { row, outcome, next, hold, waitSeconds, isRetry, reason, wamid, code, error } = result;
  const pair = result.consequences.find(({ kind }) => kind === 'slow_pair') as
    | { seconds: number }
    | undefined;
  return {
    workspace_id: row.workspaceId,
    message_id: row.messageId,
    attempt: row.attempt,
    fence: row.fence,
    number_id: row.numberId,
    conversation_id: row.conversationId,
    outcome,
    next,
    hold,
    wait_seconds: waitSeconds,
    is_retry: isRetry,
    reason,
    wamid,
    code,
    error,
    pair_seconds: pair?.seconds ?? null,
  };
};

function factsOf({ row, next, reason, code }: Result): (Fact & { workspaceId: string })[] {
  const { workspaceId, contactId, messageId, conversationId, numberId, sourceId } = row;
  const of = { workspaceId, contactId };
  const data = { messageId, conversationId, numberId, sourceId };
  if (next === 'accepted') return [{ ...of, type: 'message.sent', data }];
  if (next === 'failed') return [{ ...of, type: 'message.failed', data: { ...data, reason: reason!, code } }];
  if (next === 'unknown') return [{ ...of, type: 'message.in_doubt', data: { ...data, class: row.class } }];
  return [];
}

async function takeConsequences(tx: SystemTx, results: readonly Result[]): Promise<void> {
  const of = <Kind extends Consequence['kind']>(kind: Kind) =>
    results.flatMap(({ row, consequences }) =>
      consequences
        .filter((each) => each.kind === kind)
        .map((each) => ({ row, ...(each as Extract<Consequence, { kind: Kind }>) })),
    );
  const reason = (code: number): string => `meta_${code}`;
  await pauseNumbers(
    tx,
    of('pause_number').map(({ row, code }) => ({ ...placeOf(row), reason: reason(code) })),
  );
  await pauseAccounts(
    tx,
    of('pause_account').map(({ row, code }) => ({ ...placeOf(row), reason: reason(code) })),
  );
  await pauseSourcesFor(
    tx,
    of('pause_source').map(({ row, code }) => ({
      ...placeOf(row),
      sourceId: row.sourceId!,
      reason: reason(code),
    })),
  );
  await stopCountries(
    tx,
    of('stop_country').map(({ row: { contactId, ...row } }) => ({ ...placeOf(row), contactId })),
  );
  const stops = of('stop_marketing').map(({ row: { workspaceId, contactId, messageId } }) => ({
    workspaceId,
    contactId,
    value: 'stop' as const,
    at: tx.now,
    evidence: { messageId, told: 'refused' },
  }));
  if (stops.length > 0) await applyPreferences(tx, stops);
}

const placeOf = ({ workspaceId, numberId }: Pick<Claimed, 'workspaceId' | 'numberId'>) => ({
  workspaceId,
  numberId,
});

/** That Meta accepted stays true whoever holds the number now; nothing else of it counts. */
async function believeTheLate(
  tx: SystemTx,
  { settle, references }: RecordNeighbours,
  stale: Stale,
): Promise<void> {
  const accepted = stale.filter(({ wamid }) => wamid !== null);
  if (accepted.length === 0) return;
  await settle(
    tx,
    accepted.map(({ row: { workspaceId, numberId, messageId, attempt }, wamid }) => ({
      by: 'status',
      workspaceId,
      numberId,
      wamid: wamid!,
      at: tx.now,
      reference: references.referenceOf(messageId, attempt),
      status: 'accepted',
    })),
  );
}
