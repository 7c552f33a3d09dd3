import { afterAll, beforeAll, expect, test } from 'vitest';
import { asha, change, message, seconds } from '../../../../test/webhooks/bodies.ts';
import {
  openProcessingGround,
  plantConnection,
  type Connected,
  type ProcessingGround,
} from '../../../../test/webhooks/processing-ground.ts';
import { countOf } from '../../../../test/webhooks/stored-messages.ts';

let ground: ProcessingGround;
let shawls: Connected;

beforeAll(async () => {
  ground = await openProcessingGround();
  const { workspaceId, appId, metaAppId } = ground.silks;
  shawls = await plantConnection(ground.asOwner, { workspaceId, appId, metaAppId });
  await ground.asOwner(`update whatsapp_accounts set portfolio_id = 'of ' || waba_id`);
});
afterAll(() => ground.drop());

const at = (): Date => ground.clock.now();
const portfolioOf = ({ wabaId }: Connected): string => `of ${wabaId}`;
const named = (userId: string): object => ({ profile: { name: 'Asha' }, wa_id: asha, user_id: userId });

/** The ids that are known, with their portfolios. */
async function idsOf(prefix: string): Promise<Record<string, string>> {
  const rows = await ground.asOwner<{ value: string; portfolio: string }>(
    `select value, portfolio from contact_identities where kind = 'user_id' and value like $1 order by value`,
    [`${prefix}%`],
  );
  return Object.fromEntries(rows.map(({ value, portfolio }) => [value, portfolio]));
}

test('one customer of two portfolios is one contact with an id in each', async () => {
  const say = (place: Connected, userId: string): object =>
    change(place, 'messages', { contacts: [named(userId)], messages: [message(`from ${userId}`, at())] });
  await ground.deliver(say(ground.silks, 'IN.two1'));
  await ground.deliver(say(shawls, 'IN.two2'), say(ground.silks, 'IN.two1'));
  expect(await idsOf('IN.two')).toEqual({
    'IN.two1': portfolioOf(ground.silks),
    'IN.two2': portfolioOf(shawls),
  });
  expect(await countOf(ground, 'contacts', `phone = '+${asha}'`)).toBe(1);
  expect(await countOf(ground, 'events', `type = 'contact.changed_hands'`)).toBe(0);
});

test('whoever is named in whatever way is known in the portfolio of the number', async () => {
  const system = { type: 'user_changed_user_id', previous_user_id: 'IN.way1', user_id: 'IN.way2' };
  const timestamp = seconds(at());
  await ground.deliver(
    change(shawls, 'messages', {
      messages: [message('way', at(), { from_user_id: 'IN.way1', from: undefined, type: 'system', system })],
    }),
    change(shawls, 'smb_message_echoes', {
      message_echoes: [
        { from: '912614001234', to_user_id: 'IN.way3', id: 'way echo', timestamp, type: 'text', text: {} },
      ],
    }),
    change(shawls, 'user_preferences', {
      contacts: [{ user_id: 'IN.way4' }],
      user_preferences: [{ user_id: 'IN.way4', category: 'marketing_messages', value: 'stop', timestamp }],
    }),
    change(shawls, 'messaging_handovers', {
      sender: { user_id: 'IN.way5' },
      recipient: { phone_number_id: shawls.phoneNumberId },
      type: 'control_passed',
      timestamp,
    }),
    change(shawls, 'history', {
      history: [
        {
          metadata: { phase: 0, chunk_order: 1, progress: 5 },
          threads: [
            {
              context: { user_id: 'IN.way6' },
              messages: [{ from_user_id: 'IN.way6', id: 'way past', timestamp, type: 'text', text: {} }],
            },
          ],
        },
      ],
    }),
  );
  const found = await idsOf('IN.way');
  expect(found).toEqual(
    Object.fromEntries([1, 2, 3, 4, 5, 6].map((nth) => [`IN.way${nth}`, portfolioOf(shawls)])),
  );
});

test('while a portfolio is unknown, ids are kept without', async () => {
  await ground.asOwner(`update whatsapp_accounts set portfolio_id = null`);
  await ground.deliver(
    change(shawls, 'messages', {
      messages: [message('unknown', at(), { from_user_id: 'IN.unknown', from: undefined })],
    }),
  );
  expect(await idsOf('IN.unknown')).toEqual({ 'IN.unknown': '' });
});
