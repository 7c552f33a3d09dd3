import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const outboxPlaceMessages = defineMessages('outbox-places', {
  en: {
    title: 'Outbox',
    doubt: 'In doubt',
    refused: 'Refused',
    group: 'Outbox',
    showDoubt: 'Decide about messages in doubt',
    showRefused: 'Show what was refused, and why',
  },
  hi: {
    title: 'आउटबॉक्स',
    doubt: 'संदेह में',
    refused: 'रोके गए',
    group: 'आउटबॉक्स',
    showDoubt: 'संदेह वाले संदेशों पर फ़ैसला करें',
    showRefused: 'देखें कि क्या नहीं भेजा गया और क्यों',
  },
});
