import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { asha, change, message, messages, status, statuses } from '../../../../test/webhooks/bodies.ts';
import { plantConnection, takingIn, type Connected } from '../../../../test/webhooks/processing-ground.ts';
import { storeDeliveries } from '../ingest/deliveries.ts';
import { takeIn } from './take-in.ts';

interface Delivery {
  deliveryId: string;
  state: string;
  reason: string | null;
  detail: string | null;
  discardedBy: string | null;
  body: string;
  encoding: string;
  isWhole: boolean;
}

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

let app: TestApp;
let silksOwner: Signed;
let clinicOwner: Signed;
let silks: Connected;
let clinic: Connected;

beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
  silksOwner = await buildWorkspace(app);
  clinicOwner = await buildWorkspace(app, 'Sahyadri Dental');
  silks = await plantConnection(app.database.asOwner, { workspaceId: silksOwner.workspaceId });
  // The clinic is connected through the same app, whose one door is that of the silk shop.
  clinic = await plantConnection(app.database.asOwner, {
    workspaceId: clinicOwner.workspaceId,
    metaAppId: silks.metaAppId,
    appId: randomUUID(),
  });
});
afterAll(() => app.stop());

async function deliver(...bodies: (object | string | Buffer)[]): Promise<void> {
  const given = bodies.map((body) => ({
    ...silks,
    body: Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  }));
  await storeDeliveries(app.db, given, app.clock.now());
  await takeIn(takingIn(app.db));
}

const list = async ({ api }: Signed, query = ''): Promise<Delivery[]> =>
  (await api.get<Page<Delivery>>(`/webhooks/deliveries${query}`)).body.items;
const say = (place: Connected, id: string) => messages(place, message(id, app.clock.now()));

describe('deliveries', () => {
  test('are seen by those of whom they speak, and by nobody else', async () => {
    await deliver(say(silks, 'to silks'));
    await deliver(say(clinic, 'to clinic'));
    const [toSilks, toClinic] = [await list(silksOwner), await list(clinicOwner)];
    expect(toSilks).toHaveLength(1);
    expect(toClinic).toHaveLength(1);
    const body = (signed: Signed, id: string) => signed.api.get<Delivery>(`/webhooks/deliveries/${id}`);
    expect((await body(silksOwner, toSilks[0]!.deliveryId)).body.body).toContain('to silks');
    expect((await body(clinicOwner, toClinic[0]!.deliveryId)).body.body).toContain('to clinic');
    expect((await body(clinicOwner, toSilks[0]!.deliveryId)).status).toBe(404);
    // It came through their door, and that is all that is theirs of it.
    expect((await body(silksOwner, toClinic[0]!.deliveryId)).status).toBe(404);
  });

  test('of several workspaces are shown to each without what is the others’', async () => {
    const both = say(silks, 'half silks') as { entry: object[] };
    both.entry.push(...(say(clinic, 'half clinic') as { entry: object[] }).entry);
    await deliver(both);
    for (const [signed, own, others] of [
      [silksOwner, 'half silks', 'half clinic'],
      [clinicOwner, 'half clinic', 'half silks'],
    ] as const) {
      const [{ deliveryId }] = (await list(signed)) as [Delivery];
      const { body } = await signed.api.get<Delivery>(`/webhooks/deliveries/${deliveryId}`);
      expect(body.isWhole).toBe(false);
      expect(body.body).toContain(own);
      expect(body.body).not.toContain(others);
    }
  });

  test('that cannot be read belong to nobody while the app serves several', async () => {
    await deliver('{"object":');
    expect(await list(silksOwner, '?state=parked&reason=not_json')).toEqual([]);
  });

  test('need the permission for it', async () => {
    const agent = await buildMember(app, silksOwner.workspaceId, 'agent');
    expect((await agent.api.get('/webhooks/deliveries')).status).toBe(403);
  });
});

