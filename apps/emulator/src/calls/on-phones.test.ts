import { expect, test } from 'vitest';
import type { ChatView, CustomerPhone } from '../phones/view.ts';
import { sample } from '../sample/sample-world.ts';
import { sdpOfPhone } from './sdp.ts';
import { serveWorld, type ServedWorld } from './test/served-world.ts';

const asha = '919876543210';

async function enableCalling({ inside, graph }: ServedWorld): Promise<void> {
  const { apps, wabas } = inside.emulator.directory;
  apps.change(sample.appId, { fields: ['calls'] });
  wabas.change(sample.wabaId, { subscriptions: [{ appId: sample.appId }] });
  const answer = await graph('POST', `${sample.numberId}/settings`, { calling: { status: 'ENABLED' } });
  expect(answer).toEqual({ success: true });
}

test('asked in the chat, Asha allows calls, is called, talks, and has it in her chat', async () => {
  const world = await serveWorld();
  await enableCalling(world);
  await world.act(asha, { type: 'open-link', url: 'https://wa.me/912614001234' });
  await world.act(asha, { type: 'send-text', chat: sample.numberId, text: 'Where is my order?' });
  const { messages } = await world.graph('POST', `${sample.numberId}/messages`, {
    to: asha,
    type: 'interactive',
    interactive: {
      type: 'call_permission_request',
      action: { name: 'call_permission_request' },
      body: { text: 'May we call you about order 727?' },
    },
  });
  const [{ id = '' } = {}] = messages as { id?: string }[];
  await world.travel(5);
  await world.act(asha, {
    type: 'answer-call-request',
    chat: sample.numberId,
    message: id,
    answer: 'accept',
  });
  const look = await world.graph('GET', `${sample.numberId}/call_permissions?user_wa_id=${asha}`);
  expect(look).toMatchObject({ permission: { status: 'temporary' } });
  const sdp = sdpOfPhone('offer', world.inside.emulator.world.random);
  const dialled = await world.graph('POST', `${sample.numberId}/calls`, {
    to: asha,
    action: 'connect',
    session: { sdp_type: 'offer', sdp },
  });
  const [{ id: call = '' } = {}] = dialled.calls as { id?: string }[];
  await world.travel(2);
  expect((await world.phone<CustomerPhone>(asha)).call).toMatchObject({ id: call, direction: 'incoming' });
  await world.act(asha, { type: 'accept-call', call });
  await world.travel(42);
  await world.act(asha, { type: 'end-call', call });
  const chat = await world.phone<ChatView>(`${asha}/chats/${sample.numberId}`);
  expect(chat.messages.at(-1)?.content).toEqual({ kind: 'call', outcome: 'completed', seconds: 42 });
  expect(chat.business?.calls).toMatchObject({ offered: true, permission: 'temporary' });
});

test('a link calls the business, and what it was given comes with the call', async () => {
  const world = await serveWorld();
  const url = 'https://wa.me/call/912614001234?biz_payload=from-invoice-727';
  expect(await world.act(asha, { type: 'open-link', url })).toMatchObject({
    error: { message: 'This business takes no calls on WhatsApp.' },
  });
  await enableCalling(world);
  expect(await world.act(asha, { type: 'open-link', url })).toEqual({ chat: sample.numberId });
  const [call] = [...world.inside.calling.calls.all.values()];
  expect(call).toMatchObject({ payload: 'from-invoice-727', person: asha, state: 'ringing' });
  await world.act(asha, { type: 'end-call', call: call?.id });
  const { chats } = await world.phone<CustomerPhone>(asha);
  expect(chats.find(({ id }) => id === sample.numberId)).toMatchObject({ last: { kind: 'call' }, unread: 0 });
});
