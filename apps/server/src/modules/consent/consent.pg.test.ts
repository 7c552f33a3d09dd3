import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { plantContacts } from '../../../test/contact-rows.ts';
import { buildWorkspace, type Signed } from '../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import type { SystemTx, Tx } from '../../platform/db/index.ts';
import { carryConsent } from './carry.ts';
import { freezeConsent } from './freeze.ts';
import { applyPreferences } from './preferences.ts';
import { recordConsent, type NewConsentEntry } from './record.ts';
import {
  consentRefusal,
  consentRefusalSql,
  isWithdrawn,
  type ConsentState,
  type MessageCategory,
} from './rules.ts';
import { ensureConsentStates } from './states.ts';

let app: TestApp;
let owner: Signed;
let contactId: string;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
  owner = await buildWorkspace(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  [contactId] = (await plantContacts(app.database, owner.workspaceId)) as [string];
});

const actor = { kind: 'system', id: 'test' } as const;
const inWorkspace = <T>(work: (tx: Tx) => Promise<T>) =>
  app.db.inWorkspace({ workspaceId: owner.workspaceId, actor }, work);
const across = <T>(work: (tx: SystemTx) => Promise<T>) => app.db.acrossWorkspaces('processing', work);

type Said =
  | { kind: 'granted' | 'withdrawn'; purpose: string }
  | { kind: 'stopped' | 'resumed' }
  | { kind: 'frozen' | 'released'; reason: string };

const entryAt = (said: Said, at: Date, of: string): NewConsentEntry =>
  ({
    workspaceId: owner.workspaceId,
    contactId: of,
    source: 'test',
    at,
    evidence: {},
    ...said,
  }) as NewConsentEntry;

/** Said so many seconds before now. */
const entry = (said: Said, secondsAgo = 0, of = contactId): NewConsentEntry =>
  entryAt(said, new Date(app.clock.now().getTime() - secondsAgo * 1000), of);

const granted = (purpose: string, secondsAgo = 0) => entry({ kind: 'granted', purpose }, secondsAgo);
const withdrawn = (purpose: string, secondsAgo = 0) => entry({ kind: 'withdrawn', purpose }, secondsAgo);
const record = (...entries: NewConsentEntry[]) => inWorkspace((tx) => recordConsent(tx, entries));

interface Shown extends Record<string, unknown> {
  granted: string[];
  withdrawn: string[];
  stoppedAt: string | null;
  frozenAt: string | null;
  frozenReason: string | null;
  refusals: Record<MessageCategory, string | null>;
}

const read = async (of = contactId): Promise<Shown> =>
  (await owner.api.get<Shown>(`/contacts/${of}/consent`)).body;

test('somebody of whom nothing is known gets what they ask for, and no marketing', async () => {
  expect((await read()).refusals).toEqual({
    marketing: 'consent_not_granted',
    utility: null,
    authentication: null,
    service: null,
  });
});

test('marketing begins with a grant, ends with a withdrawal, and begins again with the next grant', async () => {
  await record(granted('promotions', 30));
  expect((await read()).refusals.marketing).toBeNull();
  await record(withdrawn('promotions', 20));
  expect((await read()).refusals.marketing).toBe('consent_withdrawn');
  await record(granted('promotions', 10));
  expect(await read()).toMatchObject({ granted: ['promotions'], withdrawn: [] });
});

test('what happened earlier and arrives later overturns nothing', async () => {
  await record(withdrawn('promotions', 10));
  await record(granted('promotions', 20));
  expect((await read()).withdrawn).toEqual(['promotions']);
});

test('of two statements of one instant the stricter counts', async () => {
  await record(withdrawn('promotions', 10));
  await record(granted('promotions', 10));
  expect((await read()).refusals.marketing).toBe('consent_withdrawn');
});

test('who took everything back hears nothing but codes, until a purpose is granted anew', async () => {
  await record(granted('promotions', 40), granted('orders', 40));
  await record(withdrawn('*', 30));
  const all = { marketing: 'consent_withdrawn', utility: 'consent_withdrawn', service: 'consent_withdrawn' };
  expect(await read()).toMatchObject({ refusals: { ...all, authentication: null }, granted: [] });
  await record(granted('orders', 20));
  expect((await read()).refusals).toMatchObject({ ...all, utility: null });
});

