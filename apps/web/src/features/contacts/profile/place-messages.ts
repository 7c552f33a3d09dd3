import { defineMessages } from '../../../i18n/define-messages.ts';

export const profilePlaceMessages = defineMessages('contact-profile-place', {
  en: { one: 'Contact', fields: 'Fields of contacts' },
  hi: { one: 'संपर्क', fields: 'संपर्कों के फ़ील्ड' },
});
