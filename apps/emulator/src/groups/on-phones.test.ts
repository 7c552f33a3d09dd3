import { expect, test } from 'vitest';
import { serveWorld, type ServedWorld } from '../calls/test/served-world.ts';
import type { ChatView, CustomerPhone } from '../phones/view.ts';
import { sample } from '../sample/sample-world.ts';
import { linkOf } from './group.ts';

const [asha, rohan] = ['919876543210', '919820012345'];

const chat = ({ phone }: ServedWorld, who: string, id: string) => phone<ChatView>(`${who}/chats/${id}`);

async function openGroup({ inside, graph, act, travel }: ServedWorld): Promise<{ id: string; link: string }> {
  inside.emulator.directory.numbers.change(sample.numberId, { official: true });
  await graph('POST', `${sample.numberId}/groups`, { subject: 'Diwali sarees', description: 'Previews' });
  await travel(2);
  const [group] = [...inside.grouping.groups.all.values()];
  if (!group) throw new Error('There is no group.');
  for (const who of [asha, rohan]) await act(who, { type: 'open-link', url: linkOf(group) });
  return { id: group.id, link: linkOf(group) ?? '' };
}

test('members talk in the group on their phones, and see who wrote what', async () => {
  const world = await serveWorld();
  const { id } = await openGroup(world);
  await world.travel(1);
  const { message } = await world.act(asha, { type: 'send-text', chat: id, text: 'Any Banarasi?' });
  await world.graph('POST', `${sample.numberId}/messages`, {
    recipient_type: 'group',
    to: id,
    type: 'text',
    text: { body: 'Yes, three' },
    context: { message_id: message },
  });
  await world.travel(5);
  await world.act(rohan, { type: 'react', chat: id, message, emoji: '👍' });
  await world.act(rohan, { type: 'send-text', chat: id, text: 'Price?', replyTo: message });
  const view = await chat(world, rohan, id);
  expect(view).toMatchObject({
    kind: 'group',
    title: 'Diwali sarees',
    unread: 2,
    group: {
      description: 'Previews',
      mirrored: true,
      members: [
        { name: 'Surat Silks', business: true },
        { name: 'Asha Patil', phone: asha, business: false },
        { name: 'Rohan Mehta', phone: rohan, business: false },
      ],
    },
    messages: [
      { mine: false, author: 'Asha Patil', reactions: [{ emoji: '👍', mine: true }] },
      { mine: false, author: 'Surat Silks', quoted: { author: 'Asha Patil', text: 'Any Banarasi?' } },
      { mine: true, status: 'delivered', quoted: { author: 'Asha Patil' } },
    ],
  });
  await world.act(rohan, { type: 'open-chat', chat: id });
  const { chats } = await world.phone<CustomerPhone>(rohan);
  expect(chats.find((one) => one.id === id)).toMatchObject({
    unread: 0,
    last: { text: 'Price?', mine: true },
  });
});

test('a poll in a group is shown on phones, and Meta passes on that it is not supported', async () => {
  const world = await serveWorld();
  const { id } = await openGroup(world);
  await world.travel(1);
  await world.act(asha, { type: 'send-poll', chat: id, question: 'When?', options: ['9', '11'] });
  expect((await chat(world, rohan, id)).messages).toMatchObject([{ content: { kind: 'poll' } }]);
});

test('whoever leaves has no group on the phone any more, and cannot act in it', async () => {
  const world = await serveWorld();
  const { id } = await openGroup(world);
  await world.act(asha, { type: 'leave-group', chat: id });
  const { chats } = await world.phone<CustomerPhone>(asha);
  expect(chats.map((one) => one.id)).not.toContain(id);
  const refused = await world.act(asha, { type: 'send-text', chat: id, text: 'Hello?' });
  expect(refused).toMatchObject({ error: { message: `There is no chat ${id}.` } });
  expect(await world.act(rohan, { type: 'block', chat: id })).toMatchObject({
    error: { message: "A customer's phone cannot block." },
  });
});

test('a picture for the group comes as a form', async () => {
  const world = await serveWorld();
  const { id } = await openGroup(world);
  const form = new FormData();
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 1, 0, 1, 0, 3, 0, 0, 0, 0]);
  form.set('messaging_product', 'whatsapp');
  form.set('profile_picture_file', new Blob([bytes], { type: 'image/jpeg' }), 'sarees.jpg');
  const headers = { authorization: `Bearer ${sample.token}` };
  const answer = await fetch(`${world.url}/v25.0/${id}`, { method: 'POST', headers, body: form });
  expect(await answer.json()).toMatchObject({ request_id: expect.any(String) });
  await world.travel(2);
  expect(world.inside.grouping.groups.all.get(id)?.picture).toMatchObject({ mime: 'image/jpeg' });
  const { picture = '' } = await chat(world, asha, id);
  const shown = await fetch(new URL(picture, world.url));
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytes);
});

test('a template invites to the group with its link', async () => {
  const world = await serveWorld();
  const { id, link } = await openGroup(world);
  const text = 'You can follow your order 727 in our group. Join it here: {{1}} and say hello to us.';
  await world.graph('POST', `${sample.wabaId}/message_templates`, {
    name: 'join_our_group',
    language: 'en',
    category: 'UTILITY',
    components: [{ type: 'BODY', text, example: { body_text: [['https://chat.whatsapp.com/ABC']] } }],
  });
  await world.travel(10);
  const parameters = [{ type: 'group_id', group_id: id }];
  const template = {
    name: 'join_our_group',
    language: { code: 'en' },
    components: [{ type: 'body', parameters }],
  };
  expect(
    await world.graph('POST', `${sample.numberId}/messages`, { to: asha, type: 'template', template }),
  ).toHaveProperty('messages');
  await world.travel(5);
  const { messages } = await chat(world, asha, sample.numberId);
  expect(messages.at(-1)?.content).toMatchObject({ card: { body: expect.stringContaining(link) } });
});

test('a restored world has the group, and what waits in it', async () => {
  const first = await serveWorld();
  const { id } = await openGroup(first);
  await first.graph('POST', `${sample.numberId}/messages`, {
    recipient_type: 'group',
    to: id,
    type: 'template',
    template: { name: 'hello_world', language: { code: 'en_US' } },
  });
  await first.stop();
  const second = await serveWorld({ folder: first.inside.emulator.world.folder });
  await second.travel(5);
  expect((await chat(second, rohan, id)).messages).toMatchObject([{ author: 'Surat Silks' }]);
});

test('pages that show the group hear of what is written in it', async () => {
  const world = await serveWorld();
  const { id } = await openGroup(world);
  const { body } = await fetch(`${world.url}/world/stream`);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  await world.act(asha, { type: 'send-text', chat: id, text: 'Hello' });
  let heard = '';
  while (!heard.includes(JSON.stringify({ change: 'chat', phone: rohan, chat: id })))
    heard += (await reader?.read())?.value ?? '';
  await reader?.cancel();
  expect(heard).toContain(id);
});
