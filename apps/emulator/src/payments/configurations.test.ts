import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStall, type Stall } from '../commerce/test/stall.ts';
import { sample } from '../sample/sample-world.ts';
import type { JsonObject } from '../world/json.ts';

let stall: Stall;

beforeEach(() => {
  stall = openStall();
});

afterEach(() => stall.close());

const path = `/${sample.wabaId}/payment_configuration`;

const gateway = {
  configuration_name: 'main-store',
  provider_name: 'payu',
  merchant_category_code: '5651',
  purpose_code: '00',
  redirect_url: 'https://suratsilks.example.in/back',
};

const upi = {
  configuration_name: 'bank',
  provider_name: 'upi_vpa',
  merchant_category_code: '5651',
  purpose_code: '09',
  merchant_vpa: 'silks@okbank',
};

const create = (body: JsonObject) => stall.ask('POST', path, { body });

async function read(name: string): Promise<Record<string, unknown>> {
  const { body } = await stall.ask('GET', `${path}/${name}`);
  return (body.data as Record<string, unknown>[])[0] ?? {};
}

const news = () => stall.told('payment_configuration_update');

describe('a payment configuration', () => {
  test('of the sample shop is listed as Meta lists it', async () => {
    const { body } = await stall.ask('GET', `/${sample.wabaId}/payment_configurations`);
    const [{ payment_configurations: all } = { payment_configurations: [] }] = body.data as {
      payment_configurations: object[];
    }[];
    expect(all).toMatchObject([
      {
        configuration_name: 'surat-silks-razorpay',
        merchant_category_code: { code: '5399', description: 'Misc. general merchandise' },
        purpose_code: { code: '00', description: 'Default' },
        status: 'Active',
        provider_name: 'razorpay',
        provider_mid: 'acc_SuratSilks2026',
        created_timestamp: expect.any(Number),
      },
      { configuration_name: 'surat-silks-upi', merchant_vpa: 'suratsilks@okbank' },
    ]);
  });

  test('with a UPI address is active at once, and its webhook stays silent', async () => {
    expect((await create(upi)).body).toEqual({ success: true });
    expect(await read('bank')).toMatchObject({ status: 'Active', merchant_vpa: 'silks@okbank' });
    expect(await news()).toEqual([]);
  });

  test('with a gateway is connected by its link, once', async () => {
    const { body } = await create(gateway);
    expect(body).toEqual({ oauth_url: expect.any(String), expiration: expect.any(Number), success: true });
    expect(await read('main-store')).toMatchObject({ status: 'Needs_Connecting' });
    const link = String(body.oauth_url).replace('http://emulator.test', '');
    expect(await stall.ask('GET', link, { token: '' })).toMatchObject({ status: 302 });
    expect(await read('main-store')).toMatchObject({
      status: 'Needs_Testing',
      provider_mid: expect.any(String),
    });
    expect(await stall.ask('GET', link, { token: '' })).toMatchObject({ status: 400 });
    expect((await news()).map(({ status }) => status)).toEqual(['Needs Connecting', 'Needs Testing']);
    expect((await news())[1]).toEqual({
      configuration_name: 'main-store',
      provider_name: 'payu',
      provider_mid: expect.any(String),
      status: 'Needs Testing',
      created_timestamp: expect.any(Number),
      updated_timestamp: expect.any(Number),
    });
  });

  test('gets a new link, which ends the one before; links end after a week', async () => {
    const first = String((await create(gateway)).body.oauth_url).replace('http://emulator.test', '');
    const renew = `/${sample.wabaId}/generate_payment_configuration_oauth_link`;
    const asked = { configuration_name: 'main-store', redirect_url: 'https://suratsilks.example.in/new' };
    const { body } = await stall.ask('POST', renew, { body: asked });
    expect(Object.keys(body)).toEqual(['oauth_url', 'expiration']);
    expect(await stall.ask('GET', first, { token: '' })).toMatchObject({ status: 400 });
    await stall.travel(8 * 24 * 3600);
    const second = String(body.oauth_url).replace('http://emulator.test', '');
    expect(await stall.ask('GET', second, { token: '' })).toMatchObject({ status: 400 });
    const none = { configuration_name: 'surat-silks-upi' };
    expect(await stall.ask('POST', renew, { body: none })).toMatchObject({ body: { code: 100 } });
  });

  test('leads back by an address that is safe in a header', async () => {
    const redirect_url = 'https://suratsilks.example.in/वापस\r\nSet-Cookie: a=b';
    await create({ ...gateway, redirect_url });
    const { redirectUrl } = stall.payments.ledger.configuration(sample.wabaId, 'main-store') ?? {};
    expect(redirectUrl).toMatch(/^https:\/\/suratsilks\.example\.in\/[\w%:=-]+$/);
  });

  test('keeps the endpoint for checkout', async () => {
    await create(gateway);
    const body = { data_endpoint_url: 'https://suratsilks.example.in/checkout' };
    expect((await stall.ask('POST', `${path}/main-store`, { body })).body).toEqual({ success: true });
    expect(await read('main-store')).toMatchObject(body);
    for (const wrong of [{}, { data_endpoint_url: 'checkout' }])
      expect(await stall.ask('POST', `${path}/main-store`, { body: wrong })).toMatchObject({
        body: { code: 100 },
      });
  });

  test('is deleted by its name', async () => {
    const body = { configuration_name: 'surat-silks-upi' };
    expect((await stall.ask('DELETE', path, { body })).body).toEqual({ success: true });
    expect(await stall.ask('DELETE', path, { body })).toMatchObject({ body: { code: 100 } });
    expect(await stall.ask('GET', `${path}/surat-silks-upi`)).toMatchObject({ body: { code: 100 } });
  });

  test('is refused with anything missing or wrong', async () => {
    const wrong: JsonObject[] = [
      { ...gateway, configuration_name: undefined },
      { ...gateway, configuration_name: 'x'.repeat(61) },
      { ...gateway, configuration_name: 'surat-silks-upi' },
      { ...gateway, provider_name: 'stripe' },
      { ...gateway, redirect_url: undefined },
      { ...gateway, redirect_url: 'javascript:alert(1)' },
      { ...gateway, merchant_category_code: '56' },
      { ...gateway, purpose_code: '11' },
      { ...upi, merchant_vpa: undefined },
      { ...upi, merchant_vpa: 'silks' },
      { ...upi, purpose_code: undefined },
    ];
    for (const body of wrong)
      expect(await create(body), JSON.stringify(body)).toMatchObject({ status: 400, body: { code: 100 } });
  });

  test('needs the terms of WhatsApp Payments', async () => {
    stall.payments.acceptTerms(sample.wabaId, false);
    expect(await create(upi)).toMatchObject({
      body: { code: 134011, error_data: { details: expect.stringContaining('https://') } },
    });
    stall.payments.acceptTerms(sample.wabaId, true);
    expect((await create(upi)).body).toEqual({ success: true });
  });

  test('is closed to other businesses', async () => {
    const token = sample.clinicToken;
    expect(await stall.ask('GET', `${path}/surat-silks-upi`, { token })).toMatchObject({
      body: { code: 200 },
    });
    expect(await stall.ask('POST', path, { token, body: upi })).toMatchObject({ body: { code: 200 } });
  });
});
