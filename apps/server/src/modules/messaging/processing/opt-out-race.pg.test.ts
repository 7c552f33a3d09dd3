import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantMessages, type Planted } from '../../../../test/dispatch/plant.ts';
import { openDispatchStage, type DispatchStage } from '../../../../test/dispatch/stage.ts';
import { change, seconds } from '../../../../test/webhooks/bodies.ts';
import { takingIn, testNeighbours } from '../../../../test/webhooks/processing-ground.ts';
import { hearWishes } from '../../consent/index.ts';
import { storeDeliveries } from '../ingest/deliveries.ts';
import { takeIn } from './take-in.ts';

/** TRIKON_TEST_OPT_OUTS=10000 is the whole of it. */
const people = Number(process.env.TRIKON_TEST_OPT_OUTS ?? 1_200);

let stage: DispatchStage;
beforeAll(async () => {
  stage = await openDispatchStage();
}, 60_000);
afterAll(() => stage[Symbol.asyncDispose]());

test(
  'of those who stop while their messages leave, no message begins after their STOP has committed',
  async () => {
    const { asOwner } = stage.app.database;
    const planted = await plantMessages(stage.app.database, stage.place, {
      count: people,
      class: 'marketing',
    });
    await makeKnown(planted);
    await asOwner(`update numbers set throughput = 'HIGH', messages_per_second = 1000`);
    await storeStops(planted);

    const begunBefore = new Set<string>();
    const taking = takingIn(stage.app.db, {
      limits: { oldest: { deliveries: 25, bytes: 1e6 }, newest: { deliveries: 25, bytes: 1e6 } },
      neighbours: testNeighbours({
        settle: stage.sending.settle,
        // Until this commits their consent is locked: what has begun by now began before it.
        hearWishes: async (tx, said, count) => {
          await hearWishes(tx, said, count);
          const begun = await tx.sql<{ id: string }>(
            `select a.message_id as id from attempts a join messages m using (workspace_id, message_id)
             where m.contact_id = any($1::uuid[])`,
            [said.map(({ contactId }) => contactId)],
          );
          for (const { id } of begun) begunBefore.add(id);
          // Long enough for the dispatcher to try.
          await pause(randomInt(4));
        },
      }),
    });
    const dispatch = stage.start();
    await Promise.all(Array.from({ length: 3 }, () => takeAll(taking)));
    const ready = async () => {
      const [row] = await asOwner<{ count: number }>(
        `select count(*)::int as count from outbox where state in ('ready', 'sending')`,
      );
      return row!.count;
    };
    await expect.poll(ready, { timeout: 600_000 }).toBe(0);
    await dispatch.stop();

    const begun = await asOwner<{ id: string }>('select distinct message_id as id from attempts');
    expect(begun.filter(({ id }) => !begunBefore.has(id))).toEqual([]);
    const [kept] = await asOwner<{ wishes: number; refused: number }>(
      `select (select count(*)::int from heard_wishes) as wishes,
         (select count(*)::int from messages where direction = 'out' and status = 'refused' and reason = 'consent_withdrawn') as refused`,
    );
    expect(kept).toEqual({ wishes: people, refused: people - begun.length });
    // Otherwise nothing raced.
    expect(begun.length).toBeGreaterThan(0);
    expect(kept!.refused).toBeGreaterThan(0);
    const [late] = await asOwner<{ count: number }>(
      `select count(*)::int as count from heard_wishes w where under_way > 0 and not exists (
         select from attempts a join messages m using (workspace_id, message_id) where m.contact_id = w.contact_id)`,
    );
    expect(late!.count).toBe(0);
  },
  people > 2_000 ? 900_000 : 60_000,
);

/** So that who writes is who the message is for. */
const makeKnown = (planted: readonly Planted[]): Promise<unknown> =>
  stage.app.database.asOwner(
    `insert into contact_identities (workspace_id, identity_id, contact_id, kind, value, first_seen_at, last_seen_at)
     select $1, gen_random_uuid(), contact_id, 'phone', phone, now(), now()
     from jsonb_to_recordset($2::jsonb) as row (contact_id uuid, phone text)`,
    [
      stage.place.workspaceId,
      JSON.stringify(planted.map(({ contactId, phone }) => ({ contact_id: contactId, phone }))),
    ],
  );

async function storeStops(planted: readonly Planted[]): Promise<void> {
  const [number] = await stage.app.database.asOwner<{
    phoneNumberId: string;
    wabaId: string;
    metaAppId: string;
    appId: string;
  }>(
    `select n.phone_number_id as "phoneNumberId", a.waba_id as "wabaId", app.meta_app_id as "metaAppId", app.app_id as "appId"
     from numbers n join whatsapp_accounts a using (workspace_id, account_id) join whatsapp_apps app using (workspace_id, app_id)
     where number_id = $1`,
    [stage.place.numberId],
  );
  const now = stage.app.clock.now();
  const bodies = planted
    .toSorted(() => randomInt(2) - 0.5)
    .map(({ phone, messageId }) =>
      change(number!, 'messages', {
        messages: [
          {
            from: phone.slice(1),
            id: `stop ${messageId}`,
            timestamp: seconds(now),
            type: 'text',
            text: { body: 'STOP' },
          },
        ],
      }),
    );
  const place = { ...stage.place, ...number! };
  await storeDeliveries(
    stage.app.db,
    bodies.map((body) => ({ ...place, body: Buffer.from(JSON.stringify(body)) })),
    now,
  );
}

async function takeAll(taking: Parameters<typeof takeIn>[0]): Promise<void> {
  while ((await takeIn({ ...taking, left: new Set() })).deliveries > 0);
}
