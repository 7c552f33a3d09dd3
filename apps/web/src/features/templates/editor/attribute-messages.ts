import { defineMessages } from '../../../i18n/define-messages.ts';

/** What is known of every contact. */
export const attributeMessages = defineMessages('template-attributes', {
  en: { name: 'Name', city: 'City', phone: 'Phone', email: 'E-mail', language: 'Language' },
  hi: { name: 'नाम', city: 'शहर', phone: 'फ़ोन', email: 'ई-मेल', language: 'भाषा' },
});
