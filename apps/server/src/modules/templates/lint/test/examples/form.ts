import { link, otp, reply } from '../template.ts';
import type { Examples } from './words.ts';

const long = 'Your order is being packed with care. '.repeat(40);
const card = (text: string) => ({ type: 'BODY', text });
const sold = { category: 'MARKETING' as const };
const picture = (altText?: string) => ({
  format: 'IMAGE',
  fileId: 'f1',
  ...(altText !== undefined && { altText }),
});

/** Rules about the form: places for values, lengths, media and buttons. */
export const formExamples: Record<string, Examples> = {
  selling_component_outside_marketing: {
    hits: [
      { body: 'Your order is here.', cards: [card('Saree one'), card('Saree two')] },
      { body: 'Your bill is here.', offer: 'Ends soon' },
      { body: 'Your bill is here.', buttons: [{ type: 'COPY_CODE', text: 'Copy offer code' }] },
      { body: 'Your order is here.', buttons: [{ type: 'CATALOG', text: 'View catalog' }] },
      { body: 'Your order is here.', buttons: [{ type: 'MPM', text: 'View items' }] },
      { body: 'Your order is here.', buttons: [{ type: 'SPM', text: 'View' }] },
    ],
    clean: [
      { ...sold, body: 'New sarees.', cards: [card('Saree one'), card('Saree two')] },
      { ...sold, body: 'For you.', offer: 'Ends soon' },
      { ...sold, body: 'For you.', buttons: [{ type: 'COPY_CODE', text: 'Copy offer code' }] },
      { body: 'Your bill is here.', buttons: [{ type: 'ORDER_DETAILS', text: 'Review and Pay' }] },
      { body: 'Your order is here.', buttons: [reply('Thanks')] },
      'Your order is here.',
    ],
  },
  authentication_shape: {
    hits: [
      { category: 'AUTHENTICATION', body: 'Your code is here.' },
      { category: 'AUTHENTICATION', header: 'Code', body: 'x', buttons: [otp] },
      { category: 'AUTHENTICATION', body: 'x', buttons: [otp, otp] },
      { category: 'AUTHENTICATION', body: 'See https://sharma.example', buttons: [otp] },
      { category: 'AUTHENTICATION', body: 'Your code 🔐', buttons: [otp] },
      { category: 'AUTHENTICATION', body: 'x', buttons: [otp, reply('Thanks')] },
    ],
    clean: [
      { category: 'AUTHENTICATION', body: '{{1}} is your verification code.', buttons: [otp] },
      { category: 'AUTHENTICATION', body: '', buttons: [otp] },
      { category: 'AUTHENTICATION', body: '', footer: 'This code expires in 10 minutes.', buttons: [otp] },
      { category: 'AUTHENTICATION', body: '', buttons: [{ type: 'OTP', otp_type: 'ONE_TAP' }] },
      'Your order is here.',
      { ...sold, header: 'New', body: 'See https://sharma.example' },
    ],
  },
  variable_at_edge: {
    hits: [
      '{{1}}, your order is on its way.',
      'Your order is coming on {{1}}',
      'Your order is coming on {{1}} ',
      { body: '{{1}} जी, आपका ऑर्डर आ रहा है।', language: 'hi' },
      { body: 'Hello {{name}}', named: true },
      { body: 'आपका ऑर्डर है {{1}}', language: 'hi' },
    ],
    clean: [
      'Hi {{1}}, your order is on its way.',
      'Your order is coming on {{1}}.',
      'No places for values at all.',
      { body: 'नमस्ते {{1}}, आपका ऑर्डर आ रहा है।', language: 'hi' },
      { body: 'Hello {{name}}!', named: true },
      'Your code {{1}} {{2}} is here.',
    ],
  },
  variables_adjacent: {
    hits: [
      'Dear {{1}} {{2}}, your order is on its way.',
      'Order {{1}}{{2}} has shipped today.',
      'Dear {{1}}\n{{2}}, your order has shipped.',
      { body: 'नमस्ते {{1}} {{2}}, ऑर्डर आ रहा है।', language: 'hi' },
      { body: 'Hi {{first_name}} {{last_name}}, welcome to your account.', named: true },
      { body: 'Your order is here.', header: 'Order {{1}} {{2}} is here' },
    ],
    clean: [
      'Dear {{1}}, {{2}} is the amount of your bill.',
      'Order {{1}} of {{2}} has shipped today.',
      'Between {{1}} and {{2}} somebody will come.',
      { body: 'नमस्ते {{1}}, ऑर्डर {{2}} आ रहा है।', language: 'hi' },
      'No places at all.',
      'From {{1}}-{{2}} we are open for your pickup.',
    ],
  },
  variable_without_sample: {
    hits: [
      { body: 'Hi {{1}}, your order has shipped.', bare: true },
      { body: 'Hi {{name}}, your order has shipped.', named: true, bare: true },
      { body: 'Your order.', header: 'Order {{1}} sent', bare: true },
      { body: 'Your order.', buttons: [link('https://sharma.example/{{1}}')], bare: true },
      {
        body: 'Hi {{1}}, your order has shipped.',
        variables: { 'body.1': { sample: ' ', fallback: null, source: null } },
      },
      {
        body: 'Hi {{1}}, order {{2}} has shipped.',
        variables: { 'body.2': { sample: '', fallback: null, source: null } },
      },
    ],
    clean: [
      'Hi {{1}}, your order has shipped.',
      { body: 'Hi {{name}}, your order has shipped.', named: true },
      { body: 'Your order.', header: 'Order {{1}} sent' },
      { body: 'Your order.', buttons: [link('https://sharma.example/{{1}}')] },
      { body: 'Your order has shipped.', bare: true },
      { category: 'AUTHENTICATION', body: '{{1}} is your code.', bare: true, buttons: [otp] },
    ],
  },
  variable_malformed: {
    hits: [
      'Hi {{1}, your order has shipped.',
      'Hi {{name}}, your order has shipped.',
      'Hi {{2}}, your order {{3}} has shipped.',
      { body: 'Hi {{First Name}}, your order has shipped.', named: true },
      'Hi {1}, your order has shipped.',
      'Hi {{ 1 }}, your order has shipped.',
      { body: 'Hi {{#name}}, your order has shipped.', named: true },
    ],
    clean: [
      'Hi {{1}}, your order {{2}} has shipped.',
      'Your order {{2}} has shipped, {{1}}.',
      { body: 'Hi {{first_name}}, your order has shipped.', named: true },
      'No places here.',
      'Sizes {S, M, L} are packed for you.',
      'Hi {{1}}, once more {{1}}, your order is here.',
    ],
  },
  too_many_variables: {
    hits: [
      'Hi {{1}}.',
      'Order {{1}} of {{2}} is {{3}}.',
      '{{1}} and {{2}}',
      { body: 'नमस्ते {{1}}।', language: 'hi' },
      'Pay {{1}} by {{2}} at {{3}} to {{4}}.',
      { body: 'Hi {{a}}, {{b}}.', named: true },
    ],
    clean: [
      'Hi {{1}}, your order is on its way.',
      'Order {{1}} of {{2}} has been packed and leaves today.',
      'No places at all.',
      { body: 'नमस्ते {{1}}, आपका ऑर्डर आ रहा है।', language: 'hi' },
      'Thank you, {{1}}, it is done.',
      { body: 'Your visit with {{doctor}} is on {{day}} at the clinic.', named: true },
    ],
  },
  header_variables: {
    hits: [
      { body: 'x', header: 'Order {{1}} of {{2}}' },
      { body: 'x', footer: 'Call {{1}}' },
      { body: 'x', offer: 'Ends {{1}}', ...sold },
      { body: 'x', header: '{{1}} and {{2}} and {{3}}' },
      { body: 'x', footer: '{{1}}' },
      { body: 'x', header: 'For {{name}} from {{shop}}', named: true },
    ],
    clean: [
      { body: 'x', header: 'Order {{1}}' },
      { body: 'x', footer: 'Sharma Sarees, Pune' },
      { body: 'x {{1}} and {{2}} y' },
      { body: 'x', offer: 'Ends soon', ...sold },
      { body: 'x', header: '{{1}} is {{1}}' },
      'x',
    ],
  },
  missing_fallback: {
    hits: [
      {
        body: 'Hi {{1}}, your order.',
        variables: { 'body.1': { sample: 'Asha', fallback: null, source: 'contact.name' } },
      },
      {
        body: 'Hi {{1}}, your order.',
        variables: { 'body.1': { sample: 'Asha', fallback: '', source: 'contact.city' } },
      },
      {
        body: 'Hi {{1}}, x.',
        variables: { 'body.1': { sample: 'Asha', fallback: '  ', source: 'contact.field.size' } },
      },
      {
        body: 'x',
        header: 'For {{1}} now',
        variables: { 'header.1': { sample: 'A', fallback: null, source: 'contact.name' } },
      },
      {
        body: 'Hi {{n}}, x.',
        named: true,
        variables: { 'body.n': { sample: 'A', fallback: null, source: 'contact.name' } },
      },
      {
        body: 'A {{1}} b {{2}} c.',
        variables: { 'body.2': { sample: 'A', fallback: null, source: 'contact.email' } },
      },
    ],
    clean: [
      {
        body: 'Hi {{1}}, x.',
        variables: { 'body.1': { sample: 'Asha', fallback: 'there', source: 'contact.name' } },
      },
      'Hi {{1}}, your order.',
      'No places.',
      {
        body: 'Due {{1}} x.',
        variables: { 'body.1': { sample: '₹1,250', fallback: null, source: 'event.amount' } },
      },
      {
        body: 'नमस्ते {{1}}, x',
        language: 'hi',
        variables: { 'body.1': { sample: 'आशा', fallback: 'जी', source: 'contact.name' } },
      },
      {
        body: 'x',
        header: 'For {{1}} now',
        variables: { 'header.1': { sample: 'A', fallback: 'you', source: 'contact.name' } },
      },
    ],
  },
  body_missing: {
    hits: [
      { header: 'Hello' },
      { body: '' },
      { body: '   ' },
      { footer: 'x' },
      { cards: [card('x')] },
      { buttons: [reply('x')] },
    ],
    clean: [
      'x',
      { body: 'x', header: 'y' },
      { category: 'AUTHENTICATION', buttons: [otp] },
      { category: 'AUTHENTICATION', body: '', buttons: [otp] },
      { body: 'x', cards: [card('y')] },
      { ...sold, body: 'New sarees' },
    ],
  },
  text_too_long: {
    hits: [
      long,
      { body: 'x', header: 'A header that goes on and on and on until nobody can read it any more' },
      { body: 'x', footer: 'A footer that goes on and on and on until nobody can read it any more' },
      { body: long.slice(0, 700), offer: 'Ends soon', ...sold },
      { body: 'x', offer: 'Ends on Sunday evening', ...sold },
      { ...sold, body: 'x', cards: [card(long.slice(0, 200)), card('y')] },
      { ...sold, body: long.slice(0, 200), header: { format: 'PRODUCT' } },
    ],
    clean: [
      long.slice(0, 1024),
      { body: 'x', header: 'Order sent' },
      { body: 'x', footer: 'Sharma Sarees' },
      { body: long.slice(0, 600), offer: 'Ends soon', ...sold },
      { ...sold, body: 'x', cards: [card(long.slice(0, 160)), card('y')] },
      { body: '🎂'.repeat(600) },
    ],
  },
  text_format: {
    hits: [
      { body: 'x', header: 'Order *sent*' },
      { body: 'x', header: 'Order sent 🎉' },
      { body: 'x', header: 'Order\nsent' },
      { body: 'x', footer: 'Sharma\nPune' },
      'Your order\n\n\nis here.',
      { body: 'x', header: 'Order _sent_ today' },
    ],
    clean: [
      { body: 'x', header: 'Order sent' },
      'Your *order* is here 🎉\n\nThank you.',
      { body: 'x', footer: 'Sharma Sarees, Pune' },
      { body: 'x', header: 'Order no_12 sent' },
      { body: 'x', header: 'ऑर्डर भेजा गया', language: 'hi' },
      'x',
    ],
  },
  marketing_long: {
    hits: [551, 600, 700, 800, 900, 1000].map((length) => ({
      ...sold,
      body: long.slice(0, length).padEnd(length, '.'),
    })),
    clean: [
      { ...sold, body: long.slice(0, 540) },
      { ...sold, body: 'New sarees' },
      long.slice(0, 900),
      { ...sold, body: 'x' },
      { ...sold, body: 'x', header: 'y' },
      { ...sold, language: 'hi', body: 'नई साड़ियाँ आ गई हैं' },
    ],
  },
  media_sample_missing: {
    hits: [
      { body: 'x', header: { format: 'IMAGE' } },
      { body: 'x', header: { format: 'VIDEO' } },
      { body: 'x', header: { format: 'DOCUMENT' } },
      { body: 'x', header: { format: 'GIF' }, ...sold },
      { body: 'x', header: { format: 'image' } },
      { body: 'x', header: { format: 'IMAGE', altText: 'A saree' } },
    ],
    clean: [
      { body: 'x', header: { format: 'IMAGE', fileId: 'f1' } },
      { body: 'x', header: { format: 'DOCUMENT', fileId: 'f1' } },
      { body: 'x', header: { format: 'LOCATION' } },
      { body: 'x', header: { format: 'PRODUCT' }, ...sold },
      { body: 'x', header: 'Text' },
      'x',
    ],
  },
  media_unfit: {
    hits: [
      { body: 'x', header: picture(), facts: { files: { f1: { mimeType: 'image/webp', bytes: 1000 } } } },
      { body: 'x', header: picture(), facts: { files: { f1: { mimeType: 'image/svg+xml', bytes: 1000 } } } },
      { body: 'x', header: picture(), facts: { files: { f1: { mimeType: 'image/png', bytes: 6_000_000 } } } },
      {
        body: 'x',
        header: { format: 'VIDEO', fileId: 'f1' },
        facts: { files: { f1: { mimeType: 'video/mp4', bytes: 20_000_000 } } },
      },
      {
        body: 'x',
        header: { format: 'VIDEO', fileId: 'f1' },
        facts: { files: { f1: { mimeType: 'video/webm', bytes: 1000 } } },
      },
      {
        body: 'x',
        header: { format: 'DOCUMENT', fileId: 'f1' },
        facts: { files: { f1: { mimeType: 'text/html', bytes: 1000 } } },
      },
    ],
    clean: [
      { body: 'x', header: picture(), facts: { files: { f1: { mimeType: 'image/png', bytes: 1000 } } } },
      {
        body: 'x',
        header: picture(),
        facts: { files: { f1: { mimeType: 'image/jpeg', bytes: 5_000_000 } } },
      },
      {
        body: 'x',
        header: { format: 'VIDEO', fileId: 'f1' },
        facts: { files: { f1: { mimeType: 'video/mp4', bytes: 9_000_000 } } },
      },
      {
        body: 'x',
        header: { format: 'DOCUMENT', fileId: 'f1' },
        facts: { files: { f1: { mimeType: 'application/pdf', bytes: 90_000_000 } } },
      },
      { body: 'x', header: picture() },
      { body: 'x', header: { format: 'LOCATION' } },
    ],
  },
  alt_text_missing: {
    hits: [
      { body: 'x', header: picture() },
      { body: 'x', header: picture('') },
      { body: 'x', header: picture('  ') },
      { body: 'x', header: { format: 'VIDEO', fileId: 'f1' } },
      { body: 'x', header: { format: 'GIF', fileId: 'f1' }, ...sold },
      { body: 'x', header: { format: 'IMAGE' } },
    ],
    clean: [
      { body: 'x', header: picture('A red silk saree with a gold border') },
      { body: 'x', header: { format: 'VIDEO', fileId: 'f1', altText: 'How the saree is draped' } },
      { body: 'x', header: { format: 'DOCUMENT', fileId: 'f1' } },
      { body: 'x', header: { format: 'LOCATION' } },
      { body: 'x', header: 'Text' },
      'x',
    ],
  },
  button_text: {
    hits: [
      { body: 'x', buttons: [reply('Tell me more about this order please')] },
      { body: 'x', buttons: [reply('Yes 👍')] },
      { body: 'x', buttons: [reply('Hi {{1}}')] },
      { body: 'x', buttons: [reply('*Buy*')] },
      { body: 'x', buttons: [reply('')] },
      { body: 'x', buttons: [{ type: 'VOICE_CALL', text: 'Call us about the order' }] },
      { body: 'x', buttons: [reply('Yes\nplease')] },
    ],
    clean: [
      { body: 'x', buttons: [reply('Yes, confirm')] },
      { body: 'x', buttons: [{ type: 'COPY_CODE', text: '' }] },
      { body: 'x', buttons: [{ type: 'VOICE_CALL', text: 'Call us' }] },
      { body: 'x', buttons: [reply('हाँ, पक्का करें')], language: 'hi' },
      { body: 'x', buttons: [link('https://sharma.example')] },
      'x',
    ],
  },
  button_duplicate: {
    hits: [
      { body: 'x', buttons: [reply('Yes'), reply('Yes')] },
      { body: 'x', buttons: [reply('Yes'), reply(' yes')] },
      { body: 'x', buttons: [reply('A'), reply('B'), reply('A')] },
      { body: 'x', buttons: [reply('See'), link('https://sharma.example', 'See')] },
      { body: 'x', buttons: [reply('हाँ'), reply('हाँ')] },
      { body: 'x', buttons: [reply('STOP'), reply('Stop')] },
    ],
    clean: [
      { body: 'x', buttons: [reply('Yes'), reply('No')] },
      { body: 'x', buttons: [reply('Yes')] },
      {
        body: 'x',
        buttons: [
          { type: 'COPY_CODE', text: '' },
          { type: 'CATALOG', text: '' },
        ],
      },
      { body: 'x', buttons: [reply('हाँ'), reply('नहीं')] },
      'x',
      { body: 'x', buttons: [reply('1'), reply('10')] },
    ],
  },
  button_arrangement: {
    hits: [
      { body: 'x', buttons: [reply('A'), link('https://a.example'), reply('B')] },
      {
        body: 'x',
        buttons: [
          link('https://a.example', 'A'),
          link('https://a.example', 'B'),
          link('https://a.example', 'C'),
        ],
      },
      { body: 'x', buttons: Array.from({ length: 11 }, (_, at) => reply(`Choice ${at}`)) },
      {
        body: 'x',
        buttons: [
          { type: 'PHONE_NUMBER', text: 'A' },
          { type: 'PHONE_NUMBER', text: 'B' },
        ],
      },
      { body: 'x', buttons: [link('https://a.example'), reply('A'), { type: 'PHONE_NUMBER', text: 'B' }] },
      { body: 'x', buttons: [{ type: 'COPY_CODE' }, { type: 'COPY_CODE' }] },
    ],
    clean: [
      { body: 'x', buttons: [reply('A'), reply('B'), link('https://a.example')] },
      { body: 'x', buttons: [link('https://a.example'), reply('A'), reply('B')] },
      { body: 'x', buttons: [link('https://a.example', 'A'), link('https://a.example', 'B')] },
      { body: 'x', buttons: Array.from({ length: 10 }, (_, at) => reply(`Choice ${at}`)) },
      { body: 'x', buttons: [{ type: 'PHONE_NUMBER', text: 'A' }, link('https://a.example')] },
      'x',
    ],
  },
  button_vague: {
    hits: ['Click here', 'Here', 'TAP HERE', 'Link', 'यहाँ क्लिक करें', 'More'].map((text) => ({
      body: 'x',
      buttons: [reply(text)],
    })),
    clean: ['Track order', 'Pay the bill', 'See more sarees', 'ऑर्डर देखें', 'Open the map', 'Stop offers'].map(
      (text) => ({
        body: 'x',
        buttons: [reply(text)],
      }),
    ),
  },
};
