import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BusinessEndpoint, makeKeys, type Said } from '../../src/flows/test/business-endpoint.ts';
import { endpointFlow, staticFlow } from '../../src/flows/test/flow-samples.ts';
import { sample } from '../../src/sample/sample-world.ts';
import { beginChat, openTrade, type Heard, type Trade } from './trade.ts';

let trade: Trade;
let phone: Locator;
beforeAll(async () => {
  trade = await openTrade();
  phone = await beginChat(trade);
}, 60_000);
afterAll(() => trade.stop());

const interactive = (content: object): object => ({ type: 'interactive', interactive: content });
const ask = (type: string, text: string, action: object, more: object = {}): Promise<Locator> =>
  trade.show(interactive({ type, body: { text }, action, ...more }));
const idOf = async (bubble: Locator): Promise<string> => (await bubble.getAttribute('data-message')) ?? '';

const widthOf = (picture: Locator): Promise<number> =>
  picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);

/** What the customer answered, which has to quote the question. */
async function answerTo(question: Locator, type = 'interactive'): Promise<Heard> {
  const message = await trade.message(type);
  expect(message.context?.['id']).toBe(await idOf(question));
  return message;
}

/** What the form held that answered the question. */
async function formOf(question: Locator, name = 'address_message'): Promise<unknown> {
  const { interactive: answer } = (await answerTo(question)) as {
    interactive?: { nfm_reply: { name: string; response_json: string } };
  };
  expect(answer?.nfm_reply.name).toBe(name);
  return JSON.parse(answer?.nfm_reply.response_json ?? '');
}

describe('the answer to', () => {
  it('reply buttons', async () => {
    const bubble = await ask(
      'button',
      'Shall we keep it for you?',
      {
        buttons: ['Yes', 'No', 'Call me'].map((title, at) => ({
          type: 'reply',
          reply: { id: `keep-${at}`, title },
        })),
      },
      { header: { type: 'text', text: 'Your saree' }, footer: { text: 'Until Sunday' } },
    );
    expect(await bubble.getByTestId('card-header').innerText()).toBe('Your saree');
    expect(await bubble.getByTestId('card-footer').innerText()).toBe('Until Sunday');
    await bubble.getByTestId('button-reply').nth(1).click();
    expect((await answerTo(bubble))['interactive']).toEqual({
      type: 'button_reply',
      button_reply: { id: 'keep-1', title: 'No' },
    });
    await expect.poll(() => bubble.getByTestId('button-reply').nth(1).isDisabled()).toBe(true);
  });

  it('a list', async () => {
    const rows = [{ id: 's1', title: '17:00', description: '30 minutes' }];
    const bubble = await ask('list', 'When?', { button: 'Slots', sections: [{ title: 'Today', rows }] });
    await bubble.getByTestId('button-list').click();
    await phone.getByTestId('row-s1').click();
    await phone.getByTestId('list-send').click();
    expect((await answerTo(bubble))['interactive']).toMatchObject({ list_reply: rows[0] });
  });

  it('a button that leads to a page', async () => {
    const bubble = await ask('cta_url', 'Our designs', {
      name: 'cta_url',
      parameters: { display_text: 'Open', url: `${trade.running.url}/phones/page/art/icon.svg` },
    });
    const [opened] = await Promise.all([
      trade.page.waitForEvent('popup'),
      bubble.getByTestId('button-url').click(),
    ]);
    expect(opened.url()).toContain('icon.svg');
    await opened.close();
  });

  it('a question for the place', async () => {
    const bubble = await ask('location_request_message', 'Where are you?', { name: 'send_location' });
    await bubble.getByTestId('button-location').click();
    await phone.getByTestId('send-here').click();
    expect((await answerTo(bubble, 'location'))['location']).toMatchObject({ latitude: 21.1702 });
  });

  it('a question for the address, also a saved one', async () => {
    const parameters = {
      country: 'IN',
      values: { name: 'Rohan Mehta', phone_number: '+919820012345' },
      saved_addresses: [{ id: 'home', value: { name: 'Home', in_pin_code: '400063', city: 'Mumbai' } }],
    };
    const action = { name: 'address_message', parameters };
    const first = await ask('address_message', 'Where to?', action);
    await first.getByTestId('button-address').click();
    await phone.getByTestId('saved-address-home').click();
    expect(await formOf(first)).toMatchObject({ saved_address_id: 'home' });
    const second = await ask('address_message', 'Where to?', action);
    await second.getByTestId('button-address').click();
    await phone.getByTestId('address-in_pin_code').fill('395002');
    await phone.getByTestId('address-address').fill('12 Ring Road');
    await phone.getByTestId('address-send').click();
    expect(await formOf(second, 'address_message')).toMatchObject({
      values: { name: 'Rohan Mehta', in_pin_code: '395002' },
    });
  });

  it('a question for the number', async () => {
    const bubble = await ask('request_contact_info', 'May we have it?', { name: 'request_contact_info' });
    await bubble.getByTestId('button-contact').click();
    await phone.getByTestId('share-number').click();
    expect(await answerTo(bubble, 'contacts')).toMatchObject({
      contacts: [{ phones: [{ wa_id: '919820012345' }] }],
    });
  });

  it('a card of a carousel', async () => {
    const cards = ['Silk', 'Cotton'].map((text, card_index) => ({
      card_index,
      type: 'cta_url',
      header: { type: 'image', image: { link: trade.pictureLink } },
      body: { text },
      action: {
        buttons: [{ type: 'quick_reply', quick_reply: { id: `buy-${text}`, title: `Buy ${text}` } }],
      },
    }));
    const bubble = await ask('carousel', 'New arrivals', { cards });
    expect(await bubble.getByTestId('carousel-card').count()).toBe(2);
    await expect.poll(() => widthOf(bubble.locator('img').first())).toBe(2);
    await bubble.getByTestId('carousel-card').nth(1).getByTestId('button-reply').click();
    expect((await answerTo(bubble))['interactive']).toMatchObject({
      button_reply: { id: 'buy-Cotton', title: 'Buy Cotton' },
    });
  });
});

