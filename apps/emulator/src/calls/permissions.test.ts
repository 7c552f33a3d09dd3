import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receive } from '../messages/receive.ts';
import { sample } from '../sample/sample-world.ts';
import type { Message } from '../messages/message.ts';
import { openWorld } from '../world/test/worlds.ts';
import { Permissions } from './permissions.ts';
import { asha, openCallOffice } from './test/call-office.ts';

type Office = ReturnType<typeof openCallOffice>;

const look = async (office: Office, query = `user_wa_id=${asha}`) =>
  (await office.ask('GET', `/${sample.numberId}/call_permissions?${query}`)).body;

const request = (office: Office, message: object = {}) =>
  office.ask('POST', `/${sample.numberId}/messages`, {
    body: {
      messaging_product: 'whatsapp',
      to: `+${asha}`,
      type: 'interactive',
      interactive: { type: 'call_permission_request', action: { name: 'call_permission_request' } },
      ...message,
    },
  });

/** Asha writes, so that free-form messages reach her. */
function openWindow({ messages, number, person }: Office): void {
  receive(messages, { number: number(), person: person(), type: 'text', content: { text: { body: 'Hi' } } });
}

test('a temporary permission lasts seven days, a permanent one until it is taken back', async () => {
  const office = openCallOffice();
  expect(await look(office)).toMatchObject({
    messaging_product: 'whatsapp',
    permission: { status: 'no_permission' },
  });
  office.desk.allow(sample.numberId, asha, 'temporary');
  const expiration_time = office.emulator.world.clock.seconds() + 604_800;
  expect(await look(office)).toMatchObject({ permission: { status: 'temporary', expiration_time } });
  await office.travel(604_800);
  expect(await look(office)).toMatchObject({ permission: { status: 'no_permission' } });
  office.desk.allow(sample.numberId, asha, 'permanent');
  await office.travel(604_800);
  const { permission, actions } = await look(office);
  expect(permission).toEqual({ status: 'permanent' });
  expect(actions).toMatchObject([{ can_perform_action: false }, { can_perform_action: true }]);
});

test('what is no phone number has no permission to look at', async () => {
  const office = openCallOffice();
  expect(await look(office, 'user_wa_id=nobody')).toMatchObject({ code: 131009 });
});

test('a customer may be asked once a day and twice a week, and anew after the two were connected', async () => {
  const office = openCallOffice();
  const ask = async () => {
    openWindow(office);
    const { body } = await request(office);
    await office.travel(5);
    return body.code ?? 'sent';
  };
  expect([await ask(), await ask()]).toEqual(['sent', 138009]);
  const [{ can_perform_action: can, limits } = {}] = (await look(office)).actions as {
    can_perform_action?: boolean;
    limits?: Record<string, unknown>[];
  }[];
  expect(can).toBe(false);
  expect(limits).toMatchObject([
    { time_period: 'PT24H', max_allowed: 1, current_usage: 1, limit_expiration_time: expect.any(Number) },
    { time_period: 'P7D', max_allowed: 2, current_usage: 1 },
  ]);
  await office.travel(86_400);
  expect(await ask()).toBe('sent');
  await office.travel(86_400);
  expect(await ask()).toBe(138009);
  office.calls.permissions.noteConnected(sample.numberId, asha, false);
  expect(await ask()).toBe('sent');
});

test('a request by template counts like any other; one that changes nothing or cannot be used is refused', async () => {
  const office = openCallOffice();
  const template = { name: 'may_we_call', language: { code: 'en' } };
  const byTemplate = { type: 'template', interactive: undefined, template };
  expect((await request(office, byTemplate)).status).toBe(200);
  await office.travel(5);
  expect((await request(office, byTemplate)).body.code).toBe(138009);
  office.desk.allow(sample.numberId, asha, 'permanent');
  expect((await request(office)).body.code).toBe(138017);
  office.emulator.directory.numbers.change(sample.numberId, { callSettings: {} });
  expect((await request(office)).body.code).toBe(138000);
});

test('a request lapses a week after it came, and when a newer one is answered', async () => {
  const office = openCallOffice();
  openWindow(office);
  await request(office);
  await office.travel(86_500);
  openWindow(office);
  await request(office);
  await office.travel(5);
  const [first, second] = [...office.messages.all.values()].filter(({ origin }) => origin === 'api') as [
    Message,
    Message,
  ];
  expect([office.desk.stands(first), office.desk.stands(second)]).toEqual([true, true]);
  const interactive = { type: 'call_permission_reply', call_permission_reply: { response: 'reject' } };
  receive(office.messages, {
    number: office.number(),
    person: office.person(),
    type: 'interactive',
    content: { interactive },
    context: { from: office.number().phone, id: second.id },
  });
  expect([office.desk.stands(first), office.desk.stands(second)]).toEqual([false, true]);
  await office.travel(604_800);
  expect(office.desk.stands(second)).toBe(false);
});

test('two unanswered calls in a row ask the customer to think again, four take the permission away', async () => {
  const office = openCallOffice();
  office.desk.allow(sample.numberId, asha, 'permanent');
  const seen = [];
  for (let time = 0; time < 4; time++) {
    await office.dial();
    await office.travel(60);
    const notices = [...office.messages.all.values()].filter(({ type }) => type === 'notice').length;
    seen.push([notices, office.desk.permission(sample.numberId, asha).permission]);
  }
  expect(seen).toEqual([
    [0, 'permanent'],
    [1, 'permanent'],
    [1, 'permanent'],
    [2, 'none'],
  ]);
});

test('an answered call begins the count of unanswered ones again', async () => {
  const office = openCallOffice();
  office.desk.allow(sample.numberId, asha, 'permanent');
  for (const answers of [false, false, false, true, false, false, false]) {
    const id = await office.dial();
    await office.travel(5);
    if (answers) office.desk.accept(id, asha);
    if (answers) office.desk.end(id, asha);
    await office.travel(60);
  }
  expect(office.desk.permission(sample.numberId, asha).permission).toBe('permanent');
});

test('a permission is looked up five times a second at most, of a phone number or of a user id', async () => {
  const office = openCallOffice();
  const userId = office.messages.people.userIdOf(sample.businessId, office.person());
  office.desk.allow(sample.numberId, asha, 'permanent');
  expect(await look(office, `recipient=${userId}`)).toMatchObject({ permission: { status: 'permanent' } });
  expect((await look(office, '')).code).toBe(100);
  for (let time = 0; time < 3; time++) expect(await look(office)).toHaveProperty('permission');
  expect((await look(office)).code).toBe(613);
  await office.travel(1);
  expect(await look(office)).toHaveProperty('permission');
});

test('however time passes, no day has two requests and no week three, unless a call was connected between', () => {
  const hour = 3_600_000;
  const events = fc.array(fc.record({ pause: fc.integer({ min: 0, max: 60 }), connects: fc.boolean() }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(events, (list) => {
      const world = openWorld({ rate: 0 });
      const permissions = new Permissions(world);
      let asked: number[] = [];
      for (const { pause, connects } of list) {
        world.clock.jump(world.clock.now() + pause * hour);
        const now = world.clock.now();
        if (connects && pause > 50) {
          permissions.noteConnected('1', asha, true);
          asked = [];
        }
        const isFree = permissions.requestUse('1', asha, false).every(({ used, max }) => used < max);
        const within = (hours: number) => asked.filter((at) => now - at < hours * hour).length;
        expect(isFree).toBe(within(24) < 1 && within(168) < 2);
        if (!isFree) continue;
        permissions.noteRequest('1', asha);
        asked.push(now);
      }
    }),
    { numRuns: 50 },
  );
});
