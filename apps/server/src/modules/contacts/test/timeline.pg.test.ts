import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildMember, type Signed } from '../../../../test/factories.ts';
import { plantMessages, plantNumber, type Planted } from '../../../../test/plant-number.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';

let app: TestApp;
let owner: Planted;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
});
beforeEach(async () => {
  owner = await plantNumber(app);
});
afterAll(() => app.stop());

interface Line {
  eventId: string;
  kind: string;
  type: string;
  at: string;
  contactId: string;
  actor: { name: string | null };
  data: Record<string, unknown>;
}
interface Page {
  items: Line[];
  nextCursor: string | null;
}

const page = async (who: Signed, query = '', contactId = owner.contactId): Promise<Page> => {
  const { status, body } = await who.api.get<Page>(`/contacts/${contactId}/timeline?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

/** Events in the order of the minutes in which they happened. */
const tell = (events: { type: string; data: object; minute: number; contactId?: string }[]) =>
  app.database.asOwner(
    `insert into events (workspace_id, at, event_id, type, contact_id, actor_kind, actor_id, data)
     select $1, $2::timestamptz + (minute || ' min')::interval, gen_random_uuid(), type, coalesce("contactId", $3), 'system', 'x', data
     from jsonb_to_recordset($4::jsonb) as event (type text, data jsonb, minute int, "contactId" uuid) order by minute`,
    [owner.workspaceId, app.clock.now(), owner.contactId, JSON.stringify(events)],
  );

const placeOf = (messageId: string) => ({
  messageId,
  conversationId: owner.contactId,
  numberId: owner.numberId,
});

describe('the timeline', () => {
  test('tells a message in one line, with what has become of it', async () => {
    const [read, failed] = await plantMessages(app, owner, { count: 2 });
    await app.database.asOwner(
      `update messages set wamid = 'w' || message_id, status = 'read', read_at = at, text = 'Your order is on its way'
       where message_id = $1`,
      [read],
    );
    await app.database.asOwner(
      `update messages set status = 'failed', reason = 'meta_131026', failed_at = at where message_id = $1`,
      [failed],
    );
    const of = { origin: 'campaign', originId: null, at: app.clock.now().toISOString() };
    await tell([
      { type: 'message.sent', data: { ...placeOf(read!), sourceId: null }, minute: 1 },
      { type: 'message.delivered', data: { ...placeOf(read!), ...of }, minute: 2 },
      { type: 'message.read', data: { ...placeOf(read!), ...of, played: false }, minute: 3 },
      {
        type: 'message.failed',
        data: { ...placeOf(failed!), sourceId: null, reason: 'meta_131026', code: 131026 },
        minute: 4,
      },
    ]);
    const { items } = await page(owner, 'kinds[0]=messages');
    expect(items.map(({ type, data }) => [type, data['status'], data['messageId']])).toEqual([
      ['message.failed', 'failed', failed],
      ['message.sent', 'read', read],
    ]);
    expect(items[0]!.data['told']).toMatchObject({ happened: { hi: expect.any(String) as string } });
    expect(items[1]!.data).toMatchObject({ text: 'Your order is on its way', numberName: 'Surat Silks' });
  });

  test('of what somebody wrote on the phone app begins with its delivery, and once', async () => {
    const [echo] = await plantMessages(app, owner);
    const of = { ...placeOf(echo!), originId: null, at: app.clock.now().toISOString() };
    await tell([
      { type: 'message.delivered', data: { ...of, origin: 'app' }, minute: 1 },
      { type: 'message.delivered', data: { ...of, origin: 'app' }, minute: 2 },
    ]);
    expect((await page(owner, 'kinds[0]=messages')).items).toHaveLength(1);
  });

  test('shows messages and consent to whom they are open, and to nobody else', async () => {
    const [sent] = await plantMessages(app, owner);
    await tell([
      { type: 'message.sent', data: { ...placeOf(sent!), sourceId: null }, minute: 1 },
      {
        type: 'consent.granted',
        data: { purpose: 'promotions', source: 'counter', at: app.clock.now().toISOString() },
        minute: 2,
      },
      { type: 'contact.created', data: { source: 'hand' }, minute: 0 },
    ]);
    const kindsFor = async (who: Signed): Promise<string[]> =>
      (await page(who)).items.map(({ kind }) => kind);
    expect(await kindsFor(owner)).toEqual(['consent', 'messages', 'details']);
    const analyst = await buildMember(app, owner.workspaceId, 'analyst');
    const developer = await buildMember(app, owner.workspaceId, 'developer');
    expect(await kindsFor(analyst)).toEqual(['consent', 'details']);
    expect(await kindsFor(developer)).toEqual(['messages', 'details']);
    expect((await page(analyst, 'kinds[0]=messages')).items).toEqual([]);
  });

  test('holds what happened to those merged into it, names who did what, and can be narrowed', async () => {
    const other = await owner.api.post<{ contactId: string }>('/contacts', {
      phone: '98765 43210',
      name: 'Mira',
    });
    const from = other.body.contactId;
    const note = await owner.api.post<{ noteId: string }>(`/contacts/${from}/notes`, { body: 'Likes blue' });
    app.clock.advance(1_000);
    await owner.api.post(`/contacts/${owner.contactId}/merge`, { fromId: from });
    app.clock.advance(1_000);
    await owner.api.patch(`/contacts/${owner.contactId}`, { city: 'Surat' });
    const { items } = await page(owner);
    expect(items.map(({ type }) => type)).toEqual([
      'contact.updated',
      'contact.merged',
      'contact.noted',
      'contact.created',
    ]);
    expect(items[1]!.data).toMatchObject({ otherId: from, otherName: 'Mira' });
    expect(items[1]!.actor.name).not.toBeNull();
    expect(items[2]).toMatchObject({ contactId: from, data: { body: 'Likes blue' } });
    await owner.api.remove(`/contact-notes/${note.body.noteId}`);
    const notes = (await page(owner, 'kinds[0]=notes')).items;
    expect(notes.map(({ data }) => data['what'])).toEqual(['removed']);
  });

  test('is read to its end page by page, each line once, also when many happened at the same moment', async () => {
    await tell(
      Array.from({ length: 57 }, (_, place) => ({
        type: 'contact.updated',
        data: { changed: [`${place}`] },
        minute: Math.floor(place / 20),
      })),
    );
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const { items, nextCursor } = await page(owner, `limit=10${cursor}`);
      seen.push(...items.map(({ data }) => (data['changed'] as string[])[0]!));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(Array.from({ length: 57 }, (_, place) => `${56 - place}`));
    expect((await owner.api.get(`/contacts/${owner.contactId}/timeline?cursor=x`)).status).toBe(400);
  });

  test('reads no more of ten thousand events than its page', async () => {
    await app.database.asOwner(
      `insert into events (workspace_id, at, event_id, type, contact_id, actor_kind, actor_id, data)
       select $1, $2::timestamptz - (n || ' min')::interval, gen_random_uuid(), 'contact.updated', $3, 'system', 'x',
         '{"changed": ["city"]}' from generate_series(1, 10000) n`,
      [owner.workspaceId, app.clock.now(), owner.contactId],
    );
    await app.database.asOwner('analyze events');
    const scope = { workspaceId: owner.workspaceId, actor: { kind: 'system', id: 'test' } } as const;
    const plan = await app.db.inWorkspace(scope, async (tx) => {
      await tx.sql(`select set_config('enable_sort', 'off', true)`);
      return tx.sql<{ 'QUERY PLAN': string }>(
        `explain (analyze, costs off, timing off, summary off)
         select at, seq from events where workspace_id = '${owner.workspaceId}' and contact_id = '${owner.contactId}'
           and type = any('{contact.updated}') order by at desc, seq desc limit 50`,
      );
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Merge Append/);
    expect(text).not.toMatch(/Sort Method|rows=10000/);
    expect((await page(owner)).items).toHaveLength(50);
  });
});
