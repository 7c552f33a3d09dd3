import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticFlow } from '../../src/flows/test/flow-samples.ts';
import { mp4, pdf } from '../../src/media/test/samples.ts';
import { sample } from '../../src/sample/sample-world.ts';
import { beginChat, openTrade, picture, type Heard, type Trade } from './trade.ts';

type Part = Record<string, unknown>;

let trade: Trade;
let phone: Locator;
beforeAll(async () => {
  trade = await openTrade();
  phone = await beginChat(trade);
}, 60_000);
afterAll(() => trade.stop());

const body = (text: string, ...values: string[]): Part => ({
  type: 'BODY',
  text,
  ...(values.length > 0 && { example: { body_text: [values] } }),
});
const buttons = (...all: Part[]): Part => ({ type: 'BUTTONS', buttons: all });
const media = (format: string, handle: string): Part => ({
  type: 'HEADER',
  format,
  example: { header_handle: [handle] },
});
const texts = (type: string, ...values: string[]): Part => ({
  type,
  parameters: values.map((text) => ({ type: 'text', text })),
});
const press = (sub_type: string, index: number, parameter: Part): Part => ({
  type: 'button',
  sub_type,
  index,
  parameters: [parameter],
});

let made = 0;

/** Creates a template, waits until Meta has looked at it, sends it, and gives its bubble. */
async function sent(
  category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION',
  created: Part[],
  given: Part[],
  more: Part = {},
): Promise<Locator> {
  const name = `template_${(made += 1)}`;
  const template = { name, language: 'en', category, components: created, ...more };
  await trade.graph('POST', `${sample.wabaId}/message_templates`, template);
  const { value } = await trade.hear(
    `the review of ${name}`,
    (one) => one.value['message_template_name'] === name,
  );
  expect(value['event'], JSON.stringify(value)).toBe('APPROVED');
  return trade.show({
    type: 'template',
    template: { name, language: { code: 'en' }, components: given },
  });
}

async function answerTo(question: Locator, type: string): Promise<Heard> {
  const message = await trade.message(type);
  expect(message.context?.['id']).toBe(await question.getAttribute('data-message'));
  return message;
}

describe('a header', () => {
  it('of text, with values by name', async () => {
    const example = (key: string, ...names: string[]): Part => ({
      [key]: names.map((param_name) => ({ param_name, example: 'Asha' })),
    });
    const bubble = await sent(
      'UTILITY',
      [
        {
          type: 'HEADER',
          format: 'TEXT',
          text: 'Order {{order}}',
          example: example('header_text_named_params', 'order'),
        },
        {
          type: 'BODY',
          text: 'Namaste {{first_name}}, your saree left {{city}} today.',
          example: example('body_text_named_params', 'first_name', 'city'),
        },
        { type: 'FOOTER', text: 'Surat Silks' },
      ],
      [
        { type: 'header', parameters: [{ type: 'text', parameter_name: 'order', text: 'SS-7' }] },
        {
          type: 'body',
          parameters: [
            { type: 'text', parameter_name: 'city', text: 'सूरत' },
            { type: 'text', parameter_name: 'first_name', text: '*Rohan*' },
          ],
        },
      ],
      { parameter_format: 'NAMED' },
    );
    expect(await bubble.getByTestId('card-header').innerText()).toBe('Order SS-7');
    expect(await bubble.getByTestId('card-body').innerText()).toBe(
      'Namaste Rohan, your saree left सूरत today.',
    );
    expect(await bubble.getByTestId('card-footer').innerText()).toBe('Surat Silks');
  });

  it('of a picture, a video, a document', async () => {
    const files: [string, string, Uint8Array, string][] = [
      ['IMAGE', 'image/png', picture, '.picture img'],
      ['VIDEO', 'video/mp4', mp4, '.picture-video'],
      ['DOCUMENT', 'application/pdf', pdf, '[data-testid="document-file"]'],
    ];
    for (const [format, mimeType, bytes, drawn] of files) {
      const file = { name: `sample.${mimeType.slice(-3)}`, mimeType, buffer: Buffer.from(bytes) };
      const kind = format.toLowerCase();
      const [handle, id] = [await trade.handle(file), await trade.upload(file)];
      const bubble = await sent(
        'UTILITY',
        [media(format, handle), body(`Your ${kind} of this month is here.`)],
        [{ type: 'header', parameters: [{ type: kind, [kind]: { id } }] }],
      );
      await bubble.locator(drawn).waitFor();
    }
  });

  it('of a place', async () => {
    const location = { latitude: '21.17', longitude: '72.83', name: 'Surat Silks', address: '12 Ring Road' };
    const bubble = await sent(
      'UTILITY',
      [{ type: 'HEADER', format: 'LOCATION' }, body('Your parcel waits for you here.')],
      [{ type: 'header', parameters: [{ type: 'location', location }] }],
    );
    expect(await bubble.innerText()).toContain('12 Ring Road');
  });
});

