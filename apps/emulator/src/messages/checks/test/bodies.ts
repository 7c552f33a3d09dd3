import { fullOrder, order } from './orders.ts';
import { templates } from './templates.ts';

type Json = Record<string, unknown>;

export const to = '+919876543210';
/** 10 October 2026. */
export const now = 1_791_590_400_000;

const message = (type: string, content: unknown): Json => ({
  messaging_product: 'whatsapp',
  to,
  type,
  [type]: content,
});
export const interactive = (content: unknown): Json => message('interactive', content);

const cardOf = (card_index: number, text: string): Json => ({
  card_index,
  type: 'cta_url',
  header: { type: 'image', image: { link: `https://example.in/${card_index}.jpg` } },
  body: { text },
  action: { name: 'cta_url', parameters: { display_text: 'View', url: `https://example.in/${card_index}` } },
});

export const orderMessage = (parameters: unknown): Json =>
  interactive({
    type: 'order_details',
    body: { text: 'Please review your order' },
    action: { name: 'review_and_pay', parameters },
  });

/** Sound bodies, at least one of every kind. */
export const bodies = {
  text: {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to,
    context: { message_id: 'wamid.HBgMOTE5' },
    type: 'text',
    text: { preview_url: true, body: 'Your menu: https://example.in/menu' },
    biz_opaque_callback_data: 'conv_42:msg_7',
  },
  'voice to a user id': {
    messaging_product: 'whatsapp',
    recipient: 'IN.13491208655302741918',
    type: 'audio',
    audio: { id: '1908647269898587', voice: true },
  },
  contacts: message('contacts', [
    {
      name: {
        formatted_name: 'Barbara J. Johnson',
        first_name: 'Barbara',
        last_name: 'Johnson',
        middle_name: 'J.',
        prefix: 'Dr.',
        suffix: 'Esq.',
      },
      birthday: '1999-01-23',
      phones: [{ phone: '+16505559999', type: 'CELL', wa_id: '16505559999' }],
      emails: [{ email: 'b@example.com', type: 'WORK' }],
      urls: [{ url: 'https://example.com', type: 'WORK' }],
      addresses: [
        {
          street: '1 Road',
          city: 'Pune',
          state: 'MH',
          zip: '411001',
          country: 'India',
          country_code: 'IN',
          type: 'HOME',
        },
      ],
      org: { company: 'Example', department: 'Sales', title: 'Lead' },
    },
  ]),
  image: message('image', { link: 'https://example.in/kurta.jpg', caption: 'दिवाली ऑफ़र 🎉' }),
  video: message('video', { id: '1908647269898587', caption: 'Look' }),
  document: message('document', { id: '1908647269898587', caption: 'Bill', filename: 'bill.pdf' }),
  sticker: message('sticker', { id: '1908647269898587' }),
  location: message('location', { latitude: 12.9716, longitude: 77.5946, name: 'Shop', address: 'MG Road' }),
  reaction: message('reaction', { message_id: 'wamid.HBgMOTE5', emoji: '👍🏽' }),
  'reaction taken back': message('reaction', { message_id: 'wamid.HBgMOTE5', emoji: '' }),
  'pin in a group': {
    ...message('pin', { type: 'pin', message_id: 'wamid.HBgMOTE5', expiration_days: 4 }),
    recipient_type: 'group',
    to: 'Y2FwaV9ncm91cDox',
  },
  'utility text by Direct Send': {
    ...message('text', { body: 'Your order is packed.' }),
    category: 'utility',
    ttl_seconds: 600,
    direct_send_config: { template_name: 'order_packed' },
  },
  'reply buttons': interactive({
    type: 'button',
    header: { type: 'text', text: 'Booking' },
    body: { text: 'Confirm 5 pm?' },
    footer: { text: 'Reply below' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'yes', title: 'Confirm' } },
        { type: 'reply', reply: { id: 'no', title: 'Change' } },
      ],
    },
  }),
  list: interactive({
    type: 'list',
    body: { text: 'Pick a slot' },
    action: {
      button: 'Slots',
      sections: [{ title: 'Today', rows: [{ id: 's1', title: '17:00', description: '30 minutes' }] }],
    },
  }),
  'url button': interactive({
    type: 'cta_url',
    header: { type: 'document', document: { id: '1908647269898587', filename: 'menu.pdf' } },
    body: { text: 'See our menu' },
    action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.in/menu' } },
  }),
  flow: interactive({
    type: 'flow',
    body: { text: 'Book an appointment' },
    action: {
      name: 'flow',
      parameters: {
        flow_message_version: '3',
        flow_id: '1234567890',
        flow_cta: 'Book now',
        flow_token: 'unpredictable-session-id',
        mode: 'published',
        flow_action: 'navigate',
        flow_action_payload: { screen: 'FIRST', data: { name: 'Asha' } },
      },
    },
  }),
  product: interactive({
    type: 'product',
    action: { catalog_id: '194836987003835', product_retailer_id: 'SKU-1' },
  }),
  'product list': interactive({
    type: 'product_list',
    header: { type: 'text', text: 'Diwali' },
    body: { text: 'Our kurtas' },
    action: {
      catalog_id: '194836987003835',
      sections: [{ title: 'Cotton', product_items: [{ product_retailer_id: 'SKU-1' }] }],
    },
  }),
  catalogue: interactive({
    type: 'catalog_message',
    body: { text: 'Everything we have' },
    action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'SKU-1' } },
  }),
  'media carousel': interactive({
    type: 'carousel',
    body: { text: 'New arrivals' },
    action: { cards: [cardOf(0, 'Saree'), cardOf(1, 'Kurta')] },
  }),
  'carousel of quick replies': interactive({
    type: 'carousel',
    body: { text: 'New arrivals' },
    action: {
      cards: [0, 1].map((index) => ({
        ...cardOf(index, 'Saree'),
        action: { buttons: [{ type: 'quick_reply', quick_reply: { id: `buy_${index}`, title: 'Buy' } }] },
      })),
    },
  }),
  'product carousel': interactive({
    type: 'carousel',
    body: { text: 'New arrivals' },
    action: {
      cards: [0, 1].map((card_index) => ({
        card_index,
        type: 'product',
        action: { product_retailer_id: `sku${card_index}`, catalog_id: '194' },
      })),
    },
  }),
  'location request': interactive({
    type: 'location_request_message',
    body: { text: 'Where are you?' },
    action: { name: 'send_location' },
  }),
  'address request': interactive({
    type: 'address_message',
    body: { text: 'Where should we deliver?' },
    action: {
      name: 'address_message',
      parameters: {
        country: 'IN',
        values: { name: 'Asha', phone_number: '+919876543210', in_pin_code: '400063' },
        saved_addresses: [{ id: 'addr1', value: { name: 'Asha', in_pin_code: '400063', city: 'Mumbai' } }],
        validation_errors: { in_pin_code: 'We do not deliver here' },
      },
    },
  }),
  'call permission request': interactive({
    type: 'call_permission_request',
    action: { name: 'call_permission_request' },
    body: { text: 'May we call you about order 727?' },
  }),
  'call button': interactive({
    type: 'voice_call',
    body: { text: 'Talk to our team now' },
    action: {
      name: 'voice_call',
      parameters: { display_text: 'Call on WhatsApp', ttl_minutes: 100, payload: 'ticket-91' },
    },
  }),
  'contact info request': interactive({
    type: 'request_contact_info',
    body: { text: 'May we have your number?' },
    action: { name: 'request_contact_info' },
  }),
  'order details': orderMessage(order),
  'order from outside the catalogue': orderMessage(fullOrder),
  'order status': interactive({
    type: 'order_status',
    body: { text: 'Packed and on the way' },
    action: {
      name: 'review_order',
      parameters: { reference_id: 'INV-1001-1', order: { status: 'shipped', description: 'AWB 123' } },
    },
  }),
  ...templates,
} satisfies Record<string, Json>;

/** What the interactive message of that name says, to be varied. */
export const interactiveOf = (name: keyof typeof bodies): Json => {
  const body: Json = bodies[name];
  return body['interactive'] as Json;
};
