import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { parseDelivery } from '@trikon/whatsapp/webhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plantNumber, type Planted } from '../../../test/plant-number.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import { applyNumberUpdates, type NumberUpdate } from './apply-number-updates.ts';

let app: TestApp;
let planted: Planted;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  planted = await plantNumber(app);
});

const phone = '912614001234';
const seconds = (minutes: number): number => app.clock.now().getTime() / 1000 + minutes * 60;

/** As Meta delivers it, so many minutes after the number was read. */
function delivered(field: string, value: object, minutes = 1): NumberUpdate[] {
  const entry = { id: '1', time: seconds(minutes), changes: [{ field, value }] };
  const read = parseDelivery(
    Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry: [entry] })),
  );
  if (read.outcome !== 'read') throw new Error(read.reason);
  const { workspaceId, accountId } = planted;
  return read.updates.map((update) => {
    if (update.kind !== 'account' && update.kind !== 'number') throw new Error(update.kind);
    return { update, delivery: { receivedAt: app.clock.now() }, workspaceId, accountId };
  });
}

const apply = (...updates: NumberUpdate[]): Promise<void> =>
  app.db.acrossWorkspaces('processing', (tx) => applyNumberUpdates(tx, updates));

const rowOf = async (table: 'numbers' | 'whatsapp_accounts') =>
  (
    await app.database.asOwner<Record<string, unknown>>(`select * from ${table} where workspace_id = $1`, [
      planted.workspaceId,
    ])
  )[0]!;

const told = async (): Promise<{ type: string; changes: object[] }[]> =>
  app.database.asOwner(
    `select type, data->'changes' as changes from events where workspace_id = $1 and type like '%.changed' order by tx, seq`,
    [planted.workspaceId],
  );

const upgrade = {
  display_phone_number: phone,
  event: 'THROUGHPUT_UPGRADE',
  max_daily_conversations_per_business: 'TIER_UNLIMITED',
};
const name = { display_phone_number: phone, requested_verified_name: 'Surat Silks & Sons' };

describe('what Meta tells of a number', () => {
  test('an upgrade raises its pace and its limit, and is told once with all that changed', async () => {
    await apply(...delivered('phone_number_quality_update', upgrade));
    expect(await rowOf('numbers')).toMatchObject({
      throughput: 'HIGH',
      messages_per_second: 1000,
      messaging_limit: 'TIER_UNLIMITED',
    });
    expect(await told()).toEqual([
      {
        type: 'number.changed',
        changes: [
          { field: 'throughput', before: 'STANDARD', after: 'HIGH' },
          { field: 'messagesPerSecond', before: '80', after: '1000' },
          { field: 'messagingLimit', before: null, after: 'TIER_UNLIMITED' },
        ],
      },
    ]);
    await apply(...delivered('phone_number_quality_update', upgrade, 2));
    expect(await told()).toHaveLength(1);
  });

  test('a number that is in the Business app too keeps its own pace', async () => {
    await app.database.asOwner('update numbers set on_business_app = true, messages_per_second = 20');
    await apply(...delivered('phone_number_quality_update', upgrade));
    expect(await rowOf('numbers')).toMatchObject({ throughput: 'HIGH', messages_per_second: 20 });
  });

  test('a decision about a new name, and one about the first', async () => {
    const declined = { decision: 'REJECTED', rejection_reason: 'NAME_NOT_CONSISTENT' };
    await apply(...delivered('phone_number_name_update', { ...name, ...declined }));
    expect(await rowOf('numbers')).toMatchObject({
      name: 'Surat Silks',
      new_name: 'Surat Silks & Sons',
      new_name_status: 'DECLINED',
      name_rejection: 'NAME_NOT_CONSISTENT',
    });
    const first = { ...name, requested_verified_name: 'Surat Silks', decision: 'PENDING' };
    await apply(...delivered('phone_number_name_update', first, 2));
    expect(await rowOf('numbers')).toMatchObject({ name_status: 'PENDING_REVIEW' });
  });

  test('restrictions, violations, user names, calling, a PIN and alerts', async () => {
    const { phone_number_id: id } = await rowOf('numbers');
    const restriction = {
      restriction_type: 'RESTRICTED_BUSINESS_INITIATED_CALLING',
      remediation: 'Call less.',
    };
    const event = { phone_number: phone, violation_info: { violation_type: 'ALCOHOL' } };
    await apply(
      ...delivered('account_update', { event: 'ACCOUNT_VIOLATION', ...event }),
      ...delivered('account_update', {
        event: 'ACCOUNT_RESTRICTION',
        phone_number: phone,
        restriction_info: [restriction],
      }),
      ...delivered('business_username_updates', {
        display_phone_number: phone,
        username: 'silks',
        status: 'approved',
      }),
      ...delivered('security', { display_phone_number: phone, event: 'PIN_RESET_REQUEST', requester: '1' }),
      ...delivered('account_settings_update', {
        type: 'PHONE_NUMBER_SETTINGS',
        phone_number_settings: { phone_number_id: id, calling: { status: 'ENABLED' } },
      }),
      ...delivered('account_alerts', {
        entity_type: 'PHONE_NUMBER',
        entity_id: id,
        alert_info: { alert_type: 'PROFILE_PICTURE_LOST', alert_severity: 'WARNING' },
      }),
    );
    expect(await rowOf('numbers')).toMatchObject({
      violation: 'ALCOHOL',
      restrictions: [{ type: restriction.restriction_type, until: null, remedy: 'Call less.' }],
      username: 'silks',
      calling: { status: 'ENABLED' },
      alert: { type: 'PROFILE_PICTURE_LOST', severity: 'WARNING' },
    });
    const fields = (await told()).flatMap(({ changes }) => changes);
    expect(fields).toContainEqual({ field: 'security', before: null, after: 'PIN_RESET_REQUEST' });
    await apply(
      ...delivered('business_username_update', { display_phone_number: phone, status: 'deleted' }, 2),
    );
    expect(await rowOf('numbers')).toMatchObject({ username: null });
  });
});

