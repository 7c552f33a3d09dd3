import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const numberPlaceMessages = defineMessages('numbers-places', {
  en: {
    title: 'Numbers',
    connect: 'Connect a number',
    byHand: 'Connect by hand',
    signUp: 'Connect with Meta’s sign-up',
    number: 'Number',
    account: 'Connection',
    group: 'Numbers',
  },
  hi: {
    title: 'नंबर',
    connect: 'नंबर जोड़ें',
    byHand: 'ख़ुद जोड़ें',
    signUp: 'Meta के साइन-अप से जोड़ें',
    number: 'नंबर',
    account: 'कनेक्शन',
    group: 'नंबर',
  },
});
