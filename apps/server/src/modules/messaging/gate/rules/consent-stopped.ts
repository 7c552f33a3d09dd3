import { consentRule } from '../consent-rule.ts';

export const consentStopped = consentRule('consent_stopped', {
  en: 'The contact has turned off marketing messages from you in WhatsApp.',
  hi: 'संपर्क ने WhatsApp में आपके मार्केटिंग संदेश बंद कर दिए हैं।',
});
