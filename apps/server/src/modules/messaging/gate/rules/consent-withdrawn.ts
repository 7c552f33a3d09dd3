import { consentRule } from '../consent-rule.ts';

export const consentWithdrawn = consentRule('consent_withdrawn', {
  en: 'The contact has asked not to get such messages.',
  hi: 'संपर्क ने ऐसे संदेश न भेजने को कहा है।',
});
