import { createGraphClient } from '@trikon/whatsapp/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantMessages } from '../../../../test/dispatch/plant.ts';
import { openDispatchStage, type DispatchStage } from '../../../../test/dispatch/stage.ts';
import { openDiskStorage } from '../../../platform/storage/index.ts';
import { confirm, reconcile } from './reconcile.ts';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await openDispatchStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

test('a database that has gone back in time sends nothing again', { timeout: 60_000 }, async () => {
  const { app, sending, place, folder } = stage;
  const { asOwner } = app.database;
  const { recovery } = sending;
  const planted = await plantMessages(app.database, place, { count: 40, class: 'utility' });
  await recovery.check();
  expect(recovery.maySend()).toBe(true);
  const backup = await asOwner<{ rows: object[] }>(`select jsonb_agg(outbox) as rows from outbox`);
  const [count] = await asOwner<{ value: number }>(
    `select value from system.settings where name = 'sending_count'`,
  );
  const dispatch = stage.start({ maySend: () => recovery.maySend() });
  await expect.poll(() => stage.arrived().length, { timeout: 15_000 }).toBe(40);
  await recovery.check();
  await dispatch.stop();

  // What a restore of the backup leaves: all of it waits again, and nothing is known of what was sent.
  await asOwner(`delete from attempts`);
  await asOwner(`delete from message_keys`);
  await asOwner(`update messages set status = 'queued', wamid = null`);
  await asOwner(`insert into outbox select * from jsonb_populate_recordset(null::outbox, $1::jsonb)`, [
    JSON.stringify(backup[0]!.rows),
  ]);
  await asOwner(`update system.settings set value = $1::jsonb where name = 'sending_count'`, [
    JSON.stringify(count!.value),
  ]);
  await recovery.check();
  expect(recovery.maySend()).toBe(false);
  expect(await recovery.inWords()).toMatchObject({ state: 'bad' });
  expect(stage.reported.at(-1)).toMatch(/reconcile/);
  expect(await stage.outboxOf(planted[0]!.messageId)).toBe('unknown recovery');
  const again = stage.start({ maySend: () => recovery.maySend() });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(stage.arrived()).toHaveLength(40);

  const storage = await openDiskStorage(`${folder}/files`);
  const found = await reconcile({
    db: app.db,
    place: { dataFolder: folder, storage },
    openClient: async (tx, number) => {
      const access = await sending.dispatch.openNumber(tx, number);
      const client = createGraphClient({ ...access, request: sending.dispatch.request });
      return { client, phoneNumberId: access.phoneNumberId };
    },
  });
  expect(found).toEqual({ sent: 40, closed: 0, left: 0, unread: 0 });
  await confirm({ db: app.db, place: { dataFolder: folder, storage } }, 'close');
  await recovery.check();
  expect(recovery.maySend()).toBe(true);
  const [fresh] = await plantMessages(app.database, place, { class: 'utility' });
  await expect.poll(() => stage.statusOf(fresh!.messageId), { timeout: 10_000 }).toBe('accepted');
  await again.stop();
  expect(stage.arrived()).toHaveLength(41);
});
