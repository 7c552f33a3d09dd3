import type { AccountAlert, AccountReview, NumberQualityUpdate, VolumeTier } from '@trikon/whatsapp';
import type { Quality, Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import { rateEligibility } from '../wabas/waba-node.ts';

/** What else Meta decides about accounts and numbers, and what happens to them outside of the API. */
export interface Decisions {
  review(wabaId: string, decision: AccountReview['decision']): void;
  /** A payment failed, or works again: without a way to pay only free messages are sent. */
  setPayment(wabaId: string, works: boolean): void;
  setQuality(numberId: string, quality: Quality): void;
  alert(wabaId: string, alert: AccountAlert): void;
  /** Authentication messages abroad have a rate of their own from then on. */
  makeInternational(wabaId: string, from: number, exceptions?: LaterCountry[]): void;
  /** Whoever sends much pays less for the rest of the month; in this world the prices stay. */
  tellVolumeTier(wabaId: string, tier: Omit<VolumeTier['volume_tier_info'], 'tier_update_time'>): void;
  /** How the verification of a portfolio stands that a partner asked for. */
  tellCertification(wabaId: string, status: string, reasons: string[]): void;
  setPrimaryLocation(wabaId: string, country: string): void;
  signMarketingTerms(wabaId: string): void;
  /** As WhatsApp Manager does it. */
  deleteNumber(numberId: string): void;
  /** Recipients whom a test number may reach: five at most. */
  allowRecipients(numberId: string, phones: string[]): void;
}

type LaterCountry = NonNullable<Waba['internationalRate']>['exceptions'][number];

const mostRecipients = 5;

export function createDecisions(emulator: Emulator): Decisions {
  const { world, directory, webhooks } = emulator;
  const { wabas, numbers } = directory;
  const setting = world.setting('quality', { flag: false });
  const partner = ({ id, businessId }: Waba) => ({ waba_id: id, owner_business_id: businessId });
  return {
    review(wabaId, decision) {
      wabas.change(wabaId, { reviewStatus: decision });
      webhooks.send({ wabaId, field: 'account_review_update', value: { decision } satisfies AccountReview });
    },
    setPayment: (wabaId, works) => void wabas.change(wabaId, { hasPaymentMethod: works }),
    setQuality(numberId, quality) {
      const before = numbers.get(numberId)?.quality;
      const number = numbers.change(numberId, { quality });
      // Numbers are no longer flagged since October 2025; receivers of old may still be tried out.
      const isTold = setting.value.flag && (before === 'RED') !== (quality === 'RED');
      if (!isTold) return;
      const { tier } = directory.ownersOf(number).business;
      const value = {
        display_phone_number: number.phone,
        event: quality === 'RED' ? 'FLAGGED' : 'UNFLAGGED',
        current_limit: tier,
      } satisfies NumberQualityUpdate;
      webhooks.send({ wabaId: number.wabaId, numberId, field: 'phone_number_quality_update', value });
    },
    alert: (wabaId, alert) => webhooks.send({ wabaId, field: 'account_alerts', value: { ...alert } }),
    makeInternational(wabaId, from, exceptions = []) {
      const { internationalRate } = wabas.change(wabaId, { internationalRate: { from, exceptions } });
      const value = {
        event: 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE',
        auth_international_rate_eligibility: rateEligibility(internationalRate),
      };
      webhooks.send({ wabaId, field: 'account_update', value });
    },
    setPrimaryLocation(wabaId, country) {
      wabas.change(wabaId, { primaryLocation: country });
      const value = { event: 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE', country };
      webhooks.send({ wabaId, field: 'account_update', value });
    },
    signMarketingTerms(wabaId) {
      const waba = wabas.change(wabaId, { marketingTerms: true });
      const value = { event: 'MM_LITE_TERMS_SIGNED', waba_info: partner(waba) };
      webhooks.send({ wabaId, field: 'account_update', value });
    },
    tellVolumeTier(wabaId, tier) {
      const volume_tier_info = { tier_update_time: Math.floor(world.clock.now() / 1000), ...tier };
      const value = { event: 'VOLUME_BASED_PRICING_TIER_UPDATE', volume_tier_info };
      webhooks.send({ wabaId, field: 'account_update', value });
    },
    tellCertification(wabaId, status, reasons) {
      const info = {
        client_business_id: wabas.get(wabaId)?.businessId ?? '',
        status,
        rejection_reasons: reasons,
      };
      const event = 'PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE';
      const value = { event, partner_client_certification_info: info };
      webhooks.send({ wabaId, field: 'account_update', value });
    },
    deleteNumber(numberId) {
      numbers.change(numberId, { status: 'DELETED', registered: false, deletedAt: world.clock.now() });
    },
    allowRecipients(numberId, phones) {
      const recipients = [...new Set([...(numbers.get(numberId)?.allowedRecipients ?? []), ...phones])];
      if (recipients.length > mostRecipients)
        throw new RangeError(`A test number reaches at most ${mostRecipients} recipients.`);
      numbers.change(numberId, { allowedRecipients: recipients });
    },
  };
}
