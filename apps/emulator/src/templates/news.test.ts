import { afterEach, beforeEach, expect, test } from 'vitest';
import { tellComponents, tellMisclassified, tellStatus } from './news.ts';
import type { Desk } from './test/desk.ts';
import { openDesk } from './test/desk.ts';
import { body } from './test/requests.ts';
import { templateOf } from './test/template-of.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const name = {
  message_template_id: 1_689_556_908_129_832,
  message_template_name: 'order_shipped',
  message_template_language: 'en',
};

const template = templateOf({
  name: 'order_shipped',
  language: 'en',
  category: 'UTILITY',
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'On its way' },
    body('Your order has shipped.'),
    { type: 'FOOTER', text: 'Sharma Sarees' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'URL', text: 'Track', url: 'https://sharma.example/t' },
        { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+912212345678' },
        { type: 'REQUEST_CONTACT_INFO' },
        { type: 'VOICE_CALL', text: 'Call now' },
      ],
    },
  ],
});

test('components are told with title, text, footer and the buttons that Meta tells of', async () => {
  tellComponents(desk.templates, template);
  expect(await desk.told('message_template_components_update')).toEqual([
    {
      ...name,
      message_template_title: 'On its way',
      message_template_element: 'Your order has shipped.',
      message_template_footer: 'Sharma Sarees',
      message_template_buttons: [
        {
          message_template_button_type: 'URL',
          message_template_button_text: 'Track',
          message_template_button_url: 'https://sharma.example/t',
        },
        {
          message_template_button_type: 'PHONE_NUMBER',
          message_template_button_text: 'Call',
          message_template_button_phone_number: '+912212345678',
        },
        { message_template_button_type: 'VOICE_CALL', message_template_button_text: 'Call now' },
      ],
    },
  ]);
});

test('a status says why only where there is a why', async () => {
  tellStatus(desk.templates, template, 'ARCHIVED');
  tellStatus(desk.templates, template, 'DISABLED', { disable_info: { disable_date: 1_751_234_563 } });
  const about = { ...name, reason: 'NONE', message_template_category: 'UTILITY' };
  expect(await desk.told('message_template_status_update')).toEqual([
    { ...about, event: 'ARCHIVED' },
    { ...about, event: 'DISABLED', disable_info: { disable_date: 1_751_234_563 } },
  ]);
});

test('an early hint names both categories', async () => {
  tellMisclassified(desk.templates, template, 'MARKETING');
  expect(await desk.told('template_correct_category_detection')).toEqual([
    { ...name, category: 'UTILITY', correct_category: 'MARKETING' },
  ]);
});
