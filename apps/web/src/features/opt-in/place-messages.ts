import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const optInPlaceMessages = defineMessages('opt-in-places', {
  en: { title: 'Opt-in', one: 'Place to opt in', add: 'Add a place to opt in', sheet: 'Sheet to print' },
  hi: { title: 'ऑप्ट-इन', one: 'ऑप्ट-इन की जगह', add: 'ऑप्ट-इन की जगह जोड़ें', sheet: 'छापने का पन्ना' },
});
