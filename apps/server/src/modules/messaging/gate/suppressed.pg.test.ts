import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  hours,
  intentTo,
  openSendingGround,
  template,
  words,
  type SendingGround,
} from '../../../../test/sending/ground.ts';
import { send } from '../send/send.ts';

let ground: SendingGround;
const midday = new Date('2026-11-20T06:30:00.000Z');
beforeAll(async () => {
  ground = await openSendingGround();
});
afterAll(() => ground.app.stop());
beforeEach(async () => {
  ground.app.clock.moveTo(midday);
  await ground.asOwner('delete from suppression_lists');
});

interface List {
  listId: string;
  members: number;
}

async function list(changes: object = {}): Promise<string> {
  const { status, body } = await ground.owner.api.post<List>('/suppression-lists', {
    name: 'Complained in October',
    kind: 'complaint',
    reason: 'They complained to the regulator',
    categories: ['marketing'],
    ...changes,
  });
  expect(status).toBe(200);
  return body.listId;
}

const add = (listId: string, members: object) =>
  ground.owner.api.post<{ added: number; already: number; unread: string[] }>(
    `/suppression-lists/${listId}/members`,
    members,
  );

async function sendTo(contactId: string, content: object = template('diwali')) {
  const intent = intentTo(ground.numberId, contactId, { content } as Parameters<typeof intentTo>[2]);
  return ground.inWorkspace((tx) => send(tx, ground.app.sending, intent));
}

async function ruleFor(contactId: string, content?: object): Promise<string | null> {
  return (await sendTo(contactId, content)).rule;
}

test('who is on a list gets nothing of what the list keeps from them, and the list is named', async () => {
  const contactId = await ground.contact({ windowEndsAt: hours(midday, 3) });
  const listId = await list();
  expect((await add(listId, { contactIds: [contactId] })).body).toEqual({ added: 1, already: 0, unread: [] });
  const sent = await sendTo(contactId);
  expect([sent.verdict, sent.rule]).toEqual(['refused', 'suppressed']);
  const { body } = await ground.owner.api.get<{ items: { rule: string; detail: object }[] }>(
    `/intents?contactId=${contactId}`,
  );
  expect(body.items[0]).toMatchObject({
    rule: 'suppressed',
    detail: { list: 'Complained in October', listId },
  });
  const explained = await ground.owner.api.post<{
    rules: { rule: string; verdict: string; detail: object }[];
  }>('/messages/explain', { contactId, numberId: ground.numberId, content: template('diwali') });
  expect(explained.body.rules.find(({ rule }) => rule === 'suppressed')).toMatchObject({
    verdict: 'refused',
    detail: { list: 'Complained in October' },
  });
  // Their order and our answers are something else.
  expect(await ruleFor(contactId, template('shipped'))).toBeNull();
  expect(await ruleFor(contactId, words())).toBeNull();
});

test('a phone that nobody is known by holds for whoever comes with it', async () => {
  const listId = await list();
  const { body } = await add(listId, { phones: ['098250 77777', '+91 98250 77777', 'not a phone'] });
  expect(body).toEqual({ added: 1, already: 0, unread: ['not a phone'] });
  const contactId = await ground.contact({ contact: { phone: '+919825077777' } });
  expect(await ruleFor(contactId)).toBe('suppressed');
  expect((await add(listId, { phones: ['+919825077777'] })).body).toMatchObject({ added: 1, already: 0 });
  expect((await add(listId, { contactIds: [contactId] })).body).toMatchObject({ added: 0, already: 1 });
});

test('who was merged is kept out as the one whom they were merged into', async () => {
  const [into, from] = [await ground.contact(), await ground.contact()];
  const listId = await list();
  await add(listId, { contactIds: [from] });
  await ground.asOwner('update contacts set merged_into = $1 where contact_id = $2', [into, from]);
  expect(await ruleFor(into)).toBe('suppressed');
  const { body } = await ground.owner.api.get<{ items: object[] }>(`/contacts/${into}/suppressions`);
  expect(body.items).toMatchObject([
    { listId, kind: 'complaint', reason: 'They complained to the regulator' },
  ]);
});

