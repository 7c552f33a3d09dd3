import { generateKeyPairSync } from 'node:crypto';
import type { SendTemplate } from '@trikon/whatsapp';
import { GraphFailure } from '@trikon/whatsapp/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asha, collect, greeting, openStage, silks, type Stage, text } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const { accountId, appId, numberId, secondNumberId } = silks;

async function failureOf(work: Promise<unknown>) {
  const error = await work.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphFailure)) throw error;
  return error.failure;
}

test('a customer writes, is marked as read while we type, answered, blocked and unblocked', async () => {
  const { graph, receiver, world } = stage;
  const override = { url: receiver.url, verifyToken: receiver.verifyToken };
  await graph.subscribeApp({ accountId, override });
  await world('POST', `phones/${asha}/actions`, { type: 'send-text', chat: numberId, text: 'Is it silk?' });
  await expect.poll(() => receiver.updates.map(({ kind }) => kind)).toContain('message');
  const message = receiver.updates.find((update) => update.kind === 'message');
  expect(message).toMatchObject({
    wabaId: accountId,
    phoneNumberId: numberId,
    value: { type: 'text', text: { body: 'Is it silk?' } },
    contact: { wa_id: asha },
  });
  await graph.markRead({ numberId, wamid: message?.value.id ?? '', isTyping: true });
  expect(await graph.sendMessage({ numberId, message: text() })).toMatchObject({
    outcome: 'accepted',
    wamid: expect.stringMatching(/^wamid\./),
    waId: asha,
  });
  const users = [{ phone: `+${asha}` }, { phone: '+919000000000' }];
  expect(await graph.blockUsers({ numberId, users })).toMatchObject({
    done: [{ waId: asha }],
    failed: [{ input: '+919000000000', errors: [{ class: 'fix' }] }],
  });
  expect(await collect(graph.listBlockedUsers({ numberId }))).toMatchObject([{ wa_id: asha }]);
  expect(await graph.unblockUsers({ numberId, users: [{ phone: `+${asha}` }] })).toMatchObject({
    done: [{ waId: asha }],
    failed: [],
  });
  expect(receiver.refused).toBe(0);
});

test('a template goes out, and its statuses and its history say what became of it', async () => {
  const { graph, receiver } = stage;
  const sent = await graph.sendMessage({ numberId, message: greeting });
  if (sent.outcome !== 'accepted') throw new Error(sent.outcome);
  expect(sent.messageStatus).toBe('accepted');
  await expect
    .poll(() => receiver.updates.map(({ key }) => key))
    .toContain(`status:${sent.wamid}:delivered:${asha}`);
  const [record] = await collect(graph.messageHistory({ numberId, wamid: sent.wamid }));
  expect(record).toMatchObject({
    message_id: sent.wamid,
    events: { data: [{ application: { id: appId } }, {}] },
  });
});

test('marketing goes out by its own door, which takes nothing else', async () => {
  const values = ['Asha', 'DIWALI10'].map((value) => ({ type: 'text' as const, text: value }));
  const components = [{ type: 'body' as const, parameters: values }];
  const offer = { name: 'festive_offer', language: { code: 'en' }, components };
  const send = (template: SendTemplate) =>
    stage.graph.sendMarketingMessage({
      numberId,
      message: { ...greeting, template, product_policy: 'CLOUD_API_FALLBACK' },
    });
  expect(await send(offer)).toMatchObject({ outcome: 'accepted' });
  expect(await send({ ...offer, components: [] })).toMatchObject({
    error: { code: 132_000, actor: 'author' },
  });
  expect(await send(greeting.template)).toMatchObject({ outcome: 'refused', error: { class: 'fix' } });
});

