import { consentRule } from '../consent-rule.ts';

export const consentFrozen = consentRule('consent_frozen', {
  en: 'This number may have changed hands. Nothing but answers is sent until someone has made sure who is there.',
  hi: 'हो सकता है यह नंबर अब किसी और के पास हो। जब तक कोई पुष्टि न करे, केवल जवाब भेजे जाते हैं।',
});
