/** Creation requests that Meta takes, to be spoiled one part at a time. */
type Parts = Record<string, unknown>;

export const orderShipped = (change: Parts = {}): Parts => ({
  name: 'order_shipped',
  language: 'en',
  category: 'UTILITY',
  components: [
    body('Hi {{1}}, your order {{2}} has left our warehouse in Pune.', ['Asha', 'TRK-20417']),
    { type: 'FOOTER', text: 'Sharma Sarees, Pune' },
    {
      type: 'BUTTONS',
      buttons: [{ type: 'URL', text: 'Track', url: 'https://sharma.example/t/{{1}}', example: ['20417'] }],
    },
  ],
  ...change,
});

export const diwaliOffer = (change: Parts = {}): Parts => ({
  name: 'diwali_offer',
  language: 'en',
  category: 'MARKETING',
  components: [
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW1hZ2U'] } },
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Diwali offer', has_expiration: true } },
    body('Dear {{1}}, use the code {{2}} for 20% off all silk sarees.', ['Meera', 'DIWALI20']),
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'COPY_CODE', example: 'DIWALI20' },
        { type: 'URL', text: 'Shop now', url: 'https://sharma.example/?code={{1}}', example: ['DIWALI20'] },
      ],
    },
  ],
  ...change,
});

export const newSarees = (cards: Parts[] = [card(), card()]): Parts => ({
  name: 'new_sarees',
  language: 'en',
  category: 'MARKETING',
  components: [body('Namaste {{1}}, the new sarees are here.', ['Kavita']), { type: 'CAROUSEL', cards }],
});

export const card = (change: { format?: string; body?: string; buttons?: Parts[] } = {}): Parts => ({
  components: [
    { type: 'HEADER', format: change.format ?? 'IMAGE', example: { header_handle: ['4::aW1hZ2U'] } },
    { type: 'BODY', text: change.body ?? 'Handwoven in Varanasi' },
    { type: 'BUTTONS', buttons: change.buttons ?? [{ type: 'QUICK_REPLY', text: 'More like this' }] },
  ],
});

export const loginCode = (button: Parts = { otp_type: 'COPY_CODE' }, change: Parts = {}): Parts => ({
  name: 'login_code',
  language: 'en',
  category: 'AUTHENTICATION',
  components: [
    { type: 'BODY', add_security_recommendation: true },
    { type: 'FOOTER', code_expiration_minutes: 10 },
    { type: 'BUTTONS', buttons: [{ type: 'OTP', ...button }] },
  ],
  ...change,
});

export const androidApp = { package_name: 'in.sharma.shop', signature_hash: 'K8a/AINcGX7' };

export function body(text: string, examples: string[] = []): Parts {
  return { type: 'BODY', text, ...(examples.length > 0 && { example: { body_text: [examples] } }) };
}

export const withBody = (text: string, examples: string[] = []): Parts =>
  orderShipped({ components: [body(text, examples)] });

export const withButtons = (...buttons: Parts[]): Parts =>
  orderShipped({ components: [body('Your order has shipped.'), { type: 'BUTTONS', buttons }] });

export const withHeader = (header: Parts, category = 'UTILITY'): Parts =>
  orderShipped({
    category,
    components: [{ type: 'HEADER', ...header }, body('Your order has shipped.')],
  });
