import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { plantMessages, plantSource } from '../../../../test/dispatch/plant.ts';
import { openDispatchStage, type DispatchStage } from '../../../../test/dispatch/stage.ts';
import type { Dispatch } from './dispatch.ts';

let stage: DispatchStage;
let dispatch: Dispatch | undefined;
beforeAll(async () => {
  stage = await openDispatchStage();
});
afterEach(async () => {
  await dispatch?.stop();
  stage.emulator.inside.emulator.faults.rules
    .filter(() => true)
    .forEach(({ id }) => stage.inside.faults.rules.delete(id));
  await stage.app.database.asOwner(`delete from outbox`);
  await stage.app.database.asOwner(
    `update number_lanes set paused_at = null, paused_reason = null, paused_by = null`,
  );
});
afterAll(() => stage[Symbol.asyncDispose]());

const send = 'POST number/messages';
type MessageClass = 'otp' | 'reply' | 'utility' | 'marketing';

async function plantOne(options: { class?: MessageClass; sourceId?: string } = {}): Promise<string> {
  const [message] = await plantMessages(stage.app.database, stage.place, { class: 'utility', ...options });
  return message!.messageId;
}

const begin = (): void => void (dispatch = stage.start());
const arrivals = (messageId: string): number =>
  stage.arrived().filter(({ opaque }) => opaque?.includes(messageId)).length;
const attemptsOf = (messageId: string) =>
  stage.app.database.asOwner<{ outcome: string; code: number | null }>(
    `select outcome, code from attempts where message_id = $1 order by attempt`,
    [messageId],
  );

async function told(type: string): Promise<Record<string, unknown>[]> {
  const rows = await stage.app.database.asOwner<{ data: Record<string, unknown> }>(
    `select data from events where type = $1 order by at`,
    [type],
  );
  return rows.map(({ data }) => data);
}

