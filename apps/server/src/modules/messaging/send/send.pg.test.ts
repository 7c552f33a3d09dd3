import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  hours,
  intentTo,
  openSendingGround,
  plantSender,
  template,
  words,
  type SendingGround,
} from '../../../../test/sending/ground.ts';
import { buildMember, buildWorkspace } from '../../../../test/factories.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { Intent, Sent } from './intent.ts';
import { send } from './send.ts';

let ground: SendingGround;
beforeAll(async () => {
  ground = await openSendingGround();
});
afterAll(() => ground.app.stop());

const midday = new Date('2026-11-20T06:30:00.000Z');
beforeEach(() => ground.app.clock.moveTo(midday));

const sendOne = (intent: Intent): Promise<Sent> =>
  ground.inWorkspace((tx) => send(tx, ground.app.sending, intent));

const rows = <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
  ground.asOwner<Row>(text, values);

describe('a message that may be sent', () => {
  test('is queued whole: intent, message, outbox, caps and an event', async () => {
    const contactId = await ground.contact({ contact: { name: 'Asha' } });
    const personalValues = { 'body.1': { field: 'name' as const } };
    const sent = await sendOne(
      intentTo(ground.numberId, contactId, {
        content: template('hello'),
        personalValues,
        originId: 'key 1',
        tag: 'cart',
      }),
    );
    expect(sent).toMatchObject({ verdict: 'allowed', contactId, rule: null });
    const [message] = await rows(
      `select m.type, m.content, m.text, m.status, m.direction, m.category, m.origin, m.origin_id, m.estimated_micros::int as micros,
         o.class, o.priority, o.state, o.hold, o.deadline_at, o.contact_id, m.template_id = o.template_id as same_template,
         m.conversation_id = o.conversation_id as same_conversation
       from messages m join outbox o using (workspace_id, message_id) where message_id = $1`,
      sent.messageId,
    );
    expect(message).toEqual({
      type: 'template',
      content: {
        template: {
          name: 'hello',
          language: { code: 'en' },
          components: [{ type: 'body', parameters: [{ type: 'text', text: 'Asha' }] }],
        },
      },
      text: 'Hello Asha',
      status: 'queued',
      direction: 'out',
      category: 'marketing',
      origin: 'api',
      origin_id: 'key 1',
      micros: 863_100,
      class: 'marketing',
      priority: 3,
      state: 'ready',
      hold: null,
      deadline_at: hours(midday, 24),
      contact_id: contactId,
      same_template: true,
      same_conversation: true,
    });
    expect(await rows('select tag from recent_sends where message_id = $1', sent.messageId)).toEqual([
      { tag: 'cart' },
    ]);
    const events = await rows<{ data: object }>(
      `select data from events where type = 'messages.queued' order by seq desc limit 1`,
    );
    expect(events[0]!.data).toEqual({ numberIds: [ground.numberId], count: 1, sourceId: null });
  });

  test('waits until its time, and an answer not beyond its window', async () => {
    const contactId = await ground.contact({ windowEndsAt: hours(midday, 5) });
    const sent = await sendOne(
      intentTo(ground.numberId, contactId, { content: words(), scheduledAt: hours(midday, 2) }),
    );
    const [row] = await rows(
      `select state, hold, due_at, deadline_at, priority from outbox where message_id = $1`,
      sent.messageId,
    );
    expect(row).toEqual({
      state: 'waiting',
      hold: 'scheduled',
      due_at: hours(midday, 2),
      deadline_at: hours(midday, 5),
      priority: 1,
    });
  });

  test('is held through the night and then has its whole time', async () => {
    ground.app.clock.moveTo(hours(midday, 12));
    const sent = await sendOne(intentTo(ground.numberId, await ground.contact()));
    expect(sent).toMatchObject({
      verdict: 'held',
      rule: 'quiet_hours',
      until: new Date('2026-11-21T04:30:00.000Z'),
    });
    const [row] = await rows(
      `select state, hold, due_at, deadline_at, status, reason from outbox join messages using (workspace_id, message_id)
       where message_id = $1`,
      sent.messageId,
    );
    expect(row).toEqual({
      state: 'waiting',
      hold: 'quiet_hours',
      due_at: new Date('2026-11-21T04:30:00.000Z'),
      deadline_at: new Date('2026-11-22T04:30:00.000Z'),
      status: 'queued',
      reason: 'quiet_hours',
    });
  });

  test('reaches a number that nobody knew yet, if the caller may add contacts', async () => {
    const to = { phone: '098250 99887' };
    const code = { content: template('code', { code: '1234' }), to };
    await expect(sendOne(intentTo(ground.numberId, '', code))).rejects.toThrow(/may not add/);
    const sent = await sendOne(intentTo(ground.numberId, '', { ...code, mayCreateContact: true }));
    expect(sent.verdict).toBe('allowed');
    const again = await sendOne(intentTo(ground.numberId, '', code));
    expect(again.contactId).toBe(sent.contactId);
    const [row] = await rows(
      `select phone, class, priority, deadline_at from outbox join contacts using (workspace_id, contact_id)
      where message_id = $1`,
      sent.messageId,
    );
    expect(row).toEqual({
      phone: '+919825099887',
      class: 'otp',
      priority: 0,
      deadline_at: new Date(midday.getTime() + 300_000),
    });
  });
});

