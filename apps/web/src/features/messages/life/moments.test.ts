import { describe, expect, it } from 'vitest';
import type { Message } from '../queries.ts';
import { momentsOf } from './moments.ts';

const minute = (count: number, milliseconds = 0): string =>
  new Date(Date.UTC(2026, 10, 21, 6, count, 0, milliseconds)).toISOString();

const attempt = (number: number, at: string, outcome: string): Message['attempts'][number] => ({
  attempt: number,
  startedAt: at,
  outcome,
  code: null,
  error: null,
  told: null,
  endedAt: at,
  settledBy: null,
  settledAt: null,
});

const status = (word: string, at: string): Message['statuses'][number] => ({
  status: word,
  at,
  recipient: '',
  receivedAt: at,
  errors: null,
  told: null,
  pricing: null,
  deliveryId: null,
});

const sent = {
  direction: 'out',
  status: 'delivered',
  at: minute(0),
  createdAt: minute(0),
  intent: { verdict: 'allowed', decidedAt: minute(0) },
  attempts: [attempt(1, minute(1, 400), 'accepted')],
  statuses: [status('sent', minute(1)), status('delivered', minute(2))],
  editedAt: null,
  revokedAt: null,
  failedAt: null,
} as unknown as Message;

const told = (message: Partial<Message>): string[] => momentsOf({ ...sent, ...message }).map(({ id }) => id);

describe('the life of a message', () => {
  it('goes from what was asked for to what the phone told, though Meta’s clock knows no milliseconds', () => {
    expect(told({})).toEqual(['asked', 'decided', 'attempt 1', 'status sent ', 'status delivered ']);
  });

  it('begins with its arrival when the customer wrote it', () => {
    expect(told({ direction: 'in', status: 'received', intent: null, attempts: [], statuses: [] })).toEqual([
      'received',
    ]);
  });

  it('says how it ended when nothing of Meta says so', () => {
    expect(told({ status: 'expired', attempts: [], statuses: [] })).toEqual(['asked', 'decided', 'ended']);
    expect(told({ status: 'cancelled', attempts: [], statuses: [] }).at(-1)).toBe('ended');
  });

  it('does not say twice that it failed', () => {
    const refused = [attempt(1, minute(1), 'refused')];
    expect(told({ status: 'failed', attempts: refused, statuses: [] }).at(-1)).toBe('attempt 1');
    expect(told({ status: 'failed', statuses: [status('failed', minute(3))] }).at(-1)).toBe('status failed ');
    expect(told({ status: 'failed', statuses: [] }).at(-1)).toBe('ended');
  });

  it('shows each attempt where it was made', () => {
    const attempts = [attempt(1, minute(1), 'unknown'), attempt(2, minute(30), 'accepted')];
    expect(told({ attempts, statuses: [status('sent', minute(30))] })).toEqual([
      'asked',
      'decided',
      'attempt 1',
      'attempt 2',
      'status sent ',
    ]);
  });
});
