import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client, MessageType } from '@great-detail/whatsapp';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { sample } from '../src/sample/sample-world.ts';
import { asha, start, type Started, textAt } from '../src/test/started.ts';

const phoneNumberID = sample.numberId;

let started: Started;
let sdk: Client;
beforeAll(async () => {
  started = await start({}, afterAll);
  sdk = new Client({
    baseUrl: started.url,
    request: { headers: { Authorization: `Bearer ${sample.token}` }, retry: 0 },
  });
  await started.write();
});

const accepted = {
  messaging_product: 'whatsapp',
  contacts: [{ input: asha, wa_id: asha }],
  messages: [{ id: expect.stringMatching(/^wamid\./) as string }],
};

const common = { phoneNumberID, to: asha } as const;

describe('messages', () => {
  test('of text are accepted', async () => {
    const message = await sdk.message
      .createMessage({ ...common, type: MessageType.Text, text: { body: 'Hello' } })
      .json();
    expect(message).toMatchObject(accepted);
  });

  test('with buttons, a link and a list are accepted', async () => {
    const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } }) as const;
    const row = (at: number) => ({
      id: `option${at}`,
      title: `Option ${at}`,
      description: `This is option ${at}`,
    });
    const body = { text: 'Hello' };
    const interactives = [
      {
        type: 'button',
        body,
        action: { buttons: [reply('button1', 'Button 1'), reply('button2', 'Button 2')] },
      },
      {
        type: 'cta_url',
        body,
        action: { name: 'cta_url', parameters: { display_text: 'Open Link', url: 'https://example.com' } },
      },
      {
        type: 'list',
        body,
        action: {
          button: 'View Options',
          sections: [
            { title: 'Section 1', rows: [row(1), row(2)] },
            { title: 'Section 2', rows: [row(3), row(4)] },
          ],
        },
      },
    ] as const;
    for (const interactive of interactives) {
      const options = { ...common, type: MessageType.Interactive, interactive };
      type Options = Parameters<typeof sdk.message.createMessage>[0];
      expect(await sdk.message.createMessage(options as unknown as Options).json()).toMatchObject(accepted);
    }
  });

  test('of a template with text, currency and date are matched with it', async () => {
    const created = await started.ask('POST', `/${sample.wabaId}/message_templates`, {
      name: 'test_1',
      language: 'en_US',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'Your {{1}} subscription costs {{2}} and is renewed on {{3}} unless you cancel it.',
          example: { body_text: [['Example', '£100', '2026-01-01']] },
        },
      ],
    });
    await started.world('POST', `/world/templates/${textAt(created.body, 'id')}/steering`, { to: 'approve' });
    const message = await sdk.message
      .createMessage({
        ...common,
        type: MessageType.Template,
        template: {
          name: 'test_1',
          language: { code: 'en_US' },
          components: [
            {
              type: 'body',
              parameters: [
                { type: 'text', text: 'Example' },
                { type: 'currency', currency: { fallback_value: '£100', code: 'GBP', amount_1000: 100_000 } },
                { type: 'date_time', date_time: { fallback_value: '2026-01-01' } },
              ],
            },
          ],
        },
      })
      .json();
    expect(message).toMatchObject({ ...accepted, messages: [{ message_status: 'accepted' }] });
  });

  test('are marked as read, with typing', async () => {
    const done = await sdk.message
      .createStatus({
        phoneNumberID,
        message_id: await started.write(),
        status: 'read',
        typing_indicator: { type: 'text' },
      })
      .json();
    expect(done).toEqual({ success: true });
  });

  test('that Graph refuses come as HTTP errors', async () => {
    const refused = sdk.message.createMessage({
      ...common,
      to: '+999123456',
      type: MessageType.Text,
      text: { body: 'x' },
    });
    await expect(refused.json()).rejects.toMatchObject({ response: { status: 400 } });
  });
});

describe('media', () => {
  test('are uploaded, looked up and deleted', async () => {
    const file = new Blob(['Namaste'], { type: 'text/plain' });
    const { id } = await sdk.media
      .upload({ phoneNumberID, mimeType: 'text/plain', file, filename: 'a.txt' })
      .json();
    expect(await sdk.media.getURL({ mediaID: id }).json()).toMatchObject({ id, mime_type: 'text/plain' });
    expect(await sdk.media.delete({ mediaID: id }).json()).toEqual({ success: true });
  });
});