describe('buttons', () => {
  it('answer, open, call: two below the bubble and the rest in a sheet', async () => {
    const bubble = await sent(
      'UTILITY',
      [
        body('Dear {{1}}, your order is packed.', 'Asha'),
        buttons(
          { type: 'QUICK_REPLY', text: 'Thank you' },
          { type: 'QUICK_REPLY', text: 'Call me' },
          { type: 'URL', text: 'Track', url: `https://suratsilks.example.in/t/{{1}}`, example: ['1'] },
          { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+912614001234' },
        ),
      ],
      [
        texts('body', 'Rohan'),
        press('quick_reply', 0, { type: 'payload', payload: 'THANKS:7' }),
        press('url', 2, { type: 'text', text: 'SS-7' }),
      ],
    );
    await bubble.getByTestId('button-reply').first().click();
    expect((await answerTo(bubble, 'button'))['button']).toEqual({ payload: 'THANKS:7', text: 'Thank you' });
    await bubble.getByTestId('button-all').click();
    const sheet = phone.getByTestId('sheet-buttons');
    expect(await sheet.locator('.card-button').count()).toBe(4);
    await sheet.getByTestId('button-reply').nth(1).click();
    expect((await answerTo(bubble, 'button'))['button']).toEqual({ payload: 'Call me', text: 'Call me' });
    await sheet.waitFor({ state: 'detached' });
  });

  it('copy a code', async () => {
    const bubble = await sent(
      'MARKETING',
      [body('Twenty per cent off all silks this week.'), buttons({ type: 'COPY_CODE', example: 'DIWALI20' })],
      [press('copy_code', 0, { type: 'coupon_code', coupon_code: 'ROHAN20' })],
    );
    await bubble.getByTestId('button-copy-code').click();
    await expect.poll(() => phone.getByTestId('toast').innerText()).toBe('Code copied');
  });

  it('carry a one-time code, to copy or for an app', async () => {
    const app = { package_name: 'in.suratsilks.shop', signature_hash: 'K8a/AINcGX7' };
    for (const [otp, kind] of [
      [{ otp_type: 'COPY_CODE' }, 'copy-code'],
      [{ otp_type: 'ONE_TAP', supported_apps: [app] }, 'one-tap'],
    ] as const) {
      const bubble = await sent(
        'AUTHENTICATION',
        [
          { type: 'BODY', add_security_recommendation: true },
          { type: 'FOOTER', code_expiration_minutes: 10 },
          buttons({ type: 'OTP', ...otp }),
        ],
        [texts('body', '394021'), press('url', 0, { type: 'text', text: '394021' })],
      );
      expect(await bubble.getByTestId('card-body').innerText()).toContain('394021');
      await bubble.getByTestId(`button-${kind}`).click();
    }
  });

  it('end with the time of an offer', async () => {
    const at = await trade.world<{ now: number }>('GET', 'clock');
    const bubble = await sent(
      'MARKETING',
      [
        { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Diwali offer', has_expiration: true } },
        body('All silks are 20% less until tonight.'),
        buttons(
          { type: 'COPY_CODE', example: 'DIWALI20' },
          { type: 'URL', text: 'Shop', url: 'https://suratsilks.example.in/?c={{1}}', example: ['x'] },
        ),
      ],
      [
        {
          type: 'limited_time_offer',
          parameters: [
            {
              type: 'limited_time_offer',
              limited_time_offer: { expiration_time_ms: at.now + 3_600_000 },
            },
          ],
        },
        press('copy_code', 0, { type: 'coupon_code', coupon_code: 'DIWALI20' }),
        press('url', 1, { type: 'text', text: 'x' }),
      ],
    );
    expect(await bubble.getByTestId('offer').innerText()).toContain('Diwali offer');
    expect(await bubble.getByTestId('offer-countdown').innerText()).toMatch(/Ends in 00:\d\d:\d\d/);
  });

  it('open a Flow', async () => {
    const { id } = await trade.graph<{ id: string }>('POST', `${sample.wabaId}/flows`, {
      name: 'Visit',
      categories: ['OTHER'],
      flow_json: JSON.stringify(staticFlow),
      publish: true,
    });
    const bubble = await sent(
      'UTILITY',
      [
        body('Please tell us about your visit.'),
        buttons({
          type: 'FLOW',
          text: 'Tell us',
          flow_id: id,
          flow_action: 'navigate',
          navigate_screen: 'WELCOME',
        }),
      ],
      [
        press('flow', 0, {
          type: 'action',
          action: { flow_token: 'visit-2', flow_action_data: { clinic: 'Adajan' } },
        }),
      ],
    );
    await bubble.getByTestId('button-flow').click();
    await phone.getByTestId('flow-screen-WELCOME').getByText('Adajan').waitFor();
    await phone.getByTestId('sheet-close').click();
  });

  it('ask for permission to call', async () => {
    await trade.graph('POST', `${sample.numberId}/settings`, { calling: { status: 'ENABLED' } });
    const bubble = await sent(
      'UTILITY',
      [body('May we call you about your order?'), { type: 'CALL_PERMISSION_REQUEST' }],
      [],
    );
    await bubble.getByTestId('button-call-permission').click();
    await phone.getByTestId('call-deny').click();
    expect((await answerTo(bubble, 'interactive'))['interactive']).toMatchObject({
      call_permission_reply: { response: 'reject' },
    });
  });
});

const maroon = 'SS-SAR-101';

describe('the shop', () => {
  it('opens its catalog and its choice', async () => {
    const thumbnail = { thumbnail_product_retailer_id: maroon };
    const catalog = await sent(
      'MARKETING',
      [body('All our sarees are in the catalog.'), buttons({ type: 'CATALOG', text: 'View catalog' })],
      [press('catalog', 0, { type: 'action', action: thumbnail })],
    );
    await catalog.getByTestId('button-catalog').click();
    await phone.getByTestId(`product-${maroon}`).waitFor();
    await phone.getByTestId('sheet-close').click();
    const choice = await sent(
      'MARKETING',
      [
        { type: 'HEADER', format: 'TEXT', text: 'For the wedding' },
        body('We chose these for you.'),
        buttons({ type: 'MPM', text: 'View items' }),
      ],
      [
        press('mpm', 0, {
          type: 'action',
          action: {
            ...thumbnail,
            sections: [{ title: 'Sarees', product_items: [{ product_retailer_id: maroon }] }],
          },
        }),
      ],
    );
    await choice.getByTestId('button-products').click();
    await phone.getByTestId(`add-${maroon}`).waitFor();
    await phone.getByTestId('sheet-close').click();
  });

  it('shows one product', async () => {
    const bubble = await sent(
      'MARKETING',
      [{ type: 'HEADER', format: 'PRODUCT' }, body('Made for you.'), buttons({ type: 'SPM', text: 'View' })],
      [
        {
          type: 'header',
          parameters: [
            { type: 'product', product: { product_retailer_id: maroon, catalog_id: '194836987003835' } },
          ],
        },
      ],
    );
    expect(await bubble.innerText()).toContain('Banarasi');
    await bubble.getByTestId('button-product').click();
    await phone.getByTestId('sheet-product').waitFor();
    await phone.getByTestId('sheet-close').click();
  });

  it('asks to be paid', async () => {
    const money = (value: number): Part => ({ value, offset: 100 });
    const order_details = {
      reference_id: 'TPL-1',
      type: 'physical-goods',
      currency: 'INR',
      payment_settings: [
        {
          type: 'payment_gateway',
          payment_gateway: { type: 'razorpay', configuration_name: 'surat-silks-razorpay' },
        },
      ],
      total_amount: money(99_900),
      order: {
        status: 'pending',
        items: [
          {
            retailer_id: 'SS-DUP-201',
            name: 'Phulkari',
            amount: money(99_900),
            quantity: 1,
            country_of_origin: 'India',
            importer_name: 'Surat Silks',
            importer_address: {
              address_line1: '12 Ring Road',
              city: 'Surat',
              zone_code: 'GJ',
              postal_code: '395002',
              country_code: 'IN',
            },
          },
        ],
        subtotal: money(99_900),
        tax: money(0),
      },
    };
    const bubble = await sent(
      'UTILITY',
      [body('Please pay for your dupatta.'), buttons({ type: 'ORDER_DETAILS', text: 'Review and Pay' })],
      [press('order_details', 0, { type: 'action', action: { order_details } })],
    );
    expect(await bubble.getByTestId('order-card').innerText()).toContain('₹999');
    await bubble.getByTestId('button-pay').click();
    await phone.getByTestId('pay-now').waitFor();
    await phone.getByTestId('sheet-close').click();
    const status = await sent(
      'UTILITY',
      [body('There is news about your order.')],
      [
        {
          type: 'order_status',
          parameters: [
            {
              type: 'order_status',
              order_status: {
                reference_id: 'TPL-1',
                order: { status: 'processing', description: 'Being packed' },
              },
            },
          ],
        },
      ],
      { sub_category: 'ORDER_STATUS' },
    );
    expect(await status.innerText()).toContain('Being packed');
  });
});

describe('a carousel', () => {
  it('of pictures, each card with its buttons', async () => {
    const file = { name: 'one.png', mimeType: 'image/png', buffer: picture };
    const [handle, id] = [await trade.handle(file), await trade.upload(file)];
    const card = {
      components: [
        media('IMAGE', handle),
        body('Woven in Surat'),
        buttons(
          { type: 'QUICK_REPLY', text: 'I like it' },
          { type: 'URL', text: 'See', url: 'https://suratsilks.example.in/{{1}}', example: ['1'] },
        ),
      ],
    };
    const bubble = await sent(
      'MARKETING',
      [body('Our newest silks, {{1}}, are here.', 'Asha'), { type: 'CAROUSEL', cards: [card, card] }],
      [
        texts('body', 'Rohan'),
        {
          type: 'carousel',
          cards: [0, 1].map((card_index) => ({
            card_index,
            components: [
              { type: 'header', parameters: [{ type: 'image', image: { id } }] },
              press('quick_reply', 0, { type: 'payload', payload: `LIKE:${card_index}` }),
              press('url', 1, { type: 'text', text: String(card_index) }),
            ],
          })),
        },
      ],
    );
    await bubble.getByTestId('carousel-card').nth(1).getByTestId('button-reply').click();
    expect((await answerTo(bubble, 'button'))['button']).toEqual({ payload: 'LIKE:1', text: 'I like it' });
  });

  it('of products', async () => {
    const card = {
      components: [{ type: 'HEADER', format: 'PRODUCT' }, buttons({ type: 'SPM', text: 'View' })],
    };
    const bubble = await sent(
      'MARKETING',
      [body('Chosen for you today.'), { type: 'CAROUSEL', cards: [card, card] }],
      [
        {
          type: 'carousel',
          cards: [maroon, 'SS-SAR-104'].map((product_retailer_id, card_index) => ({
            card_index,
            components: [
              {
                type: 'header',
                parameters: [
                  { type: 'product', product: { product_retailer_id, catalog_id: '194836987003835' } },
                ],
              },
            ],
          })),
        },
      ],
    );
    expect(await bubble.getByTestId('carousel-card').nth(1).innerText()).toContain('Patola');
  });
});

it('complains of nothing on the way', async () => {
  expect(await trade.inspect()).toEqual([]);
});
