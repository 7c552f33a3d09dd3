export { carryConsent } from './carry.ts';
export { consentLines } from './consent-lines.ts';
export { freezeConsent } from './freeze.ts';
export { applyPreferences } from './preferences.ts';
export { currentNotice, findApprovedWords, type NoticeShown } from './notices/current-notice.ts';
export { recordConsent, type NewConsentEntry } from './record.ts';
export { consentRoutes } from './routes.ts';
export { consentRefusalSql } from './rules.ts';
export { ensureConsentStates } from './states.ts';
