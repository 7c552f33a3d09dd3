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
import { decide, type Decision } from './decide.ts';
import type { Holdout } from './holdouts.ts';
import { orderedRules } from './ordered-rules.ts';
import { updatePolicies } from './policies.ts';
import { readAsked, type Told } from './read-asked.ts';

let ground: SendingGround;
beforeAll(async () => {
  ground = await openSendingGround();
});
afterAll(() => ground.app.stop());

const midday = new Date('2026-11-20T06:30:00.000Z');
beforeEach(async () => {
  ground.app.clock.moveTo(midday);
  await ground.asOwner('delete from gate_policies');
  await ground.asOwner('delete from number_lanes');
  await ground.asOwner('delete from budgets');
  await ground.asOwner('update whatsapp_accounts set portfolio_id = null');
  await ground.asOwner(`update numbers set status = 'CONNECTED', registered = true, disconnected_at = null,
    messaging_limit = 'TIER_UNLIMITED'`);
});

type Ask = Partial<Told> & { holdouts?: Holdout[] };

/** What the gate says of them, in order. */
async function verdicts(contactIds: string[], ask: Ask = {}): Promise<Decision[]> {
  const { holdouts = [], ...changes } = ask;
  const told: Told = { numberId: ground.numberId, origin: 'api', content: template('diwali'), ...changes };
  return ground.inWorkspace(async (tx) => {
    const audience = { contactIds };
    const { asked } = await readAsked(tx, told, audience);
    return decide(tx, { asked, audience, rules: orderedRules({ holdouts }) });
  });
}

const namesOf = (decisions: Decision[]): (string | null)[] => decisions.map(({ rule }) => rule?.name ?? null);

/** Somebody whom a rule stops, beside somebody whom it does not. */
async function stopped(by: string, changes: Changes, ask: Ask, fine: Changes = {}): Promise<void> {
  const ids = [await ground.contact(fine), await ground.contact(changes)];
  expect(namesOf(await verdicts(ids, ask))).toEqual([null, by]);
}

const open = (): Changes => ({ windowEndsAt: hours(midday, 3) });
const code = template('code', { code: '123456' });

const addPurpose = (purpose: string) =>
  ground.asOwner(
    `insert into consent_purposes (workspace_id, purpose, texts, created_at, updated_at)
     values ($1, $2, '{"en": {"name": "Own", "explanation": "Ours"}}', $3, $3) on conflict do nothing`,
    [ground.workspaceId, purpose, midday],
  );

test('a purpose that nobody added is no purpose', () =>
  expect(verdicts([], { purpose: 'orders.delivry' })).rejects.toMatchObject({
    code: 'invalid_input',
    fields: [{ field: 'purpose', code: 'unknown' }],
  }));