test('it ends when the member’s time or the list’s is over, and when they are taken off', async () => {
  const [one, two, three] = [await ground.contact(), await ground.contact(), await ground.contact()];
  const short = await list({ name: 'Bought lately', kind: 'recent_buyers', memberDays: 5 });
  await add(short, { contactIds: [one] });
  const ending = await list({ name: 'Diwali week', kind: 'manual', endsAt: hours(midday, 48).toISOString() });
  await add(ending, { contactIds: [two] });
  const kept = await list({ name: 'Lawyers', kind: 'legal' });
  await add(kept, { contactIds: [three] });
  expect(await Promise.all([one, two, three].map((id) => ruleFor(id)))).toEqual(Array(3).fill('suppressed'));
  ground.app.clock.moveTo(hours(midday, 72));
  expect(await ruleFor(two)).toBeNull();
  expect(await ruleFor(one)).toBe('suppressed');
  ground.app.clock.moveTo(hours(midday, 24 * 6));
  expect(await ruleFor(one)).toBeNull();
  const { body } = await ground.owner.api.get<{ items: { memberId: string }[] }>(
    `/suppression-lists/${kept}/members`,
  );
  await ground.owner.api.remove(`/suppression-lists/${kept}/members/${body.items[0]!.memberId}`);
  expect(await ruleFor(three)).toBeNull();
});

test('a list for some purposes keeps nothing else from its members', async () => {
  const contactId = await ground.contact();
  await add(await list({ categories: ['utility'], purposes: ['service'] }), { contactIds: [contactId] });
  expect(await ruleFor(contactId, template('shipped'))).toBeNull();
  const sent = await ground.inWorkspace((tx) =>
    send(
      tx,
      ground.app.sending,
      intentTo(ground.numberId, contactId, { content: template('shipped'), purpose: 'service' }),
    ),
  );
  expect(sent.rule).toBe('suppressed');
});

test('a list of a holdout works as every other holdout does, and is named as one', async () => {
  const contactId = await ground.contact();
  await add(await list({ name: 'Control group', kind: 'holdout' }), { contactIds: [contactId] });
  expect(await ruleFor(contactId)).toBe('holdout');
});

test('of everybody those on lists are counted out, by contact and by phone', async () => {
  const people = [];
  for (let nth = 0; nth < 4; nth += 1) people.push(await ground.contact());
  const listId = await list();
  await add(listId, { contactIds: [people[0]] });
  await ground.asOwner(
    `insert into suppression_members (workspace_id, list_id, member_id, phone, added_at, added_by)
     select $1, $2, gen_random_uuid(), phone, $3, 'test' from contacts where contact_id = $4`,
    [ground.workspaceId, listId, midday, people[1]],
  );
  const { body } = await ground.owner.api.post<{ outcomes: { rule: string | null; count: number }[] }>(
    '/audiences/dry-run',
    { audience: { all: true }, numberId: ground.numberId, content: template('diwali') },
  );
  expect(body.outcomes.find(({ rule }) => rule === 'suppressed')).toMatchObject({ count: 2 });
});

test('what a list is not, it says', async () => {
  await list();
  const api = ground.owner.api;
  const wrong = { name: 'Complained in October', kind: 'manual', reason: 'x', categories: ['marketing'] };
  expect((await api.post('/suppression-lists', wrong)).body).toMatchObject({
    fields: [{ field: 'name', code: 'taken' }],
  });
  const mixed = { ...wrong, name: 'y', rule: { kind: 'blockers', failures: 3, days: 30 } };
  expect((await api.post('/suppression-lists', mixed)).status).toBe(400);
  expect((await add('0199c1a0-0000-7000-8000-000000000000', { phones: ['+919825012345'] })).status).toBe(404);
});
