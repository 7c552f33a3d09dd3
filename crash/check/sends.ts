import type { OwnNumber } from '../load/sends.ts';
import type { RunDatabase } from '../stage/database.ts';
import type { Asked } from './asked.ts';
import type { Arrival, MetaEvidence } from './meta-journal.ts';
import { problem, type Problem } from './problem.ts';

interface StoredMessage {
  messageId: string;
  status: string;
  wamid: string | null;
  possibleDuplicate: boolean;
  queue: string | null;
  hold: string | null;
  reason: string | null;
  /** Behind one to the same customer of which it is not known what came of it. */
  isBehindDoubt: boolean;
  wasUnknown: boolean;
  isSettled: boolean;
}

const storedMessages = `
  select m.message_id as "messageId", m.status, m.wamid, m.possible_duplicate as "possibleDuplicate",
    o.state as queue, o.hold, m.reason,
    exists (select from outbox other where other.workspace_id = o.workspace_id
      and other.conversation_id = o.conversation_id and other.state = 'unknown') as "isBehindDoubt",
    coalesce(bool_or(a.outcome = 'unknown' or a.settled_at is not null), false) as "wasUnknown",
    coalesce(bool_or(a.settled_at is not null), false) as "isSettled"
  from messages m
  join intents i on i.workspace_id = m.workspace_id and i.intent_id = m.message_id
  left join outbox o on o.workspace_id = m.workspace_id and o.message_id = m.message_id
  left join attempts a on a.workspace_id = m.workspace_id and a.message_id = m.message_id
  where m.direction = 'out'
  group by m.workspace_id, m.message_id, m.status, m.wamid, m.possible_duplicate, m.reason,
    o.workspace_id, o.conversation_id, o.state, o.hold`;

export interface SendSummary {
  /** Causes that were promised, and messages that came of audiences. */
  intents: number;
  accepted: number;
  rejected: number;
  cancelled: number;
  /** In doubt at the end; in doubt at some time, and settled by proof. */
  unknown: number;
  resolved: number;
  refusedAtOnce: number;
}

const had = new Set(['accepted', 'sent', 'delivered', 'read', 'played']);
const never = new Set(['refused', 'expired', 'failed']);

/** Whether of everything that was asked for exactly one thing came, or it is named as doubtful. */
export async function checkSends(
  asked: Asked,
  meta: MetaEvidence,
  database: RunDatabase,
): Promise<{ summary: SendSummary; problems: Problem[] }> {
  const rows = await database.ask<StoredMessage>(storedMessages);
  const stored = new Map(rows.map((row) => [row.messageId, row]));
  const taken = Map.groupBy(
    meta.arrivals.filter(({ wamid }) => wamid !== null),
    ({ messageId }) => messageId ?? 'nobody',
  );
  const promised = [...asked.promised.values()].flatMap((ids) => [...ids]);
  const withTaken = rows.map((row) => ({ ...row, taken: taken.get(row.messageId) ?? [] }));
  const of = (wanted: (row: (typeof withTaken)[number]) => boolean): string[] =>
    withTaken
      .filter(wanted)
      .map(({ messageId, status, queue, hold }) => `${messageId} ${status} ${queue} ${hold}`);
  const problems = [
    ...problem(
      'lost',
      'messages were promised and are not there',
      promised.filter((id) => !stored.has(id)),
    ),
    ...problem('lost', 'askings were never answered', asked.unanswered),
    ...problem(
      'doubled',
      'causes became more than one message',
      [...asked.promised].filter(([, ids]) => ids.size > 1).map(([cause]) => cause),
    ),
    ...problem(
      'doubled',
      'messages were taken by Meta more than once and nobody is told',
      of((row) => row.taken.length > 1 && !row.possibleDuplicate),
    ),
    ...problem(
      'doubled',
      'messages were taken by Meta and not asked for',
      [...taken.keys()].filter((id) => !stored.has(id)),
    ),
    ...problem(
      'lost',
      'messages are told to be sent and Meta never took them',
      of((row) => had.has(row.status) && row.taken.length === 0),
    ),
    ...problem(
      'wrong',
      'messages were taken by Meta and are told to have been refused',
      of(
        (row) =>
          row.taken.length > 0 &&
          (row.status === 'cancelled' || (never.has(row.status) && row.wamid === null)),
      ),
    ),
    ...problem(
      'wrong',
      'messages are in doubt although Meta told of them',
      of((row) => row.status === 'unknown' && row.taken.some(({ wamid }) => meta.told.has(wamid!))),
    ),
    ...problem(
      'lost',
      'messages neither wait nor ended',
      of((row) => ['queued', 'sending'].includes(row.status) && row.queue === null),
    ),
    ...problem(
      'lost',
      'messages still wait although nothing stops them',
      of(
        (row) =>
          (row.queue === 'ready' && !row.isBehindDoubt) ||
          row.queue === 'sending' ||
          (row.queue === 'waiting' && !waits.has(row.hold ?? '')),
      ),
    ),
    ...problem(
      'wrong',
      'messages are in doubt and not listed',
      of((row) => row.status === 'unknown' && row.queue !== 'unknown' && row.reason !== 'unconfirmed'),
    ),
    ...problem(
      'wrong',
      'cancelled messages are not told as cancelled',
      [...asked.cancelled].filter((id) => stored.get(id)?.status !== 'cancelled'),
    ),
  ];
  return { summary: summarise(asked, withTaken), problems };
}

