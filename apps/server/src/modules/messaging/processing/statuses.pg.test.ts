import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { status, statuses } from '../../../../test/webhooks/bodies.ts';
import {
  openProcessingGround,
  plantSent,
  testNeighbours,
  type ProcessingGround,
} from '../../../../test/webhooks/processing-ground.ts';
import { countOf, eventsOf, messageOf } from '../../../../test/webhooks/stored-messages.ts';
import { adoptFoundStrays, adoptStrays } from '../messages/adopt.ts';
import { addKeys } from '../messages/keys.ts';
import type { Proof } from '../messages/neighbours.ts';
import { takingIn } from '../../../../test/webhooks/processing-ground.ts';

let ground: ProcessingGround;
let nth = 0;

beforeAll(async () => {
  ground = await openProcessingGround();
});
afterAll(() => ground.drop());

const minutes = (count: number): Date => new Date(ground.clock.now().getTime() + count * 60_000);
const tell = (...given: object[]) => ground.deliver(statuses(ground.silks, ...given));
const ecosystem = [{ code: 131_049, title: 'Not delivered to maintain healthy ecosystem engagement.' }];
const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' };

const told = (wamid: string): Record<string, object> => ({
  sent: status(wamid, 'sent', minutes(-9), { pricing }),
  failed: status(wamid, 'failed', minutes(-8), { errors: ecosystem }),
  delivered: status(wamid, 'delivered', minutes(-7), { pricing }),
  read: status(wamid, 'read', minutes(-6)),
  played: status(wamid, 'played', minutes(-5)),
});

