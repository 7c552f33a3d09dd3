export { carryConsent } from './carry.ts';
export { freezeConsent } from './freeze.ts';
export { applyPreferences } from './preferences.ts';
export { consentRoutes } from './routes.ts';
export { consentRefusalSql } from './rules.ts';
export { ensureConsentStates } from './states.ts';