test('a clock that runs ahead makes no entry that nobody could overturn', async () => {
  await record(entry({ kind: 'granted', purpose: 'promotions' }, -86_400));
  app.clock.advance(1000);
  await record(withdrawn('promotions'));
  expect((await read()).refusals.marketing).toBe('consent_withdrawn');
});

test('WhatsApp’s own stop holds marketing alone, whatever was granted, until it is resumed', async () => {
  const at = (seconds: number) => new Date(app.clock.now().getTime() - seconds * 1000);
  const told = { workspaceId: owner.workspaceId, contactId, evidence: { detail: 'User requested to stop' } };
  await record(granted('promotions', 50));
  await across((tx) => applyPreferences(tx, [{ ...told, value: 'stop', at: at(40) }]));
  await record(granted('promotions', 30));
  expect((await read()).refusals).toMatchObject({ marketing: 'consent_stopped', utility: null });
  await across((tx) => applyPreferences(tx, [{ ...told, value: 'resume', at: at(45) }]));
  expect((await read()).stoppedAt).toBe(at(40).toISOString());
  await across((tx) => applyPreferences(tx, [{ ...told, value: 'resume', at: at(20) }]));
  expect((await read()).refusals.marketing).toBeNull();
});

test('signing up for marketing by WhatsApp’s link ends a stop and is a grant', async () => {
  const told = {
    workspaceId: owner.workspaceId,
    contactId,
    at: app.clock.now(),
    evidence: { signup_id: '1' },
  };
  await across((tx) => applyPreferences(tx, [{ ...told, value: 'signup' }]));
  expect(await read()).toMatchObject({ granted: ['promotions'], refusals: { marketing: null } });
});

test('a number that may have changed hands gets answers alone, until a person released it with a reason', async () => {
  const freeze = { workspaceId: owner.workspaceId, contactId, reason: 'number_changed', source: 'whatsapp' };
  await record(granted('promotions', 60));
  await across((tx) => freezeConsent(tx, [{ ...freeze, at: app.clock.now() }]));
  expect(await read()).toMatchObject({
    frozenReason: 'number_changed',
    refusals: {
      marketing: 'consent_frozen',
      utility: 'consent_frozen',
      authentication: 'consent_frozen',
      service: null,
    },
  });
  const release = (body: object) => owner.api.post(`/contacts/${contactId}/consent/release`, body);
  expect((await release({})).status).toBe(400);
  expect((await release({ reason: 'She sent her order number' })).body).toMatchObject({ frozenAt: null });
  expect((await release({ reason: 'again' })).status).toBe(409);
});

test('a merge keeps the stricter of both, and the agreement that only one of them knew of', async () => {
  const [from, into] = (await plantContacts(app.database, owner.workspaceId, 2)) as [string, string];
  await record(
    entry({ kind: 'withdrawn', purpose: '*' }, 90, from),
    entry({ kind: 'granted', purpose: 'orders' }, 80, from),
    entry({ kind: 'frozen', reason: 'number_changed' }, 80, from),
    entry({ kind: 'granted', purpose: 'promotions' }, 10, into),
    entry({ kind: 'stopped' }, 10, into),
    entry({ kind: 'granted', purpose: 'orders' }, 10, into),
  );
  const before = await read(from);
  await inWorkspace((tx) => carryConsent(tx, [{ workspaceId: owner.workspaceId, from, into }]));
  expect(await read(into)).toMatchObject({
    granted: ['orders'],
    withdrawn: ['*'],
    frozenReason: 'number_changed',
    refusals: { service: 'consent_withdrawn' },
  });
  expect((await read(into)).stoppedAt).not.toBeNull();
  expect(await read(from)).toEqual(before);
});

