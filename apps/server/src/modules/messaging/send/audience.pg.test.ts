import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  hours,
  insertRow,
  openSendingGround,
  template,
  words,
  type Changes,
  type SendingGround,
} from '../../../../test/sending/ground.ts';
import { newId } from '../../../platform/ids/index.ts';
import { decide } from '../gate/decide.ts';
import { orderedRules } from '../gate/ordered-rules.ts';
import { updatePolicies } from '../gate/policies.ts';
import { readAsked, type Told } from '../gate/read-asked.ts';
import { sendNextChunk } from './audience-job.ts';
import { sendToAudience, type AudienceIntent } from './audience-send.ts';
import { sendToChunk } from './chunk.ts';
import { dryRun, explain } from './foresee.ts';

let ground: SendingGround;
beforeAll(async () => {
  ground = await openSendingGround();
});
afterAll(() => ground.app.stop());

const midday = new Date('2026-11-20T06:30:00.000Z');
beforeEach(async () => {
  ground.app.clock.moveTo(midday);
  await ground.asOwner('delete from gate_policies');
  await ground.asOwner('delete from outbox');
  await ground.asOwner('delete from recent_sends');
});

const people = async (count: number, changes: Changes = {}): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await ground.contact(changes));
  return ids;
};

let causes = 0;
const intent = (changes: Partial<AudienceIntent> = {}): AudienceIntent => ({
  name: 'Diwali',
  cause: { kind: 'audience', id: `${++causes}` },
  numberId: ground.numberId,
  origin: 'api',
  content: template('shipped'),
  audience: { all: true },
  ...changes,
});

const begin = (asked: AudienceIntent): Promise<string> =>
  ground.inWorkspace(async (tx) => (await sendToAudience(tx, asked)).sourceId);

async function finish(sourceId: string): Promise<void> {
  while (await ground.inWorkspace((tx) => sendNextChunk(tx, { holdouts: [] }, sourceId)));
}

const countOf = async (sourceId: string): Promise<number> => {
  const [row] = await ground.asOwner<{ count: number }>(
    'select count(*)::int as count from outbox where source_id = $1',
    [sourceId],
  );
  return row!.count;
};