describe('of a workspace that has its app for itself', () => {
  let owner: Signed;
  let own: Connected;
  const deliverOwn = async (...bodies: (string | Buffer)[]): Promise<void> => {
    const given = bodies.map((body) => ({ ...own, body: Buffer.from(body) }));
    await storeDeliveries(app.db, given, app.clock.now());
    await takeIn(takingIn(app.db));
  };
  const parked = (): Promise<Delivery[]> => list(owner, '?state=parked');

  beforeAll(async () => {
    owner = await buildWorkspace(app, 'Konkan Tours');
    own = await plantConnection(app.database.asOwner, { workspaceId: owner.workspaceId });
  });

  test('what cannot be read is shown as it came, with what is wrong', async () => {
    await deliverOwn(Buffer.from([0x7b, 0xff]), '{"object":');
    const shown = await parked();
    expect(new Set(shown.map(({ reason }) => reason))).toEqual(new Set(['not_json', 'not_utf8']));
    for (const { deliveryId, reason, detail } of shown) {
      const { body } = await owner.api.get<Delivery>(`/webhooks/deliveries/${deliveryId}`);
      expect(body).toMatchObject(
        reason === 'not_utf8'
          ? { body: 'e/8=', encoding: 'base64' }
          : { body: '{"object":', encoding: 'text' },
      );
      expect(detail).toContain('The body is not');
    }
    const { body } = await owner.api.get('/webhooks/parked');
    expect(body).toEqual({
      items: [
        { reason: 'not_json', count: 1 },
        { reason: 'not_utf8', count: 1 },
      ],
    });
  });

  test('one can be given up: it stays, with who gave it up, and cannot be retried', async () => {
    const [first] = await parked();
    expect((await owner.api.remove(`/webhooks/deliveries/${first!.deliveryId}`)).status).toBe(200);
    const discarded = await list(owner, '?state=discarded');
    expect(discarded).toMatchObject([{ deliveryId: first!.deliveryId, discardedBy: `user:${owner.userId}` }]);
    expect((await owner.api.post(`/webhooks/deliveries/${first!.deliveryId}/retry`, {})).status).toBe(409);
    expect((await owner.api.post(`/webhooks/deliveries/${randomUUID()}/retry`, {})).status).toBe(404);
  });

  test('what was about an unknown number is taken in when that is there', async () => {
    const place = { wabaId: '2000777', phoneNumberId: '1000777' };
    await deliverOwn(JSON.stringify(messages(place, message('too early', app.clock.now()))));
    expect((await parked())[0]).toMatchObject({ reason: 'unknown_number' });
    await plantConnection(app.database.asOwner, {
      ...own,
      ...place,
      accountId: randomUUID(),
      numberId: randomUUID(),
    });
    expect((await owner.api.post('/webhooks/parked/retry', { reason: 'unknown_number' })).body).toEqual({
      count: 1,
    });
    await takeIn(takingIn(app.db));
    expect(await app.database.asOwner(`select from messages where wamid = 'too early'`)).toHaveLength(1);
  });

  test('pages go on where the one before ended', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await owner.api.get<Page<Delivery>>(`/webhooks/deliveries?limit=1${query}`);
      seen.push(...body.items.map(({ deliveryId }) => deliveryId));
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(3);
    expect(seen.toSorted().toReversed()).toEqual(seen);
  });
});

describe('conversations and messages', () => {
  test('are read as pages of a thread, newest first, and one with what became of it', async () => {
    const at = (minutes: number): Date => new Date(app.clock.now().getTime() + minutes * 60_000);
    for (const nth of [1, 2, 3]) await deliver(messages(silks, message(`page ${nth}`, at(nth - 10))));
    const [{ id: contactId }] = (await app.database.asOwner<{ id: string }>(
      `select contact_id as id from messages where wamid = 'page 1'`,
    )) as [{ id: string }];
    const { body: found } = await silksOwner.api.get<Page<{ conversationId: string; windowEndsAt: string }>>(
      `/conversations?contactId=${contactId}`,
    );
    const { conversationId } = found.items[0]!;
    const path = `/conversations/${conversationId}/messages`;
    const first = (await silksOwner.api.get<Page<{ wamid: string; messageId: string }>>(`${path}?limit=2`))
      .body;
    const second = (
      await silksOwner.api.get<Page<{ wamid: string }>>(`${path}?limit=200&cursor=${first.nextCursor}`)
    ).body;
    const all = [...first.items, ...second.items].map(({ wamid }) => wamid);
    expect(all.slice(-3)).toEqual(['page 3', 'page 2', 'page 1']);
    expect(new Set(all).size).toBe(all.length);
    expect((await clinicOwner.api.get(`/conversations/${conversationId}`)).status).toBe(404);
    expect((await clinicOwner.api.get(`/messages/${first.items[0]!.messageId}`)).status).toBe(404);
  });

  test('a message is shown with each thing that was told of it', async () => {
    const echo = message('life', app.clock.now(), { from: '912614001234', to: asha });
    await deliver(change(silks, 'smb_message_echoes', { message_echoes: [echo] }));
    await deliver(
      statuses(silks, status('life', 'delivered', app.clock.now()), status('life', 'read', app.clock.now())),
    );
    const [{ id }] = (await app.database.asOwner<{ id: string }>(
      `select message_id as id from messages where wamid = 'life'`,
    )) as [{ id: string }];
    const { body } = await silksOwner.api.get<{ status: string; statuses: { status: string }[] }>(
      `/messages/${id}`,
    );
    expect(body).toMatchObject({ status: 'read', intent: null, attempts: [] });
    expect(body.statuses.map((each) => each.status)).toEqual(['delivered', 'read']);
  });
});

test('health says when webhooks are parked, and when they wait too long', async () => {
  const check = async (): Promise<{ state: string; message: string }> =>
    (
      await silksOwner.api.get<{ checks: { name: string; state: string; message: string }[] }>('/health')
    ).body.checks.find(({ name }) => name === 'webhooks')!;
  expect(await check()).toMatchObject({
    state: 'warning',
    message: expect.stringContaining('could not be taken in'),
  });
  await storeDeliveries(app.db, [{ ...silks, body: Buffer.from('{"late":1}') }], app.clock.now());
  app.clock.advance(61_000);
  expect(await check()).toMatchObject({
    state: 'bad',
    message: expect.stringContaining('wait to be taken in'),
  });
});
