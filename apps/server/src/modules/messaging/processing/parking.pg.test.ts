import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { message, messages } from '../../../../test/webhooks/bodies.ts';
import {
  openProcessingGround,
  plantConnection,
  takingIn,
  testNeighbours,
  type ProcessingGround,
} from '../../../../test/webhooks/processing-ground.ts';
import { countOf, messageOf } from '../../../../test/webhooks/stored-messages.ts';
import type { ProcessingNeighbours } from './neighbours.ts';
import { takeIn } from './take-in.ts';

let ground: ProcessingGround;

beforeAll(async () => {
  ground = await openProcessingGround();
});
afterAll(() => ground.drop());
beforeEach(async () => {
  ground.reported.length = 0;
  await ground.asOwner(
    'truncate webhook_deliveries, system.processing_batches, messages, message_keys, events',
  );
});

const now = (): Date => ground.clock.now();
const parked = (): Promise<{ reason: string; detail: string; attempts: number }[]> =>
  ground.asOwner(
    `select reason, detail, attempts from webhook_deliveries where state = 'parked' order by reason`,
  );
const many = (count: number): object[] =>
  Array.from({ length: count }, (_, nth) => messages(ground.silks, message(`many ${nth}`, now())));

/** A part of the program that breaks on one customer. */
const breaking = (break_: () => never): ProcessingNeighbours => ({
  ...testNeighbours(),
  resolveContacts: (tx, seen) => {
    if (seen.some(({ phone }) => phone === '919811111111')) break_();
    return testNeighbours().resolveContacts(tx, seen);
  },
});
const poison = (): object => messages(ground.silks, message('poison', now(), { from: '919811111111' }));

describe('what cannot be taken in is parked with its reason, and everything beside it is taken in', () => {
  test('one of a thousand', async () => {
    await ground.store(...many(500), poison(), ...many(999).slice(500));
    const fault = (): never => {
      throw new TypeError('A fault of the program.');
    };
    expect(await ground.takeInAll({ neighbours: breaking(fault) })).toMatchObject({
      deliveries: 1_000,
      parked: 1,
    });
    expect(await countOf(ground, 'messages')).toBe(999);
    expect(await parked()).toMatchObject([
      { reason: 'failed', detail: expect.stringContaining('TypeError') },
    ]);
    expect(ground.reported).toHaveLength(1);
    expect(await countOf(ground, 'events', `type = 'delivery.parked'`)).toBe(1);
    expect(await countOf(ground, 'system.processing_batches')).toBe(0);
    expect(await countOf(ground, 'webhook_deliveries', 'attempts > 0')).toBe(0);
  });

  test('what the database refuses', async () => {
    await ground.store(...many(5), poison());
    const refuse = (): never => {
      throw Object.assign(new Error('value "+91…" is too long'), { code: '22001' });
    };
    await ground.takeInAll({ neighbours: breaking(refuse) });
    // What it says may quote what is personal.
    expect(await parked()).toMatchObject([
      { reason: 'not_stored', detail: 'The database refused what is in it. (22001)' },
    ]);
    expect(await countOf(ground, 'messages')).toBe(5);
  });

  test.each([
    ['not_utf8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['not_json', '{"object":'],
    ['not_a_delivery', '[]'],
    ['too_deep', `${'['.repeat(90)}${']'.repeat(90)}`],
  ])('a body that is %s', async (reason, body) => {
    await ground.deliver(body, ...many(3));
    expect(await parked()).toMatchObject([{ reason }]);
    expect(await countOf(ground, 'messages')).toBe(3);
  });
});

describe('to whom something belongs', () => {
  test('a number that is not connected is waited for, and its neighbours in the delivery are taken in', async () => {
    const stranger = { wabaId: '999', phoneNumberId: '888' };
    const both = messages(ground.silks, message('known', now())) as { entry: object[] };
    both.entry.push(...(messages(stranger, message('unknown', now())) as { entry: object[] }).entry);
    await ground.deliver(both);
    expect(await parked()).toMatchObject([{ reason: 'unknown_number' }]);
    expect((await messageOf(ground, 'known')).type).toBe('text');
    expect(await countOf(ground, 'messages')).toBe(1);
  });

  test('what another app signed is not believed', async () => {
    const clinic = await plantConnection(ground.asOwner);
    await ground.deliver(messages(clinic, message('forged', now())));
    expect(await parked()).toMatchObject([{ reason: 'other_app' }]);
    expect(await countOf(ground, 'messages')).toBe(0);
  });

  test('one app may serve several workspaces through the door of one of them', async () => {
    const { metaAppId } = ground.silks;
    const clinic = await plantConnection(ground.asOwner, { metaAppId, appId: randomUUID() });
    await ground.deliver(messages(clinic, message('shared', now())));
    const [row] = await ground.asOwner<{ workspace_id: string }>('select workspace_id from messages');
    expect(row!.workspace_id).toBe(clinic.workspaceId);
    expect(await countOf(ground, 'webhook_shares', `workspace_id = '${clinic.workspaceId}'`)).toBe(1);
  });
});

describe('a process that ends while it takes something in', () => {
  /** As a process that was killed leaves it: the note is there, the work is not. */
  const breakOff = async (): Promise<void> => {
    const ids = await ground.asOwner<{ id: string }>(
      `select delivery_id as id from webhook_deliveries where state = 'pending' order by attempts desc, delivery_id limit $1`,
      [300],
    );
    await ground.asOwner(`insert into system.processing_batches values ($1, 1, $2, now())`, [
      randomUUID(),
      ids.map(({ id }) => id),
    ]);
  };

  test('again and again because of one of them: it is parked, and what was beside it is taken in', async () => {
    await ground.store(poison(), ...many(40));
    let deaths = 0;
    const dying = breaking(() => {
      throw new Error('killed');
    });
    for (let round = 0; round < 60; round++) {
      const parts = takingIn(ground.db, { neighbours: dying });
      let ids: string[] = [];
      const taken = await takeIn(parts).catch((error: { deliveryIds: string[] }) => {
        ids = error.deliveryIds;
        return null;
      });
      if (taken?.deliveries === 0) break;
      if (taken !== null) continue;
      deaths += 1;
      await ground.asOwner('truncate system.processing_batches');
      await ground.asOwner(`insert into system.processing_batches values ($1, 1, $2, now())`, [
        randomUUID(),
        ids,
      ]);
    }
    expect(deaths).toBe(5);
    expect(await parked()).toMatchObject([{ reason: 'broke_off', attempts: 5 }]);
    expect(await countOf(ground, 'messages')).toBe(40);
  });

  test('leaves a note, which counts only when its work is over', async () => {
    await ground.store(...many(1));
    await breakOff();
    await ground.db.acrossWorkspaces('processing', async (tx) => {
      // Somebody is still at it.
      await tx.sql('select pg_advisory_xact_lock(1)');
      await ground.takeInAll();
    });
    expect(await countOf(ground, 'webhook_deliveries', 'attempts > 0')).toBe(0);
    expect(await countOf(ground, 'messages')).toBe(1);
  });
});

test('a database that is away is nobody’s fault', async () => {
  await ground.store(...many(3));
  const lost = testNeighbours({
    resolveContacts: () =>
      Promise.reject(Object.assign(new Error('Connection terminated'), { code: '08006' })),
  });
  await expect(ground.takeInAll({ neighbours: lost })).rejects.toThrow();
  expect(await parked()).toEqual([]);
  await ground.takeInAll();
  expect(await countOf(ground, 'messages')).toBe(3);
});
