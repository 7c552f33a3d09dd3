import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const consentPlaceMessages = defineMessages('consent-places', {
  en: {
    title: 'Consent',
    pages: 'Pages about consent',
    suppression: 'Suppression',
    words: 'STOP and START',
  },
  hi: {
    title: 'सहमति',
    pages: 'सहमति के पन्ने',
    suppression: 'रोक सूचियाँ',
    words: 'STOP और START',
  },
});