test('a file goes up, is looked at, comes down in a stream of limited size, and is deleted', async () => {
  const { graph } = stage;
  const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(40_000, 'x')]);
  const { id: mediaId } = await graph.uploadMedia({
    numberId,
    bytes,
    name: 'बिल "1".pdf',
    type: 'application/pdf',
  });
  const file = await graph.getMedia({ mediaId, numberId });
  expect(file).toMatchObject({ id: mediaId, mimeType: 'application/pdf', bytes: bytes.length });
  const download = await graph.downloadMedia({ url: file.url, mostBytes: 100_000 });
  if (download.outcome !== 'ready') throw new Error(download.outcome);
  expect(download).toMatchObject({ mimeType: 'application/pdf', bytes: bytes.length });
  expect(Buffer.concat((await download.stream.toArray()) as Buffer[])).toEqual(bytes);
  expect(await graph.downloadMedia({ url: file.url, mostBytes: 1_000 })).toEqual({ outcome: 'too_large' });
  expect(await graph.downloadMedia({ url: `${file.url}x`, mostBytes: 1_000 })).toEqual({
    outcome: 'expired',
  });
  await graph.deleteMedia({ mediaId });
  expect(await failureOf(graph.getMedia({ mediaId }))).toMatchObject({
    outcome: 'refused',
    error: { class: 'never' },
  });
});

test('templates are listed over several pages, created, read, edited and deleted', async () => {
  const { graph } = stage;
  const all = await collect(graph.listTemplates({ accountId, limit: 2 }));
  expect(all.length).toBeGreaterThan(4);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.find(({ name }) => name === 'hello_world')).toMatchObject({
    status: 'APPROVED',
    language: 'en_US',
  });
  const created = await graph.createTemplate({
    accountId,
    template: {
      name: 'delivery_note',
      language: 'en',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Your parcel leaves the shop today.' }],
    },
  });
  expect(await graph.getTemplate({ templateId: created.id })).toMatchObject({ name: 'delivery_note' });
  const approved = all.find(({ name }) => name === 'appointment_reminder');
  await graph.editTemplate({ templateId: approved?.id ?? '', message_send_ttl_seconds: 3_600 });
  await graph.deleteTemplate({ accountId, name: 'delivery_note', templateId: created.id });
  const names = (await collect(graph.listTemplates({ accountId }))).map(({ name }) => name);
  expect(names).not.toContain('delivery_note');
  expect(
    await failureOf(
      graph.createTemplate({
        accountId,
        template: {
          name: 'Wrong Name',
          language: 'en',
          category: 'UTILITY',
          components: [{ type: 'BODY', text: 'x' }],
        },
      }),
    ),
  ).toMatchObject({ outcome: 'refused', error: { class: 'fix' } });
});

test('numbers are listed and read by the fields that are wanted, removed and registered', async () => {
  const { graph } = stage;
  const numbers = await collect(graph.listNumbers({ accountId }));
  expect(numbers.map(({ id }) => id).sort()).toEqual([numberId, secondNumberId]);
  expect(await graph.getNumber({ numberId, fields: ['id', 'status', 'throughput'] })).toEqual({
    id: numberId,
    status: 'CONNECTED',
    throughput: { level: 'STANDARD' },
  });
  expect(await graph.getNumber({ numberId })).toMatchObject({
    quality_rating: 'GREEN',
    platform_type: 'CLOUD_API',
  });
  await graph.deregisterNumber({ numberId: secondNumberId });
  expect(await graph.sendMessage({ numberId: secondNumberId, message: text() })).toMatchObject({
    outcome: 'refused',
    error: { code: 133_010, actor: 'admin' },
  });
  expect(await failureOf(graph.registerNumber({ numberId: secondNumberId, pin: '000000' }))).toMatchObject({
    error: { code: 133_005, class: 'fix' },
  });
  await graph.registerNumber({ numberId: secondNumberId, pin: '123456', region: 'IN' });
  expect(await graph.getNumber({ numberId: secondNumberId, fields: ['status'] })).toMatchObject({
    status: 'CONNECTED',
  });
});

test('the profile and the settings of a number are read and changed', async () => {
  const { graph } = stage;
  await graph.setProfile({ numberId, profile: { about: 'Silk, by hand' } });
  expect(await graph.getProfile({ numberId })).toMatchObject({ about: 'Silk, by hand', vertical: 'RETAIL' });
  await graph.setSettings({
    numberId,
    settings: { user_identity_change: { enable_identity_key_check: true } },
  });
  expect(await graph.getSettings({ numberId })).toMatchObject({
    user_identity_change: { enable_identity_key_check: true },
  });
  await graph.setSettings({
    numberId,
    settings: { user_identity_change: { enable_identity_key_check: false } },
  });
});

