export { carryConsent } from './carry.ts';
export { freezeConsent } from './freeze.ts';
export { applyPreferences } from './preferences.ts';
export { recordConsent } from './record.ts';
export { consentRoutes } from './routes.ts';
export { consentRefusalSql, consentRules } from './rules.ts';
export { ensureConsentStates } from './states.ts';
