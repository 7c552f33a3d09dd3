import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const consentPlaceMessages = defineMessages('consent-places', {
  en: {
    title: 'Consent',
    pages: 'Pages about consent',
    overview: 'Proof and ledger',
    notices: 'Notices',
    proof: 'Proof of consent',
    suppression: 'Suppression',
    words: 'STOP and START',
  },
  hi: {
    title: 'सहमति',
    pages: 'सहमति के पन्ने',
    overview: 'प्रमाण और बही',
    notices: 'सूचनाएँ',
    proof: 'सहमति का प्रमाण',
    suppression: 'रोक सूचियाँ',
    words: 'STOP और START',
  },
});
