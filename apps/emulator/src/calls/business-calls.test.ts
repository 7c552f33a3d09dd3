import { expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import type { JsonObject } from '../world/json.ts';
import { asha, openCallOffice } from './test/call-office.ts';

const allowed = (permanent = false) => {
  const office = openCallOffice();
  office.desk.allow(sample.numberId, asha, permanent ? 'permanent' : 'temporary');
  return office;
};

test('a business calls: the phone rings, is picked up, and the answer comes with its description', async () => {
  const office = allowed();
  const session = { sdp_type: 'offer', sdp: office.offer };
  const { body } = await office.act('connect', { to: asha, session, biz_opaque_callback_data: 'order-727' });
  expect(body).toEqual({
    messaging_product: 'whatsapp',
    calls: [{ id: expect.stringMatching(/^wacid\./) }],
  });
  const [{ id = '' } = {}] = body.calls as { id?: string }[];
  expect(office.desk.current(asha)).toBeUndefined();
  await office.travel(5);
  expect(office.desk.current(asha)).toMatchObject({ id, direction: 'incoming', state: 'ringing' });
  office.desk.accept(id, asha);
  await office.travel(56);
  expect((await office.act('terminate', { call_id: id })).body).toMatchObject({ success: true });
  expect(await office.heard()).toEqual(['RINGING', 'connect answer', 'ACCEPTED', 'terminate COMPLETED 56']);
  const values = await office.told('calls');
  expect(values[0]?.statuses).toMatchObject([
    { id, type: 'call', recipient_id: asha, biz_opaque_callback_data: 'order-727' },
  ]);
  expect(values.at(-1)?.calls).toMatchObject([
    {
      from: '912614001234',
      to: asha,
      direction: 'BUSINESS_INITIATED',
      biz_opaque_callback_data: 'order-727',
    },
  ]);
  expect(office.messages.chatOf(sample.numberId, asha)?.windowUntil).toBeGreaterThan(office.messages.now);
});

test('a declined call and one that nobody answers fail, and open no window', async () => {
  const office = allowed();
  const first = await office.dial();
  await office.travel(5);
  office.desk.decline(first, asha);
  await office.dial();
  await office.travel(60);
  expect(await office.heard()).toEqual([
    'RINGING',
    'REJECTED',
    'terminate FAILED',
    'RINGING',
    'terminate FAILED',
  ]);
  expect(office.messages.chatOf(sample.numberId, asha)?.windowUntil).toBeUndefined();
  expect([...office.messages.all.values()].map(({ content }) => content)).toEqual([
    { call: { outcome: 'declined' } },
    { call: { outcome: 'missed' } },
    { notice: { text: expect.stringContaining('You have not answered Surat Silks') } },
  ]);
});

test('a phone that is off, or whose holder blocked the business, does not ring', async () => {
  const office = allowed();
  for (const [patch, until] of [
    [{ online: false }, { online: true }],
    [{ blocked: [sample.numberId] }, { blocked: [] }],
  ]) {
    office.messages.people.known.change(asha, patch ?? {});
    await office.dial();
    await office.travel(60);
    office.messages.people.known.change(asha, until ?? {});
  }
  expect(await office.heard()).toEqual(['terminate FAILED', 'terminate FAILED']);
});

test.each<[string, number, number, (office: ReturnType<typeof allowed>) => unknown]>([
  [
    'calling is off',
    138000,
    401,
    ({ emulator }) => emulator.directory.numbers.change(sample.numberId, { callSettings: {} }),
  ],
  [
    'the number is in the Business app',
    138000,
    401,
    ({ emulator }) => emulator.directory.numbers.change(sample.numberId, { onBusinessApp: true }),
  ],
  [
    'its calls go by SIP',
    131055,
    400,
    ({ emulator }) =>
      emulator.directory.numbers.change(sample.numberId, {
        callSettings: { status: 'ENABLED', sip: { status: 'ENABLED' } },
      }),
  ],
  [
    'it is not registered',
    133010,
    400,
    ({ emulator }) => emulator.directory.numbers.change(sample.numberId, { registered: false }),
  ],
  [
    'its country has no such calls',
    138013,
    400,
    ({ emulator }) => emulator.directory.numbers.change(sample.numberId, { country: 'TR' }),
  ],
  [
    'the messaging limit is 250',
    138015,
    400,
    ({ emulator }) => emulator.directory.businesses.change(sample.businessId, { tier: 'TIER_250' }),
  ],
  [
    'quality was low',
    138014,
    400,
    ({ emulator }) =>
      emulator.directory.wabas.change(sample.wabaId, {
        restrictions: [{ type: 'RESTRICTED_BUSINESS_INITIATED_CALLING' }],
      }),
  ],
  [
    'nobody pays',
    131044,
    400,
    ({ emulator }) => emulator.directory.wabas.change(sample.wabaId, { hasPaymentMethod: false }),
  ],
  [
    'the customer has an old version',
    138001,
    400,
    ({ messages }) => messages.people.known.change(asha, { oldClient: true }),
  ],
  ['nothing was allowed', 138006, 401, ({ desk }) => desk.allow(sample.numberId, asha, 'none')],
  ['the two talk already', 138003, 400, ({ dial }) => dial()],
  [
    'all lines are taken',
    138002,
    400,
    ({ emulator }) => emulator.world.settings.change('calls', { concurrent: 0 }),
  ],
  [
    'ten calls were connected today',
    138012,
    400,
    (office) => {
      for (let time = 0; time < 10; time++)
        office.calls.permissions.noteConnected(sample.numberId, asha, true);
    },
  ],
])('no call when %s: %i', async (_, code, status, make) => {
  const office = allowed();
  await make(office);
  const answer = await office.act('connect', { to: asha, session: { sdp_type: 'offer', sdp: office.offer } });
  expect([answer.body.code, answer.status]).toEqual([code, status]);
});

const offer =
  'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 RTP/SAVPF 111\r\na=rtpmap:111 opus/48000/2\r\n';

test.each<[number, JsonObject]>([
  [131008, { to: asha }],
  [131009, { to: asha, session: { sdp_type: 'answer', sdp: offer } }],
  [131009, { to: asha, session: { sdp_type: 'offer', sdp: offer.replace('v=0', 'v=1') } }],
  [131009, { to: asha, session: { sdp_type: 'offer', sdp: offer.replace('opus', 'PCMU') } }],
  [131009, { to: asha, session: { sdp_type: 'offer', sdp: `${offer}m=video 9 RTP/SAVPF 96\r\n` } }],
  [131008, { session: { sdp_type: 'offer', sdp: offer } }],
  [131021, { to: '912614001234', session: { sdp_type: 'offer', sdp: offer } }],
  [100, { to: asha, session: { sdp_type: 'offer', sdp: offer }, biz_opaque_callback_data: 'x'.repeat(513) }],
])('a call that is asked for wrongly is refused with %i: %j', async (code, body) => {
  expect((await allowed().act('connect', body)).body.code).toBe(code);
});

test('a business answers only what rings, and only calls of customers', async () => {
  const office = allowed();
  const id = await office.dial();
  const session = { sdp_type: 'answer', sdp: office.answer };
  const codes = async (given: JsonObject) => {
    const answers = [];
    for (const action of ['pre_accept', 'accept', 'reject', 'terminate'])
      answers.push((await office.act(action, given)).body.code ?? 'done');
    return answers;
  };
  expect(await codes({ call_id: id, session })).toEqual([131009, 131009, 131009, 'done']);
  expect(await codes({ call_id: id, session })).toEqual([131009, 131009, 131009, 131009]);
  expect((await office.act('terminate')).body.code).toBe(131008);
  office.desk.call(office.number(), office.person());
  const theirs = office.desk.current(asha)?.id ?? '';
  await office.act('accept', { call_id: theirs, session });
  expect(await codes({ call_id: theirs, session })).toEqual([131009, 131009, 131009, 'done']);
});
