import type { Example } from './example.ts';

const messages = 'POST /{Phone-Number-ID}/messages';
const toCustomer = { messaging_product: 'whatsapp', recipient_type: 'individual', to: '+{customer}' };

const send = (says: string, type: string, content: unknown): Example => ({
  call: messages,
  says: `sends ${says}`,
  body: { ...toCustomer, type, [type]: content },
  keep: { message: 'messages.0.id' },
});

const interactive = (says: string, content: Record<string, unknown>): Example =>
  send(says, 'interactive', { body: { text: 'सूरत सिल्क्स में आपका स्वागत है' }, ...content });

const plain: Example[] = [
  send('a text', 'text', { preview_url: true, body: 'Your menu: https://example.in/menu' }),
  send('a picture by id', 'image', { id: '{media}', caption: 'Kanjivaram, ₹12,499' }),
  send('a picture by link', 'image', { link: '{outside}/files/saree.jpg' }),
  send('a video', 'video', { link: '{outside}/files/weaving.mp4', caption: 'From the loom' }),
  send('a voice note', 'audio', { link: '{outside}/files/hello.ogg', voice: true }),
  send('a document', 'document', { link: '{outside}/files/bill.pdf', filename: 'bill-727.pdf' }),
  send('a sticker', 'sticker', { link: '{outside}/files/namaste.webp' }),
  send('a place', 'location', {
    latitude: 21.1959,
    longitude: 72.8302,
    name: 'Surat Silks',
    address: 'Ring Road, Surat 395002',
  }),
  send('a contact', 'contacts', [
    {
      name: { formatted_name: 'Asha Patel', first_name: 'Asha', last_name: 'Patel' },
      phones: [{ phone: '+919876543210', type: 'CELL', wa_id: '919876543210' }],
      org: { company: 'Surat Silks' },
    },
  ]),
  send('a reaction', 'reaction', { message_id: '{message}', emoji: '🙏' }),
];

const replyButton = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });

const choices: Example[] = [
  interactive('buttons', {
    type: 'button',
    header: { type: 'text', text: 'Booking' },
    footer: { text: 'Reply below' },
    action: { buttons: [replyButton('yes', 'Confirm'), replyButton('no', 'Change')] },
  }),
  interactive('a list', {
    type: 'list',
    action: {
      button: 'Slots',
      sections: [{ title: 'Today', rows: [{ id: 's1', title: '17:00', description: '30 minutes' }] }],
    },
  }),
  interactive('a link button', {
    type: 'cta_url',
    action: { name: 'cta_url', parameters: { display_text: 'Track', url: 'https://example.in/track/727' } },
  }),
  interactive('a request for a place', {
    type: 'location_request_message',
    action: { name: 'send_location' },
  }),
  interactive('a request for an address', {
    type: 'address_message',
    action: {
      name: 'address_message',
      parameters: { country: 'IN', values: { name: 'Asha', phone_number: '+919876543210' } },
    },
  }),
  interactive('a Flow', {
    type: 'flow',
    action: {
      name: 'flow',
      parameters: {
        flow_message_version: '3',
        flow_id: '{flow}',
        flow_cta: 'Book now',
        flow_token: 'visit-727',
        mode: 'draft',
      },
    },
  }),
  interactive('a request to call', {
    type: 'call_permission_request',
    action: { name: 'call_permission_request' },
  }),
  interactive('a carousel', {
    type: 'carousel',
    action: { cards: ['Saree', 'Kurta'].map(card) },
  }),
];

function card(name: string, index: number) {
  return {
    card_index: index,
    type: 'cta_url',
    header: { type: 'image', image: { link: '{outside}/files/saree.jpg' } },
    body: { text: name },
    action: {
      name: 'cta_url',
      parameters: { display_text: 'View', url: `https://example.in/${index}` },
    },
  };
}

const rupees = (value: number, description?: string) => ({
  value: value * 100,
  offset: 100,
  ...(description && { description }),
});

const orders: Example[] = [
  interactive('an order to pay', {
    type: 'order_details',
    action: {
      name: 'review_and_pay',
      parameters: {
        reference_id: 'order-1001',
        type: 'physical-goods',
        currency: 'INR',
        payment_settings: [
          {
            type: 'payment_gateway',
            payment_gateway: { type: 'razorpay', configuration_name: '{paymentConfiguration}' },
          },
        ],
        total_amount: rupees(210),
        order: {
          status: 'pending',
          items: [
            {
              retailer_id: 'sku1',
              name: 'Dupatta',
              amount: rupees(100),
              quantity: 2,
              country_of_origin: 'India',
              importer_name: 'Surat Silks',
              importer_address: {
                address_line1: 'Ring Road',
                city: 'Surat',
                postal_code: '395002',
                country_code: 'IN',
              },
            },
          ],
          subtotal: rupees(200),
          tax: rupees(10, 'GST'),
        },
      },
    },
  }),
  interactive('where an order is', {
    type: 'order_status',
    action: {
      name: 'review_order',
      parameters: { reference_id: 'order-1001', order: { status: 'shipped', description: 'AWB 123' } },
    },
  }),
];

const template = { name: 'order_confirmation', language: { code: 'en' } };

export const messagesOfAllTypes: Example[] = [
  ...plain,
  ...choices,
  ...orders,
  {
    call: messages,
    says: 'answers to a message, with a note of its own',
    body: {
      ...toCustomer,
      context: { message_id: '{message}' },
      biz_opaque_callback_data: 'conv_42:msg_7',
      type: 'text',
      text: { body: 'Haan ji, available.' },
    },
  },
  send('a template', 'template', {
    ...template,
    components: [
      {
        type: 'body',
        parameters: [
          { type: 'text', text: 'Asha' },
          { type: 'text', text: '860198' },
        ],
      },
      { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '860198' }] },
    ],
  }),
  {
    call: messages,
    says: 'marks a message as read and shows that somebody types',
    body: {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: '{inbound}',
      typing_indicator: { type: 'text' },
    },
  },
  {
    call: messages,
    says: 'is refused without a type of its own',
    body: { ...toCustomer, type: 'telegram' },
    status: 400,
  },
  {
    call: 'POST /{Phone-Number-ID}/marketing_messages',
    says: 'sends a marketing template',
    body: {
      ...toCustomer,
      type: 'template',
      template: {
        name: 'festive_offer',
        language: { code: 'en', policy: 'deterministic' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Asha' },
              { type: 'text', text: 'DIWALI10' },
            ],
          },
        ],
      },
    },
  },
  {
    call: 'GET /{Phone-Number-ID}/message_history',
    says: 'lists what was sent, and what became of it',
  },
];
