import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { type Accounts, createAccounts } from '../accounts.ts';
import { noon, type Office, openOffice } from '../test/office.ts';

let office: Office;
let accounts: Accounts;
beforeEach(() => {
  office = openOffice((emulator) => (accounts = createAccounts(emulator)));
});
afterEach(() => office.close());

test('a review is decided and announced', async () => {
  accounts.decisions.review(sample.wabaId, 'REJECTED');
  expect(await office.told('account_review_update')).toEqual([{ decision: 'REJECTED' }]);
  const { body } = await office.ask('GET', `/${sample.wabaId}?fields=account_review_status`);
  expect(body.account_review_status).toBe('REJECTED');
});

test('low quality is silent, unless the world is set to flag numbers as of old', async () => {
  accounts.decisions.setQuality(sample.numberId, 'RED');
  expect(await office.told('phone_number_quality_update')).toEqual([]);
  office.emulator.world.settings.change('quality', { flag: true });
  accounts.decisions.setQuality(sample.numberId, 'GREEN');
  expect(await office.told('phone_number_quality_update')).toEqual([
    { display_phone_number: '912614001234', event: 'UNFLAGGED', current_limit: 'TIER_100K' },
  ]);
});

test('authentication abroad gets a rate of its own from its day on', async () => {
  const number = office.emulator.directory.numbers.get(sample.numberId);
  if (!number) throw new Error('The sample has no number.');
  const later = [{ country: 'ID', from: noon + 9000 }];
  accounts.decisions.makeInternational(sample.wabaId, noon + 1000, later);
  expect(accounts.internationalFrom(number, 'PK')).toBeUndefined();
  await office.emulator.world.travel(1000);
  expect(accounts.internationalFrom(number, 'PK')).toBe('IN');
  expect(accounts.internationalFrom(number, 'ID')).toBeUndefined();
  accounts.decisions.setPrimaryLocation(sample.wabaId, 'AE');
  expect(accounts.internationalFrom(number, 'PK')).toBe('AE');
  expect((await office.told('account_update')).map(({ event }) => event)).toEqual([
    'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE',
    'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE',
  ]);
  const { body } = await office.ask('GET', `/${sample.wabaId}?fields=auth_international_rate_eligibility`);
  expect(body.auth_international_rate_eligibility).toEqual({
    start_time: noon / 1000 + 1,
    exception_countries: [{ country_code: 'ID', start_time: noon / 1000 + 9 }],
  });
});

test('tiers of volume and verifications by partners are told', async () => {
  const tier = {
    pricing_category: 'UTILITY' as const,
    tier: '25000001:50000000',
    effective_month: '2026-10',
    region: 'India',
  };
  accounts.decisions.tellVolumeTier(sample.wabaId, tier);
  accounts.decisions.tellCertification(sample.wabaId, 'APPROVED', ['NONE']);
  expect(await office.told('account_update')).toEqual([
    {
      event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
      volume_tier_info: { tier_update_time: noon / 1000, ...tier },
    },
    {
      event: 'PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE',
      partner_client_certification_info: {
        client_business_id: sample.businessId,
        status: 'APPROVED',
        rejection_reasons: ['NONE'],
      },
    },
  ]);
});

test('terms, alerts, payment and deletion have their effects', async () => {
  accounts.decisions.signMarketingTerms(sample.wabaId);
  accounts.decisions.setPayment(sample.wabaId, false);
  accounts.decisions.deleteNumber(sample.secondNumberId);
  accounts.decisions.alert(sample.wabaId, {
    entity_type: 'BUSINESS',
    entity_id: sample.businessId,
    alert_info: {
      alert_severity: 'WARNING',
      alert_status: 'ACTIVE',
      alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
      alert_description: 'Limits cannot be increased yet.',
    },
  });
  expect(await office.told('account_alerts')).toHaveLength(1);
  const { body } = await office.ask(
    'GET',
    `/${sample.wabaId}?fields=marketing_messages_onboarding_status,phone_numbers{id}`,
  );
  expect(body).toMatchObject({ marketing_messages_onboarding_status: 'ONBOARDED' });
  expect((await office.ask('GET', `/${sample.wabaId}/phone_numbers`)).body.data).toHaveLength(1);
  expect(office.emulator.directory.wabas.get(sample.wabaId)?.hasPaymentMethod).toBe(false);
});

test('a test number reaches five recipients', () => {
  const phones = ['1', '2', '3', '4', '5'].map((digit) => `91987654321${digit}`);
  accounts.decisions.allowRecipients(sample.testNumberId, phones);
  accounts.decisions.allowRecipients(sample.testNumberId, phones.slice(0, 1));
  expect(() => accounts.decisions.allowRecipients(sample.testNumberId, ['919876543210'])).toThrow(
    'at most 5',
  );
});

test('resets of PINs are told with who asked', async () => {
  const number = office.emulator.directory.numbers.get(sample.numberId);
  if (!number) throw new Error('The sample has no number.');
  accounts.pin.tellOfReset(number, 'PIN_RESET_REQUEST', '61555822107539');
  accounts.pin.remove(number);
  expect(await office.told('security')).toEqual([
    { display_phone_number: '912614001234', event: 'PIN_RESET_REQUEST', requester: '61555822107539' },
  ]);
  expect((await office.ask('GET', `/${sample.numberId}?fields=is_pin_enabled`)).body.is_pin_enabled).toBe(
    false,
  );
});
