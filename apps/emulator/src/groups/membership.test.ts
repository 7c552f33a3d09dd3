import { expect, test } from 'vitest';
import { refusalOf } from '../calls/test/refusal-of.ts';
import { asha, fatima, openGroupOffice, others, rohan } from './test/group-office.ts';

test('whoever opens the link is in, and a ninth finds no place', async () => {
  const office = openGroupOffice();
  const group = await office.open({}, []);
  for (const phone of [asha, rohan, fatima, ...others.slice(0, 5)])
    expect(office.join(group, phone)).toEqual({ chat: group.id });
  expect(refusalOf(() => office.join(group, others[5] ?? ''))).toBe('This group is full.');
  const heard = await office.heard('group_participants_update');
  expect(heard).toHaveLength(8);
  expect(heard[0]).toMatchObject({
    type: 'group_participants_add',
    reason: 'invite_link',
    group_id: group.id,
    added_participants: [{ wa_id: asha, user_id: expect.stringMatching(/^IN\./) }],
  });
  expect(office.join(group, asha)).toEqual({ chat: group.id });
  expect(await office.heard('group_participants_update')).toHaveLength(8);
});

test('a new link ends the old one, and without a link nobody comes', async () => {
  const office = openGroupOffice();
  const group = await office.open({}, []);
  const old = group.inviteCode ?? '';
  const { invite_link } = await office.shop('POST', `/${group.id}/invite_link`);
  expect(await office.shop('GET', `/${group.id}/invite_link`)).toEqual({
    messaging_product: 'whatsapp',
    invite_link,
  });
  expect(refusalOf(() => office.desk.join(old, office.person(asha)))).toMatch(/leads to no group/);
  expect(office.join(group, asha)).toEqual({ chat: group.id });
  expect(office.linkOf(group.id)).toBe(invite_link);
  expect(await office.shop('DELETE', `/${group.id}/invite_link`)).toMatchObject({ success: true });
  expect((await office.shop('GET', `/${group.id}/invite_link`)).code).toBe(131009);
});

test('where the business decides, people ask; it lets some in and turns others away', async () => {
  const office = openGroupOffice();
  const group = await office.open({ join_approval_mode: 'approval_required' }, []);
  for (const phone of [asha, rohan, fatima]) expect(office.join(group, phone)).toEqual({});
  office.join(group, asha);
  const requests = `/${group.id}/join_requests`;
  const { data } = await office.shop('GET', requests);
  const asked = data as { join_request_id: string; wa_id: string; creation_timestamp: number }[];
  expect(asked.map(({ wa_id }) => wa_id)).toEqual([asha, rohan, fatima]);
  expect((await office.shop('GET', `${requests}?limit=1`)).data).toHaveLength(1);
  const [first = '', second = ''] = asked.map((one) => one.join_request_id);
  expect(await office.shop('POST', requests, { join_requests: [first] })).toEqual({
    messaging_product: 'whatsapp',
    approved_join_requests: [first],
  });
  expect(await office.shop('DELETE', requests, { join_requests: [second] })).toEqual({
    messaging_product: 'whatsapp',
    rejected_join_requests: [second],
  });
  office.desk.leave(group.id, office.person(fatima));
  expect((await office.shop('GET', requests)).data).toEqual([]);
  expect(office.group(group.id).members.map(({ phone }) => phone)).toEqual([asha]);
  expect((await office.heard('group_participants_update')).map(({ type }) => type)).toEqual([
    'group_join_request_created',
    'group_join_request_created',
    'group_join_request_created',
    'group_participants_add',
    'group_join_request_revoked',
  ]);
});

test('requests that are not there, or find no place, fail one by one', async () => {
  const office = openGroupOffice();
  office.emulator.world.settings.change('groups', { largest: 1 });
  const group = await office.open({ join_approval_mode: 'approval_required' }, []);
  for (const phone of [asha, rohan]) office.join(group, phone);
  const ids = office.groups.requestsOf.all(group.id).map(({ id }) => id);
  const answer = await office.ask('POST', `/${group.id}/join_requests`, {
    body: { messaging_product: 'whatsapp', join_requests: [...ids, 'unknown'] },
  });
  expect(answer.status).toBe(206);
  expect(answer.body).toMatchObject({
    approved_join_requests: [ids[0]],
    failed_join_requests: [
      { join_request_id: ids[1], errors: [{ code: 131204 }] },
      { join_request_id: 'unknown', errors: [{ code: 131213 }] },
    ],
    errors: [{ code: 131201 }],
  });
  for (const [join_requests, code] of [
    [['unknown'], 131213],
    [[], 100],
  ] as const)
    expect(
      (await office.shop('POST', `/${group.id}/join_requests`, { join_requests: [...join_requests] })).code,
    ).toBe(code);
});

test('whoever was removed cannot come back; whoever left can', async () => {
  const office = openGroupOffice();
  const group = await office.open();
  const userId = office.messages.people.userIdOf(
    office.emulator.directory.ownersOf(office.groups.numberOf(group)).business.id,
    office.person(asha),
  );
  const { request_id } = await office.shop('DELETE', `/${group.id}/participants`, {
    participants: [{ user: userId }, { user: `+${fatima}` }],
  });
  expect(office.group(group.id).members).toHaveLength(2);
  await office.travel(2);
  office.desk.leave(group.id, office.person(rohan));
  expect((await office.heard('group_participants_update')).slice(2)).toMatchObject([
    {
      type: 'group_participants_remove',
      request_id,
      initiated_by: 'business',
      removed_participants: [{ input: userId, wa_id: asha }],
      failed_participants: [{ input: `+${fatima}`, errors: [{ code: 131212 }] }],
    },
    {
      type: 'group_participants_remove',
      initiated_by: 'participant',
      removed_participants: [{ wa_id: rohan }],
    },
  ]);
  expect(refusalOf(() => office.join(group, asha))).toBe('You were removed from this group.');
  expect(office.join(group, rohan)).toEqual({ chat: group.id });
});

test('who is to be removed is named once, and eight at most', async () => {
  const office = openGroupOffice();
  const { id } = await office.open();
  const remove = async (...phones: string[]) => {
    const participants = phones.map((user) => ({ user }));
    return (await office.shop('DELETE', `/${id}/participants`, { participants })).code;
  };
  expect(await remove(asha, `+${asha}`)).toBe(131202);
  expect(await remove(asha, rohan, fatima, ...others)).toBe(131204);
  expect(await remove()).toBe(100);
  expect((await office.shop('POST', `/${id}/participants`, { participants: [{ user: fatima }] })).code).toBe(
    100,
  );
});

test('a member who gets another number stays, with all they wrote', async () => {
  const office = openGroupOffice();
  const group = await office.open();
  office.desk.write(group.id, office.person(asha), { type: 'text', content: { text: { body: 'Hi' } } });
  await office.post(group, { type: 'text', text: { body: 'Hello' } });
  await office.travel(5);
  office.messages.people.create({ id: '919811111111', name: 'Asha' });
  office.desk.moved(asha, '919811111111');
  expect(office.desk.of(asha)).toEqual([]);
  expect(office.desk.seen(group.id, '919811111111')).toMatchObject([
    { person: '919811111111' },
    { origin: 'api' },
  ]);
});
