import { expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import type { Message } from '../messages/message.ts';
import { asha, openCallOffice } from './test/call-office.ts';
import { refusalOf } from './test/refusal-of.ts';

const lines = (all: Iterable<Message>) => [...all].map(({ type, content }) => content[type]);

test('a customer calls, the business accepts first silently and then aloud, and both hear how long it was', async () => {
  const office = openCallOffice();
  office.desk.call(office.number(), office.person());
  const [value] = await office.told('calls');
  const [call] = (value?.calls ?? []) as Record<string, unknown>[];
  expect(call).toMatchObject({
    from: asha,
    to: '912614001234',
    event: 'connect',
    direction: 'USER_INITIATED',
    session: { sdp_type: 'offer', sdp: expect.stringContaining('opus/48000') },
  });
  expect(value).toMatchObject({
    metadata: { phone_number_id: sample.numberId },
    contacts: [{ profile: { name: 'Asha Patil' }, wa_id: asha, user_id: expect.stringMatching(/^IN\./) }],
  });
  const given = { call_id: String(call?.id), session: { sdp_type: 'answer', sdp: office.answer } };
  for (const action of ['pre_accept', 'accept']) {
    expect((await office.act(action, given)).body).toEqual({ messaging_product: 'whatsapp', success: true });
  }
  expect(office.desk.current(asha)).toMatchObject({ direction: 'outgoing', state: 'connected' });
  await office.travel(120);
  office.desk.end(String(call?.id), asha);
  expect(await office.heard()).toEqual(['connect offer', 'terminate COMPLETED 120']);
  expect(office.desk.current(asha)).toBeUndefined();
  expect(lines(office.messages.all.values())).toEqual([{ outcome: 'completed', seconds: 120 }]);
});

test('nobody answers: between 30 and 60 seconds of the world the call ends, missed', async () => {
  const office = openCallOffice();
  office.desk.call(office.number(), office.person());
  await office.travel(29);
  expect(await office.heard()).toEqual(['connect offer']);
  await office.travel(31);
  expect(await office.heard()).toEqual(['connect offer', 'terminate FAILED']);
  expect(lines(office.messages.all.values())).toEqual([{ outcome: 'missed' }]);
});

test('a call opens the window, whether or not anybody answers it', async () => {
  const office = openCallOffice();
  office.desk.call(office.number(), office.person());
  const id = office.desk.current(asha)?.id ?? '';
  await office.act('reject', { call_id: id });
  expect(await office.heard()).toEqual(['connect offer', 'terminate FAILED']);
  expect(lines(office.messages.all.values())).toEqual([{ outcome: 'declined' }]);
  const day = 24 * 3_600_000;
  expect(office.messages.chatOf(sample.numberId, asha)?.windowUntil).toBe(office.messages.now + day);
});

test.each([
  [{ status: 'DISABLED' }, 'This business takes no calls on WhatsApp.', false],
  [{ status: 'ENABLED', sip: { status: 'ENABLED' } }, /^This business takes its calls by SIP/, true],
  [{ status: 'ENABLED', call_icon_visibility: 'DISABLE_ALL' }, 'done', false],
  [{ status: 'ENABLED', call_icons: { restrict_to_user_countries: ['AE'] } }, 'done', false],
  [{ status: 'ENABLED', call_icons: { restrict_to_user_countries: ['IN'] } }, 'done', true],
])('with the settings %j a call button gives "%s", and the icon is there: %s', (settings, says, icon) => {
  const office = openCallOffice(settings);
  expect(office.desk.isOffered(office.number(), office.person())).toBe(icon);
  expect(refusalOf(() => office.desk.call(office.number(), office.person()))).toMatch(says);
});

test('a number that is in the Business app too, or restricted, takes no calls', () => {
  const office = openCallOffice();
  const { numbers, wabas } = office.emulator.directory;
  const call = () => refusalOf(() => office.desk.call(office.number(), office.person()));
  wabas.change(sample.wabaId, {
    restrictions: [{ type: 'RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN' }],
  });
  expect(office.desk.isOffered(office.number(), office.person())).toBe(false);
  wabas.change(sample.wabaId, { restrictions: [{ type: 'RESTRICTED_USER_INITIATED_CALLING' }] });
  expect(call()).toMatch(/no calls/);
  wabas.change(sample.wabaId, { restrictions: [] });
  numbers.change(sample.numberId, { onBusinessApp: true });
  expect(call()).toMatch(/no calls/);
});

test('whoever tries in vain may be called back for a week, where the business wants that', async () => {
  const office = openCallOffice({ status: 'ENABLED', callback_permission_status: 'ENABLED' });
  office.desk.call(office.number(), office.person());
  await office.travel(60);
  const [value] = await office.told('messages');
  const until = office.desk.permission(sample.numberId, asha).until ?? 0;
  expect(value?.messages).toMatchObject([
    {
      from: asha,
      type: 'interactive',
      interactive: {
        type: 'call_permission_reply',
        call_permission_reply: {
          response: 'accept',
          response_source: 'automatic',
          is_permanent: false,
          expiration_timestamp: Math.floor(until / 1000),
        },
      },
    },
  ]);
});

test('outside of its hours a business is not reached, and nobody hears of the attempt', async () => {
  const monday = { day_of_week: 'MONDAY', open_time: '1300', close_time: '1800' };
  const call_hours = { status: 'ENABLED', timezone_id: 'Asia/Kolkata', weekly_operating_hours: [monday] };
  const office = openCallOffice({ status: 'ENABLED', call_hours });
  const call = () => refusalOf(() => office.desk.call(office.number(), office.person()));
  expect(call()).toBe('This business takes calls at other hours.');
  expect(await office.heard()).toEqual([]);
  await office.travel(3600);
  expect(call()).toBe('done');
});

test('a call brings back what the button or the link was given, until the button lapses', async () => {
  const office = openCallOffice();
  const button = (parameters: object) =>
    ({ at: office.messages.now, content: { interactive: { action: { parameters } } } }) as unknown as Message;
  const old = button({ payload: 'ticket-91', ttl_minutes: 100 });
  office.desk.call(office.number(), office.person(), old);
  office.desk.end(office.desk.current(asha)?.id ?? '', asha);
  office.desk.callByLink(office.number(), office.person(), 'from-invoice-727');
  office.desk.end(office.desk.current(asha)?.id ?? '', asha);
  const template = {
    at: office.messages.now,
    content: {
      template: {
        components: [
          { type: 'body', parameters: [] },
          {
            type: 'button',
            sub_type: 'voice_call',
            parameters: [{ type: 'payload', payload: 'of-template' }],
          },
        ],
      },
    },
  } as unknown as Message;
  office.desk.call(office.number(), office.person(), template);
  office.desk.end(office.desk.current(asha)?.id ?? '', asha);
  const calls = (await office.told('calls')).flatMap((value) => value.calls as Record<string, unknown>[]);
  expect(calls.filter(({ event }) => event === 'connect').map((one) => one.deeplink_payload)).toEqual([
    'ticket-91',
    'from-invoice-727',
    'of-template',
  ]);
  await office.travel(100 * 60);
  expect(refusalOf(() => office.desk.call(office.number(), office.person(), old))).toBe(
    'This call button has expired.',
  );
});

test('whom the business blocked rings without being heard, and opens nothing', async () => {
  const office = openCallOffice({ status: 'ENABLED', callback_permission_status: 'ENABLED' });
  office.messages.keepFrom(() => true);
  office.desk.call(office.number(), office.person());
  const call_id = office.desk.current(asha)?.id ?? '';
  expect((await office.act('terminate', { call_id })).body.code).toBe(131009);
  await office.travel(60);
  expect(await office.heard()).toEqual([]);
  expect(office.messages.chatOf(sample.numberId, asha)?.windowUntil).toBeUndefined();
  expect(lines(office.messages.all.values())).toEqual([{ outcome: 'missed' }]);
});

test('one phone is in one call, and a number in so many at once', () => {
  const office = openCallOffice();
  const call = (id = asha) =>
    refusalOf(() => office.desk.call(office.number(), office.messages.people.get(id)));
  office.messages.emulator.world.settings.change('calls', { concurrent: 1 });
  expect(call()).toBe('done');
  expect(call()).toBe('There is a call already.');
  expect(call('919820012345')).toBe('The business is busy.');
});