describe('accounts and numbers', () => {
  test('are read, and the profile is changed', async () => {
    const number = await sdk.phoneNumbers.getPhoneNumber({ phoneNumberID }).json();
    expect(number).toMatchObject({
      id: phoneNumberID,
      verified_name: 'Surat Silks',
      quality_rating: 'GREEN',
    });
    const list = await sdk.phoneNumbers.listPhoneNumbers({ businessAccountID: sample.wabaId }).json();
    expect(list).toMatchObject({ data: [{}, {}] });
    expect(await sdk.whatsappBusinessAccount.get(sample.wabaId).json()).toMatchObject({ id: sample.wabaId });
    expect(await sdk.businessProfile.updateBusinessProfile({ phoneNumberID, about: 'नमस्ते' }).json()).toEqual({
      success: true,
    });
    const profile = await sdk.businessProfile
      .getBusinessProfile({ phoneNumberID, fields: ['about'] as never })
      .json();
    expect(profile).toMatchObject({ data: [{ about: 'नमस्ते' }] });
  });

  test('are subscribed to', async () => {
    const { subscribedApps } = sdk;
    expect(
      await subscribedApps
        .createSubscription({ businessAccountID: sample.clinicWabaId })
        .json()
        .catch((error: unknown) => error),
    ).toHaveProperty('response.status', 403);
    expect(await subscribedApps.createSubscription({ businessAccountID: sample.wabaId }).json()).toEqual({
      success: true,
    });
    expect(await subscribedApps.listSubscriptions({ businessAccountID: sample.wabaId }).json()).toMatchObject(
      {
        data: [{ whatsapp_business_api_data: { id: sample.appId } }],
      },
    );
  });
});

describe('templates', () => {
  test('are created with named parameters, listed, read and deleted', async () => {
    const { id } = (await sdk.template
      .create(sample.wabaId, {
        name: 'named_greeting',
        language: 'en_US',
        category: 'UTILITY',
        parameter_format: 'NAMED',
        components: [
          {
            type: 'BODY',
            text: 'Hello, {{name}}! Your appointment is confirmed.',
            example: { body_text_named_params: [{ param_name: 'name', example: 'John' }] },
          },
        ],
      } as never)
      .json()) as { id: string };
    expect(await sdk.template.get(id, {}).json()).toMatchObject({
      id,
      name: 'named_greeting',
      status: 'PENDING',
    });
    const list = await sdk.template.list(sample.wabaId, { status: ['PENDING'], limit: 5 } as never).json();
    expect(list).toMatchObject({ data: [{ name: 'named_greeting' }] });
    expect(await sdk.template.delete(sample.wabaId, { name: 'named_greeting' }).json()).toEqual({
      success: true,
    });
  });
});

describe('webhooks', () => {
  test('are registered and received by the client', async () => {
    await started.travel(60);
    const seen: unknown[] = [];
    const server = createServer((request, response) => {
      void respond().catch((error: unknown) => seen.push(error));
      async function respond(): Promise<void> {
        const { method = '', url = '', headers } = request;
        const query = Object.fromEntries(new URL(url, 'http://here').searchParams);
        if (method === 'GET') {
          const registration = await sdk.webhook.register({
            method,
            query,
            body: undefined,
            headers,
          } as never);
          response.end(registration.verifyToken === 'abcd' ? registration.accept() : registration.reject());
          return;
        }
        const event = await sdk.webhook.eventNotification({
          method,
          query,
          body: await text(request),
          headers,
        } as never);
        await event.verifySignature(sample.appSecret);
        seen.push(event.eventNotification);
        response.end(event.accept());
      }
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const callback = `http://127.0.0.1:${(server.address() as AddressInfo).port}/path/to/webhook`;
    const registered = await started.ask(
      'POST',
      `/${sample.appId}/subscriptions`,
      {
        object: 'whatsapp_business_account',
        callback_url: callback,
        verify_token: 'abcd',
        fields: 'messages',
      },
      `${sample.appId}|${sample.appSecret}`,
    );
    expect(registered.body).toEqual({ success: true });
    await started.write(asha, 'धन्यवाद');
    await started.travel(1);
    expect(seen).toMatchObject([
      {
        object: 'whatsapp_business_account',
        entry: [
          {
            changes: [{ field: 'messages', value: { messages: [{ from: asha, text: { body: 'धन्यवाद' } }] } }],
          },
        ],
      },
    ]);
  });
});