test('a merge of any two states forgets nothing that was taken back, and invents no agreement', async () => {
  const said = fc.constantFrom(...purposes, '*').chain((purpose) =>
    fc.record({
      kind: fc.constantFrom('granted', 'withdrawn').map((kind) => (purpose === '*' ? 'withdrawn' : kind)),
      purpose: fc.constant(purpose),
      ago: fc.integer({ min: 0, max: 5 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { maxLength: 5 }),
      fc.array(said, { maxLength: 5 }),
      async (one, other) => {
        const [from, into] = (await plantContacts(app.database, owner.workspaceId, 2)) as [string, string];
        const about = (of: string) => (each: { kind: string; purpose: string; ago: number }) =>
          entry({ kind: each.kind, purpose: each.purpose } as Said, each.ago, of);
        await record(...one.map(about(from)), ...other.map(about(into)));
        const [a, b] = [await stateOf(from), await stateOf(into)];
        await inWorkspace((tx) => carryConsent(tx, [{ workspaceId: owner.workspaceId, from, into }]));
        const merged = await stateOf(into);
        for (const purpose of purposes) {
          const both = new Set([standing(a, purpose), standing(b, purpose)]);
          const stricter = ['withdrawn', 'granted', 'nothing said'].find((each) => both.has(each));
          expect(standing(merged, purpose)).toBe(stricter);
        }
      },
    ),
    { numRuns: 60 },
  );
});

const purposes = ['service', 'orders', 'promotions', 'promotions.festivals', 'promotions.rewards'] as const;

function standing(state: ConsentState, purpose: string): string {
  if (isWithdrawn(state, purpose)) return 'withdrawn';
  return state.granted.includes(purpose) ? 'granted' : 'nothing said';
}

test('a part of a purpose is agreed to by itself, and ends with the whole until it is granted anew', async () => {
  const festivals = async () => consentRefusal(await stateOf(contactId), 'marketing', 'promotions.festivals');
  await record(granted('promotions', 60));
  expect(await festivals()).toBe('consent_not_granted');
  await record(granted('promotions.festivals', 50));
  expect(await festivals()).toBeNull();
  await record(withdrawn('promotions', 40));
  expect(await festivals()).toBe('consent_withdrawn');
  await record(granted('promotions', 30));
  expect(await festivals()).toBe('consent_not_granted');
  await record(withdrawn('promotions', 20), granted('promotions.festivals', 10));
  expect(await festivals()).toBeNull();
  expect((await read()).refusals.marketing).toBe('consent_withdrawn');
});

test('marketing is not sent for what was agreed to be told of orders', async () => {
  await record(granted('orders'), granted('orders.visits'));
  const state = await stateOf(contactId);
  expect(consentRefusal(state, 'marketing', 'orders')).toBe('consent_not_granted');
  expect(consentRefusal(state, 'utility', 'orders.visits')).toBeNull();
});

test('the same entries give the same state in every order', async () => {
  const said = fc.oneof(
    fc.record({ kind: fc.constant('granted'), purpose: fc.constantFrom(...purposes) }),
    fc.record({
      kind: fc.constant('withdrawn'),
      purpose: fc.constantFrom(...purposes, '*'),
    }),
    fc.record({ kind: fc.constantFrom('stopped', 'resumed') }),
    fc.record({ kind: fc.constantFrom('frozen', 'released'), reason: fc.constantFrom('a', 'b') }),
  );
  const timed = fc.tuple(said, fc.integer({ min: 0, max: 4 }));
  const shuffled = fc
    .array(timed, { minLength: 1, maxLength: 7 })
    .chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
      ),
    );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([given, other]) => {
      const [one, two] = (await plantContacts(app.database, owner.workspaceId, 2)) as [string, string];
      const end = app.clock.now();
      const of = (id: string) => (each: (typeof given)[number]) =>
        entryAt(each[0], new Date(end.getTime() - each[1] * 1000), id);
      for (const each of given.map(of(one))) await record(each);
      await record(...other.map(of(two)));
      const [first, second] = [await stateOf(one), await stateOf(two)];
      expect(second).toEqual(first);
    }),
    { numRuns: 60 },
  );
});

