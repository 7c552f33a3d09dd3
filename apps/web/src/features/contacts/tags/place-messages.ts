import { defineMessages } from '../../../i18n/define-messages.ts';

export const tagPlaceMessages = defineMessages('contact-tags-place', {
  en: { title: 'Tags of contacts' },
  hi: { title: 'संपर्कों के टैग' },
});
