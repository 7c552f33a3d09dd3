import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantMessages } from '../../../../test/dispatch/plant.ts';
import { openDispatchStage, type DispatchStage } from '../../../../test/dispatch/stage.ts';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await openDispatchStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

test('what waits leaves once, each with a reference that only we can have written', async () => {
  const planted = await plantMessages(stage.app.database, stage.place, { count: 30 });
  const dispatch = stage.start();
  await expect.poll(() => stage.arrived().length, { timeout: 10_000 }).toBe(30);
  await expect.poll(() => stage.outboxOf(planted[29]!.messageId)).toBeNull();
  await dispatch.stop();
  const { readReference } = stage.sending.dispatch.references;
  const named = stage.arrived().map(({ opaque, person }) => [readReference(opaque)?.messageId, `+${person}`]);
  expect(new Map(named as [string, string][])).toEqual(
    new Map(planted.map(({ messageId, phone }) => [messageId, phone])),
  );
  for (const { messageId } of planted) expect(await stage.statusOf(messageId)).toBe('accepted');
  const rows = await stage.app.database.asOwner<{ outcome: string; wamid: string; known: string }>(
    `select a.outcome, a.wamid, k.message_id as known from attempts a join message_keys k using (workspace_id, wamid)`,
  );
  expect(rows).toHaveLength(30);
  expect(stage.reported).toEqual([]);
});
