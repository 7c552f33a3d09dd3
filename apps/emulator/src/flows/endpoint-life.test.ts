import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minute } from '../accounts/times.ts';
import { sample } from '../sample/sample-world.ts';
import type { JsonObject } from '../world/json.ts';
import { fillIn, openFlow, receive, tap } from './runtime/session.ts';
import { showFlow } from './runtime/view.ts';
import { BusinessEndpoint, makeKeys, type Said } from './test/business-endpoint.ts';
import { openFlowOffice, type FlowOffice } from './test/flow-office.ts';
import { endpointFlow, staticFlow } from './test/flow-samples.ts';

const keys = makeKeys();
const alive: Said = { body: { data: { status: 'active' } } };
let office: FlowOffice;
let business: BusinessEndpoint;
let uri = '';

beforeEach(async () => {
  office = openFlowOffice();
  business = new BusinessEndpoint(sample.appSecret);
  business.privateKey = keys.privateKey;
  uri = await business.open();
});

afterEach(() => {
  business.close();
  office.close();
});

const keyEdge = `/${sample.numberId}/whatsapp_business_encryption`;
const uploadKey = (business_public_key = keys.publicKey) =>
  office.ask('POST', keyEdge, { body: { business_public_key } });
const published = async (): Promise<string> => {
  await uploadKey();
  return office.make('Salon', endpointFlow, { endpoint_uri: uri, publish: true });
};
const useOf = (flow_id: string) =>
  office.flows.forMessage(office.number(), { flow_id, flow_token: 'b3f1c6f2', flow_action: 'data_exchange' });

describe('the public key of a number', () => {
  it('is taken when it is RSA of 2048 bits, and its signature is valid', async () => {
    expect((await office.ask('GET', keyEdge)).body).toEqual({ data: [] });
    expect((await uploadKey()).body).toEqual({ success: true });
    expect((await office.ask('GET', keyEdge)).body).toEqual({
      data: [{ business_public_key: keys.publicKey, business_public_key_signature_status: 'VALID' }],
    });
  });

  it('is refused otherwise, a private key above all', async () => {
    for (const pem of ['x', makeKeys(1024).publicKey, keys.privateKey]) {
      expect((await uploadKey(pem)).body).toMatchObject({
        code: 100,
        message: '(#100) Business public key is invalid',
      });
    }
    expect((await office.ask('POST', keyEdge, { body: {} })).status).toBe(400);
  });

  it('no longer matches its signature after the number was registered again', async () => {
    await uploadKey();
    const registrations = [office.emulator.world.clock.now() + 1];
    office.emulator.directory.numbers.change(sample.numberId, { registrations });
    expect(JSON.stringify((await office.ask('GET', keyEdge)).body)).toContain('MISMATCH');
  });
});

describe('a Flow with an endpoint', () => {
  it('is published only when everything is in place, one obstacle at a time', async () => {
    const id = await office.make('Salon', endpointFlow);
    const obstacle = async () => (await office.ask('POST', `/${id}/publish`)).body.error_user_title;
    expect(await obstacle()).toBe('Missing Flows Signed Public Key');
    await uploadKey();
    expect(await obstacle()).toBe('Publishing without specifying endpoint_uri is forbidden');
    await office.ask('POST', `/${id}`, { body: { endpoint_uri: uri } });
    const { directory } = office.emulator;
    directory.wabas.change(sample.wabaId, { subscriptions: [] });
    expect(await obstacle()).toBe('WhatsApp Business Account is not subscribed to Flows Webhooks');
    directory.wabas.change(sample.wabaId, { subscriptions: [{ appId: sample.appId }] });
    business.answer = () => ({ body: { data: {} } });
    expect(await obstacle()).toBe('Endpoint Not Available');
    business.answer = () => alive;
    expect((await office.ask('POST', `/${id}/publish`)).body).toEqual({ success: true });
    expect(business.heard.at(-1)).toEqual({ version: '4.0', action: 'ping' });
  });

  it('is run by a phone from the first request to the end', async () => {
    const id = await published();
    business.answer = (request) =>
      request.action === 'INIT'
        ? { body: { screen: 'SERVICE', data: { services: [{ id: 'cut', title: 'Haircut' }] } } }
        : {
            body: {
              screen: 'SUCCESS',
              data: { extension_message_response: { params: { flow_token: 'b3f1c6f2', booking: 'B-1' } } },
            },
          };
    const use = useOf(id);
    const from = { use, numberId: sample.numberId };
    const opening = office.flows.onPhones.open(use);
    if (!('opened' in opening)) throw new Error('The Flow does not open.');
    const first = openFlow(opening.opened);
    const { state } = receive(
      first.state,
      await office.flows.onPhones.ask(from, first.ask ?? { action: 'INIT', data: {} }),
    );
    const filled = fillIn(state, 'service', 'cut').state;
    const second = tap(filled, showFlow(filled)?.footer?.path ?? '');
    const done = receive(
      second.state,
      await office.flows.onPhones.ask(from, second.ask ?? { action: 'INIT', data: {} }),
    );
    expect(done.state.ending).toMatchObject({ kind: 'completed', response: { booking: 'B-1' } });
    expect(business.heard.slice(-2)).toMatchObject([
      {
        version: '4.0',
        action: 'INIT',
        screen: '',
        data: {},
        flow_token: 'b3f1c6f2',
        flow_token_signature: expect.stringMatching(/^eyJhbGciOiJIUzI1NiJ9\./),
      },
      { action: 'data_exchange', screen: 'SERVICE', data: { service: 'cut' } },
    ]);
    await office.flows.onPhones.notify(from, {
      action: 'data_exchange',
      screen: 'SERVICE',
      error: 'payload-schema-error',
      error_message: 'slots is missing',
    });
    expect(business.heard.at(-1)).toMatchObject({
      data: { error: 'payload-schema-error', error_message: 'slots is missing' },
    });
  });

  it('keeps picked files on the CDN for 20 days', async () => {
    const { media_id, cdn_url } = office.flows.pickedFiles.keep(
      new Uint8Array([1, 2, 3]),
      'http://emulator.test',
    );
    expect(cdn_url).toBe(`http://emulator.test/flow_cdn/${media_id}`);
    expect((await office.ask('GET', cdn_url, { token: '' })).status).toBe(200);
    await office.emulator.world.travel(20 * 24 * 60 * minute + 1);
    expect((await office.ask('GET', cdn_url, { token: '' })).status).toBe(404);
  });
});

