import { defineMessages } from '../../../i18n/define-messages.ts';

export const listPlaceMessages = defineMessages('contact-list-place', {
  en: { title: 'Contacts' },
  hi: { title: 'संपर्क' },
});