/** What is not a matter of seconds. */
const waits = new Set([
  'retry',
  'pair_rate',
  'turn',
  'not_confirmed',
  'portfolio_limit',
  'scheduled',
  'quiet_hours',
]);

function summarise(asked: Asked, rows: StoredMessage[]): SendSummary {
  const count = (wanted: (row: StoredMessage) => boolean): number => rows.filter(wanted).length;
  return {
    intents: rows.length,
    accepted: count(({ status, wamid }) => had.has(status) || (status === 'failed' && wamid !== null)),
    rejected: count(({ status, wamid }) => never.has(status) && wamid === null),
    cancelled: count(({ status }) => status === 'cancelled'),
    unknown: count(({ status }) => status === 'unknown'),
    resolved: count(({ wasUnknown, isSettled, status }) => wasUnknown && isSettled && status !== 'unknown'),
    refusedAtOnce: asked.refused,
  };
}

/** What is under way when somebody says stop may still arrive; what began after it may not. */
const underWay = 1_500;

/** Stop means stop, and nobody is faster than allowed. */
export function checkStops(
  asked: Asked,
  { arrivals }: MetaEvidence,
  numbers: readonly OwnNumber[],
  frozen: readonly { from: number; until: number }[],
): Problem[] {
  const excused = (since: number, at: number): boolean =>
    frozen.some(({ from, until }) => from <= at && until + underWay >= since);
  const afterWithdrawal = arrivals.filter(({ to, template, at }) => {
    const since = asked.withdrawnAt.get(`+${to}`);
    return (
      since !== undefined && template === 'festive_offer' && at > since + underWay && !excused(since, at)
    );
  });
  const phoneNumberOf = new Map(numbers.map(({ numberId, phoneNumberId }) => [numberId, phoneNumberId]));
  const duringPause = asked.pauses.flatMap(({ numberId, from, until }) =>
    arrivals.filter(
      ({ phoneNumberId, at }) =>
        phoneNumberId === phoneNumberOf.get(numberId) &&
        at > from + underWay &&
        at < until &&
        !excused(from, at),
    ),
  );
  const examples = (found: Arrival[]): string[] => found.map(({ messageId, at }) => `${messageId} at ${at}`);
  return [
    ...problem('wrong', 'messages left after consent was taken back', examples(afterWithdrawal)),
    ...problem('wrong', 'messages left while their number was paused', examples(duringPause)),
    ...numbers.flatMap(({ phoneNumberId }) =>
      // What was kept on its way arrives in a bunch.
      checkPace(
        arrivals.filter((each) => each.phoneNumberId === phoneNumberId && !excused(each.at, each.at)),
      ),
    ),
  ];
}

const mostPerSecond = 80;
/** Their ways take unequally long on a busy machine, so a second's messages may arrive in a little less than one. */
const arrivingWithin = 950;

function checkPace(arrivals: Arrival[]): Problem[] {
  const times = arrivals.map(({ at }) => at).sort((a, b) => a - b);
  const full = times.filter((at, nth) => (times[nth + mostPerSecond] ?? Infinity) - at < arrivingWithin);
  return problem('wrong', 'seconds had more messages of a number than its rate', full.map(String));
}
