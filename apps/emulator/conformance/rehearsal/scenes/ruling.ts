import { sample } from '../../../src/sample/sample-world.ts';
import type { Scene } from '../scene.ts';
import { care, clinic, shop } from './cast.ts';

const business = `/businesses/${sample.businessId}`;
const account = `/accounts/${sample.clinicWabaId}`;

/** What Meta decides about numbers, portfolios and accounts; the last of it ends an account. */
export const ruling: Scene[] = [
  {
    says: 'numbers are judged, renamed, made faster, named and secured',
    async play({ graph, world, pass }) {
      await world('PATCH /settings/quality', { flag: true });
      for (const quality of ['RED', 'GREEN']) await world(`PATCH /numbers/${shop}`, { quality });
      await world(`PATCH /numbers/${shop}`, { throughput: 'HIGH' });
      await graph(`POST /${shop}?new_display_name=Surat%20Silks%20Since%201987`);
      await pass(30);
      await graph(`POST /${care}?new_display_name=Surat%20Silks%20Helpline`);
      await world(`POST /numbers/${care}/name-review`, {
        decision: 'REJECTED',
        reason: 'NAME_NOT_CONSISTENT',
      });
      await graph(`POST /${shop}`, { pin: '150954' });
      await graph(`POST /${shop}/username`, { username: 'surat.silks' });
      await graph(`DELETE /${shop}/username`);
      for (const official of [false, true]) await world(`PATCH /numbers/${care}`, { official });
    },
  },
  {
    says: 'a portfolio may reach more people',
    async play({ world }) {
      await world(`PATCH ${business}`, { tier: 'TIER_10K' });
      await world(`PATCH ${business}`, { tier: 'TIER_UNLIMITED' });
      const alert = {
        type: 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
        entity: 'BUSINESS',
        id: sample.businessId,
      };
      await world(`POST ${account}/alerts`, alert);
    },
  },
  {
    says: 'Flows change their state, and a configuration for payments is connected',
    async play({ graph }) {
      const configuration = {
        configuration_name: 'rehearsed-upi',
        purpose_code: '00',
        merchant_category_code: '5399',
      };
      await graph(`POST /${sample.wabaId}/payment_configuration`, {
        ...configuration,
        provider_name: 'upi_vpa',
        merchant_vpa: 'rehearsal@okbank',
      });
    },
  },
  {
    says: 'an account is reviewed, warned, restricted, locked, banned, taken back and deleted',
    async play({ world, pass }) {
      await world(`PATCH ${account}`, {
        reviewStatus: 'REJECTED',
        primaryLocation: 'IN',
        internationalFrom: '2026-11-01T00:00:00Z',
        internationalLater: [{ country: 'ID', from: '2026-12-01T00:00:00Z' }],
        marketingTerms: 'signed',
      });
      await world(`PATCH ${account}`, { reviewStatus: 'APPROVED' });
      const tier = { category: 'UTILITY', tier: '25000001:50000000', month: '2026-11' };
      await world(`POST ${account}/volume-tier`, tier);
      await world(`POST ${account}/certification`, { status: 'APPROVED' });
      const step = (given: object) => world(`POST ${account}/enforcement`, given);
      await step({ step: 'warn', violation: 'ADULT' });
      await step({
        step: 'restrict',
        types: ['RESTRICTED_BIZ_INITIATED_MESSAGING'],
        days: 1,
        violation: 'SCAM',
      });
      await step({
        step: 'restrict',
        types: ['RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN'],
        number: clinic,
        remediation: 'Raise the pickup rate.',
      });
      await step({ step: 'lift' });
      await step({ step: 'lock' });
      await step({ step: 'ban', inDays: 1 });
      await pass(25 * 3600);
      await step({ step: 'reinstate' });
      await step({ step: 'delete' });
    },
  },
];
