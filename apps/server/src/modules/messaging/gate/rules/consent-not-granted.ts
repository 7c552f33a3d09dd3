import { consentRule } from '../consent-rule.ts';

export const consentNotGranted = consentRule('consent_not_granted', {
  en: 'The contact has not agreed to get such messages.',
  hi: 'संपर्क ने ऐसे संदेशों के लिए सहमति नहीं दी है।',
});
