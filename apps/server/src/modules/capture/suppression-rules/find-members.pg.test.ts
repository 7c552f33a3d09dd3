import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSendingGround, type SendingGround } from '../../../../test/sending/ground.ts';
import { newId } from '../../../platform/ids/index.ts';
import { listRuled, setRuleMembers } from '../../consent/index.ts';
import { findMembers } from './find-members.ts';

let ground: SendingGround;
const now = new Date('2026-11-20T06:30:00.000Z');
beforeAll(async () => {
  ground = await openSendingGround();
});
afterAll(() => ground.app.stop());

interface Message {
  daysAgo?: number;
  direction?: 'in' | 'out';
  delivered?: boolean;
  read?: boolean;
  failed?: number;
  category?: string;
}

/** Somebody with this history. */
async function person(...messages: Message[]): Promise<string> {
  const contactId = await ground.contact();
  const conversationId = newId(now);
  await ground.asOwner(
    `insert into conversations (workspace_id, conversation_id, number_id, contact_id, created_at) values ($1, $2, $3, $4, $5)`,
    [ground.workspaceId, conversationId, ground.numberId, contactId, now],
  );
  for (const {
    daysAgo = 1,
    direction = 'out',
    delivered,
    read,
    failed,
    category = 'marketing',
  } of messages) {
    const at = new Date(now.getTime() - daysAgo * 86_400_000);
    await ground.asOwner(
      `insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type, content,
         at, status, delivered_at, read_at, error, category, created_at)
       values ($1, $2, $3, $4, $5, $6, 'campaign', 'text', '{}', $7, $8, $9, $10, $11, $12, $7)`,
      [
        ground.workspaceId,
        newId(at),
        conversationId,
        contactId,
        ground.numberId,
        direction,
        at,
        direction === 'in' ? 'received' : failed === undefined ? 'delivered' : 'failed',
        delivered || read ? at : null,
        read ? at : null,
        failed === undefined ? null : { code: failed },
        direction === 'in' ? null : category,
      ],
    );
  }
  return contactId;
}

const offers = (count: number, more: Message = {}): Message[] =>
  Array.from({ length: count }, () => ({ delivered: true, ...more }));
const failures = (count: number, failed = 131026): Message[] =>
  Array.from({ length: count }, () => ({ failed }));

const make = async (rule: { kind: string } & Record<string, unknown>): Promise<string> => {
  const { body } = await ground.owner.api.post<{ listId: string }>('/suppression-lists', {
    name: `By rule ${rule.kind}`,
    kind: rule.kind,
    reason: 'They do not look',
    categories: ['marketing'],
    rule,
  });
  return body.listId;
};

async function work(): Promise<void> {
  for (const list of await ground.inWorkspace(listRuled)) {
    const found = await ground.inWorkspace((tx) => findMembers(tx, list));
    await ground.inWorkspace((tx) => setRuleMembers(tx, list, found));
  }
}

const membersOf = async (listId: string): Promise<string[]> => {
  const { body } = await ground.owner.api.get<{ items: { contactId: string }[] }>(
    `/suppression-lists/${listId}/members`,
  );
  return body.items.map(({ contactId }) => contactId).toSorted();
};

test('who gets offers and never looks is found, and freed when they write', async () => {
  const listId = await make({ kind: 'non_engagers', messages: 3, days: 30 });
  const silent = await person(...offers(3));
  const few = await person(...offers(2));
  const reader = await person(...offers(3), { read: true });
  const writer = await person(...offers(4), { direction: 'in' });
  const long = await person(...offers(4, { daysAgo: 60 }));
  const orders = await person(...offers(4, { category: 'utility' }));
  await work();
  expect(await membersOf(listId)).toEqual([silent]);
  expect([few, reader, writer, long, orders]).not.toContain(silent);
  await ground.asOwner(
    `update messages set direction = 'in' where message_id = (select min(message_id::text)::uuid from messages
    where contact_id = $1)`,
    [silent],
  );
  await work();
  expect(await membersOf(listId)).toEqual([]);
});

test('who nothing reaches any more is found, and not who was away once', async () => {
  const listId = await make({ kind: 'blockers', failures: 3, days: 30 });
  const gone = await person(...failures(2), ...failures(1, 131049));
  await person(...failures(3), { delivered: true });
  await person(...failures(3, 131042));
  await work();
  expect(await membersOf(listId)).toEqual([gone]);
});

test('whom a person put on the list stays, whatever the rule says', async () => {
  const lists = await ground.owner.api.get<{ items: { listId: string; kind: string }[] }>(
    '/suppression-lists',
  );
  const { listId } = lists.body.items.find(({ kind }) => kind === 'blockers')!;
  const [gone] = await membersOf(listId);
  const asked = await ground.contact();
  await ground.owner.api.post(`/suppression-lists/${listId}/members`, { contactIds: [asked, gone] });
  await ground.asOwner('update messages set error = null where contact_id = $1', [gone]);
  await work();
  expect(new Set(await membersOf(listId))).toEqual(new Set([asked, gone]));
});
