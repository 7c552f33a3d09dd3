import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asha, openStory, type Story } from '../../../../test/messaging/story.ts';
import { silks, silksNumber } from '../../../../test/meta/stage.ts';
import { enqueueSystem } from '../../../platform/jobs/index.ts';
import { readAllBlockLists } from '../blocks/read-block-lists.ts';

const meera = '919820012345';

let story: Story;
let ashaId: string;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story[Symbol.asyncDispose]());

interface Blocks {
  blockedAt: string | null;
  numbers: {
    numberId: string;
    blockedAt: string | null;
    elsewhere: boolean;
    canBlockUntil: string | null;
    refusal: { code: number | null; sentence: { en: string; hi: string } } | null;
  }[];
  theyBlock: { suspicion: string };
}

async function contactOf(phone: string): Promise<string> {
  const [found] = await story.app.database.asOwner<{ id: string }>(
    `select contact_id as id from contacts where phone = $1`,
    [`+${phone}`],
  );
  return found?.id ?? '';
}
const blocksOf = async (contactId: string): Promise<Blocks> =>
  (await story.owner.api.get<Blocks>(`/contacts/${contactId}/blocks`)).body;
const change = (contactId: string, what: 'block' | 'unblock') =>
  story.owner.api.post<Blocks>(`/contacts/${contactId}/${what}`, {});
/** What the number blocks at Meta. */
const atMeta = async (): Promise<string[]> => {
  const response = await fetch(`${story.emulator.url}/v23.0/${silksNumber}/block_users`, {
    headers: { authorization: `Bearer ${silks.token}` },
  });
  return ((await response.json()) as { data: { wa_id: string }[] }).data.map(({ wa_id }) => wa_id);
};
const elsewhere = (method: string, phone: string) =>
  fetch(`${story.emulator.url}/v23.0/${silksNumber}/block_users`, {
    method,
    headers: { authorization: `Bearer ${silks.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', block_users: [{ user: `+${phone}` }] }),
  });
const facts = async (contactId: string) =>
  story.app.database.asOwner<{ type: string; elsewhere: boolean }>(
    `select type, (data ->> 'elsewhere')::boolean as elsewhere from events
     where contact_id = $1 and type in ('contact.blocked', 'contact.unblocked') order by tx, seq`,
    [contactId],
  );
const send = (contactId: string) =>
  story.owner.api.post<{ details?: { rule: string } }>('/messages', {
    numberId: story.numberId,
    to: { contactId },
    content: { type: 'text', text: { body: 'Yes' } },
  });
const readBack = () =>
  story.app.db.acrossWorkspaces('jobs', (tx) => enqueueSystem(tx, readAllBlockLists, {}));

describe('blocking somebody who wrote today', () => {
  test('begins with their message', async () => {
    await story.act(asha, { type: 'send-text', text: 'Is the peacock blue saree in stock?' });
    await story.eventually(async () => (ashaId = await contactOf(asha)) !== '').toBe(true);
  });

  test('blocks them at WhatsApp on the number that they wrote to, stops what would be sent, and is told once', async () => {
    const { status, body } = await change(ashaId, 'block');
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      blockedAt: expect.any(String) as string,
      numbers: [
        {
          numberId: story.numberId,
          blockedAt: expect.any(String) as string,
          elsewhere: false,
          refusal: null,
        },
      ],
    });
    expect(await atMeta()).toEqual([asha]);
    expect((await send(ashaId)).body.details).toMatchObject({ rule: 'blocked' });
    expect((await change(ashaId, 'block')).status).toBe(200);
    expect(await facts(ashaId)).toEqual([{ type: 'contact.blocked', elsewhere: false }]);
  });

  test('is undone by unblocking, after which answers leave again', async () => {
    expect((await change(ashaId, 'unblock')).body).toMatchObject({
      blockedAt: null,
      numbers: [{ blockedAt: null }],
    });
    expect(await atMeta()).toEqual([]);
    expect((await send(ashaId)).status).toBe(200);
    expect((await facts(ashaId)).map(({ type }) => type)).toEqual(['contact.blocked', 'contact.unblocked']);
    expect((await change(ashaId, 'unblock')).status).toBe(409);
  });
});

describe('what WhatsApp refuses', () => {
  test('is said in words and blocks nobody: they wrote too long ago', async () => {
    await story.pass(25 * 3_600_000);
    const { status, body } = await change(ashaId, 'block');
    expect(status).toBe(200);
    expect(body.blockedAt).toBeNull();
    expect(body.numbers[0]!.refusal).toMatchObject({ code: 131047 });
    expect(body.numbers[0]!.refusal!.sentence.en).toContain('in the last 24 hours');
    expect(body.numbers[0]!.refusal!.sentence.hi).toContain('24');
    expect(await atMeta()).toEqual([]);
  });

  test('is somebody who never wrote, whom nobody even asks about', async () => {
    const { body } = await story.owner.api.post<{ contactId: string }>('/contacts', { phone: `+${meera}` });
    expect(await change(body.contactId, 'block')).toMatchObject({ status: 409 });
    expect((await blocksOf(body.contactId)).numbers).toEqual([]);
  });

  test('is not mixed up with silence, after which nothing is written and one may try again', async () => {
    await story.act(asha, { type: 'send-text', text: 'Hello?' });
    const before = (await blocksOf(ashaId)).numbers[0]!.canBlockUntil;
    await story
      .eventually(async () => (await blocksOf(ashaId)).numbers[0]!.canBlockUntil !== before)
      .toBe(true);
    story.order('POST number/block_users', { type: 'reset-before' });
    expect((await change(ashaId, 'block')).status).toBe(503);
    expect(await blocksOf(ashaId)).toMatchObject({
      blockedAt: null,
      numbers: [{ refusal: { code: 131047 } }],
    });
  });
});

describe('what was changed on the phone', () => {
  test('is read back from WhatsApp, both ways', async () => {
    const known = (await facts(ashaId)).length;
    expect((await elsewhere('POST', asha)).status).toBe(200);
    expect(await atMeta()).toEqual([asha]);
    await readBack();
    await story
      .eventually(async () => (await blocksOf(ashaId)).numbers[0])
      .toMatchObject({
        elsewhere: true,
        blockedAt: expect.any(String) as string,
      });
    expect((await blocksOf(ashaId)).blockedAt).not.toBeNull();
    await elsewhere('DELETE', asha);
    await readBack();
    await story.eventually(async () => (await blocksOf(ashaId)).blockedAt).toBeNull();
    expect((await facts(ashaId)).slice(known)).toEqual([
      { type: 'contact.blocked', elsewhere: true },
      { type: 'contact.unblocked', elsewhere: true },
    ]);
  });
});
