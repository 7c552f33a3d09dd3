import type { Example } from './example.ts';

const templates = (method: string) => `${method} /{WABA-ID}/message_templates`;

const body = {
  type: 'BODY',
  text: 'Thank you, {{1}}! Your order {{2}} is confirmed. We will tell you when it leaves Surat.',
  example: { body_text: [['Asha', '860198-230332']] },
};

export const templateExamples: Example[] = [
  {
    call: templates('POST'),
    says: 'makes a template',
    body: {
      name: 'conformance_order',
      language: 'en',
      category: 'UTILITY',
      components: [
        body,
        { type: 'FOOTER', text: 'Surat Silks' },
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Contact us' }] },
      ],
    },
    keep: { template: 'id' },
  },
  {
    call: templates('POST'),
    says: 'is refused without an example for a variable',
    body: {
      name: 'conformance_refused',
      language: 'hi',
      category: 'MARKETING',
      components: [{ type: 'BODY', text: 'नमस्ते {{1}}, नई साड़ियाँ आ गई हैं।' }],
    },
    status: 400,
  },
  { call: templates('GET'), says: 'lists the templates' },
  { call: templates('GET'), says: 'finds a template by name', query: { name: 'conformance_order' } },
  { call: 'GET /{TEMPLATE_ID}', says: 'reads a template' },
];

export const templatesEnd: Example[] = [
  { call: 'POST /{TEMPLATE_ID}', says: 'changes a template', body: { components: [body] } },
  { call: templates('DELETE'), says: 'deletes a template', query: { name: 'conformance_order' } },
];
