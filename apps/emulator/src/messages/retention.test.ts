import { describe, expect, test } from 'vitest';
import { openWorld } from '../world/test/worlds.ts';
import { sample } from '../sample/sample-world.ts';
import { at, start } from '../test/started.ts';
import type { Message } from './message.ts';
import { Retention } from './retention.ts';

describe('memory', () => {
  test('holds the newest 20,000 messages to which nothing will happen any more', () => {
    const world = openWorld();
    const messages = world.collection<Message>('messages');
    const retention = new Retention(world, messages);
    const put = (number: number): Message => messages.put({ id: `wamid.${number}` } as Message);
    put(-1);
    for (let number = 0; number < 45_000; number++) {
      put(number);
      retention.settle(`wamid.${number}`);
    }
    expect(messages.size).toBe(20_001);
    expect([messages.has('wamid.-1'), messages.has('wamid.24999'), messages.has('wamid.25000')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('stays flat when thousands of the crowd are sent to, also those who are off or block, and whatever never has a status', async () => {
    const started = await start();
    const { messages, people, emulator } = started.inside;
    await started.world('PATCH', '/world/settings/memory', { messages: 50 });
    await started.world('PATCH', '/world/settings/messages', { throughput: false });
    await started.world('PATCH', '/world/settings/crowd', {
      offlineShare: 0.3,
      withoutWhatsAppShare: 0.2,
      replyShare: 0.3,
    });
    await started.world('POST', '/world/faults', { effect: { type: 'no-status' }, share: 0.2 });
    const kept = messages.all.size;
    const template = { name: 'hello_world', language: { code: 'en_US' } };
    for (let person = 0; person < 400; person++) {
      await started.send({ type: 'template', template }, `+${919_900_000_000 + person}`);
      if (person % 50 === 0) await started.travel(600);
    }
    await started.travel(3600);
    expect(messages.all.size).toBeLessThanOrEqual(kept + 50);
    expect(people.known.size).toBeLessThan(20);
    expect(emulator.world.tasks.size).toBeLessThan(30);
  });

  test('does not know the oldest any more: who refers to them hears that they are not there', async () => {
    const started = await start();
    await started.world('PATCH', '/world/settings/memory', { messages: 5 });
    const first = await started.write();
    for (let count = 0; count < 6; count++) await started.write();
    const refused = await started.ask('POST', `/${sample.numberId}/messages`, {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: first,
    });
    expect(at(refused.body, 'error.code')).toBe(131009);
  });
});
