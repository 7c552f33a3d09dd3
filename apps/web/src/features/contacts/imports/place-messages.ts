import { defineMessages } from '../../../i18n/define-messages.ts';

export const importPlaceMessages = defineMessages('contact-import-place', {
  en: { add: 'Import contacts', list: 'Imports and exports', one: 'Import' },
  hi: { add: 'संपर्क आयात करें', list: 'आयात और निर्यात', one: 'आयात' },
});
