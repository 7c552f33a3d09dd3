import { expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import type { Group } from './group.ts';
import { asha, fatima, openGroupOffice, rohan } from './test/group-office.ts';

type Office = ReturnType<typeof openGroupOffice>;

const text = { type: 'text', text: { body: 'नई साड़ियाँ आ गई हैं' } };
const template = (category: string) => ({
  type: 'template',
  template: { name: category, language: { code: 'hi' } },
});

/** A member writes, and the window of the group opens. */
const write = (office: Office, group: Group, phone = asha, body = 'Namaste') =>
  office.desk.write(group.id, office.person(phone), { type: 'text', content: { text: { body } } });

const idOf = (answer: Record<string, unknown>) => (answer.messages as { id: string }[])[0]?.id ?? '';

test('a message reaches every member, and what several phones do comes in one webhook', async () => {
  const office = openGroupOffice();
  const group = await office.open({}, [asha, rohan, fatima]);
  write(office, group);
  const answer = await office.post(group, { ...text, biz_opaque_callback_data: 'batch-7' });
  expect(answer).toEqual({
    messaging_product: 'whatsapp',
    contacts: [{ input: group.id, wa_id: group.id }],
    messages: [{ id: expect.stringMatching(/^wamid\./), group_id: group.id }],
  });
  await office.travel(10);
  const statuses = await office.statuses();
  expect(statuses.flat().map(({ status }) => status)).toEqual([
    'sent',
    'sent',
    'sent',
    'delivered',
    'delivered',
    'delivered',
  ]);
  expect(statuses.length).toBeLessThan(6);
  expect(statuses[0]).toHaveLength(3);
  expect(statuses.at(-1)?.[0]).toMatchObject({
    id: idOf(answer),
    status: 'delivered',
    recipient_id: group.id,
    recipient_type: 'group',
    recipient_participant_id: expect.stringMatching(/^91/),
    recipient_participant_user_id: expect.stringMatching(/^IN\./),
    biz_opaque_callback_data: 'batch-7',
    pricing: {
      billable: false,
      pricing_model: 'PMP',
      category: 'group_service',
      type: 'free_group_customer_service',
    },
  });
  office.desk.open(group.id, office.person(rohan));
  await office.travel(2);
  expect((await office.statuses()).at(-1)).toMatchObject([
    { status: 'read', recipient_participant_id: rohan },
  ]);
  expect((await office.statuses()).at(-1)?.[0]).not.toHaveProperty('pricing');
  expect((await office.told('messages')).at(-1)).toMatchObject({ contacts: [{ wa_id: rohan }] });
});

test('the participant stands under the name that the world chooses', async () => {
  const office = openGroupOffice();
  office.emulator.world.settings.change('groups', { participantKey: 'participant_recipient_id' });
  const group = await office.open({}, [asha]);
  await office.post(group, template('utility'));
  await office.travel(10);
  expect((await office.statuses()).flat()[0]).toMatchObject({ participant_recipient_id: asha });
});

test('the message of any member opens one window for all; outside of it only templates go', async () => {
  const office = openGroupOffice();
  const group = await office.open();
  const last = async (body: object) => {
    await office.post(group, body as never);
    await office.travel(10);
    return (await office.statuses()).flat().at(-1);
  };
  expect(await last(text)).toMatchObject({
    status: 'failed',
    recipient_id: group.id,
    recipient_type: 'group',
    errors: [{ code: 131047 }],
  });
  expect(await last(template('marketing'))).toMatchObject({
    status: 'delivered',
    pricing: { billable: true, category: 'group_marketing', type: 'regular' },
  });
  write(office, group, rohan);
  expect(await last(text)).toMatchObject({ status: 'delivered' });
  expect(await last(template('utility'))).toMatchObject({
    pricing: { billable: false, category: 'group_utility', type: 'free_group_customer_service' },
  });
  await office.travel(86_400);
  expect(await last(text)).toMatchObject({ status: 'failed', errors: [{ code: 131047 }] });
  expect(office.messages.chatOf(sample.numberId, rohan)).toBeUndefined();
});

test('every delivery outside of the window is charged by itself', async () => {
  const office = openGroupOffice();
  const group = await office.open({}, [asha, rohan, fatima]);
  const paid: [string, number][] = [];
  office.groups.onPaid(({ person, post }) => paid.push([person.id, post.cost]));
  await office.post(group, template('marketing'));
  await office.travel(10);
  expect(paid.map(([person]) => person).sort()).toEqual([asha, rohan, fatima].sort());
  expect(paid.every(([, cost]) => cost > 0)).toBe(true);
});

test('what members write comes with the group, and not in their own chats', async () => {
  const office = openGroupOffice();
  const group = await office.open();
  const { id } = write(office, group, asha, 'क्या कल मिलेंगे?');
  const [value] = await office.told('messages');
  expect(value?.messages).toMatchObject([
    { id, from: asha, group_id: group.id, type: 'text', text: { body: 'क्या कल मिलेंगे?' } },
  ]);
  expect(office.messages.ofChat.all(`${sample.numberId} ${asha}`)).toEqual([]);
  expect(office.desk.seen(group.id, rohan)).toMatchObject([{ id }]);
  const { body } = await office.ask('POST', `/${sample.numberId}/messages`, {
    body: { messaging_product: 'whatsapp', status: 'read', message_id: id },
  });
  expect(body.code).toBe(131009);
});

test('a phone that is off gets the message when it comes back, and one that blocked the business never', async () => {
  const office = openGroupOffice();
  const { known } = office.messages.people;
  const group = await office.open({}, [asha, rohan]);
  known.change(asha, { online: false });
  known.change(rohan, { blocked: [sample.numberId] });
  await office.post(group, template('utility'));
  await office.travel(10);
  const delivered = async () =>
    (await office.statuses()).flat().filter(({ status }) => status === 'delivered').length;
  expect(await delivered()).toBe(0);
  known.change(asha, { online: true });
  for (const phone of [asha, rohan]) office.desk.arriveAt(phone);
  office.desk.open(group.id, office.person(rohan));
  await office.travel(2);
  expect(await delivered()).toBe(1);
  expect(office.desk.seen(group.id, asha)).toHaveLength(1);
});

test('whoever joins later does not see what was written before', async () => {
  const office = openGroupOffice();
  const group = await office.open({}, [asha]);
  write(office, group);
  await office.travel(1);
  office.join(group, rohan);
  expect(office.desk.seen(group.id, asha)).toHaveLength(1);
  expect(office.desk.seen(group.id, rohan)).toHaveLength(0);
});

test('three messages can be pinned, until their days are over or they are unpinned', async () => {
  const office = openGroupOffice();
  const group = await office.open();
  const ids = ['a', 'b', 'c', 'd'].map((body) => write(office, group, asha, body).id);
  const pin = async (message_id = '', days = 1) => {
    const given = { type: 'pin', message_id, expiration_days: days };
    return (await office.post(group, { type: 'pin', pin: given })).code ?? 'pinned';
  };
  const pinned = () => office.desk.get(group.id, asha).pinned;
  expect([await pin(ids[0]), await pin(ids[1], 30), await pin(ids[2]), await pin(ids[3])]).toEqual([
    'pinned',
    'pinned',
    'pinned',
    131009,
  ]);
  await office.post(group, { type: 'pin', pin: { type: 'unpin', message_id: ids[2] ?? '' } });
  expect(pinned()).toEqual([ids[0], ids[1]]);
  await office.travel(86_400);
  expect(pinned()).toEqual([ids[1]]);
  expect(await pin('wamid.unknown')).toBe(131009);
  expect((await office.statuses()).flat().some(({ status }) => status === 'delivered')).toBe(false);
});

test('a reaction is about a message of the group, and is only sent', async () => {
  const office = openGroupOffice();
  const group = await office.open();
  const { id } = write(office, group);
  const react = (message_id: string) =>
    office.post(group, { type: 'reaction', reaction: { message_id, emoji: '🙏' } });
  expect((await react('wamid.other')).code).toBe(131009);
  expect((await react(id)).messages).toMatchObject([{ group_id: group.id }]);
  await office.travel(10);
  expect((await office.statuses()).flat().map(({ status }) => status)).toEqual(['sent', 'sent']);
  expect((await office.statuses()).flat()[0]).not.toHaveProperty('pricing');
});

test.each<[string, number, (office: Office, group: Group) => Promise<Record<string, unknown>>]>([
  [
    'to a group that is not there',
    131041,
    (office, group) => office.post({ ...group, id: 'Y2FwaV9ncm91cDox' }, text),
  ],
  [
    'to a group of another number',
    131041,
    (office, { id }) =>
      office.shop('POST', `/${sample.secondNumberId}/messages`, { recipient_type: 'group', to: id, ...text }),
  ],
  [
    'to a group as if it were a person',
    131009,
    (office, { id }) => office.shop('POST', `/${sample.numberId}/messages`, { to: id, ...text }),
  ],
  [
    'to a person as if they were a group',
    131009,
    (office) =>
      office.shop('POST', `/${sample.numberId}/messages`, { recipient_type: 'group', to: asha, ...text }),
  ],
  ['with a code to sign in', 131009, (office, group) => office.post(group, template('authentication'))],
  [
    'of a kind that groups do not have',
    131051,
    (office, group) =>
      office.post(group, { type: 'location', location: { latitude: 18.5, longitude: 73.8 } }),
  ],
])('a message %s is refused with %i', async (_, code, send) => {
  const office = openGroupOffice();
  const group = await office.open();
  expect((await send(office, group)).code).toBe(code);
});

test('a group in which nobody is but the business takes no messages', async () => {
  const office = openGroupOffice();
  const group = await office.open({}, []);
  expect((await office.post(group, text)).code).toBe(131020);
});

test('media that cannot be fetched fail for all', async () => {
  const office = openGroupOffice();
  const group = await office.open();
  write(office, group);
  await office.post(group, { type: 'image', image: { link: 'https://unreachable.example.in/a.jpg' } });
  await office.travel(10);
  expect((await office.statuses()).flat()).toMatchObject([{ status: 'failed', errors: [{ code: 131053 }] }]);
});
