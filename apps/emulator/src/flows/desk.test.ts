import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../messages/message.ts';
import { sample } from '../sample/sample-world.ts';
import type { JsonObject } from '../world/json.ts';
import type { FlowDesk } from './desk.ts';
import { openFlowOffice, type FlowOffice } from './test/flow-office.ts';
import { edited, staticFlow } from './test/flow-samples.ts';

let office: FlowOffice;
let desk: FlowDesk;

beforeEach(() => {
  office = openFlowOffice();
  desk = office.flows.desk({
    templateFlow: (_, button) =>
      button === '1' ? { flow_name: 'Visits', flow_token: 'of the template' } : undefined,
    readMedia: (id) => (id === '77' ? { bytes: new Uint8Array(2000), mime: 'image/png' } : undefined),
    origin: () => 'http://emulator.test',
  });
});

afterEach(() => office.close());

const contentOf = (parameters: JsonObject): JsonObject => ({
  type: 'interactive',
  interactive: {
    type: 'flow',
    action: { name: 'flow', parameters: { flow_message_version: '3', flow_cta: 'Book', ...parameters } },
  },
});

const messageOf = (content: JsonObject): Message =>
  ({
    wabaId: sample.wabaId,
    numberId: sample.numberId,
    content,
    at: office.emulator.world.clock.now(),
  }) as Message;

describe('the Flow of a message on a phone', () => {
  it('opens with the data and the token of the message, in the version of its time', async () => {
    const flow_id = await office.make('Visits', staticFlow, { publish: true });
    const payload = { screen: 'WELCOME', data: { clinic: 'Pune' } };
    const message = messageOf(contentOf({ flow_id, flow_token: 't', flow_action_payload: payload }));
    await office.emulator.world.travel(1000);
    await office.upload(flow_id, JSON.stringify(edited(staticFlow, { 'screens.0.title': 'Changed' })));
    await office.ask('POST', `/${flow_id}/publish`);
    expect(desk.view(message, '0')).toMatchObject({
      id: flow_id,
      name: 'Visits',
      draft: false,
      token: 't',
      action: 'navigate',
      ...payload,
      json: { screens: [{ title: 'Book a visit' }, {}] },
    });
    expect(desk.view(messageOf(contentOf({ flow_id })), '0').json.screens[0]?.title).toBe('Changed');
  });

  it('is that of the template’s button where the message is a template', async () => {
    await office.make('Visits', staticFlow, { publish: true });
    const message = messageOf({ type: 'template' });
    expect(desk.view(message, '1')).toMatchObject({ name: 'Visits', token: 'of the template' });
    expect(() => desk.view(message, '0')).toThrow('131009');
  });

  it('opens drafts as drafts, and nothing that is gone', async () => {
    const flow_id = await office.make('Visits', staticFlow);
    expect(desk.view(messageOf(contentOf({ flow_id, mode: 'draft' })), '0').draft).toBe(true);
    expect(() => desk.view(messageOf(contentOf({ flow_id })), '0')).toThrow('131009');
    await office.ask('POST', `/${flow_id}/publish`);
    const message = messageOf(contentOf({ flow_id }));
    await office.ask('POST', `/${flow_id}/deprecate`);
    expect(() => desk.view(message, '0')).toThrow('deprecated');
  });

  it('gets a picked file with its place on the CDN and as media of the business', async () => {
    const file = await desk.file(messageOf({}), '0', { media: '77', name: 'IMG_1.png' });
    expect(file).toMatchObject({
      file_name: 'IMG_1.png',
      mime_type: 'image/png',
      size_kb: 2,
      media: { id: '77' },
    });
    expect(file.cdn?.cdn_url).toMatch(/^http:\/\/emulator\.test\/flow_cdn\//);
    await expect(desk.file(messageOf({}), '0', { media: '1', name: 'x' })).rejects.toThrow('no file');
  });

  it('fails to ask an endpoint that is not there, and takes notices without a word', async () => {
    const flow_id = await office.make('Visits', staticFlow, { publish: true });
    const message = messageOf(contentOf({ flow_id }));
    expect(await desk.exchange(message, '0', { action: 'INIT', data: {} })).toEqual({ kind: 'failed' });
    const notice = { action: 'INIT', error: 'payload-schema-error', error_message: 'x' } as const;
    expect(await desk.exchange(message, '0', notice)).toEqual({ kind: 'answered', body: null });
  });
});

describe('a message that names a Flow', () => {
  it('is checked before it goes out; others are left alone', async () => {
    const flow_id = await office.make('Visits', staticFlow, { publish: true });
    expect(() => office.flows.check(office.number(), contentOf({ flow_id }))).not.toThrow();
    expect(() => office.flows.check(office.number(), contentOf({ flow_id: '1' }))).toThrow('131009');
    expect(() =>
      office.flows.check(office.number(), { type: 'text', text: { body: 'Namaste' } }),
    ).not.toThrow();
  });
});