describe('what Meta tells of an account', () => {
  test('bans come and go, with restrictions and a review', async () => {
    const restrictions = [
      { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: '1790000000' },
    ];
    await apply(
      ...delivered('account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info: restrictions }),
      ...delivered('account_update', {
        event: 'DISABLED_UPDATE',
        ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'April 17, 2026' },
      }),
      ...delivered('account_review_update', { decision: 'REJECTED' }),
    );
    expect(await rowOf('whatsapp_accounts')).toMatchObject({
      ban_state: 'SCHEDULE_FOR_DISABLE',
      ban_date: 'April 17, 2026',
      review_status: 'REJECTED',
      restrictions: [{ until: '2026-09-21T14:13:20.000Z' }],
    });
    const back = { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE', waba_ban_date: '' } };
    await apply(...delivered('account_update', back, 2));
    expect(await rowOf('whatsapp_accounts')).toMatchObject({ ban_state: null, restrictions: [] });
  });

  test('its home, international prices, volume tiers, and the limits of its numbers', async () => {
    const tier = { tier: '25000001:50000000', effective_month: '2026-11', region: 'India' };
    const volume = (category: string) => ({
      event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
      volume_tier_info: { ...tier, pricing_category: category },
    });
    await apply(
      ...delivered('account_update', { event: 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE', country: 'SG' }),
      ...delivered('account_update', {
        event: 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE',
        auth_international_rate_eligibility: {
          start_time: 1_748_780_624,
          exception_countries: [{ country_code: 'ID', start_time: 1_751_347_424 }],
        },
      }),
      ...delivered('account_update', volume('UTILITY')),
      ...delivered('account_update', volume('AUTHENTICATION')),
      ...delivered('business_capability_update', {
        max_daily_conversations_per_business: 2000,
        max_phone_numbers_per_waba: 25,
      }),
    );
    expect(await rowOf('whatsapp_accounts')).toMatchObject({
      primary_country: 'SG',
      international_rates: { startsAt: '2025-06-01', exceptions: { ID: '2025-07-01' } },
      volume_tiers: { 'UTILITY India': { tier: tier.tier }, 'AUTHENTICATION India': { tier: tier.tier } },
      max_numbers: 25,
    });
    expect(await rowOf('numbers')).toMatchObject({ messaging_limit: 'TIER_2K' });
  });
});

describe('the order in which news comes makes no difference:', () => {
  const quality = (event: string) => ({ display_phone_number: phone, event });

  test('older news does not overturn newer', async () => {
    await apply(...delivered('phone_number_quality_update', quality('UNFLAGGED'), 5));
    await apply(...delivered('phone_number_quality_update', quality('FLAGGED'), 4));
    expect(await rowOf('numbers')).toMatchObject({ status: 'CONNECTED' });
  });

  test('nor does it overturn what was read from Meta since', async () => {
    await apply(...delivered('phone_number_quality_update', quality('FLAGGED'), -1));
    expect(await rowOf('numbers')).toMatchObject({ status: 'CONNECTED' });
    expect(await told()).toEqual([]);
  });

  test('a batch is taken by its times', async () => {
    await apply(
      ...delivered('phone_number_quality_update', quality('FLAGGED'), 3),
      ...delivered('phone_number_quality_update', quality('UNFLAGGED'), 2),
    );
    expect(await rowOf('numbers')).toMatchObject({ status: 'FLAGGED' });
  });
});

test('news of another account, of unknown fields and of no form changes nothing', async () => {
  const stranger = {
    ...upgrade,
    display_phone_number: '910000000000',
    max_daily_conversations_per_business: undefined,
  };
  await apply(
    ...delivered('phone_number_quality_update', stranger),
    ...delivered('account_update', { event: 'SOMETHING_NEW' }),
    ...delivered('account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info: 'none' }),
    ...delivered('account_settings_update', {}),
    ...delivered('payment_configuration_update', { status: 'Active' }),
    ...delivered('account_update', { event: 'VOLUME_BASED_PRICING_TIER_UPDATE' }),
  );
  expect(await told()).toEqual([]);
});

const samples = path.resolve(
  import.meta.dirname,
  '../../../../../../shared/reference/webhook-samples/account_update.json',
);
test.skipIf(!existsSync(samples))('recorded samples are taken without complaint', async () => {
  const recorded = JSON.parse(readFileSync(samples, 'utf8')) as Record<string, object>;
  const { workspaceId, accountId } = planted;
  for (const sample of Object.values(recorded)) {
    const read = parseDelivery(Buffer.from(JSON.stringify(sample)));
    const updates = read.outcome === 'read' ? read.updates : [];
    for (const update of updates)
      if (update.kind === 'account' || update.kind === 'number')
        await apply({ update, delivery: { receivedAt: app.clock.now() }, workspaceId, accountId });
  }
  expect((await rowOf('numbers')).number_id).toBe(planted.numberId);
});
