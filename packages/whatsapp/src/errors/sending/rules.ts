import type { RuleLine } from '../error-rule.ts';
import { afterDays, afterMinutes, afterSeconds, afterSync, fourfold } from '../waits.ts';
import type { english } from './english.ts';

type Line = RuleLine<keyof typeof english>;

const payment: Line = { class: 'pause', scope: 'account', actor: 'admin', says: 'payment' };
const parameters: Line = { class: 'fix', actor: 'author', says: 'templateParameters' };
const marketingOnly: Line = { class: 'fix', actor: 'operator', says: 'marketingOnly' };
const marketingDoorShut: Line = { class: 'fix', actor: 'admin', says: 'marketingDoorShut' };
const orderState: Line = { class: 'fix', actor: 'author', says: 'orderState' };

/** Sending and receiving messages (Meta, "Error codes", "Marketing Messages API errors"). */
export const lines: Record<number, Line> = {
  1026: { class: 'never', actor: 'author', says: 'oldApp' },
  2046: orderState,
  2047: orderState,
  130_403: { class: 'suppress', scope: 'customer', actor: 'author', says: 'blockedByYou' },
  130_429: { class: 'throttle', scope: 'number', retry: afterSeconds, actor: 'nobody', says: 'tooFast' },
  130_472: { class: 'never', actor: 'author', isHarmless: true, says: 'experiment' },
  130_501: { class: 'notice', actor: 'customer', says: 'unsupportedHere' },
  131_021: { class: 'never', actor: 'author', says: 'ownNumber' },
  131_026: {
    class: 'never',
    followUp: { class: 'suppress', scope: 'customer', after: 2 },
    actor: 'author',
    says: 'undeliverable',
  },
  131_030: { class: 'fix', actor: 'admin', says: 'testNumber' },
  131_037: { class: 'fix', actor: 'admin', says: 'nameNeeded' },
  131_042: payment,
  131_044: { ...payment, scope: 'calls' },
  131_047: { class: 'fix', actor: 'author', says: 'windowClosed' },
  131_048: { class: 'pause', scope: 'number', actor: 'admin', says: 'spamLimit' },
  131_049: { class: 'never', retry: afterDays, actor: 'nobody', isUnbilled: true, says: 'customerLimit' },
  131_050: { class: 'suppress', scope: 'marketing', actor: 'nobody', says: 'marketingStopped' },
  131_051: { class: 'never', actor: 'author', says: 'unsupportedType' },
  131_052: { class: 'notice', actor: 'customer', says: 'fileNotReceived' },
  131_053: { class: 'fix', actor: 'author', says: 'fileNotSent' },
  131_055: marketingOnly,
  131_056: { class: 'throttle', scope: 'pair', retry: fourfold, actor: 'nobody', says: 'pairLimit' },
  131_060: { class: 'notice', actor: 'nobody', says: 'messageUnavailable' },
  131_062: { class: 'fix', actor: 'author', says: 'phoneNeeded' },
  131_063: { class: 'fix', actor: 'admin', says: 'marketingElsewhere' },
  131_064: { class: 'pause', scope: 'account', actor: 'admin', says: 'wrongCategories' },
  132_000: parameters,
  132_001: { class: 'fix', actor: 'author', says: 'templateMissing' },
  132_005: { class: 'fix', actor: 'author', says: 'templateTooLong' },
  132_007: { class: 'fix', actor: 'author', says: 'templatePolicy' },
  132_008: parameters,
  132_012: parameters,
  132_015: {
    class: 'pause',
    scope: 'campaign',
    actor: 'author',
    isUnbilled: true,
    says: 'templatePaused',
  },
  132_016: {
    class: 'never',
    followUp: { class: 'pause', scope: 'campaign' },
    actor: 'author',
    says: 'templateDisabled',
  },
  132_018: parameters,
  132_068: { class: 'fix', actor: 'operator', says: 'flowBlocked' },
  132_069: {
    class: 'throttle',
    scope: 'flow',
    retry: afterMinutes,
    actor: 'operator',
    says: 'flowThrottled',
  },
  134_011: { class: 'fix', actor: 'admin', says: 'paymentTerms' },
  134_100: marketingOnly,
  134_101: { class: 'retry', retry: afterSync, actor: 'nobody', says: 'templateSyncing' },
  134_102: marketingDoorShut,
  134_103: marketingDoorShut,
  137_000: { class: 'fix', actor: 'author', says: 'identityChanged' },
  141_002: { class: 'fix', actor: 'author', says: 'templateMissing' },
};