describe('a message with a file of ours', () => {
  const picture = (media: string): Intent['content'] => ({ type: 'image', image: { media } });
  const plantPicture = async (state: string): Promise<string> => {
    const mediaId = newId(midday);
    await ground.asOwner(
      `insert into media (workspace_id, media_id, direction, kind, state, reason, mime, sha256, size, created_at, used_at)
       values ($1, $2, 'out', 'image', $3, 'test', 'image/png', sha256(uuid_send($2)), 1000, $4, $4)`,
      [ground.workspaceId, mediaId, state, midday],
    );
    return mediaId;
  };

  test('waits until the file is at WhatsApp', async () => {
    const contactId = await ground.contact({ windowEndsAt: hours(midday, 5) });
    const content = picture(await plantPicture('stored'));
    const sent = await sendOne(intentTo(ground.numberId, contactId, { content }));
    expect(sent.verdict).toBe('allowed');
    const [row] = await rows(`select state, hold, due_at from outbox where message_id = $1`, sent.messageId);
    expect(row).toEqual({ state: 'waiting', hold: 'media', due_at: hours(midday, 5) });
    expect(await rows('select 1 from media_waits where message_id = $1', sent.messageId)).toHaveLength(1);
  });

  test('is refused when the file is not there', async () => {
    const contactId = await ground.contact({ windowEndsAt: hours(midday, 5) });
    for (const media of [await plantPicture('failed'), newId(midday)]) {
      const sent = await sendOne(intentTo(ground.numberId, contactId, { content: picture(media) }));
      expect(sent).toMatchObject({
        verdict: 'refused',
        rule: 'file_unusable',
        sentence: { en: expect.any(String) as string },
      });
    }
    expect(await rows('select 1 from outbox where contact_id = $1', contactId)).toEqual([]);
  });
});

describe('one cause', () => {
  test('is answered again as it was the first time, whatever has changed since', async () => {
    const contactId = await ground.contact();
    const intent = intentTo(ground.numberId, contactId);
    const first = await sendOne(intent);
    await ground.asOwner('update contacts set blocked_at = now() where contact_id = $1', [contactId]);
    expect(await sendOne(intent)).toEqual(first);
    const refused = intentTo(ground.numberId, contactId);
    const answer = await sendOne(refused);
    expect(answer).toMatchObject({ verdict: 'refused', rule: 'blocked' });
    await ground.asOwner('update contacts set blocked_at = null where contact_id = $1', [contactId]);
    expect(await sendOne(refused)).toEqual(answer);
  });

  test('with another request is a conflict', async () => {
    const intent = intentTo(ground.numberId, await ground.contact());
    await sendOne(intent);
    await expect(sendOne({ ...intent, content: template('shipped') })).rejects.toThrow(/Something else/);
    await expect(sendOne({ ...intent, to: { contactId: await ground.contact() } })).rejects.toThrow(
      /Something else/,
    );
  });

  test('asked for fifty times at once makes one message', async () => {
    const contactId = await ground.contact();
    const intent = intentTo(ground.numberId, contactId, { content: template('shipped') });
    const answers = await Promise.all(Array.from({ length: 50 }, () => sendOne(intent)));
    expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(1);
    for (const table of ['messages', 'outbox', 'conversations'])
      expect(await rows(`select 1 from ${table} where contact_id = $1`, contactId)).toHaveLength(1);
  });

  test('of another kind, or with a colon in it, is another cause', async () => {
    const contactId = await ground.contact();
    const of = (kind: string, id: string, step?: string): Intent =>
      intentTo(ground.numberId, contactId, {
        content: template('shipped'),
        cause: { kind, id, ...(step && { step }) },
      });
    const sent = await Promise.all(
      [of('a', 'b'), of('b', 'b'), of('a', 'b', 'c'), of('a', 'b:c')].map((intent) => sendOne(intent)),
    );
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(4);
  });
});