describe('a Flow', () => {
  const send = (flow_id: string, more: object): Promise<Locator> =>
    ask('flow', 'Book a visit', {
      name: 'flow',
      parameters: { flow_message_version: '3', flow_id, flow_cta: 'Book', flow_token: 'visit-1', ...more },
    });
  const create = async (name: string, flow: object, more: object = {}): Promise<string> => {
    const body = { name, categories: ['APPOINTMENT_BOOKING'], flow_json: JSON.stringify(flow), ...more };
    const address = `${sample.wabaId}/flows`;
    return (await trade.graph<{ id: string }>('POST', address, { ...body, publish: true })).id;
  };

  it('from screen to screen on the phone', async () => {
    const flow = await create('Visit', staticFlow);
    const bubble = await send(flow, {
      flow_action: 'navigate',
      flow_action_payload: { screen: 'WELCOME', data: { clinic: 'Ring Road, Surat' } },
    });
    await bubble.getByTestId('button-flow').click();
    const screen = phone.getByTestId('flow-screen-WELCOME');
    await expect.poll(() => screen.innerText()).toContain('Ring Road, Surat');
    await phone.getByTestId('flow-name').locator('input').fill('Rohan');
    await phone.getByTestId('flow-age').locator('input').fill('64');
    await phone.getByTestId('flow-wheelchair').waitFor();
    await phone.getByTestId('flow-footer').click();
    await phone.getByTestId('flow-day').locator('input').fill('2026-12-20');
    await phone.getByTestId('flow-footer').click();
    expect(await formOf(bubble, 'flow')).toMatchObject({
      name: 'Rohan',
      age: '64',
      day: '2026-12-20',
      flow_token: 'visit-1',
    });
    await phone.getByTestId('message-answer').getByTestId('see-answer').last().waitFor();
  });

  it('with the business’ endpoint, which sees what was chosen and uploaded', async () => {
    const keys = makeKeys();
    const business = new BusinessEndpoint(sample.appSecret);
    business.privateKey = keys.privateKey;
    const endpoint_uri = await business.open();
    const next = (screen: string, data: object): Said => ({ body: { screen, data } as never });
    business.answer = ({ action, screen }) => {
      if (action === 'ping') return { body: { data: { status: 'active' } } };
      if (action === 'INIT') return next('SERVICE', { services: [{ id: 'cut', title: 'Haircut' }] });
      if (screen === 'SERVICE') return next('SLOT', { slots: [{ id: 't1', title: '10:00' }] });
      if (screen === 'SLOT') return next('CONFIRM', {});
      return next('SUCCESS', {
        extension_message_response: { params: { flow_token: 'visit-1', booking: 'B-1' } },
      });
    };
    await trade.graph('POST', `${sample.numberId}/whatsapp_business_encryption`, {
      business_public_key: keys.publicKey,
    });
    const flow = await create('Salon', endpointFlow, { endpoint_uri });
    const bubble = await send(flow, { flow_action: 'data_exchange' });
    await bubble.getByTestId('button-flow').click();
    await phone.getByTestId('flow-service').locator('select').selectOption('cut');
    await phone.getByTestId('flow-footer').click();
    await phone.getByTestId('option-t1').click();
    await phone.getByTestId('pick-sample').click();
    await phone.locator('.picked').waitFor();
    await phone.getByTestId('flow-footer').click();
    await phone.getByTestId('flow-screen-CONFIRM').waitFor();
    await phone.getByTestId('flow-footer').click();
    expect(await formOf(bubble, 'flow')).toMatchObject({ booking: 'B-1' });
    const asked = business.heard.filter(({ action }) => action === 'data_exchange');
    expect(asked.map(({ screen }) => screen)).toEqual(['SERVICE', 'SLOT', 'CONFIRM']);
    expect(asked[1]?.data?.['photo']).toHaveLength(1);
    business.close();
  });
});

