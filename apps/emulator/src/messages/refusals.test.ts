import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, asha, at, hello, start, type Started } from '../test/started.ts';
import type { BusinessNumber } from '../directory/records.ts';
import { sample } from '../sample/sample-world.ts';
import type { JsonObject } from '../world/json.ts';

let started: Started;
beforeAll(async () => {
  started = await start({}, afterAll);
});

const code = ({ status, body }: Answer): unknown => (status === 200 ? 'accepted' : at(body, 'error.code'));

const greeting: JsonObject = {
  type: 'template',
  template: { name: 'hello_world', language: { code: 'en_US' } },
};

/** The answers while the number is another, which it is no longer afterwards. */
async function whileNumberIs(patch: Partial<BusinessNumber>, send: () => Promise<unknown>): Promise<unknown> {
  const { numbers } = started.inside.emulator.directory;
  const before = numbers.get(sample.numberId) as BusinessNumber;
  numbers.change(sample.numberId, patch);
  const answer = await send();
  numbers.put(before);
  return answer;
}

describe('a send is refused', () => {
  test.each<[string, Partial<BusinessNumber>, number]>([
    ['of a number that is not registered', { registered: false }, 133010],
    ['of a number that is pending', { status: 'PENDING' }, 133010],
    ['of a number that is banned', { status: 'BANNED' }, 131031],
    ['of a number that is restricted', { status: 'RESTRICTED' }, 131031],
    ['of a number that is limited for spam', { status: 'RATE_LIMITED' }, 131048],
    ['of a number in maintenance', { maintenanceUntil: Number.MAX_SAFE_INTEGER }, 131057],
    ['to the number itself', { phone: asha }, 131021],
    ['of a number of WhatsApp’s without a name', { phone: '15550001111', nameStatus: 'DECLINED' }, 131037],
    ['of a test number to strangers', { mode: 'SANDBOX' }, 131030],
  ])('%s', async (_, patch, wanted) => {
    expect(await whileNumberIs(patch, async () => code(await started.send(hello)))).toBe(wanted);
  });

  test('of a locked account with 403, and not once it is reinstated', async () => {
    const enforce = (step: string, more: object = {}) =>
      started.world('POST', `/world/accounts/${sample.wabaId}/enforcement`, { step, ...more });
    await enforce('lock');
    const refused = await started.send(hello);
    expect([refused.status, code(refused)]).toEqual([403, 131031]);
    await enforce('reinstate');
    expect(code(await started.send(hello))).toBe('accepted');
    await enforce('restrict', { types: ['RESTRICTED_BIZ_INITIATED_MESSAGING'], days: 1 });
    expect([code(await started.send(greeting)), code(await started.send(hello))]).toEqual([368, 'accepted']);
    await started.travel(86_401);
    expect(code(await started.send(greeting))).toBe('accepted');
  });

  test('of a test number, to everybody but those who were verified', async () => {
    await started.world('PATCH', `/world/numbers/${sample.testNumberId}`, {
      allowedRecipients: [`+${asha}`],
    });
    const send = async (to: string) =>
      code(
        await started.ask(
          'POST',
          `/${sample.testNumberId}/messages`,
          { messaging_product: 'whatsapp', to, ...greeting },
          sample.providerToken,
        ),
      );
    expect([await send(`+${asha}`), await send('+919820012345')]).toEqual(['accepted', 131030]);
  });

  test.each([
    ['+999123456789', 131009],
    ['IN.1', 131009],
    ['hello', 131009],
  ])('to %s with %i', async (to, wanted) => expect(code(await started.send(hello, to))).toBe(wanted));

  test('to a customer whom the business blocked, with 130403', async () => {
    const phone = await started.customer();
    await started.write(phone);
    const block = (method: string) =>
      started.ask(method, `/${sample.numberId}/block_users`, {
        messaging_product: 'whatsapp',
        block_users: [{ user: `+${phone}` }],
      });
    await block('POST');
    expect(code(await started.send(hello, `+${phone}`))).toBe(130403);
    await block('DELETE');
    expect(code(await started.send(hello, `+${phone}`))).toBe('accepted');
  });

  test('with 130429 beyond 80 in a second, and 20 where the number is in the Business app', async () => {
    const burst = async (count: number) => {
      const answers = await Promise.all(
        Array.from({ length: count }, (_, at) => started.send(greeting, `+${918_100_000_000 + at}`)),
      );
      return answers.map(code);
    };
    await started.travel(1);
    const answers = await burst(90);
    expect(answers.filter((one) => one === 'accepted')).toHaveLength(80);
    expect(answers.filter((one) => one === 130429)).toHaveLength(10);
    await started.travel(1);
    const shared = await whileNumberIs({ onBusinessApp: true }, () => burst(25));
    expect((shared as unknown[]).filter((one) => one === 'accepted')).toHaveLength(20);
    await started.travel(1);
  });

  test('with 131056 beyond 45 to one customer, then one each six seconds; refused ones do not count', async () => {
    const phone = await started.customer();
    const wrong = { type: 'template', template: { name: 'nothing', language: { code: 'en' } } };
    for (let count = 0; count < 50; count++)
      expect(code(await started.send(wrong, `+${phone}`))).toBe(132001);
    await started.travel(1);
    const answers = [];
    for (let count = 0; count < 46; count++) answers.push(code(await started.send(greeting, `+${phone}`)));
    expect(answers.slice(44)).toEqual(['accepted', 131056]);
    await started.travel(5);
    expect(code(await started.send(greeting, `+${phone}`))).toBe(131056);
    await started.travel(1);
    expect(code(await started.send(greeting, `+${phone}`))).toBe('accepted');
    expect(code(await started.send(greeting, `+${phone}`))).toBe(131056);
  });
});

describe('a reaction', () => {
  const react = async (id: string, to = asha, emoji = '👍') =>
    code(await started.send({ type: 'reaction', reaction: { message_id: id, emoji } }, `+${to}`));

  test('is taken for a message of the chat, by either side, and taken back', async () => {
    const [theirs, ours] = [await started.write(), await started.sent(greeting)];
    expect([await react(theirs), await react(theirs, asha, ''), await react(ours)]).toEqual(
      Array(3).fill('accepted'),
    );
  });

  test('is refused for an unknown message, another chat’s, a reaction, and one older than thirty days', async () => {
    const other = await started.customer();
    const [theirs, elsewhere] = [await started.write(), await started.write(other)];
    const reaction = await started.sent({ type: 'reaction', reaction: { message_id: theirs, emoji: '👍' } });
    expect(await Promise.all(['wamid.none', elsewhere, reaction].map((id) => react(id)))).toEqual(
      Array(3).fill(131009),
    );
    await started.travel(30 * 86_400 + 1);
    expect(await react(theirs)).toBe(131009);
  });
});

describe('an answer to a message', () => {
  test('quotes one of the chat, and is sent without a quotation where there is none', async () => {
    const [theirs, elsewhere] = [await started.write(), await started.write(await started.customer())];
    const quoted = async (message_id: string) =>
      started.inside.messages.all.get(await started.sent({ ...hello, context: { message_id } }))?.replyTo;
    expect([await quoted(theirs), await quoted(elsewhere), await quoted('wamid.none')]).toEqual([
      theirs,
      undefined,
      undefined,
    ]);
  });
});
