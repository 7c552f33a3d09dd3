import { afterAll, beforeAll, expect, test } from 'vitest';
import { change, message, messages, status } from '../../../../test/webhooks/bodies.ts';
import {
  openProcessingGround,
  plantConnection,
  plantSent,
  type ProcessingGround,
} from '../../../../test/webhooks/processing-ground.ts';
import { messageOf } from '../../../../test/webhooks/stored-messages.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { getDelivery, listDeliveries } from './inspect.ts';

let ground: ProcessingGround;

beforeAll(async () => {
  ground = await openProcessingGround();
});
afterAll(() => ground.drop());

const of = (workspaceId: string): Tx => ({ workspaceId }) as Tx;
const newest = async (workspaceId = ground.silks.workspaceId) => {
  const { items } = await listDeliveries(ground.db, of(workspaceId), { limit: 1 });
  return items[0]!;
};
const whole = async (workspaceId = ground.silks.workspaceId) =>
  getDelivery(ground.db, of(workspaceId), { deliveryId: (await newest(workspaceId)).deliveryId });
const now = (): Date => ground.clock.now();

test('a delivery says what it holds, and leads to what was made of each part', async () => {
  const { messageId } = await plantSent(ground, { wamid: 'sent here' });
  const told = messages(ground.silks, message('in one', now()), message('in two', now())) as {
    entry: object[];
  };
  const more = [
    change(ground.silks, 'messages', { statuses: [status('sent here', 'delivered', now())] }),
    change(ground.silks, 'brand_new_field', { hello: 1 }),
  ] as { entry: object[] }[];
  told.entry.push(...more.flatMap(({ entry }) => entry));
  await ground.store(told);
  expect((await whole()).parts.map((part) => [part.messageId, part.updateId])).toEqual([
    [null, null],
    [null, null],
    [messageId, null],
    [null, null],
  ]);

  await ground.takeInAll();
  expect((await newest()).holds).toEqual([
    { kind: 'message', count: 2 },
    { kind: 'status', count: 1 },
    { kind: 'unknown', count: 1 },
  ]);
  const { parts } = await whole();
  expect(parts).toMatchObject([
    { kind: 'message', word: 'text', messageId: (await messageOf(ground, 'in one')).message_id },
    { kind: 'message', messageId: (await messageOf(ground, 'in two')).message_id },
    { kind: 'status', word: 'delivered', messageId },
    { kind: 'unknown', field: 'brand_new_field', messageId: null, updateId: expect.any(String) },
  ]);
});

test('bytes that are no text hold nothing, and are shown as they are', async () => {
  await ground.deliver(Buffer.from([0x7b, 0xff, 0x7d]));
  expect(await whole()).toMatchObject({ holds: [], parts: [], encoding: 'base64', body: 'e/99' });
});

test('of a delivery that speaks of two workspaces each hears of its own part alone', async () => {
  const { metaAppId, appId, workspaceId } = ground.silks;
  const clinic = await plantConnection(ground.asOwner, { metaAppId, appId });
  const both = messages(ground.silks, message('for the shop', now())) as { entry: object[] };
  both.entry.push(...(messages(clinic, message('for the clinic', now())) as { entry: object[] }).entry);
  await ground.deliver(both);
  for (const [id, wamid] of [
    [workspaceId, 'for the shop'],
    [clinic.workspaceId, 'for the clinic'],
  ] as const) {
    const { isWhole, holds, parts, body } = await whole(id);
    expect({ isWhole, holds }).toEqual({ isWhole: false, holds: [{ kind: 'message', count: 1 }] });
    expect(parts[0]!.messageId).toBe((await messageOf(ground, wamid)).message_id);
    expect(body.match(/for the \w+/g)).toEqual([wamid]);
  }
});
