import { order } from './orders.ts';

const template = (content: unknown) => ({
  messaging_product: 'whatsapp',
  to: '+919876543210',
  type: 'template',
  template: content,
});

/** Sound sends of templates, at least one with every kind of component and parameter. */
export const templates = {
  'template with document and buttons': template({
    name: 'order_confirmation',
    language: { policy: 'deterministic', code: 'en_US' },
    components: [
      {
        type: 'header',
        parameters: [{ type: 'document', document: { id: '2871834006348767', filename: 'bill.pdf' } }],
      },
      {
        type: 'body',
        parameters: [
          { type: 'text', parameter_name: 'first_name', text: 'Asha' },
          { type: 'text', parameter_name: 'order_number', text: '860198-230332' },
        ],
      },
      { type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: '860198' }] },
      {
        type: 'button',
        sub_type: 'quick_reply',
        index: 1,
        parameters: [{ type: 'payload', payload: 'TRACK:1' }],
      },
    ],
  }),
  'one-time password': template({
    name: 'otp_login',
    language: { code: 'en' },
    components: [
      { type: 'body', parameters: [{ type: 'text', text: '394021' }] },
      { type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: '394021' }] },
    ],
  }),
  'carousel template': template({
    name: 'diwali_carousel',
    language: { code: 'hi' },
    components: [
      { type: 'body', parameters: [{ type: 'text', text: 'Asha' }] },
      {
        type: 'carousel',
        cards: [
          {
            card_index: 0,
            components: [
              { type: 'header', parameters: [{ type: 'image', image: { id: '24230790383178626' } }] },
              {
                type: 'button',
                sub_type: 'quick_reply',
                index: 0,
                parameters: [{ type: 'payload', payload: 'more-1' }],
              },
              { type: 'button', sub_type: 'url', index: 1, parameters: [{ type: 'text', text: 'sku-1' }] },
            ],
          },
        ],
      },
    ],
  }),
  'limited-time offer': template({
    name: 'flash_sale',
    language: { code: 'en' },
    components: [
      {
        type: 'limited_time_offer',
        parameters: [
          { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1_789_000_000_000 } },
        ],
      },
      {
        type: 'button',
        sub_type: 'copy_code',
        index: 0,
        parameters: [{ type: 'coupon_code', coupon_code: 'DIWALI25' }],
      },
    ],
  }),
  'template with every other kind of parameter': template({
    name: 'everything',
    language: { code: 'en' },
    components: [
      {
        type: 'header',
        parameters: [{ type: 'location', location: { latitude: 19.07, longitude: 72.87, name: 'Shop' } }],
      },
      {
        type: 'body',
        parameters: [
          { type: 'currency', currency: { fallback_value: '₹100', code: 'INR', amount_1000: 100000 } },
          { type: 'date_time', date_time: { fallback_value: '10 October 2026' } },
          { type: 'group_id', group_id: 'Y2FwaV9ncm91cDox' },
        ],
      },
      {
        type: 'order_status',
        parameters: [
          { type: 'order_status', order_status: { reference_id: 'INV-1', order: { status: 'shipped' } } },
        ],
      },
      {
        type: 'button',
        sub_type: 'flow',
        index: 0,
        parameters: [{ type: 'action', action: { flow_token: 't' } }],
      },
      {
        type: 'button',
        sub_type: 'catalog',
        index: 1,
        parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: 'SKU-1' } }],
      },
      {
        type: 'button',
        sub_type: 'mpm',
        index: 2,
        parameters: [
          {
            type: 'action',
            action: {
              thumbnail_product_retailer_id: 'SKU-1',
              sections: [{ title: 'Cotton', product_items: [{ product_retailer_id: 'SKU-1' }] }],
            },
          },
        ],
      },
      {
        type: 'button',
        sub_type: 'order_details',
        index: 3,
        parameters: [{ type: 'action', action: { order_details: order } }],
      },
      {
        type: 'button',
        sub_type: 'voice_call',
        parameters: [
          { type: 'ttl_minutes', ttl_minutes: 100 },
          { type: 'payload', payload: 'ticket-91' },
        ],
      },
      { type: 'button', sub_type: 'quick_reply', index: 4 },
    ],
  }),
};
