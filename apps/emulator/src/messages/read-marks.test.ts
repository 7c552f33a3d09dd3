import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import { asha, at, hello, start, type Started } from '../test/started.ts';

let started: Started;
beforeAll(async () => {
  started = await start({}, afterAll);
});

const mark = (message_id: string, more: object = {}, number: string = sample.numberId) =>
  started.ask('POST', `/${number}/messages`, {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id,
    ...more,
  });

const chat = (phone = asha) => started.inside.messages.chatOf(sample.numberId, phone);

describe('a read receipt', () => {
  test('marks the message and all before it, and never goes back', async () => {
    const first = await started.write();
    await started.travel(60);
    const second = await started.write();
    expect(await mark(second)).toEqual({ status: 200, body: { success: true } });
    const readAt = chat()?.businessReadAt;
    expect(readAt).toBe(started.inside.messages.all.get(second)?.at);
    await mark(first);
    expect(chat()?.businessReadAt).toBe(readAt);
  });

  test('is seen on the customer’s phone', async () => {
    const id = await started.write();
    await mark(id);
    const { body } = await started.world('GET', `/world/phones/${asha}/chats/${sample.numberId}`);
    expect(JSON.stringify(body)).toContain('read');
  });

  test('shows that the business writes, for 25 seconds or until it has written', async () => {
    const id = await started.write();
    await mark(id, { typing_indicator: { type: 'text' } });
    expect(chat()?.businessTypingUntil).toBe(started.inside.messages.now + 25_000);
    await started.send(hello);
    expect(chat()?.businessTypingUntil).toBeUndefined();
  });

  test('is refused for what is not there, what the business wrote, another number’s, and what is older than 30 days', async () => {
    const [theirs, ours] = [await started.write(), await started.sent(hello)];
    const refused = [
      await mark('wamid.none'),
      await mark(ours),
      await mark(theirs, {}, sample.secondNumberId),
    ];
    await started.travel(30 * 86_400 + 1);
    refused.push(await mark(theirs));
    expect(refused.map(({ body }) => at(body, 'error.code'))).toEqual(Array(4).fill(131009));
  });

  test('is refused with another status, or another indicator', async () => {
    const id = await started.write();
    const answers = [
      await started.ask('POST', `/${sample.numberId}/messages`, {
        messaging_product: 'whatsapp',
        status: 'seen',
        message_id: id,
      }),
      await mark(id, { typing_indicator: { type: 'voice' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
  });
});
