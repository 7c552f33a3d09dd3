import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantMessages, type Planted } from '../../../../test/dispatch/plant.ts';
import { openSendingGround, type SendingGround } from '../../../../test/sending/ground.ts';

let ground: SendingGround;
let planted: Planted[];

beforeAll(async () => {
  ground = await openSendingGround();
  planted = await plantMessages(ground.app.database, ground, { count: 5, class: 'utility' });
  await ground.asOwner(`update contacts set profile_name = 'asha ✿' where contact_id = $1`, [
    planted[4]!.contactId,
  ]);
});
afterAll(() => ground.app.stop());

interface Recent {
  items: { messageId: string; contactName: string | null; contactPhone: string | null; status: string }[];
  nextCursor: string | null;
}

const recent = async (query: string): Promise<Recent> =>
  (await ground.owner.api.get<Recent>(`/messages?${query}`)).body;

test('all messages come newest first, page by page, each once, with whom they are to', async () => {
  const first = await recent('limit=3');
  const rest = await recent(`limit=3&cursor=${first.nextCursor}`);
  const all = [...first.items, ...rest.items];
  expect(all.map(({ messageId }) => messageId)).toEqual(
    planted.map(({ messageId }) => messageId).toReversed(),
  );
  expect(rest.nextCursor).toBeNull();
  expect(all[0]).toMatchObject({ contactName: 'asha ✿', contactPhone: planted[4]!.phone });
});

test('they are found by number, direction and what became of them', async () => {
  const [, second] = planted;
  await ground.asOwner(
    `update messages set status = 'failed', reason = 'meta_131026' where message_id = $1`,
    [second!.messageId],
  );
  expect((await recent('status=failed')).items).toMatchObject([{ messageId: second!.messageId }]);
  expect((await recent('direction=in')).items).toEqual([]);
  expect((await recent(`numberId=${ground.numberId}&direction=out`)).items).toHaveLength(5);
  expect((await recent(`numberId=${ground.accountId}`)).items).toEqual([]);
});

test('a message that failed says what happened and what to do, in both languages', async () => {
  const [, second] = planted;
  await ground.asOwner(
    `update messages set status = 'failed', reason = 'meta_131026', estimated_micros = 115000 where message_id = $1`,
    [second!.messageId],
  );
  await ground.asOwner(
    `insert into attempts (workspace_id, message_id, attempt, number_id, fence, started_at, outcome, code)
     values ($1, $2, 1, $3, 1, now(), 'refused', 131026)`,
    [ground.workspaceId, second!.messageId, ground.numberId],
  );
  const { body } = await ground.owner.api.get<{ told: { happened: { en: string; hi: string } } }>(
    `/messages/${second!.messageId}`,
  );
  expect(body).toMatchObject({ estimatedMicros: 115_000, currency: 'INR', contactPhone: second!.phone });
  expect(body).toMatchObject({ attempts: [{ told: body.told }] });
  expect(body.told.happened.en).toMatch(/^[A-Z]/);
  expect(body.told.happened.hi).toMatch(/\p{Script=Devanagari}/u);
});

test.each([
  'expired',
  'cancelled',
  'source_cancelled',
  'content_invalid',
  'media',
  'recovery',
  'unconfirmed',
  'not_confirmed',
])('a message that ended as %s says why', async (reason) => {
  const [first] = planted;
  await ground.asOwner(`update messages set reason = $2 where message_id = $1`, [first!.messageId, reason]);
  const { body } = await ground.owner.api.get<{ told: object | null }>(`/messages/${first!.messageId}`);
  expect(body.told).not.toBeNull();
});

test('what waits names whom it is for, and why in both languages', async () => {
  await ground.asOwner(`update outbox set state = 'waiting', hold = 'pair_rate' where message_id = $1`, [
    planted[4]!.messageId,
  ]);
  const { body } = await ground.owner.api.get<{ items: object[] }>('/outbox?state=waiting');
  expect(body.items).toMatchObject([
    {
      contactName: 'asha ✿',
      contactPhone: planted[4]!.phone,
      why: {
        en: expect.stringMatching(/many messages/) as string,
        hi: expect.stringMatching(/\p{Script=Devanagari}/u) as string,
      },
    },
  ]);
});
