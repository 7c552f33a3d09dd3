import type { Message } from '../queries.ts';

type Attempt = Message['attempts'][number];
type Status = Message['statuses'][number];
type Intent = NonNullable<Message['intent']>;

/** One thing that happened to a message. */
export type Moment = { id: string; at: string | null } & (
  | { kind: 'asked' | 'received' | 'edited' | 'revoked' }
  | { kind: 'decided'; intent: Intent }
  | { kind: 'attempt'; attempt: Attempt }
  | { kind: 'status'; status: Status }
  | { kind: 'ended'; status: 'refused' | 'cancelled' | 'expired' | 'failed' | 'unknown' }
);

const endings = ['refused', 'cancelled', 'expired', 'failed', 'unknown'] as const;

/**
 * The life of a message in the order in which it happened. Meta's clock counts whole seconds, so a status may seem older
 * than the attempt that it is about: what belongs together keeps the order in which it can only have been.
 */
export function momentsOf(message: Message): Moment[] {
  const { direction, createdAt, at, intent, attempts, statuses, editedAt, revokedAt } = message;
  const isIn = direction === 'in';
  const begun: Moment[] = isIn
    ? [{ id: 'received', kind: 'received', at }]
    : [{ id: 'asked', kind: 'asked', at: createdAt }];
  const decided: Moment[] = intent ? [{ id: 'decided', kind: 'decided', at: intent.decidedAt, intent }] : [];
  const later: Moment[] = [
    ...attempts.map((attempt): Moment => ({
      id: `attempt ${attempt.attempt}`,
      kind: 'attempt',
      at: attempt.startedAt,
      attempt,
    })),
    ...statuses.map((status): Moment => ({
      id: `status ${status.status} ${status.recipient}`,
      kind: 'status',
      at: status.at,
      status,
    })),
    ...(editedAt ? [{ id: 'edited', kind: 'edited', at: editedAt } as const] : []),
    ...(revokedAt ? [{ id: 'revoked', kind: 'revoked', at: revokedAt } as const] : []),
  ];
  return [...begun, ...decided, ...later.toSorted(byTime), ...endOf(message)];
}

function byTime(one: Moment, other: Moment): number {
  const [first, second] = [one, other].map(({ at, kind }) => {
    const time = Date.parse(at ?? '');
    // To the second, as coarse as the coarser clock.
    return { second: Math.floor(time / 1_000), rank: kind === 'attempt' ? 0 : 1, time };
  });
  return first!.second - second!.second || first!.rank - second!.rank || first!.time - second!.time;
}

/** How it ended, when no attempt and no status of Meta's says so already. */
function endOf({ status, attempts, statuses, failedAt }: Message): Moment[] {
  const ending = endings.find((one) => one === status);
  if (ending === undefined) return [];
  const last = attempts.at(-1)?.outcome;
  const isSaid =
    (ending === 'failed' && (last === 'refused' || statuses.some((one) => one.status === 'failed'))) ||
    (ending === 'unknown' && last === 'unknown');
  return isSaid ? [] : [{ id: 'ended', kind: 'ended', at: failedAt, status: ending }];
}