describe('an answer that leaves it open', () => {
  const open: [string, Parameters<DispatchStage['order']>[1], number][] = [
    ['the connection broke after Meta took it', { type: 'reset-after' }, 1],
    ['Meta answered half', { type: 'wrong-length' }, 1],
    ['the connection broke before Meta took it', { type: 'reset-before' }, 0],
    ['a page came in place of an answer', { type: 'html', status: 502 }, 1],
    ['Meta reports a failure of its own', { type: 'error', code: 131_000, status: 500 }, 0],
    ['Meta is overloaded', { type: 'error', code: 131_016, status: 503 }, 0],
  ];
  test.each(open)('when %s it is in doubt, and not sent again', async (_, effect, accepted) => {
    stage.order(send, effect);
    const messageId = await plantOne();
    begin();
    await expect.poll(() => stage.outboxOf(messageId), { timeout: 20_000 }).toBe('unknown');
    expect(await stage.statusOf(messageId)).toMatch(/^unknown /);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(arrivals(messageId)).toBe(accepted);
    expect(await attemptsOf(messageId)).toMatchObject([{ outcome: 'unknown' }]);
    expect((await told('message.in_doubt')).some((data) => data.messageId === messageId)).toBe(true);
  });

  test('a status that repeats our reference shows that it arrived', async () => {
    stage.order(send, { type: 'reset-after' });
    const messageId = await plantOne();
    begin();
    await expect.poll(() => stage.outboxOf(messageId), { timeout: 20_000 }).toBe('unknown');
    const sent = stage.arrived().find(({ opaque }) => opaque?.includes(messageId))!;
    const proof = {
      ...stage.place,
      by: 'status',
      wamid: sent.id,
      at: stage.app.clock.now(),
      status: 'sent',
    } as const;
    const settle = (reference: string): Promise<void> =>
      stage.app.db.acrossWorkspaces('processing', (tx) =>
        stage.sending.settle(tx, [{ ...proof, reference }]),
      );
    await settle(sent.opaque!.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')));
    expect(await stage.outboxOf(messageId)).toBe('unknown');
    await settle(sent.opaque!);
    await settle(sent.opaque!);
    expect(await stage.outboxOf(messageId)).toBeNull();
    expect(await stage.statusOf(messageId)).toBe('accepted');
    expect((await told('message.settled')).filter((data) => data.messageId === messageId)).toMatchObject([
      { verdict: 'accepted', by: 'proof' },
    ]);
    expect(arrivals(messageId)).toBe(1);
  });

  test('a status that comes before the answer wins over an answer that is lost', async () => {
    stage.order(send, { type: 'slow', milliseconds: 400 });
    stage.order(send, { type: 'reset-after' });
    const messageId = await plantOne();
    begin();
    await expect.poll(() => stage.outboxOf(messageId), { timeout: 20_000 }).toBe('sending');
    const reference = stage.sending.dispatch.references.referenceOf(messageId, 1);
    await stage.app.db.acrossWorkspaces('processing', (tx) =>
      stage.sending.settle(tx, [
        { ...stage.place, by: 'status', wamid: `wamid.${messageId}`, at: tx.now, status: 'sent', reference },
      ]),
    );
    expect(await stage.outboxOf(messageId)).toBe('sending');
    await expect.poll(() => stage.outboxOf(messageId), { timeout: 20_000 }).toBeNull();
    expect(await stage.statusOf(messageId)).toBe('accepted');
  });
});

describe('a refusal', () => {
  test('for good ends it, in the words of its code', async () => {
    stage.order(send, { type: 'error', code: 131_026 });
    const messageId = await plantOne();
    begin();
    await expect.poll(() => stage.statusOf(messageId), { timeout: 20_000 }).toBe('failed meta_131026');
    expect(await stage.outboxOf(messageId)).toBeNull();
    expect((await told('message.failed')).at(-1)).toMatchObject({
      messageId,
      reason: 'meta_131026',
      code: 131_026,
    });
  });

  test('for now has it wait and leave once', async () => {
    stage.order(send, { type: 'error', code: 130_429 });
    const messageId = await plantOne();
    begin();
    await expect.poll(() => stage.outboxOf(messageId), { timeout: 20_000 }).toBe('waiting retry');
    stage.app.clock.advance(2_000);
    await expect.poll(() => stage.statusOf(messageId), { timeout: 20_000 }).toBe('accepted');
    expect(await attemptsOf(messageId)).toMatchObject([
      { outcome: 'refused', code: 130_429 },
      { outcome: 'accepted' },
    ]);
    expect(arrivals(messageId)).toBe(1);
  });

  test('of one customer slows nobody else', async () => {
    stage.order(send, { type: 'error', code: 131_056 });
    const first = await plantOne();
    begin();
    await expect.poll(() => stage.outboxOf(first), { timeout: 20_000 }).toBe('waiting pair_rate');
    const other = await plantOne();
    await expect.poll(() => stage.statusOf(other), { timeout: 20_000 }).toBe('accepted');
    expect(await stage.outboxOf(first)).toBe('waiting pair_rate');
  });

  test('because the customer stopped marketing is remembered as their wish', async () => {
    stage.order(send, { type: 'error', code: 131_050 });
    const messageId = await plantOne({ class: 'marketing' });
    begin();
    await expect.poll(() => stage.statusOf(messageId), { timeout: 20_000 }).toBe('failed meta_131050');
    const [state] = await stage.app.database.asOwner<{ stopped: boolean }>(
      `select stopped_at is not null as stopped from consent_states join messages using (workspace_id, contact_id)
       where message_id = $1`,
      [messageId],
    );
    expect(state).toEqual({ stopped: true });
  });

  test('because WhatsApp lets the account write to nobody in a country stops that country for a day', async () => {
    const { app, place, owner } = stage;
    stage.order(send, { type: 'error', code: 130_497 });
    const messageId = await plantOne();
    await app.database.asOwner(`update contacts set country = 'NP'`);
    begin();
    await expect.poll(() => stage.statusOf(messageId), { timeout: 20_000 }).toBe('failed meta_130497');
    const [contact] = await app.database.asOwner<{ contactId: string }>(
      `select contact_id as "contactId" from messages where message_id = $1`,
      [messageId],
    );
    const verdict = async (): Promise<string | undefined> => {
      const content = { type: 'text', text: { body: 'Namaste' } };
      const { body } = await owner.api.post<{ rules: { rule: string; verdict: string }[] }>(
        '/messages/explain',
        {
          ...contact,
          numberId: place.numberId,
          content,
        },
      );
      return body.rules.find(({ rule }) => rule === 'country_refused')?.verdict;
    };
    expect(await verdict()).toBe('refused');
    await app.database.asOwner(`update country_stops set told_at = told_at - interval '25 hours'`);
    expect(await verdict()).not.toBe('refused');
  });

  test.each([
    [190, 2],
    [368, 2],
    [131_031, 2],
    [131_042, 2],
    [131_048, 1],
  ])('with %i stops what it concerns, %i numbers, and the message waits', async (code, stopped) => {
    stage.order(send, { type: 'error', code });
    const messageId = await plantOne();
    begin();
    const paused = () =>
      stage.app.database.asOwner<{ reason: string }>(
        `select paused_reason as reason from number_lanes where paused_at is not null`,
      );
    await expect
      .poll(paused, { timeout: 20_000 })
      .toEqual(Array.from({ length: stopped }, () => ({ reason: `meta_${code}` })));
    expect(await stage.outboxOf(messageId)).toBe('ready');
    expect(arrivals(messageId)).toBe(0);
    await stage.owner.api.post(`/outbox/numbers/${stage.place.numberId}/resume`, {});
    await expect.poll(() => stage.statusOf(messageId), { timeout: 20_000 }).toBe('accepted');
    expect(arrivals(messageId)).toBe(1);
  });

  test('because the template is paused stops its campaign, which does not go on unasked', async () => {
    const sourceId = await plantSource(stage.app.database, stage.place.workspaceId);
    stage.order(send, { type: 'error', code: 132_015 });
    const messageId = await plantOne({ class: 'marketing', sourceId });
    begin();
    await expect.poll(() => stage.outboxOf(messageId), { timeout: 20_000 }).toBe('waiting source');
    expect((await told('source.paused')).at(-1)).toMatchObject({ sourceId, reason: 'meta_132015' });
    const other = await plantOne({ class: 'marketing' });
    await expect.poll(() => stage.statusOf(other), { timeout: 20_000 }).toBe('accepted');
    stage.app.clock.advance(7 * 3_600_000);
    expect(await stage.outboxOf(messageId)).toBe('waiting source');
    await stage.owner.api.post(`/outbox/sources/${sourceId}/resume`, {});
    await expect.poll(() => stage.statusOf(messageId), { timeout: 20_000 }).toBe('accepted');
  });
});

test('what never left is sent again when the way is free', async () => {
  const request = stage.sending.dispatch.request;
  let broken = 3;
  dispatch = stage.start({
    request: (url, asked) => {
      if (broken-- > 0) return Promise.reject(Object.assign(new Error('refused'), { bytesWritten: false }));
      return request(url, asked);
    },
  });
  const messageId = await plantOne();
  await expect.poll(() => stage.statusOf(messageId), { timeout: 10_000 }).toBe('accepted');
  expect(arrivals(messageId)).toBe(1);
  expect((await attemptsOf(messageId)).map(({ outcome }) => outcome)).toEqual([
    'not_sent',
    'not_sent',
    'not_sent',
    'accepted',
  ]);
});