describe('a message is refused', () => {
  test('to who has neither a number nor an id', () =>
    stopped('not_contactable', { contact: { phone: null } }, {}));

  test('to who has an id in another portfolio alone, once that of the number is known', async () => {
    const ids = [];
    for (const portfolio of ['theirs', 'ours', '']) {
      const id = await ground.contact({ contact: { phone: null, user_id: `IN.${portfolio}` } });
      await insertRow(ground.asOwner, 'contact_identities', {
        workspace_id: ground.workspaceId,
        identity_id: newId(midday),
        contact_id: id,
        kind: 'user_id',
        value: `IN.${portfolio}`,
        portfolio,
        first_seen_at: midday,
        last_seen_at: midday,
      });
      ids.push(id);
    }
    expect(namesOf(await verdicts(ids))).toEqual([null, null, null]);
    await ground.asOwner(`update whatsapp_accounts set portfolio_id = 'ours'`);
    expect(namesOf(await verdicts(ids))).toEqual(['not_contactable', null, null]);
  });

  test('with a code to who has no number, while other messages go to their id', async () => {
    const onlyId = { contact: { phone: null, user_id: 'IN.1' } };
    await stopped('code_needs_phone', onlyId, { content: code });
    expect(namesOf(await verdicts([await ground.contact(onlyId)]))).toEqual([null]);
  });

  test('to who is blocked', () => stopped('blocked', { contact: { blocked_at: midday } }, {}));

  test('to who is frozen, but not an answer to them', async () => {
    const frozen = { consent: { frozen_at: midday, frozen_reason: 'number_changed_hands' }, ...open() };
    await stopped('consent_frozen', frozen, {});
    expect(namesOf(await verdicts([await ground.contact(frozen)], { content: words() }))).toEqual([null]);
  });

  test('to who took consent back', async () => {
    await stopped('consent_withdrawn', { consent: { granted: [], withdrawn: ['promotions'] } }, {});
    await stopped(
      'consent_withdrawn',
      { consent: { granted: [], withdrawn: ['*'] } },
      { content: template('shipped') },
    );
  });

  test('for another purpose than was agreed to', () =>
    stopped(
      'consent_withdrawn',
      { consent: { withdrawn: ['service'] } },
      { content: template('shipped'), purpose: 'service' },
    ));

  test('for a purpose of one’s own that they did not agree to, whatever they say of the rest', async () => {
    await addPurpose('promotions.festivals');
    const ask = { purpose: 'promotions.festivals' };
    const fine = { consent: { granted: ['promotions.festivals'] } };
    await stopped('consent_not_granted', { consent: { granted: ['promotions'] } }, ask, fine);
    await stopped('consent_withdrawn', { consent: { withdrawn: ['promotions.festivals'] } }, ask, fine);
    await stopped('consent_withdrawn', { consent: { granted: [], withdrawn: ['promotions'] } }, ask, fine);
    await addPurpose('orders.delivery');
    await stopped(
      'consent_withdrawn',
      { consent: { withdrawn: ['orders'] } },
      { content: template('shipped'), purpose: 'orders.delivery' },
    );
  });

  test('for a purpose of one’s own that is no part of what sells, when it sells', async () => {
    await addPurpose('orders.delivery');
    const agreed = await ground.contact({ consent: { granted: ['promotions', 'orders.delivery'] } });
    expect(namesOf(await verdicts([agreed], { purpose: 'orders.delivery' }))).toEqual([
      'consent_not_granted',
    ]);
  });

  test('with marketing to who never agreed, and what they ordered reaches them', async () => {
    const never = { consent: { granted: [] } };
    await stopped('consent_not_granted', never, {});
    expect(namesOf(await verdicts([await ground.contact(never)], { content: template('shipped') }))).toEqual([
      null,
    ]);
  });

  test('with marketing to who stopped it in WhatsApp', async () => {
    await stopped('consent_stopped', { consent: { stopped_at: midday } }, {});
  });

  test('without a template when they have not written for a day', async () => {
    await stopped('window_closed', {}, { content: words() }, open());
    await stopped('window_closed', { windowEndsAt: midday }, { content: words() }, open());
  });

  test('that is to leave after the window has closed', () =>
    stopped(
      'window_closed',
      open(),
      { content: words(), scheduledAt: hours(midday, 4) },
      { windowEndsAt: hours(midday, 5) },
    ));

  test('with a template that is not there, for everybody', async () => {
    expect(namesOf(await verdicts([await ground.contact()], { content: template('unheard_of') }))).toEqual([
      'template_unknown',
    ]);
  });

  test('with a template that WhatsApp does not send', async () => {
    for (const change of [`status = 'PAUSED'`, `status = 'NEW_WORD'`, `removed_at = now()`]) {
      await ground.asOwner(`update templates set ${change} where name = 'diwali'`);
      expect(namesOf(await verdicts([await ground.contact()]))).toEqual(['template_unsendable']);
      await ground.asOwner(
        `update templates set status = 'APPROVED', removed_at = null where name = 'diwali'`,
      );
    }
    expect(namesOf(await verdicts([await ground.contact()]))).toEqual([null]);
  });

  test('when a place of the template stays empty', async () => {
    const content = template('hello');
    const field = { 'body.1': { field: 'name' as const } };
    await stopped('values_missing', { contact: { name: ' ' } }, { content, personalValues: field });
    const fallback = { 'body.1': { field: 'name' as const, fallback: 'friend' } };
    const nameless = await ground.contact({ contact: { name: null } });
    expect(namesOf(await verdicts([nameless], { content, personalValues: fallback }))).toEqual([null]);
    expect(namesOf(await verdicts([nameless], { content }))).toEqual(['values_missing']);
    expect(namesOf(await verdicts([nameless], { content: template('hello', { 'body.1': 'you' }) }))).toEqual([
      null,
    ]);
  });

  test('when what it is for does not fit what it is', async () => {
    await addPurpose('promotions.festivals');
    const id = await ground.contact(open());
    for (const ask of [
      { class: 'otp' as const, content: template('shipped') },
      { class: 'otp' as const, content: words() },
      { class: 'utility' as const },
      { purpose: 'promotions', content: template('shipped') },
      { purpose: 'promotions.festivals', content: template('shipped') },
    ])
      expect(namesOf(await verdicts([id], ask))).toEqual(['category_misfit']);
    expect(namesOf(await verdicts([id], { class: 'marketing', content: template('shipped') }))).toEqual([
      null,
    ]);
  });

  test('with marketing to numbers of the United States, and not of Canada, who share a prefix', async () => {
    const canada = { contact: { phone: '+14165550123', country: 'CA' } };
    await stopped(
      'country_paused',
      { contact: { phone: '+16505550123', country: 'US' } },
      { scheduledAt: hours(midday, 9) },
      {
        contact: { ...canada.contact, time_zone: 'UTC' },
      },
    );
    const hidden = await ground.contact({ contact: { phone: null, user_id: 'US.1', country: 'US' } });
    expect(namesOf(await verdicts([hidden]))).toEqual(['country_paused']);
    expect(namesOf(await verdicts([hidden], { content: template('shipped') }))).toEqual([null]);
  });

  test('to countries that the workspace sends nothing to', async () => {
    await ground.inWorkspace((tx) => updatePolicies(tx, { blockedCountries: ['NP'] }));
    await stopped('country_blocked', { contact: { country: 'NP' } }, {});
    const guest = await ground.contact({ contact: { country: 'NP' }, ...open() });
    expect(namesOf(await verdicts([guest], { content: words() }))).toEqual([null]);
  });

  test('to who is in a group that is kept without messages', async () => {
    const [kept, other] = [await ground.contact(), await ground.contact()];
    const holdouts = [{ name: 'control', members: () => `select '${kept}'::uuid as contact_id` }];
    expect(namesOf(await verdicts([other, kept], { holdouts }))).toEqual([null, 'holdout']);
    expect(namesOf(await verdicts([kept], { holdouts, content: template('shipped') }))).toEqual([null]);
  });

  test('from a number that is not there any more', async () => {
    const id = await ground.contact();
    for (const change of [`registered = false`, `disconnected_at = now()`, `status = 'BANNED'`]) {
      await ground.asOwner(`update numbers set ${change}`);
      expect(namesOf(await verdicts([id]))).toEqual(['number_unready']);
      await ground.asOwner(
        `update numbers set registered = true, disconnected_at = null, status = 'CONNECTED'`,
      );
    }
  });

  test('to whom a budget reaches no more, in the order of the recipients', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => ground.contact()));
    await insertRow(ground.asOwner, 'budgets', {
      workspace_id: ground.workspaceId,
      budget_id: newId(midday),
      name: 'November',
      scope: 'workspace',
      period: 'month',
      currency: 'INR',
      limit_micros: 2_000_000,
      warn_percents: [],
      stops: true,
      created_at: midday,
    });
    // Two at 0.8631 fit into two rupees.
    expect(namesOf(await verdicts(ids))).toEqual([null, null, 'budget_reached']);
    const night = hours(midday, 12);
    expect(namesOf(await verdicts(ids, { scheduledAt: night }))).toEqual([
      'quiet_hours',
      'quiet_hours',
      'budget_reached',
    ]);
  });
});

