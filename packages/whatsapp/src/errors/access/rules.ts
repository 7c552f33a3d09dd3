import type { RuleLine } from '../error-rule.ts';
import { afterMinutes, afterSeconds, afterUpgrade, once, soon, thrice } from '../waits.ts';
import type { english } from './english.ts';

type Line = RuleLine<keyof typeof english>;

const tokenEnded: Line = { class: 'pause', scope: 'token', actor: 'admin', says: 'tokenEnded' };
const permissionMissing: Line = { class: 'pause', scope: 'token', actor: 'admin', says: 'permissionMissing' };
const missing: Line = { class: 'never', actor: 'operator', says: 'missing' };
const managementLimit: Line = {
  class: 'throttle',
  scope: 'account',
  retry: afterMinutes,
  actor: 'nobody',
  says: 'managementLimit',
};
const outage: Line = { class: 'retry', retry: soon, actor: 'nobody', isDoubtful: true, says: 'outage' };

/** Every code from 200 to 299. */
export const permissionRange: Line = permissionMissing;

/** Codes that the table does not have, answered with a 5xx status or `is_transient`. */
export const unknownPassing: Line = {
  class: 'retry',
  retry: thrice,
  followUp: { class: 'alert', after: 3 },
  actor: 'operator',
  isDoubtful: true,
  says: 'unknown',
};
/** All other codes that the table does not have. */
export const unknownLasting: Line = { class: 'never', actor: 'operator', says: 'unknown' };

/** Authorization, integrity and whatever is not about one feature (Meta, "Error codes"). */
export const lines: Record<number, Line> = {
  0: tokenEnded,
  1: {
    class: 'retry',
    retry: once,
    followUp: { class: 'fix', after: 2 },
    actor: 'operator',
    isDoubtful: true,
    says: 'unclear',
  },
  2: outage,
  3: { class: 'fix', actor: 'operator', says: 'capabilityMissing' },
  4: { class: 'throttle', scope: 'app', retry: afterMinutes, actor: 'nobody', says: 'appLimit' },
  10: permissionMissing,
  17: { class: 'throttle', scope: 'token', retry: afterMinutes, actor: 'nobody', says: 'appLimit' },
  33: missing,
  100: { class: 'fix', actor: 'operator', says: 'parameter' },
  102: tokenEnded,
  104: tokenEnded,
  190: tokenEnded,
  368: { class: 'pause', scope: 'account', actor: 'admin', says: 'policyBlock' },
  613: { class: 'throttle', scope: 'calls', retry: afterSeconds, actor: 'nobody', says: 'lookupLimit' },
  803: missing,
  80_007: managementLimit,
  80_008: managementLimit,
  130_497: {
    class: 'suppress',
    scope: 'country',
    followUp: { class: 'pause', scope: 'campaign' },
    actor: 'admin',
    says: 'countryClosed',
  },
  131_000: {
    class: 'retry',
    retry: thrice,
    followUp: { class: 'alert', after: 3 },
    actor: 'operator',
    isDoubtful: true,
    says: 'unclear',
  },
  131_005: permissionMissing,
  131_008: { class: 'fix', actor: 'operator', says: 'parameterMissing' },
  131_009: { class: 'fix', actor: 'author', says: 'parameterValue' },
  131_016: outage,
  131_031: { class: 'pause', scope: 'account', actor: 'admin', says: 'accountLocked' },
  131_057: { class: 'retry', scope: 'number', retry: afterUpgrade, actor: 'nobody', says: 'maintenance' },
  131_059: { class: 'fix', actor: 'operator', says: 'cursor' },
  133_004: outage,
  135_000: { class: 'fix', actor: 'operator', says: 'parameter' },
};