test('the rules give the same verdict as SQL and as a function', async () => {
  const some = fc.subarray([...purposes, '*']);
  const when = fc.constantFrom(null, new Date());
  const states = fc.option(fc.record({ granted: some, withdrawn: some, stoppedAt: when, frozenAt: when }));
  const category = fc.constantFrom<MessageCategory>('marketing', 'utility', 'authentication', 'service');
  const named = fc.constantFrom(null, ...purposes);
  await fc.assert(
    fc.asyncProperty(states, category, named, async (state: ConsentState | null, kind, purpose) => {
      const [row] = await inWorkspace((tx) =>
        tx.sql<{ why: string | null }>(
          `select ${consentRefusalSql({ state: 's', category: 'asked.category', purpose: 'asked.purpose' })} as why
           from (select $1::text as category, $2::text as purpose) asked left join
             (select $3::text[] as granted, $4::text[] as withdrawn, $5::timestamptz as stopped_at, $6::timestamptz as frozen_at) s on $7`,
          [
            kind,
            purpose,
            state?.granted ?? [],
            state?.withdrawn ?? [],
            state?.stoppedAt ?? null,
            state?.frozenAt ?? null,
            state !== null,
          ],
        ),
      );
      expect(row!.why).toBe(consentRefusal(state, kind, purpose));
    }),
    { numRuns: 300 },
  );
});

test('entries can be changed or removed by nobody whom the program is', async () => {
  await record(granted('promotions'));
  for (const statement of ['update consent_entries set at = now()', 'delete from consent_entries']) {
    await expect(inWorkspace((tx) => tx.sql(statement))).rejects.toMatchObject({ code: '42501' });
    await expect(across((tx) => tx.sql(statement))).rejects.toMatchObject({ code: '42501' });
  }
});

test('a send that holds the contact is finished before a withdrawal, and one begun after it sees it', async () => {
  await inWorkspace((tx) => ensureConsentStates(tx, owner.workspaceId, [contactId]));
  await record(granted('promotions', 10));
  const order: string[] = [];
  let withdrawal: Promise<void> | undefined;
  await across(async (tx) => {
    await tx.sql(
      `select from consent_states where workspace_id = $1 and contact_id = $2 for share skip locked`,
      [owner.workspaceId, contactId],
    );
    withdrawal = record(withdrawn('promotions')).then(() => void order.push('withdrawn'));
    await expect
      .poll(async () => app.database.asOwner(`select from pg_stat_activity where wait_event_type = 'Lock'`))
      .not.toHaveLength(0);
    order.push('sent');
  });
  await withdrawal;
  expect(order).toEqual(['sent', 'withdrawn']);
});

test('many contacts are recorded at once from many sides without waiting for each other in a circle', async () => {
  const ids = await plantContacts(app.database, owner.workspaceId, 300);
  const both = [ids, ids.toReversed()];
  for (const kind of ['withdrawn', 'granted'] as const) {
    await Promise.all(
      [...both, ...both].map((order, wave) =>
        record(...order.map((id) => entry({ kind, purpose: 'orders' }, wave + 1, id))),
      ),
    );
  }
  const states = await app.database.asOwner<{ withdrawn: string[] }>(
    'select withdrawn from consent_states where contact_id = any($1)',
    [ids],
  );
  expect(states).toHaveLength(300);
  expect(new Set(states.map((state) => state.withdrawn.join())).size).toBe(1);
  // A circle is broken by PostgreSQL and tried again, so that only its count tells of it.
  const [count] = await app.database.asOwner<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  expect(count).toEqual({ deadlocks: 0 });
});