describe('caps count what was sent from everywhere', () => {
  const sentTo = (contact_id: string, ago: number, more: Record<string, unknown> = {}): Promise<void> =>
    insertRow(ground.asOwner, 'recent_sends', {
      workspace_id: ground.workspaceId,
      contact_id,
      category: 'marketing',
      at: hours(midday, -ago),
      message_id: newId(midday),
      ...more,
    });

  test('one a day and three a week, unless the workspace says otherwise', async () => {
    const [yesterday, thrice, today] = [
      await ground.contact(),
      await ground.contact(),
      await ground.contact(),
    ];
    await sentTo(yesterday, 24);
    for (const ago of [30, 60, 167]) await sentTo(thrice, ago);
    await sentTo(today, 1);
    expect(namesOf(await verdicts([yesterday, thrice, today]))).toEqual([
      null,
      'frequency_cap',
      'frequency_cap',
    ]);
    await ground.inWorkspace((tx) => updatePolicies(tx, { caps: [] }));
    expect(namesOf(await verdicts([yesterday, thrice, today]))).toEqual([null, null, null]);
  });

  test('by tag bind only what has the tag', async () => {
    const id = await ground.contact();
    await ground.inWorkspace((tx) =>
      updatePolicies(tx, { caps: [{ category: 'marketing', tag: 'cart', hours: 48, most: 1 }] }),
    );
    await sentTo(id, 3, { tag: 'other' });
    expect(namesOf(await verdicts([id], { tag: 'cart' }))).toEqual([null]);
    await sentTo(id, 3, { tag: 'cart' });
    expect(namesOf(await verdicts([id], { tag: 'cart' }))).toEqual(['frequency_cap']);
    expect(namesOf(await verdicts([id]))).toEqual([null]);
  });

  test('of somebody whose contacts were merged together', async () => {
    const id = await ground.contact();
    const former = await ground.contact({ contact: { merged_into: id, phone: null } });
    await sentTo(former, 2);
    const [decision] = await verdicts([former]);
    expect([decision!.contactId, decision!.rule?.name]).toEqual([id, 'frequency_cap']);
    expect(await verdicts([former, id])).toHaveLength(1);
  });
});

