import type { OutgoingContent } from '@trikon/contract';

type Interactive = Extract<OutgoingContent, { type: 'interactive' }>['interactive'];

export const mediaId = '019aa0b4-7a00-7000-8000-000000000001';
const body = { text: 'Silk, and what goes with it' };
const footer = { text: 'Surat Silks' };
const header = { type: 'text', text: 'Diwali' } as const;
const link = 'https://example.in/1.jpg';

const interactive = (content: Interactive): OutgoingContent => ({
  type: 'interactive',
  interactive: content,
});

const card = (card_index: number): Extract<Interactive, { type: 'carousel' }>['action']['cards'][number] => ({
  card_index,
  type: 'cta_url',
  header: { type: 'image', image: { link } },
  body: { text: `Saree ${card_index}` },
  action: { name: 'cta_url', parameters: { display_text: 'View', url: 'https://example.in' } },
});

const order = {
  reference_id: 'order-1001',
  type: 'physical-goods',
  currency: 'INR',
  payment_settings: [
    {
      type: 'payment_gateway',
      payment_gateway: {
        type: 'razorpay',
        configuration_name: 'razorpay-prod',
        razorpay: { receipt: 'r-1', notes: { media: 'a note of that name' } },
      },
    },
  ],
  total_amount: { value: 21000, offset: 100 },
  order: {
    status: 'pending',
    catalog_id: '194836987003835',
    items: [{ retailer_id: 'sku1', name: 'Bread', amount: { value: 10000, offset: 100 }, quantity: 2 }],
    subtotal: { value: 20000, offset: 100 },
    tax: { value: 1000, offset: 100 },
  },
} satisfies Extract<Interactive, { type: 'order_details' }>['action']['parameters'];

/** One of every kind that can be sent. */
export const examples: Record<string, OutgoingContent> = {
  text: { type: 'text', text: { body: 'नमस्ते 🙏 https://example.in', preview_url: true } },
  image: { type: 'image', image: { link, caption: 'Silk' } },
  video: { type: 'video', video: { link: 'https://example.in/1.mp4' } },
  audio: { type: 'audio', audio: { link: 'https://example.in/1.ogg', voice: true } },
  document: { type: 'document', document: { link: 'https://example.in/1.pdf', filename: 'bill.pdf' } },
  sticker: { type: 'sticker', sticker: { link: 'https://example.in/1.webp' } },
  location: {
    type: 'location',
    location: { latitude: 21.17, longitude: 72.83, name: 'Shop', address: 'Ring Road' },
  },
  contacts: {
    type: 'contacts',
    contacts: [
      {
        name: { formatted_name: 'Asha Rao', first_name: 'Asha' },
        phones: [{ phone: '+919876543210', type: 'CELL' }],
      },
    ],
  },
  reaction: { type: 'reaction', reaction: { message_id: 'wamid.HBgMOTE5', emoji: '🙏🏽' } },
  'reaction taken back': { type: 'reaction', reaction: { message_id: mediaId, emoji: '' } },
  pin: { type: 'pin', pin: { type: 'pin', message_id: 'wamid.HBgMOTE5', expiration_days: 7 } },
  button: interactive({
    type: 'button',
    header: { type: 'image', image: { link } },
    body,
    footer,
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'yes', title: 'Confirm' } },
        { type: 'reply', reply: { id: 'no', title: 'Change' } },
      ],
    },
  }),
  list: interactive({
    type: 'list',
    header,
    body,
    action: {
      button: 'Slots',
      sections: [{ title: 'Today', rows: [{ id: 's1', title: '17:00', description: 'Half an hour' }] }],
    },
  }),
  cta_url: interactive({ type: 'cta_url', body, action: card(0).action as never }),
  flow: interactive({
    type: 'flow',
    body,
    action: {
      name: 'flow',
      parameters: {
        flow_message_version: '3',
        flow_id: '1234567890',
        flow_cta: 'Book now',
        flow_token: 'session',
        flow_action: 'navigate',
        flow_action_payload: { screen: 'FIRST', data: { media: 'not a file' } },
      },
    },
  }),
  product: interactive({ type: 'product', body, action: { catalog_id: '1', product_retailer_id: 'sku' } }),
  product_list: interactive({
    type: 'product_list',
    header,
    body,
    action: {
      catalog_id: '1',
      sections: [{ title: 'New', product_items: [{ product_retailer_id: 'sku' }] }],
    },
  }),
  catalog_message: interactive({ type: 'catalog_message', body, action: { name: 'catalog_message' } }),
  carousel: interactive({ type: 'carousel', body, action: { cards: [card(0), card(1)] } }),
  location_request_message: interactive({
    type: 'location_request_message',
    body,
    action: { name: 'send_location' },
  }),
  address_message: interactive({
    type: 'address_message',
    body,
    action: {
      name: 'address_message',
      parameters: { country: 'IN', values: { name: 'Asha', in_pin_code: '400063' } },
    },
  }),
  call_permission_request: interactive({
    type: 'call_permission_request',
    body,
    action: { name: 'call_permission_request' },
  }),
  voice_call: interactive({
    type: 'voice_call',
    body,
    action: { name: 'voice_call', parameters: { display_text: 'Call us', ttl_minutes: 60 } },
  }),
  request_contact_info: interactive({
    type: 'request_contact_info',
    body,
    action: { name: 'request_contact_info' },
  }),
  order_details: interactive({
    type: 'order_details',
    body,
    action: { name: 'review_and_pay', parameters: order },
  }),
  order_status: interactive({
    type: 'order_status',
    body,
    action: {
      name: 'review_order',
      parameters: { reference_id: 'order-1001', order: { status: 'shipped', description: 'On its way' } },
    },
  }),
  template: {
    type: 'template',
    template: {
      name: 'order_confirmation',
      language: { code: 'en_US' },
      components: [
        { type: 'header', parameters: [{ type: 'document', document: { link, filename: 'bill.pdf' } }] },
        { type: 'body', parameters: [{ type: 'text', parameter_name: 'first_name', text: 'Asha' }] },
        {
          type: 'button',
          sub_type: 'quick_reply',
          index: 0,
          parameters: [{ type: 'payload', payload: 'T' }],
        },
      ],
    },
  },
  'template with cards': {
    type: 'template',
    template: {
      name: 'diwali',
      language: { code: 'hi' },
      components: [
        {
          type: 'carousel',
          cards: [
            {
              card_index: 0,
              components: [{ type: 'header', parameters: [{ type: 'image', image: { link } }] }],
            },
          ],
        },
      ],
    },
  },
};