const events = async (): Promise<JsonObject[]> =>
  (await office.told('flows')).filter(({ event }) => event !== 'FLOW_STATUS_CHANGE');
const statuses = async (): Promise<unknown[]> =>
  (await office.told('flows'))
    .filter(({ event }) => event === 'FLOW_STATUS_CHANGE')
    .map(({ new_status }) => new_status);

describe('the health of an endpoint', () => {
  it('raises and ends an alert when it stops and comes back', async () => {
    const id = await published();
    business.answer = () => ({ status: 500, text: '' });
    await office.emulator.world.travel(6 * minute);
    expect(await events()).toMatchObject([
      {
        event: 'ENDPOINT_AVAILABILITY',
        flow_id: id,
        availability: 0,
        threshold: 90,
        alert_state: 'ACTIVATED',
      },
    ]);
    business.answer = () => alive;
    await office.emulator.world.travel(20 * minute);
    expect((await events()).at(-1)).toMatchObject({ availability: 100, alert_state: 'DEACTIVATED' });
    expect(await office.statusOf(id)).toBe('PUBLISHED');
  });

  it('throttles a Flow whose endpoint stays away, then blocks it, and goes back by the same steps', async () => {
    const id = await published();
    business.answer = () => ({ status: 500, text: '' });
    await office.emulator.world.travel(40 * minute);
    expect(await office.statusOf(id)).toBe('THROTTLED');
    await office.emulator.world.travel(31 * minute);
    expect(await office.statusOf(id)).toBe('BLOCKED');
    business.answer = () => alive;
    await office.emulator.world.travel(60 * minute);
    expect(await statuses()).toEqual([
      'DRAFT',
      'PUBLISHED',
      'THROTTLED',
      'BLOCKED',
      'THROTTLED',
      'PUBLISHED',
    ]);
  });

  it('counts errors of requests and tells each higher threshold', async () => {
    const id = await published();
    const from = { use: useOf(id), numberId: sample.numberId };
    const ask = () => office.flows.onPhones.ask(from, { action: 'INIT', data: {} });
    for (let request = 0; request < 8; request++) await ask();
    business.answer = () => ({ status: 500, text: '' });
    await ask();
    expect(await events()).toMatchObject([
      {
        event: 'ENDPOINT_ERROR_RATE',
        error_rate: 11.11,
        threshold: 10,
        alert_state: 'ACTIVATED',
        errors: [{ error_type: 'UNEXPECTED_HTTP_STATUS_CODE', error_count: 1, error_rate: 100 }],
      },
    ]);
    for (let request = 0; request < 8; request++) await ask();
    expect((await events()).at(-1)).toMatchObject({ threshold: 50, alert_state: 'ACTIVATED' });
    business.answer = () => alive;
    await office.emulator.world.travel(36 * minute);
    expect((await events()).at(-1)).toMatchObject({ threshold: 50, alert_state: 'DEACTIVATED' });
    await office.flows.onPhones.notify(from, {
      action: 'INIT',
      error: 'invalid-screen-transition',
      error_message: 'x',
    });
  });

  it('is told in numbers once there were 250 requests', async () => {
    const id = await published();
    const from = { use: useOf(id), numberId: sample.numberId };
    for (let request = 0; request < 250; request++)
      await office.flows.onPhones.ask(from, { action: 'INIT', data: {} });
    const read = async (name: string) =>
      (
        await office.ask(
          'GET',
          `/${id}?fields=metric.name(${name}).granularity(DAY).since(2026-10-05).until(2026-10-05)`,
        )
      ).body.metric;
    expect(await read('ENDPOINT_REQUEST_COUNT')).toEqual({
      granularity: 'DAY',
      name: 'ENDPOINT_REQUEST_COUNT',
      data_points: [{ timestamp: '2026-10-05T00:00:00+0000', data: [{ key: 'value', value: 250 }] }],
    });
    expect(await read('ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL')).toMatchObject({
      data_points: [{ data: [{ key: '1', value: 250 }] }],
    });
    expect(await read('ENDPOINT_REQUEST_ERROR')).toMatchObject({ data_points: [] });
  });
});

