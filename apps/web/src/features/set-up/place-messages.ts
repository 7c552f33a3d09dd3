import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const setUpPlaceMessages = defineMessages('set-up-places', {
  en: {
    title: 'Set up Trikon',
  },
  hi: {
    title: 'Trikon शुरू करें',
  },
});
