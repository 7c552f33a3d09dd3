import { expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { asha, at, start, type Started } from '../../test/started.ts';

const day = 86_400;
const address = 'https://suratsilks.example.in/week?from=wa';

async function offer(started: Started, edge: string, more: object = {}): Promise<string> {
  await started.ask('POST', `/${sample.wabaId}/message_templates`, {
    name: 'silk_week',
    language: 'en',
    category: 'MARKETING',
    components: [
      { type: 'BODY', text: 'Silk week at our shop: new colours every day until Sunday.' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'See', url: address }] },
    ],
    ...more,
  });
  await started.travel(11 * 60);
  const template = { name: 'silk_week', language: { code: 'en' } };
  const body = { messaging_product: 'whatsapp', to: asha, type: 'template', template };
  const { body: answer } = await started.ask('POST', `/${sample.numberId}/${edge}`, body);
  await started.travel(60);
  return String(at(answer, 'messages.0.id'));
}

async function tap(started: Started, message: string): Promise<string> {
  const action = { type: 'tap-button', chat: sample.numberId, message, button: '0' };
  const { body } = await started.world('POST', `/world/phones/${asha}/actions`, action);
  await started.travel(1);
  return String(body.url);
}

const clicksIn = ({ heard }: Started) => heard.flatMap(({ value }) => value.user_actions ?? []);

test('a tap on a link of the Marketing Messages API is told, and its id stands in the address', async () => {
  const started = await start();
  const url = new URL(await tap(started, await offer(started, 'marketing_messages')));
  const click_id = url.searchParams.get('click_id');
  expect(url.href).toBe(`${address}&click_id=${click_id}`);
  expect(clicksIn(started)).toEqual([
    {
      action_type: 'marketing_messages_link_click',
      timestamp: expect.stringMatching(/^\d{10}$/),
      marketing_messages_link_click_data: { click_component: 'cta', click_id },
    },
  ]);
});

test('after a week, by the usual endpoint and without tracking a link is opened in silence', async () => {
  const late = await start();
  const old = await offer(late, 'marketing_messages');
  await late.travel(7 * day);
  expect(await tap(late, old)).toBe(address);
  const usual = await start();
  expect(await tap(usual, await offer(usual, 'messages'))).toBe(address);
  const quiet = await start();
  const untracked = { cta_url_link_tracking_opted_out: true };
  expect(await tap(quiet, await offer(quiet, 'marketing_messages', untracked))).toBe(address);
  expect([late, usual, quiet].flatMap(clicksIn)).toEqual([]);
});
