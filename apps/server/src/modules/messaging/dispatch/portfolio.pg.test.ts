import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantMessages } from '../../../../test/dispatch/plant.ts';
import { openDispatchStage, type DispatchStage } from '../../../../test/dispatch/stage.ts';
import { newId } from '../../../platform/ids/index.ts';

let stage: DispatchStage;
let portfolio: string;
beforeAll(async () => {
  stage = await openDispatchStage();
  const [account] = await asOwner<{ id: string }>('select portfolio_id as id from whatsapp_accounts');
  portfolio = account!.id;
});
afterAll(() => stage[Symbol.asyncDispose]());

const asOwner: DispatchStage['app']['database']['asOwner'] = (text, values) =>
  stage.app.database.asOwner(text, values);

/** Nobody knows their number; in each of these portfolios they have an id. */
async function hideNumber(contactId: string, ids: Record<string, string>): Promise<void> {
  const { workspaceId } = stage.place;
  await asOwner(`update contacts set phone = null, user_id = $2 where contact_id = $1`, [
    contactId,
    Object.values(ids).at(-1),
  ]);
  for (const [of, value] of Object.entries(ids))
    await asOwner(
      `insert into contact_identities (workspace_id, identity_id, contact_id, kind, value, portfolio, first_seen_at, last_seen_at)
       values ($1, $2, $3, 'user_id', $4, $5, $6, $6)`,
      [workspaceId, newId(stage.app.clock.now()), contactId, value, of, stage.app.clock.now()],
    );
}

test('who shows no number is written to by their id in the portfolio of the number, and not at all without one', async () => {
  const [both, elsewhere] = await plantMessages(stage.app.database, stage.place, { count: 2 });
  await hideNumber(both!.contactId, { [portfolio]: 'IN.here', 'another portfolio': 'IN.there' });
  await hideNumber(elsewhere!.contactId, { 'another portfolio': 'IN.elsewhere' });
  const named: unknown[] = [];
  const { request } = stage.sending.dispatch;
  const dispatch = stage.start({
    request: (url, asked) => {
      if (asked.method === 'POST')
        named.push((JSON.parse(String(asked.body)) as { recipient?: string }).recipient);
      return request(url, asked);
    },
  });
  await expect.poll(() => named, { timeout: 20_000 }).toEqual(['IN.here']);
  await expect
    .poll(() => stage.statusOf(elsewhere!.messageId), { timeout: 20_000 })
    .toBe('refused no_address');
  await dispatch.stop();
});

test('whom another account of the portfolio has reached takes of the same limit, and is no new one', async () => {
  const { workspaceId } = stage.place;
  await asOwner(`update numbers set messaging_limit = 'TIER_50'`);
  const planted = await plantMessages(stage.app.database, stage.place, {
    count: 4,
    class: 'marketing',
    windowEndsAt: null,
  });
  await asOwner(
    `insert into portfolio_reach (workspace_id, limit_key, contact_id, at)
     select $1, $2, id, $4 from unnest($3::uuid[]) id`,
    [
      workspaceId,
      portfolio,
      [planted[3]!.contactId, ...Array.from({ length: 47 }, () => newId(stage.app.clock.now()))],
      stage.app.clock.now(),
    ],
  );
  const dispatch = stage.start();
  const outcomes = (): Promise<string[]> =>
    Promise.all(planted.map(({ messageId }) => stage.statusOf(messageId)));
  await expect.poll(outcomes, { timeout: 20_000 }).toEqual(['accepted', 'accepted', 'queued', 'accepted']);
  await expect.poll(() => stage.outboxOf(planted[2]!.messageId)).toBe('waiting portfolio_limit');
  await dispatch.stop();
});