const catalog = '194836987003835';
const maroon = 'SS-SAR-101';

describe('the shop', () => {
  it('shows a product, and is asked about it', async () => {
    const bubble = await ask('product', 'This one', { catalog_id: catalog, product_retailer_id: maroon });
    expect(await bubble.innerText()).toContain('₹7,499');
    await expect.poll(() => widthOf(bubble.locator('img'))).toBeGreaterThan(0);
    await bubble.getByTestId('product-card').click();
    await phone.getByTestId('ask-product').click();
    await phone.getByTestId('composer-text').fill('In blue?');
    await phone.getByTestId('composer-send').click();
    const { context } = await trade.message('text');
    expect(context?.['referred_product']).toEqual({ catalog_id: catalog, product_retailer_id: maroon });
    await phone.locator('.mine').filter({ hasText: 'In blue?' }).locator('.asked-product').waitFor();
  });

  it('takes an order from a list of products', async () => {
    const bubble = await ask(
      'product_list',
      'For the wedding',
      {
        catalog_id: catalog,
        sections: [
          { title: 'Sarees', product_items: [{ product_retailer_id: maroon }] },
          { title: 'Dupattas', product_items: [{ product_retailer_id: 'SS-DUP-201' }] },
        ],
      },
      { header: { type: 'text', text: 'Wedding' } },
    );
    await bubble.getByTestId('button-products').click();
    await phone.getByTestId(`add-${maroon}`).click();
    await phone.getByTestId('add-SS-DUP-201').click();
    await phone.getByTestId('view-cart').click();
    await phone.getByTestId('order-note').fill('By Friday please');
    await phone.getByTestId('place-order').click();
    expect((await trade.message('order'))['order']).toEqual({
      catalog_id: catalog,
      text: 'By Friday please',
      product_items: [
        { product_retailer_id: maroon, quantity: 1, item_price: 7499, currency: 'INR' },
        { product_retailer_id: 'SS-DUP-201', quantity: 1, item_price: 999, currency: 'INR' },
      ],
    });
    await phone.getByTestId('view-cart-message').last().click();
    expect(await phone.getByTestId('sheet-cart-items').innerText()).toContain('₹8,498');
    await phone.getByTestId('sheet-close').click();
  });

  it('opens its whole catalog, where what is sold out cannot be ordered', async () => {
    const bubble = await ask('catalog_message', 'Everything', {
      name: 'catalog_message',
      parameters: { thumbnail_product_retailer_id: maroon },
    });
    await bubble.getByTestId('button-catalog').click();
    await phone.getByTestId('product-SS-SAR-106').waitFor();
    expect(await phone.getByTestId('add-SS-SAR-106').count()).toBe(0);
    await phone.getByTestId('catalog-search').fill('Patola');
    await expect.poll(() => phone.locator('.product-row').count()).toBe(1);
    await phone.getByTestId('sheet-close').click();
  });

  it('shows products beside each other', async () => {
    const cards = [maroon, 'SS-SAR-104'].map((product_retailer_id, card_index) => ({
      card_index,
      type: 'product',
      action: { product_retailer_id, catalog_id: catalog },
    }));
    const bubble = await ask('carousel', 'New silks', { cards });
    await bubble.getByTestId('carousel-card').nth(1).getByTestId('button-product').click();
    expect(await phone.getByTestId('sheet-product').innerText()).toContain('Patola');
    await phone.getByTestId('sheet-close').click();
  });
});

