import type { Accounts } from '../accounts/accounts.ts';
import {
  amount,
  count,
  flag,
  list,
  matching,
  moment,
  object,
  oneOf,
  optional,
  readBody,
  text,
} from '../door/reading.ts';
import { WorldRefusal, type WorldRoutes } from '../door/world-door.ts';
import type { Emulator } from '../emulator.ts';
import { find } from './find.ts';

const restriction = oneOf(
  'RESTRICTED_ADD_PHONE_NUMBER_ACTION',
  'RESTRICTED_BIZ_INITIATED_MESSAGING',
  'RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
  'RESTRICTED_UTILITY_TEMPLATES',
  'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES',
  'RESTRICTED_BUSINESS_INITIATED_CALLING',
  'RESTRICTED_USER_INITIATED_CALLING',
  'RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN',
  'RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING',
);

const steps = ['warn', 'restrict', 'lift', 'escalate', 'lock', 'ban', 'reinstate', 'delete'] as const;

const country = matching(/^[A-Z]{2}$/, 'a country of two letters, such as IN');

const account = {
  hasPaymentMethod: optional(flag),
  reviewStatus: optional(oneOf('APPROVED', 'PENDING', 'REJECTED', 'DEFERRED')),
  primaryLocation: optional(country),
  internationalFrom: optional(moment),
  internationalLater: optional(list(object({ country, from: moment }))),
  marketingTerms: optional(oneOf('signed')),
};

const enforcing = {
  step: oneOf(...steps),
  types: optional(list(restriction)),
  days: optional(amount(0, 400)),
  violation: optional(text),
  number: optional(text),
  remediation: optional(text),
  inDays: optional(count(0, 400)),
};

const volumeTier = {
  category: oneOf('AUTHENTICATION', 'UTILITY'),
  tier: matching(/^\d+:(?:\d+|MAX)$/, 'two numbers of messages, such as 25000001:50000000'),
  month: matching(/^\d{4}-\d{2}$/, 'a month such as 2026-11'),
  region: optional(text),
};

const certification = {
  status: oneOf('APPROVED', 'FAILED', 'PENDING', 'DISCARDED', 'REVOKED'),
  reasons: optional(list(text)),
};

const alert = {
  type: oneOf(
    'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
    'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED',
    'INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO',
    'OBA_APPROVED',
    'OBA_REJECTED',
    'PROFILE_PICTURE_LOST',
  ),
  entity: oneOf('BUSINESS', 'PHONE_NUMBER'),
  id: text,
  severity: optional(oneOf('CRITICAL', 'WARNING', 'INFORMATIONAL')),
  status: optional(text),
  description: optional(text),
};

/** What Meta may do to an account, with the webhooks that tell of it. */
export function accountRoutes({ directory }: Emulator, { enforcement, decisions }: Accounts): WorldRoutes {
  const { wabas } = directory;
  return {
    'PATCH /world/accounts/:account'({ params, body }) {
      const { id } = find(wabas, 'account', params.account);
      const given = readBody(body, account);
      if (given.hasPaymentMethod !== undefined) decisions.setPayment(id, given.hasPaymentMethod);
      if (given.reviewStatus !== undefined) decisions.review(id, given.reviewStatus);
      if (given.primaryLocation !== undefined) decisions.setPrimaryLocation(id, given.primaryLocation);
      if (given.internationalFrom !== undefined)
        decisions.makeInternational(id, given.internationalFrom, given.internationalLater);
      if (given.marketingTerms !== undefined) decisions.signMarketingTerms(id);
      return wabas.get(id);
    },
    'POST /world/accounts/:account/enforcement'({ params, body }) {
      const { id } = find(wabas, 'account', params.account);
      const given = readBody(body, enforcing);
      const { step, types = [], days, violation = 'SPAM', number, remediation, inDays } = given;
      if (step === 'restrict' && types.length === 0)
        throw new WorldRefusal('types is missing; it must be a list of restrictions.');
      const run: Record<typeof step, () => unknown> = {
        warn: () => enforcement.warn(id, violation),
        restrict: () =>
          enforcement.restrict(id, {
            types,
            violation,
            ...(days !== undefined && { days }),
            ...(number !== undefined && { numberId: find(directory.numbers, 'number', number).id }),
            ...(remediation !== undefined && { remediation }),
          }),
        lift: () => enforcement.lift(id, types[0]),
        escalate: () => enforcement.escalate(id, violation),
        lock: () => enforcement.lock(id),
        ban: () => enforcement.disable(id, inDays),
        reinstate: () => enforcement.reinstate(id),
        delete: () => enforcement.deleteAccount(id),
      };
      const came = run[step]();
      return { account: wabas.get(id), ...(typeof came === 'string' && { came }) };
    },
    'POST /world/accounts/:account/volume-tier'({ params, body }) {
      const { id } = find(wabas, 'account', params.account);
      const { category, tier, month, region = 'India' } = readBody(body, volumeTier);
      decisions.tellVolumeTier(id, { pricing_category: category, tier, effective_month: month, region });
      return {};
    },
    'POST /world/accounts/:account/certification'({ params, body }) {
      const { id } = find(wabas, 'account', params.account);
      const { status, reasons = ['NONE'] } = readBody(body, certification);
      decisions.tellCertification(id, status, reasons);
      return {};
    },
    'POST /world/accounts/:account/alerts'({ params, body }) {
      const { id } = find(wabas, 'account', params.account);
      const given = readBody(body, alert);
      decisions.alert(id, {
        entity_type: given.entity,
        entity_id: given.id,
        alert_info: {
          alert_severity: given.severity ?? 'INFORMATIONAL',
          alert_status: given.status ?? 'ACTIVE',
          alert_type: given.type,
          alert_description: given.description ?? '',
        },
      });
      return {};
    },
  };
}
