import type { RuleLine } from '../error-rule.ts';
import { afterFiveMinutes, afterMinutes, afterThreeDays } from '../waits.ts';
import type { english } from './english.ts';

type Line = RuleLine<keyof typeof english>;

const pinGuesses: Line = {
  class: 'throttle',
  scope: 'number',
  retry: afterMinutes,
  actor: 'admin',
  says: 'pinGuesses',
};
const noCode: Line = { class: 'fix', actor: 'admin', says: 'noCode' };
const ownershipMove: Line = { class: 'never', actor: 'admin', says: 'ownershipMove' };
const usernameLinked: Line = { class: 'fix', actor: 'admin', says: 'usernameLinked' };

/** Registration, verification, migration, names and the WhatsApp Business app (Meta, "Error codes"). */
export const lines: Record<number, Line> = {
  131_045: { class: 'fix', actor: 'admin', says: 'registerAgain' },
  133_000: { class: 'fix', actor: 'admin', says: 'deregisterAgain' },
  133_005: { class: 'fix', actor: 'admin', says: 'pinWrong' },
  133_006: { class: 'fix', actor: 'admin', says: 'verifyAgain' },
  133_008: pinGuesses,
  133_009: pinGuesses,
  133_010: { class: 'fix', actor: 'admin', says: 'notRegistered' },
  133_015: { class: 'retry', retry: afterFiveMinutes, actor: 'nobody', says: 'justDeleted' },
  133_016: {
    class: 'throttle',
    scope: 'number',
    retry: afterThreeDays,
    actor: 'admin',
    says: 'registrations',
  },
  136_024: {
    class: 'throttle',
    scope: 'number',
    retry: afterMinutes,
    actor: 'admin',
    says: 'codesRequested',
  },
  136_025: { class: 'fix', actor: 'admin', says: 'codeWrong' },
  147_001: { class: 'fix', actor: 'admin', says: 'usernameTaken' },
  147_002: { class: 'fix', actor: 'admin', says: 'usernameLimit' },
  147_003: usernameLinked,
  147_004: usernameLinked,
  147_005: { class: 'fix', actor: 'admin', says: 'usernameOwn' },
  1_752_041: { class: 'never', actor: 'nobody', says: 'askedAlready' },
  2_388_001: { class: 'fix', actor: 'admin', says: 'ownershipUnproven' },
  2_388_012: { class: 'never', actor: 'nobody', says: 'alreadyHere' },
  2_388_091: noCode,
  2_388_093: noCode,
  2_388_103: { class: 'fix', actor: 'admin', says: 'cannotMigrate' },
  2_494_100: { class: 'retry', retry: afterFiveMinutes, actor: 'nobody', says: 'numberMaintenance' },
  2_593_079: ownershipMove,
  2_593_085: ownershipMove,
  2_593_107: { class: 'never', actor: 'admin', says: 'syncTwice' },
  2_593_108: { class: 'never', actor: 'admin', says: 'syncTooLate' },
  2_593_109: { class: 'notice', actor: 'nobody', says: 'historyRefused' },
};
