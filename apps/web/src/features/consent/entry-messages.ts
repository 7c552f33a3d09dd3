import { defineMessages } from '../../i18n/define-messages.ts';

/** What an entry of the ledger says, in a word. */
export const entryMessages = defineMessages('consent-entries', {
  en: {
    granted: 'Agreed',
    withdrawn: 'Took it back',
    stopped: 'Stopped marketing in WhatsApp',
    resumed: 'Resumed marketing in WhatsApp',
    frozen: 'Held',
    released: 'Hold ended',
    erased: 'Personal details erased',
    everything: 'Everything',
    sealed: 'Place {seq}',
    waiting: 'Waits for its place',
  },
  hi: {
    granted: 'सहमति दी',
    withdrawn: 'सहमति वापस ली',
    stopped: 'WhatsApp में प्रचार बंद किया',
    resumed: 'WhatsApp में प्रचार फिर चालू किया',
    frozen: 'रोका गया',
    released: 'रोक हटी',
    erased: 'निजी जानकारी मिटाई गई',
    everything: 'सब कुछ',
    sealed: 'स्थान {seq}',
    waiting: 'स्थान की प्रतीक्षा में',
  },
});