test('a cap is kept when many are sent to one person at once', async () => {
  const contactId = await ground.contact();
  const sent = await Promise.all(
    Array.from({ length: 8 }, () => sendOne(intentTo(ground.numberId, contactId))),
  );
  expect(sent.filter(({ rule }) => rule === 'frequency_cap')).toHaveLength(7);
});

describe('the API', () => {
  const post = (body: object, headers = {}) =>
    ground.owner.api.post<Record<string, never>>('/messages', body, headers);
  const shipped = (contactId: string) => ({
    to: { contactId },
    numberId: ground.numberId,
    content: template('shipped'),
  });

  test('refuses with the name of the rule and keeps the decision', async () => {
    const contactId = await ground.contact({ contact: { blocked_at: midday } });
    const answer = await post(shipped(contactId), {
      'idempotency-key': `first ${contactId}`.replace(' ', '-'),
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'send_refused', details: { rule: 'blocked' } });
    const listed = await ground.owner.api.get<{ items: object[] }>(
      `/intents?verdict=refused&contactId=${contactId}`,
    );
    expect(listed.body.items).toMatchObject([{ rule: 'blocked', contactId, origin: 'agent' }]);
    expect(await rows('select 1 from messages where contact_id = $1', contactId)).toEqual([]);
  });

  test('sends once for a key of a request and for ever for a cause', async () => {
    const contactId = await ground.contact();
    const key = { 'idempotency-key': `key-${contactId}` };
    const [one, other] = [await post(shipped(contactId), key), await post(shipped(contactId), key)];
    expect([one.status, other.body]).toEqual([200, one.body]);
    await ground.asOwner('delete from idempotency_keys');
    expect((await post(shipped(contactId), key)).body).toEqual(one.body);
    const caused = { ...shipped(contactId), cause: `order ${contactId}` };
    const first = await post(caused);
    expect((await post(caused)).body).toEqual(first.body);
    expect((await post({ ...caused, content: template('diwali') })).status).toBe(409);
    expect(await rows('select 1 from messages where contact_id = $1', contactId)).toHaveLength(2);
  });

  test('explains every rule, and lets agents change no policies', async () => {
    const contactId = await ground.contact({ contact: { blocked_at: midday }, consent: { granted: [] } });
    const answer = await ground.owner.api.post<{
      verdict: string;
      rules: { rule: string; verdict: string }[];
    }>('/messages/explain', { contactId, numberId: ground.numberId, content: template('diwali') });
    expect(answer.body).toMatchObject({ verdict: 'refused' });
    const stops = answer.body.rules.filter(({ verdict }) => verdict === 'refused').map(({ rule }) => rule);
    expect(stops).toEqual(['blocked', 'consent_not_granted']);
    expect(answer.body.rules.find(({ rule }) => rule === 'window_closed')!.verdict).toBe('unasked');
    const marketer = await buildMember(ground.app, ground.workspaceId, 'marketer');
    expect((await marketer.api.get('/gate-policies')).body).toMatchObject({ blockedCountries: [] });
    expect((await marketer.api.patch('/gate-policies', { caps: [] })).status).toBe(403);
    const changed = await ground.owner.api.patch('/gate-policies', { blockedCountries: ['NP'] });
    expect(changed.body).toMatchObject({
      blockedCountries: ['NP'],
      quietHours: { marketing: { opens: '10:00' } },
    });
  });
});

test('nobody of another workspace is reached, nor from its numbers', async () => {
  const other = await buildWorkspace(ground.app, 'Pune Silks');
  const pune = await plantSender(ground.app, other.workspaceId);
  const theirs = await pune.contact();
  const send404 = async (body: object): Promise<number> =>
    (await ground.owner.api.post('/messages', { content: template('shipped'), ...body })).status;
  expect(await send404({ to: { contactId: theirs }, numberId: ground.numberId })).toBe(404);
  expect(await send404({ to: { contactId: await ground.contact() }, numberId: pune.numberId })).toBe(404);
  const counted = await ground.owner.api.post<{ total: number; allowed: number }>('/audiences/dry-run', {
    audience: { contactIds: [theirs, newId(midday)] },
    numberId: ground.numberId,
    content: template('shipped'),
  });
  expect(counted.body).toMatchObject({
    total: 2,
    allowed: 0,
    outcomes: [{ rule: 'not_contactable', count: 2 }],
  });
});