describe('what became of a message', () => {
  test('is the same for every order and repetition, alone or together with others', async () => {
    const words = ['sent', 'failed', 'delivered', 'read', 'played'];
    const deliveries = fc.shuffledSubarray(words, { minLength: 1 }).chain((chosen) =>
      fc.record({
        chosen: fc.constant(chosen),
        order: fc.array(fc.constantFrom(...chosen), { minLength: 0, maxLength: 4 }).chain((more) =>
          fc.shuffledSubarray([...chosen, ...more], {
            minLength: chosen.length + more.length,
            maxLength: chosen.length + more.length,
          }),
        ),
        together: fc.boolean(),
      }),
    );
    const known = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ chosen, order, together }) => {
        const wamid = `confluent ${nth++}`;
        const { messageId } = await plantSent(ground, { wamid });
        const parts = order.map((word) => told(wamid)[word]!);
        if (together) await tell(...parts);
        // Repeated bytes would not even be stored a second time.
        else
          for (const [place, part] of parts.entries())
            await ground.deliver({ ...statuses(ground.silks, part), place });
        const row = await messageOf(ground, wamid);
        const events = new Set(await eventsOf(ground, messageId));
        events.delete('message.failed');
        const outcome = JSON.stringify({
          status: row.status,
          reason: row.reason,
          error: row.error,
          sent: row.sent_at,
          delivered: row.delivered_at,
          read: row.read_at,
          failed: row.failed_at,
          events: [...events].toSorted(),
        });
        const key = chosen.toSorted().join();
        expect(known.get(key) ?? outcome).toBe(outcome);
        known.set(key, outcome);
        expect(row.status).toBe(words.findLast((word) => chosen.includes(word)));
        expect(await countOf(ground, 'message_statuses', `message_id = '${messageId}'`)).toBe(chosen.length);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test('is told once each: delivered, read, failed', async () => {
    const { messageId } = await plantSent(ground, { wamid: 'once' });
    const { sent, delivered, read } = told('once');
    for (const part of [read!, sent!, delivered!, read!]) await tell(part);
    expect(await eventsOf(ground, messageId)).toEqual(['message.delivered', 'message.read']);
  });

  test('names why it failed, by a code that stays and by Meta’s own words', async () => {
    const { messageId } = await plantSent(ground, { wamid: 'failing' });
    await tell(told('failing').failed!);
    expect(await messageOf(ground, 'failing')).toMatchObject({
      status: 'failed',
      reason: 'meta_131049',
      error: ecosystem[0],
    });
    expect(await eventsOf(ground, messageId)).toEqual(['message.failed']);
    await tell(told('failing').delivered!);
    expect(await messageOf(ground, 'failing')).toMatchObject({
      status: 'delivered',
      reason: null,
      error: null,
    });
  });

  test('is left alone by a word that nobody knows, which is kept', async () => {
    const { messageId } = await plantSent(ground, { wamid: 'new word' });
    await tell(status('new word', 'teleported', minutes(0)), {
      ...status('new word', 'sent', minutes(0)),
      status: 7,
    });
    expect((await messageOf(ground, 'new word')).status).toBe('accepted');
    expect(await countOf(ground, 'message_statuses', `message_id = '${messageId}'`)).toBe(2);
  });

  test('of a message to a group is told by each who is in it', async () => {
    const { messageId } = await plantSent(ground, { wamid: 'grouped' });
    const of = (id: string) =>
      status('grouped', 'delivered', minutes(0), { recipient_type: 'group', recipient_participant_id: id });
    await tell(of('1'), of('2'), of('1'));
    expect(await countOf(ground, 'message_statuses', `message_id = '${messageId}'`)).toBe(2);
    expect(await eventsOf(ground, messageId)).toEqual(['message.delivered']);
  });
});

describe('statuses of a message that is not known yet', () => {
  test('wait, and take effect when it is', async () => {
    const { sent, delivered } = told('early');
    await tell(delivered!, sent!);
    const { messageId } = await plantSent(ground, {});
    await ground.asOwner('update messages set wamid = $1 where message_id = $2', ['early', messageId]);
    const key = { workspaceId: ground.silks.workspaceId, numberId: ground.silks.numberId, wamid: 'early' };
    await ground.db.acrossWorkspaces('processing', async (tx) => {
      await addKeys(tx, [{ ...key, messageId }]);
      await adoptStrays(tx, [key]);
    });
    expect((await messageOf(ground, 'early')).status).toBe('delivered');
    expect(await countOf(ground, 'stray_statuses', `wamid = 'early'`)).toBe(0);
  });

  test('that came at the same moment as its answer are found by the sweep', async () => {
    await tell(told('crossing').read!);
    await plantSent(ground, { wamid: 'crossing' });
    const adopted = await ground.db.acrossWorkspaces('processing', (tx) =>
      adoptFoundStrays(tx, minutes(-60)),
    );
    expect(adopted).toBe(1);
    expect((await messageOf(ground, 'crossing')).status).toBe('read');
  });

  test('show by the reference that Meta repeats which message it is', async () => {
    const { messageId } = await plantSent(ground, { status: 'unknown' });
    await ground.asOwner(`update messages set wamid = 'doubtful' where message_id = $1`, [messageId]);
    const proofs: Proof[] = [];
    await ground.store(
      statuses(
        ground.silks,
        status('doubtful', 'delivered', minutes(0), { biz_opaque_callback_data: 'v1.ref' }),
      ),
    );
    await ground.takeInAll(
      takingIn(ground.db, {
        neighbours: testNeighbours({
          settle: async (tx, given) => {
            proofs.push(...given);
            await addKeys(
              tx,
              given.map((proof) => ({ ...proof, messageId })),
            );
          },
        }),
      }),
    );
    expect(proofs).toMatchObject([
      { by: 'status', reference: 'v1.ref', wamid: 'doubtful', status: 'delivered' },
    ]);
    expect((await messageOf(ground, 'doubtful')).status).toBe('delivered');
  });

  test('are counted by slots of ten seconds, which is how long one waits for more', async () => {
    await ground.asOwner('truncate status_pulses');
    await plantSent(ground, { wamid: 'pulse', at: minutes(-3) });
    await tell(told('pulse').delivered!, told('pulse').read!);
    const [pulse] = await ground.asOwner<{ statuses: number; newest_send_at: Date }>(
      'select * from status_pulses',
    );
    expect(pulse).toMatchObject({ statuses: 2, newest_send_at: minutes(-3) });
  });
});

test('what is read was delivered, and an answer of Meta’s own that never came is not missed', async () => {
  await plantSent(ground, { wamid: 'skipping' });
  await tell(told('skipping').read!);
  expect(await messageOf(ground, 'skipping')).toMatchObject({
    delivered_at: minutes(-6),
    read_at: minutes(-6),
  });
});
