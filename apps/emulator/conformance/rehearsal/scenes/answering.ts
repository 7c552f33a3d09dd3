import { orderDetails } from '../../../src/payments/test/orders.ts';
import { readAt } from '../../fill.ts';
import { flowJson } from '../../examples/flows.ts';
import { type Scene, send } from '../scene.ts';
import type { Town } from '../town.ts';
import { asha, fatima, meera, rohan, shop } from './cast.ts';
import { sample } from '../../../src/sample/sample-world.ts';

const interactive = (town: Town, content: Record<string, unknown>) =>
  send(town, { from: shop, to: asha, type: 'interactive', content: { body: { text: 'नमस्ते' }, ...content } });

const template = (name: string, ...components: unknown[]) => ({ name, language: { code: 'en' }, components });

const texts = (...words: string[]) => ({
  type: 'body',
  parameters: words.map((text) => ({ type: 'text', text })),
});

const trackLink = {
  type: 'button',
  sub_type: 'url',
  index: '0',
  parameters: [{ type: 'text', text: 'SS-1' }],
};

/** What businesses ask, and how customers answer. */
export const answering: Scene[] = [
  {
    says: 'customers tap buttons and rows',
    async play(town) {
      const buttons = [{ type: 'reply', reply: { id: 'yes', title: 'Confirm' } }];
      const question = await interactive(town, { type: 'button', action: { buttons } });
      await town.act(asha, { type: 'tap-button', chat: shop, message: question, button: '0' });
      const rows = [{ id: 's1', title: '17:00' }];
      const list = await interactive(town, {
        type: 'list',
        action: { button: 'Slots', sections: [{ title: 'Today', rows }] },
      });
      await town.act(asha, { type: 'choose-row', chat: shop, message: list, row: 's1' });
      const content = template('order_confirmation', texts('Asha', 'SS-1'), trackLink);
      const order = await send(town, { from: shop, to: asha, type: 'template', content });
      await town.act(asha, { type: 'tap-button', chat: shop, message: order, button: '1' });
    },
  },
  {
    says: 'a customer fills in a Flow and an address',
    async play(town) {
      const made = await town.graph(`POST /${sample.wabaId}/flows`, {
        name: 'Rehearsed visit',
        categories: ['APPOINTMENT_BOOKING'],
        flow_json: flowJson,
        publish: true,
      });
      const parameters = {
        flow_message_version: '3',
        flow_id: readAt(made, 'id'),
        flow_cta: 'Book now',
        flow_token: 'visit-1',
      };
      const form = await interactive(town, { type: 'flow', action: { name: 'flow', parameters } });
      await town.act(asha, {
        type: 'complete-flow',
        chat: shop,
        message: form,
        button: '0',
        response: { flow_token: 'visit-1', day: '2026-10-12' },
      });
      const address = await interactive(town, {
        type: 'address_message',
        action: { name: 'address_message', parameters: { country: 'IN' } },
      });
      const values = { name: 'Asha Patil', in_pin_code: '411004', city: 'Pune' };
      await town.act(asha, { type: 'send-address', chat: shop, message: address, values });
    },
  },
  {
    says: 'a customer pays, and another payment fails',
    async play(town) {
      for (const [reference, outcome] of [
        ['INV-1', 'success'],
        ['INV-2', 'failed'],
      ] as const) {
        const parameters = orderDetails({ reference });
        const message = await interactive(town, {
          type: 'order_details',
          action: { name: 'review_and_pay', parameters },
        });
        await town.act(asha, { type: 'pay', chat: shop, message, outcome, method: 'upi' });
        await town.pass(60);
      }
    },
  },
  {
    says: 'messages are sent, delivered, read, played, clicked and lost',
    async play(town) {
      const link = `${town.outside}/files/hello.ogg`;
      const voice = await send(town, { from: shop, to: asha, type: 'audio', content: { link, voice: true } });
      await town.act(asha, { type: 'open-chat', chat: shop });
      await town.act(asha, { type: 'play', chat: shop, message: voice });
      await town.graph(`POST /${sample.wabaId}/message_templates`, {
        name: 'silk_week',
        language: 'en',
        category: 'MARKETING',
        components: [
          { type: 'BODY', text: 'Silk week at our shop: new colours every day until Sunday.' },
          {
            type: 'BUTTONS',
            buttons: [{ type: 'URL', text: 'See', url: 'https://suratsilks.example.in/week' }],
          },
        ],
      });
      await town.pass(11 * 60);
      const offer = template('silk_week');
      const answer = await town.graph(`POST /${shop}/marketing_messages`, {
        messaging_product: 'whatsapp',
        to: rohan,
        type: 'template',
        template: offer,
      });
      await town.pass(60);
      const message = String(readAt(answer, 'messages.0.id'));
      await town.act(rohan, { type: 'tap-button', chat: shop, message, button: '0' });
      await send(town, { from: shop, to: fatima, type: 'text', content: { body: 'Yes, to every PIN.' } });
      await town.world('POST /people', { phone: meera, name: 'Nobody', hasWhatsApp: false });
      const lost = template('order_confirmation', texts('Meera', 'SS-2'), trackLink);
      await send(town, {
        from: shop,
        to: meera,
        type: 'template',
        content: lost,
        more: { biz_opaque_callback_data: 'conv_42' },
      });
    },
  },
];
