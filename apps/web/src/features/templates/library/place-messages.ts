import { defineMessages } from '../../../i18n/define-messages.ts';

export const libraryPlaceMessages = defineMessages('template-library-places', {
  en: { library: 'Library', cadence: 'Calendar' },
  hi: { library: 'संग्रह', cadence: 'कैलेंडर' },
});
