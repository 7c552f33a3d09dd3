import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const rightsPlaceMessages = defineMessages('rights-places', {
  en: {
    title: 'Data requests',
    pages: 'Pages about data requests',
    requests: 'Requests',
    settings: 'Deadlines and page',
  },
  hi: { title: 'डेटा अनुरोध', pages: 'डेटा अनुरोधों के पन्ने', requests: 'अनुरोध', settings: 'समय-सीमा और पन्ना' },
});