describe('an audience', () => {
  test('gets a message each, once, however often its work is done again', async () => {
    const ids = await people(4);
    const asked = intent({ audience: { contactIds: [...ids, ids[0]!] } });
    const sourceId = await begin(asked);
    expect(await begin(asked)).toBe(sourceId);
    await expect(begin({ ...asked, content: template('diwali') })).rejects.toThrow(/Something else/);
    await finish(sourceId);
    expect(await countOf(sourceId)).toBe(4);
    // As after a restore that lost how far it was.
    await ground.asOwner(
      'update audience_sends set done = 0, after_id = null, finished_at = null where source_id = $1',
      [sourceId],
    );
    await finish(sourceId);
    expect(await countOf(sourceId)).toBe(4);
  });

  test('of everybody is everybody who was there when it began, but for those who were merged', async () => {
    const [one] = await people(1);
    const merged = await ground.contact({ contact: { merged_into: one, phone: null } });
    const sourceId = await begin(intent());
    const late = await ground.contact({ contact: { created_at: hours(midday, 1) } });
    await finish(sourceId);
    const found = await ground.asOwner<{ id: string }>(
      'select contact_id as id from outbox where source_id = $1',
      [sourceId],
    );
    const ids = new Set(found.map(({ id }) => id));
    expect([ids.has(one!), ids.has(late), ids.has(merged)]).toEqual([true, false, false]);
  });

  test('that was cancelled gets no more', async () => {
    const sourceId = await begin(intent());
    await ground.asOwner(`update send_sources set state = 'cancelled' where source_id = $1`, [sourceId]);
    await finish(sourceId);
    expect(await countOf(sourceId)).toBe(0);
  });

  test('is worked off by a job', async () => {
    const ids = await people(2);
    const sourceId = await begin(intent({ audience: { contactIds: ids } }));
    const jobs = await ground.asOwner<{ payload: { input: object } }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'messaging.send-to-audience' and j.key like $1`,
      [`%${sourceId}%`],
    );
    expect(jobs.map(({ payload }) => payload.input)).toEqual([{ sourceId }]);
  });
});

test('sources take turns, whenever and however much each queues', async () => {
  const ids = await people(6);
  const sources = [newId(midday), newId(midday), newId(midday)];
  for (const source_id of sources) {
    const row = { workspace_id: ground.workspaceId, source_id, kind: 'campaign', name: 'c' };
    await insertRow(ground.asOwner, 'send_sources', { ...row, created_at: midday, changed_at: midday });
  }
  const step = fc.record({ source: fc.nat(2), count: fc.integer({ min: 1, max: 6 }), leave: fc.nat(5) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      await ground.asOwner('delete from outbox');
      for (const { source, count, leave } of steps) {
        const sender = { ...intent(), sourceId: sources[source]! };
        await ground.inWorkspace((tx) => sendToChunk(tx, { holdouts: [] }, sender, ids.slice(0, count)));
        await ground.asOwner(
          `delete from outbox where message_id in (select message_id from outbox order by priority, place, message_id limit $1)`,
          [leave],
        );
      }
      const rows = await ground.asOwner<{ source: string; place: number }>(
        'select source_id as source, place::int from outbox order by priority, place, message_id',
      );
      // Nobody leaves twice while another who waits has not left once: within a place each source stands once.
      const stands = rows.map(({ source, place }) => `${source} ${place}`);
      expect(new Set(stands).size).toBe(stands.length);
      for (const source of sources) {
        const places = rows.filter((row) => row.source === source).map(({ place }) => place);
        expect(places).toEqual(places.map((_, at) => places[0]! + at));
      }
    }),
    { numRuns: 25 },
  );
});

/** Somebody about whom anything may be the case. */
const somebody = fc.record({
  contact: fc.record({
    name: fc.constantFrom('Asha', null, ' '),
    country: fc.constantFrom('IN', 'NP', 'US', null),
    user_id: fc.constantFrom(null, 'IN.9'),
    blocked_at: fc.constantFrom(null, null, null, midday),
    time_zone: fc.constantFrom(null, 'America/New_York', 'Asia/Tokyo'),
    hasPhone: fc.boolean(),
  }),
  consent: fc.record({
    granted: fc.subarray(['promotions', 'orders', 'service']),
    withdrawn: fc.subarray(['promotions', 'orders', '*']),
    stopped_at: fc.constantFrom(null, null, midday),
    frozen: fc.boolean(),
  }),
  windowHours: fc.constantFrom(null, -1, 5),
  recent: fc.constantFrom(null, 1, 30),
});

const told = fc.record({
  content: fc.constantFrom(
    words(),
    template('diwali'),
    template('hello'),
    template('shipped'),
    template('code', { code: '1' }),
  ),
  hour: fc.constantFrom(0, 4, 13),
  named: fc.boolean(),
  purpose: fc.constantFrom(undefined, 'orders' as const, 'promotions' as const),
});

test('of one audience, deciding, explaining and counting say the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(somebody, { minLength: 1, maxLength: 5 }), told, async (crowd, ask) => {
      ground.app.clock.moveTo(midday);
      await ground.inWorkspace((tx) => updatePolicies(tx, { blockedCountries: ['NP'] }));
      const ids: string[] = [];
      for (const { contact, consent, windowHours, recent } of crowd) {
        const { hasPhone, ...columns } = contact;
        const { frozen, ...state } = consent;
        const contactId = await ground.contact({
          contact: hasPhone ? columns : { ...columns, phone: null },
          consent: frozen ? { ...state, frozen_at: midday, frozen_reason: 'x' } : state,
          ...(windowHours !== null && { windowEndsAt: hours(midday, windowHours) }),
        });
        ids.push(contactId);
        if (recent === null) continue;
        const row = { workspace_id: ground.workspaceId, contact_id: contactId, category: 'marketing' };
        await insertRow(ground.asOwner, 'recent_sends', {
          ...row,
          at: hours(midday, -recent),
          message_id: newId(midday),
        });
      }
      const asks: Told = {
        numberId: ground.numberId,
        origin: 'api',
        content: ask.content,
        purpose: ask.purpose,
        scheduledAt: hours(midday, ask.hour),
        ...(ask.named && { personalValues: { 'body.1': { field: 'name' } } }),
      };
      await ground.inWorkspace(async (tx) => {
        const audience = { contactIds: ids };
        const { asked } = await readAsked(tx, asks, audience);
        const decisions = await decide(tx, { asked, audience, rules: orderedRules({ holdouts: [] }) });
        const decided = decisions.map(({ rule }) => rule?.name ?? null);
        for (const [at, contactId] of ids.entries()) {
          const { rules } = await explain(tx, { holdouts: [] }, contactId, asks);
          const first = rules.find(({ verdict }) => verdict === 'refused' || verdict === 'held');
          expect(first?.rule ?? null).toBe(decided[at]);
        }
        const whole = { relation: () => `select unnest('{${ids.join(',')}}'::uuid[]) as contact_id` };
        for (const same of [audience, whole]) {
          const { outcomes, total } = await dryRun(tx, { holdouts: [] }, same, asks);
          expect(total).toBe(ids.length);
          const counted = outcomes.flatMap(({ rule, count }) => Array.from({ length: count }, () => rule));
          expect(counted.map(String).sort()).toEqual(decided.map(String).sort());
          for (const { rule, sample } of outcomes)
            for (const id of sample) expect(decided[ids.indexOf(id)]).toBe(rule);
        }
      });
    }),
    { numRuns: 25 },
  );
}, 120_000);
