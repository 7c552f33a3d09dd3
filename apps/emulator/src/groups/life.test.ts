import { expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import type { JsonObject } from '../world/json.ts';
import { asha, openGroupOffice, rohan } from './test/group-office.ts';

const groups = `/${sample.numberId}/groups`;

test('a group is there a moment after it was asked for, and its invite link comes by webhook', async () => {
  const office = openGroupOffice();
  const answer = await office.shop('POST', groups, {
    subject: ' Goa trip 14 Nov ',
    description: 'सुबह 6 बजे',
    join_approval_mode: 'approval_required',
  });
  expect(answer).toEqual({ messaging_product: 'whatsapp', request_id: expect.stringMatching(/^\d+$/) });
  expect(await office.heard('group_lifecycle_update')).toEqual([]);
  await office.travel(2);
  const [value] = await office.told('group_lifecycle_update');
  expect(value).toMatchObject({
    messaging_product: 'whatsapp',
    metadata: { phone_number_id: sample.numberId },
    groups: [
      {
        type: 'group_create',
        request_id: answer.request_id,
        subject: 'Goa trip 14 Nov',
        description: 'सुबह 6 बजे',
        invite_link: expect.stringMatching(/^https:\/\/chat\.whatsapp\.com\/\w+$/),
        join_approval_mode: 'approval_required',
        timestamp: expect.stringMatching(/^\d+$/),
      },
    ],
  });
});

test('a group can be read by its id, and all of a number in pages', async () => {
  const office = openGroupOffice();
  const group = await office.open({ subject: 'Batch 7' });
  await office.open({ subject: 'Batch 8' });
  expect(await office.shop('GET', `/${group.id}`)).toEqual({
    id: group.id,
    messaging_product: 'whatsapp',
    subject: 'Batch 7',
    join_approval_mode: 'auto_approve',
    suspended: false,
    creation_timestamp: Math.floor(group.createdAt / 1000),
    participants: [asha, rohan].map((wa_id) => ({ wa_id, user_id: expect.stringMatching(/^IN\./) })),
    total_participant_count: 2,
  });
  expect(await office.shop('GET', `/${group.id}?fields=subject`)).toEqual({
    id: group.id,
    subject: 'Batch 7',
  });
  const page = await office.shop('GET', `${groups}?limit=1`);
  expect(page.data).toEqual({
    groups: [{ id: group.id, subject: 'Batch 7', created_at: String(Math.floor(group.createdAt / 1000)) }],
  });
  const { cursors } = page.paging as { cursors: { after: string } };
  const next = await office.shop('GET', `${groups}?limit=1&after=${cursors.after}`);
  expect(next.data).toMatchObject({ groups: [{ subject: 'Batch 8' }] });
  expect((await office.shop('GET', `${groups}?after=nothing`)).code).toBe(131059);
  for (const limit of [0, 1025, 'x'])
    expect((await office.shop('GET', `${groups}?limit=${limit}`)).code).toBe(100);
});

test.each<[string, JsonObject]>([
  ['no subject', {}],
  ['a subject of spaces', { subject: '  ' }],
  ['a long subject', { subject: 'अ'.repeat(129) }],
  ['a long description', { subject: 'A', description: 'b'.repeat(2049) }],
  ['an unknown way to join', { subject: 'A', join_approval_mode: 'never' }],
  ['another product', { subject: 'A', messaging_product: 'instagram' }],
])('a group with %s is refused', async (_, body) => {
  expect((await openGroupOffice().shop('POST', groups, body)).code).toBe(100);
});

type Office = ReturnType<typeof openGroupOffice>;

test.each<[string, number, (office: Office) => unknown]>([
  [
    'is in the Business app',
    131215,
    ({ emulator }) => emulator.directory.numbers.change(sample.numberId, { onBusinessApp: true }),
  ],
  [
    'has no official account',
    131215,
    ({ emulator }) => emulator.directory.numbers.change(sample.numberId, { official: false }),
  ],
  [
    'has a limit of 10,000',
    131215,
    ({ emulator }) => emulator.directory.businesses.change(sample.businessId, { tier: 'TIER_10K' }),
  ],
  [
    'sent too much marketing',
    131214,
    ({ emulator }) => emulator.world.settings.change('groups', { creationOff: [sample.numberId] }),
  ],
  [
    'has all the groups it may have',
    131211,
    ({ emulator }) => emulator.world.settings.change('groups', { perNumber: 0 }),
  ],
])('a number that %s gets no group: %i', async (_, code, make) => {
  const office = openGroupOffice();
  make(office);
  expect((await office.shop('POST', groups, { subject: 'A' })).code).toBe(code);
});

test('a world may ask less of who creates groups', async () => {
  const office = openGroupOffice();
  office.emulator.directory.numbers.change(sample.numberId, { official: false });
  office.emulator.directory.businesses.change(sample.businessId, { tier: 'TIER_250' });
  office.emulator.world.settings.change('groups', { needsOfficialAccount: false, needsLimitOf100K: false });
  expect((await office.open()).subject).toBe('Diwali sarees');
});

test('subject and description change a moment later, and are told with the request that changed them', async () => {
  const office = openGroupOffice();
  const { id } = await office.open();
  const { request_id } = await office.shop('POST', `/${id}`, { subject: 'Holi', description: 'Colours' });
  expect(office.group(id).subject).toBe('Diwali sarees');
  await office.travel(2);
  expect(office.group(id)).toMatchObject({ subject: 'Holi', description: 'Colours' });
  expect(await office.heard('group_settings_update')).toMatchObject([
    {
      type: 'group_settings_update',
      group_id: id,
      request_id,
      group_subject: { text: 'Holi', update_successful: true },
      group_description: { text: 'Colours', update_successful: true },
    },
  ]);
  for (const body of [{}, { subject: '' }, { subject: 'x'.repeat(129) }])
    expect((await office.shop('POST', `/${id}`, body)).code).toBe(100);
});

test('a deleted group is gone for everybody', async () => {
  const office = openGroupOffice();
  const group = await office.open();
  const { success, request_id } = await office.shop('DELETE', `/${group.id}`);
  expect(success).toBe(true);
  await office.travel(2);
  expect((await office.heard('group_lifecycle_update')).at(-1)).toMatchObject({
    type: 'group_delete',
    group_id: group.id,
    request_id,
  });
  expect(office.desk.of(asha)).toEqual([]);
  const text = { type: 'text', text: { body: 'Hello' } };
  expect((await office.post(group, text)).code).toBe(131041);
});

test('a suspended group takes nothing until it is cleared', async () => {
  const office = openGroupOffice();
  const group = await office.open();
  const suspend = (suspended: boolean) =>
    office.routes['POST /world/groups/:group']?.({
      params: { group: group.id },
      body: { suspended },
    } as never);
  suspend(true);
  const text = { type: 'text', text: { body: 'Hello' } };
  expect((await office.post(group, text)).code).toBe(131207);
  expect((await office.shop('POST', `/${group.id}`, { subject: 'A' })).code).toBe(131207);
  expect((await office.shop('POST', `/${group.id}/invite_link`)).code).toBe(131207);
  expect(await office.shop('GET', `/${group.id}?fields=suspended`)).toMatchObject({ suspended: true });
  suspend(true);
  suspend(false);
  expect((await office.heard('group_status_update')).map(({ type }) => type)).toEqual([
    'group_suspend',
    'group_suspend_cleared',
  ]);
  expect((await office.post(group, text)).messages).toMatchObject([{ group_id: group.id }]);
});

test('another business neither reads the group nor changes it', async () => {
  const office = openGroupOffice();
  const { id } = await office.open();
  for (const [method, address] of [
    ['GET', `/${id}`],
    ['DELETE', `/${id}`],
    ['GET', `/${id}/invite_link`],
  ] as const)
    expect((await office.ask(method, address, { token: sample.clinicToken })).body.code).toBe(200);
});
