import { defineMessages } from '../i18n/define-messages.ts';

export const contactMessages = defineMessages('contact-names', {
  en: { nobody: 'Somebody without a number' },
  hi: { nobody: 'कोई, जिनका नंबर नहीं है' },
});