describe('the Flow of a message', () => {
  const wanted = (flow_id: string) => ({ flow_id, flow_token: 't' });
  const send = (parameters: Parameters<FlowOffice['flows']['forMessage']>[1]) =>
    office.flows.forMessage(office.number(), parameters);

  it('is found by id or name and begins on its entry screen', async () => {
    const id = await office.make('Visits', staticFlow, { publish: true });
    const use = send({ flow_name: 'Visits' });
    expect(use).toMatchObject({ flowId: id, token: 'unused', isDraft: false, start: { action: 'navigate' } });
    const payload = { screen: 'WELCOME', data: { clinic: 'Pune' } };
    expect(send({ ...wanted(id), flow_action_payload: payload }).start).toEqual({
      action: 'navigate',
      ...payload,
    });
  });

  it('must be there, of this account, published or sent as a draft, and begin where it can', async () => {
    const draft = await office.make('Draft', staticFlow);
    const id = await office.make('Visits', staticFlow, { publish: true });
    expect(() => send(wanted('1'))).toThrow('131009');
    expect(() => send(wanted(draft))).toThrow('131009');
    expect(send({ ...wanted(draft), mode: 'draft' }).isDraft).toBe(true);
    expect(() => send({ ...wanted(id), mode: 'draft' })).toThrow('131009');
    expect(() => send({ ...wanted(id), flow_action_payload: { screen: 'DAY' } })).toThrow('entry screen');
    const clinic = office.emulator.directory.numbers.get(sample.clinicNumberId);
    expect(() => clinic && office.flows.forMessage(clinic, wanted(id))).toThrow('131009');
    await office.ask('POST', `/${id}/deprecate`);
    expect(() => send(wanted(id))).toThrow('131009');
  });

  it('keeps its version when the Flow is edited and published again, up to five versions back', async () => {
    const id = await office.make('Visits', staticFlow, { publish: true });
    const old = send(wanted(id));
    for (let edition = 1; edition <= 5; edition++) {
      const next = structuredClone(staticFlow);
      if (next.screens[0]) next.screens[0].title = `Edition ${edition}`;
      await office.upload(id, JSON.stringify(next));
      expect(send(wanted(id)).versionId).not.toBe(send({ ...wanted(id), mode: 'draft' }).versionId);
      if (edition === 5)
        expect(office.flows.onPhones.open(old)).toMatchObject({
          opened: { flow: { screens: [{ title: 'Book a visit' }, {}] } },
        });
      await office.ask('POST', `/${id}/publish`);
    }
    expect(office.flows.onPhones.open(old)).toEqual({ closed: 'gone' });
    expect(office.flows.find(sample.wabaId, { flow_id: id }).publishedIds).toHaveLength(5);
    expect(office.flows.onPhones.open(send(wanted(id)))).toMatchObject({
      opened: { flow: { screens: [{ title: 'Edition 5' }, {}] } },
    });
  });

  it('cannot be sent while it is blocked, and ten times an hour while it is throttled', async () => {
    const id = await published();
    business.answer = () => ({ status: 500, text: '' });
    await office.emulator.world.travel(40 * minute);
    expect(await office.statusOf(id)).toBe('THROTTLED');
    for (let sent = 0; sent < 10; sent++) useOf(id);
    expect(() => useOf(id)).toThrow('132069');
    const use = { ...useOfBlocked(id) };
    await office.emulator.world.travel(31 * minute);
    expect(await office.statusOf(id)).toBe('BLOCKED');
    expect(() => useOf(id)).toThrow('132068');
    expect(office.flows.onPhones.open(use)).toEqual({ closed: 'blocked' });
  });

  it('needs the public key of the number that sends it', async () => {
    const id = await published();
    const second = office.emulator.directory.numbers.get(sample.secondNumberId);
    expect(() => second && office.flows.forMessage(second, wanted(id))).toThrow('132068');
  });

  const useOfBlocked = (flowId: string) => ({
    flowId,
    versionId: '1',
    token: 't',
    start: { action: 'navigate' as const },
    isDraft: false,
  });
});