test('the history tells of every entry, under its contact and without the words of the evidence', async () => {
  const path = `/contacts/${contactId}/consent/entries`;
  const wording = { wording: 'Send me offers on WhatsApp', ip: '203.0.113.7' };
  const place = { language: 'en', store: 'Ring Road', campaign: 'Diwali', country: 'IN' };
  const said = { kind: 'granted', purpose: 'promotions', source: 'counter' };
  expect((await owner.api.post(path, { ...said, evidence: { ...wording, ...place } })).status).toBe(200);
  const { body } = await owner.api.get<{ items: object[] }>(path);
  expect(body.items).toMatchObject([
    { ...said, ...place, evidence: wording, actor: { kind: 'user', id: owner.userId } },
  ]);
  const told = await owner.api.get<{ items: object[] }>(`/events?contactId=${contactId}`);
  expect(told.body.items).toMatchObject([
    { type: 'consent.granted', data: { purpose: 'promotions', source: 'counter' } },
  ]);
  expect(JSON.stringify(told.body)).not.toContain('Ring Road');
});

test('entries of merged contacts are read, and written, under the one that is left', async () => {
  const [from] = (await plantContacts(app.database, owner.workspaceId)) as [string];
  await record(entry({ kind: 'withdrawn', purpose: 'orders' }, 9, from), granted('promotions', 8));
  await app.database.asOwner('update contacts set merged_into = $2 where contact_id = $1', [from, contactId]);
  const list = async (page = '') =>
    (
      await owner.api.get<{ items: { kind: string }[]; nextCursor: string | null }>(
        `/contacts/${from}/consent/entries${page}`,
      )
    ).body;
  expect((await list()).items.map(({ kind }) => kind)).toEqual(['granted', 'withdrawn']);
  const first = await list('?limit=1');
  expect((await list(`?limit=1&cursor=${first.nextCursor}`)).items).toMatchObject([{ kind: 'withdrawn' }]);
  const said = { kind: 'withdrawn', purpose: 'promotions', source: 'phone' };
  const { body } = await owner.api.post(`/contacts/${from}/consent/entries`, said);
  expect(body).toMatchObject({ contactId, withdrawn: ['promotions'] });
});

test.each([
  ['a grant of everything', { kind: 'granted', purpose: '*' }, 'purpose'],
  ['an unknown purpose', { kind: 'granted', purpose: 'astrology' }, 'purpose'],
  ['tomorrow', { kind: 'granted', purpose: 'orders', at: '2999-01-01T00:00:00Z' }, 'at'],
  [
    'endless evidence',
    { kind: 'granted', purpose: 'orders', evidence: { note: 'x'.repeat(3000) } },
    'evidence.note',
  ],
  ['an address that is none', { kind: 'granted', purpose: 'orders', evidence: { ip: '1' } }, 'evidence.ip'],
  [
    'evidence of no known kind',
    { kind: 'granted', purpose: 'orders', evidence: { pan: '1' } },
    'evidence.pan',
  ],
  ['a purpose nobody made', { kind: 'granted', purpose: 'promotions.astrology' }, 'purpose'],
  [
    'a day before there was anything to agree to',
    { kind: 'granted', purpose: 'orders', at: '1900-01-01T00:00:00Z' },
    'at',
  ],
  [
    'wording that reads otherwise than it is kept',
    { kind: 'granted', purpose: 'orders', evidence: { wording: 'Yes \u202eon\u202c' } },
    'evidence.wording',
  ],
  [
    'a notice that was never approved',
    {
      kind: 'granted',
      purpose: 'orders',
      notice: { noticeId: '0198c0de-0000-7000-8000-000000000000', version: 1 },
    },
    'notice',
  ],
])('%s is refused by the name of its field', async (_, said, field) => {
  const answer = await owner.api.post(`/contacts/${contactId}/consent/entries`, { source: 'test', ...said });
  expect(answer.status).toBe(400);
  expect(answer.body.fields).toMatchObject([{ field }]);
});

async function stateOf(id: string): Promise<ConsentState & { frozenReason: string | null }> {
  const [state] = await app.database.asOwner<ConsentState & { frozenReason: string | null }>(
    `select granted, withdrawn, stopped_at as "stoppedAt", frozen_at as "frozenAt", frozen_reason as "frozenReason"
     from consent_states where contact_id = $1`,
    [id],
  );
  return state ?? { granted: [], withdrawn: [], stoppedAt: null, frozenAt: null, frozenReason: null };
}