test('an open window of a contact that was merged counts for the one that is addressed', async () => {
  const id = await ground.contact();
  const former = await ground.contact({ contact: { merged_into: id, phone: null }, ...open() });
  const [decision] = await verdicts([former], { content: words() });
  expect([decision!.contactId, decision!.verdict, decision!.windowOpen]).toEqual([id, 'allowed', true]);
});

describe('a message is held', () => {
  test('at night, until morning comes where the contact is', async () => {
    ground.app.clock.moveTo(new Date('2026-11-20T16:00:00.000Z'));
    const zones = [
      {},
      { country: 'AE' },
      { time_zone: 'Europe/London' },
      { country: null },
      { time_zone: 'Not/AZone' },
    ];
    const ids = [];
    for (const contact of zones) ids.push(await ground.contact({ contact }));
    const found = await verdicts(ids);
    expect(namesOf(found)).toEqual(['quiet_hours', null, null, 'quiet_hours', 'quiet_hours']);
    expect(found.map(({ until }) => until?.toISOString() ?? null)).toEqual([
      '2026-11-21T04:30:00.000Z',
      null,
      null,
      '2026-11-21T04:30:00.000Z',
      '2026-11-21T04:30:00.000Z',
    ]);
    expect(namesOf(await verdicts(ids.slice(0, 1), { content: template('shipped') }))).toEqual([null]);
  });

  test('while its number is restricted or paused, but for answers where it is only restricted', async () => {
    const id = await ground.contact(open());
    await ground.asOwner(`update numbers set status = 'RESTRICTED'`);
    expect(namesOf(await verdicts([id]))).toEqual(['number_restricted']);
    expect(namesOf(await verdicts([id], { content: words() }))).toEqual([null]);
    await ground.asOwner(`update numbers set status = 'CONNECTED'`);
    await ground.asOwner(
      `insert into number_lanes (workspace_id, number_id, paused_at, paused_reason) values ($1, $2, $3, 'manual')`,
      [ground.workspaceId, ground.numberId, midday],
    );
    const [paused] = await verdicts([id]);
    expect([paused!.rule?.name, paused!.verdict, paused!.until]).toEqual(['number_paused', 'held', null]);
  });

  test('for whom the account has no room today, and nobody who is stopped otherwise takes any', async () => {
    await ground.asOwner(`update numbers set messaging_limit = 'TIER_50'`);
    const reached = await ground.contact();
    const spent = Array.from({ length: 48 }, () => newId(midday));
    await ground.asOwner(
      `insert into portfolio_reach (workspace_id, limit_key, contact_id, at) select $1, $2, id, $4 from unnest($3::uuid[]) id`,
      [ground.workspaceId, ground.accountId, [...spent, reached], hours(midday, -2)],
    );
    const blocked = await ground.contact({ contact: { blocked_at: midday } });
    const ids = [
      blocked,
      reached,
      await ground.contact(open()),
      await ground.contact(),
      await ground.contact(),
    ];
    const found = await verdicts(ids);
    expect(namesOf(found)).toEqual(['blocked', null, null, null, 'portfolio_limit']);
    expect(found[4]!.until).toEqual(hours(midday, 22));
    // Whatever account of the portfolio wrote to them.
    await ground.asOwner(`update portfolio_reach set limit_key = 'ours'`);
    expect(namesOf(await verdicts(ids.slice(4)))).toEqual([null]);
    await ground.asOwner(`update whatsapp_accounts set portfolio_id = 'ours'`);
    expect(namesOf(await verdicts(ids))).toEqual(namesOf(found));
    ground.app.clock.moveTo(hours(midday, 22.5));
    expect(namesOf(await verdicts(ids, { content: template('shipped') }))).toEqual([
      'blocked',
      null,
      null,
      null,
      null,
    ]);
  });
});

test('of several rules that stop a message the first decides', async () => {
  const id = await ground.contact({
    contact: { phone: null, blocked_at: midday },
    consent: { granted: [], frozen_at: midday, frozen_reason: 'x' },
  });
  expect(namesOf(await verdicts([id]))).toEqual(['not_contactable']);
  const names = orderedRules({ holdouts: [] }).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const holding = orderedRules({ holdouts: [] }).map(({ holdsUntil }) => holdsUntil !== undefined);
  expect(holding.lastIndexOf(false)).toBeLessThan(holding.indexOf(true));
});