describe('an order', () => {
  const orderFor = (reference_id: string): Promise<Locator> =>
    ask('order_details', 'Please pay', {
      name: 'review_and_pay',
      parameters: {
        reference_id,
        type: 'physical-goods',
        currency: 'INR',
        payment_settings: [
          {
            type: 'payment_gateway',
            payment_gateway: { type: 'razorpay', configuration_name: 'surat-silks-razorpay' },
          },
        ],
        total_amount: { value: 7499_00, offset: 100 },
        order: {
          status: 'pending',
          catalog_id: catalog,
          items: [
            { retailer_id: maroon, name: 'Banarasi', amount: { value: 7499_00, offset: 100 }, quantity: 1 },
          ],
          subtotal: { value: 7499_00, offset: 100 },
          tax: { value: 0, offset: 100 },
        },
      },
    });
  const pay = async (order: Locator, outcome: string): Promise<void> => {
    await order.getByTestId('button-pay').click();
    await phone.getByTestId('pay-now').click();
    await phone.getByTestId('pay-gpay').click();
    await phone.getByTestId(`pay-${outcome}`).click();
  };
  const paymentOf = async (reference: string, status: string): Promise<void> => {
    await trade.hear(`payment of ${reference} ${status}`, ({ value }) => {
      const [told] = value.statuses ?? [];
      return told?.payment?.reference_id === reference && told.status === status;
    });
  };

  it('is paid, and followed until it is there', async () => {
    const order = await orderFor('SS-1');
    await pay(order, 'success');
    await paymentOf('SS-1', 'captured');
    await order.getByTestId('order-paid').waitFor();
    await phone.getByTestId('payment-paid').waitFor();
    const shipped = await ask('order_status', 'On its way', {
      name: 'review_order',
      parameters: { reference_id: 'SS-1', order: { status: 'shipped', description: 'AWB 123' } },
    });
    expect(await shipped.innerText()).toContain('AWB 123');
  });

  it('is declined by the bank, left, and paid in the end', async () => {
    const order = await orderFor('SS-2');
    await pay(order, 'failed');
    await order.getByTestId('order-failed').waitFor();
    await pay(order, 'abandoned');
    await pay(order, 'success');
    await paymentOf('SS-2', 'captured');
    await order.getByTestId('order-paid').waitFor();
  });
});

it('complains of nothing on the way', async () => {
  expect(await trade.inspect()).toEqual([]);
});
