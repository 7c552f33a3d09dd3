import type { RuleLine } from '../error-rule.ts';
import { afterFiveMinutes, afterMinutes, afterSeconds, soon } from '../waits.ts';
import type { english } from './english.ts';

type Line = RuleLine<keyof typeof english>;

const flowState: Line = { class: 'fix', actor: 'author', says: 'flowState' };
const listAgain: Line = { class: 'retry', retry: soon, actor: 'nobody', says: 'blockListChanged' };
const participants: Line = { class: 'fix', actor: 'author', says: 'participants' };
const groupPicture: Line = { class: 'fix', actor: 'author', says: 'groupPicture' };
const groupRights: Line = { class: 'fix', actor: 'author', says: 'groupRights' };
const callingOff: Line = { class: 'fix', actor: 'admin', says: 'callingOff' };
const callBroken: Line = { class: 'retry', retry: afterFiveMinutes, actor: 'nobody', says: 'callBroken' };
const callAgain: Line = { class: 'retry', retry: soon, actor: 'nobody', says: 'callAgain' };
const callLimit: Line = {
  class: 'throttle',
  scope: 'calls',
  retry: afterSeconds,
  actor: 'nobody',
  says: 'callLimit',
};
const pairCalls: Line = {
  class: 'throttle',
  scope: 'pair',
  retry: afterMinutes,
  actor: 'nobody',
  says: 'pairCalls',
};
const sip: Line = { class: 'fix', actor: 'operator', says: 'sip' };
const signupText: Line = { class: 'fix', actor: 'author', says: 'signupText' };
const signupTerms: Line = { class: 'fix', actor: 'admin', says: 'signupTerms' };

/** Flows, groups, blocked customers, calls, sign-up links (Meta's error pages of each). */
export const lines: Record<number, Line> = {
  139_000: { class: 'pause', scope: 'account', actor: 'admin', says: 'flowIntegrity' },
  139_001: flowState,
  139_002: { class: 'fix', actor: 'author', says: 'flowUnready' },
  139_003: flowState,
  139_004: flowState,
  139_006: { class: 'never', actor: 'nobody', says: 'flowFigures' },
  139_100: { class: 'fix', actor: 'author', says: 'blockedPartly' },
  139_101: { class: 'fix', actor: 'author', says: 'blockListFull' },
  139_102: listAgain,
  139_103: listAgain,
  131_020: { class: 'fix', actor: 'author', says: 'groupEmpty' },
  131_041: { class: 'never', actor: 'author', says: 'groupUnknown' },
  131_201: participants,
  131_202: participants,
  131_204: participants,
  131_207: { class: 'never', actor: 'admin', says: 'groupSuspended' },
  131_208: { class: 'throttle', scope: 'group', retry: afterSeconds, actor: 'nobody', says: 'groupLimit' },
  131_209: groupPicture,
  131_210: groupPicture,
  131_211: { class: 'fix', actor: 'author', says: 'groupCount' },
  131_212: groupRights,
  131_213: groupRights,
  131_214: { class: 'pause', scope: 'group', actor: 'admin', says: 'groupsOff' },
  131_215: { class: 'never', actor: 'admin', says: 'groupsOff' },
  138_000: callingOff,
  138_001: { class: 'suppress', scope: 'calls', actor: 'author', says: 'cannotBeCalled' },
  138_002: callLimit,
  138_003: callAgain,
  138_004: callAgain,
  138_005: callLimit,
  138_006: { class: 'fix', actor: 'author', says: 'callPermission' },
  138_007: callAgain,
  138_009: pairCalls,
  138_011: { class: 'fix', actor: 'author', says: 'callAfterChat' },
  138_012: pairCalls,
  138_013: { class: 'never', actor: 'admin', says: 'callingUnavailable' },
  138_014: { class: 'pause', scope: 'calls', actor: 'admin', says: 'callingLowQuality' },
  138_015: { class: 'fix', actor: 'admin', says: 'callingUnavailable' },
  138_017: { class: 'notice', actor: 'nobody', says: 'callPermissionThere' },
  138_018: callingOff,
  138_019: callBroken,
  138_020: callBroken,
  138_021: callBroken,
  138_022: callBroken,
  138_023: callBroken,
  138_024: sip,
  138_025: sip,
  2_494_164: signupText,
  2_494_165: signupTerms,
  2_494_166: signupText,
  2_494_167: signupText,
  2_494_168: signupTerms,
  2_494_176: signupTerms,
  2_494_177: signupText,
  2_494_179: signupText,
};