test('the key for Flows is uploaded and found', async () => {
  const { graph } = stage;
  expect(await graph.findEncryptionKey({ numberId })).toBe(null);
  const { publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await graph.setEncryptionKey({ numberId, publicKey });
  expect(await graph.findEncryptionKey({ numberId })).toEqual({ publicKey, isValid: true });
});

describe('webhooks', () => {
  test('of the app are set after Meta has asked our callback, listed and deleted', async () => {
    const { graph, receiver } = stage;
    const subscription = {
      appId,
      callbackUrl: receiver.url,
      fields: ['messages', 'account_update'],
    } as const;
    await graph.setAppSubscription({ ...subscription, verifyToken: receiver.verifyToken });
    expect(await graph.listAppSubscriptions({ appId })).toEqual([
      { callbackUrl: receiver.url, isActive: true, fields: ['messages', 'account_update'] },
    ]);
    const wrong = failureOf(graph.setAppSubscription({ ...subscription, verifyToken: 'not our word' }));
    expect((await wrong).outcome).toBe('refused');
    await graph.deleteAppSubscription({ appId });
    expect(await graph.listAppSubscriptions({ appId })).toEqual([]);
  });

  test('of an account and of a number go elsewhere by an override, until it is taken away', async () => {
    const { graph, receiver } = stage;
    const override = { url: receiver.url, verifyToken: receiver.verifyToken };
    await graph.subscribeApp({ accountId, override });
    expect(await graph.listSubscribedApps({ accountId })).toEqual([
      { appId, name: 'Trikon', overrideUrl: receiver.url },
    ]);
    await graph.setNumberCallback({ numberId, override });
    const callbacks = async () =>
      (await graph.getNumber({ numberId, fields: ['webhook_configuration'] })).webhook_configuration;
    expect(await callbacks()).toMatchObject({ phone_number: receiver.url });
    await graph.setNumberCallback({ numberId, override: null });
    expect(await callbacks()).not.toHaveProperty('phone_number');
    await graph.subscribeApp({ accountId });
    expect(await graph.listSubscribedApps({ accountId })).toEqual([{ appId, name: 'Trikon' }]);
    await graph.unsubscribeApp({ accountId });
    expect(await graph.listSubscribedApps({ accountId })).toEqual([]);
  });
});

test('a code of Embedded Signup becomes a token, whose worth can be asked', async () => {
  const { graph, emulator } = stage;
  const code = emulator.inside.accounts.loginCodes.issue({
    appId,
    businessId: '506914307656634',
    wabaIds: [accountId],
    scopes: ['whatsapp_business_management'],
  });
  const { token } = await graph.exchangeCode({ appId, code });
  expect(await graph.debugToken({ appId, token })).toEqual({
    isValid: true,
    appId,
    type: 'SYSTEM_USER',
    expiresAt: undefined,
    scopes: ['whatsapp_business_management'],
    targets: [{ scope: 'whatsapp_business_management', ids: [accountId] }],
    problem: undefined,
  });
  expect(await graph.debugToken({ appId, token: 'EAAnonsense' })).toMatchObject({ isValid: false });
  expect(await failureOf(graph.exchangeCode({ appId, code }))).toMatchObject({ outcome: 'refused' });
  const limited = stage.open({ token });
  expect(await limited.sendMessage({ numberId, message: text() })).toMatchObject({
    outcome: 'refused',
    error: { code: 10, class: 'pause', scope: 'token' },
  });
});

test('a token with the proof of another secret is refused, and how much of the limits is used was told', async () => {
  const stranger = stage.open({ appSecret: 'not ours' });
  expect(await stranger.sendMessage({ numberId, message: text() })).toMatchObject({
    outcome: 'refused',
    error: { code: 100, class: 'fix' },
  });
  expect(stage.usage).toContainEqual(
    expect.objectContaining({ id: accountId, type: 'whatsapp_business_management', regainMinutes: 0 }),
  );
});
