import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const signInPlaceMessages = defineMessages('sign-in-places', {
  en: {
    title: 'Sign in',
    forgotTitle: 'Forgot your password',
    resetTitle: 'Choose a new password',
  },
  hi: {
    title: 'साइन इन करें',
    forgotTitle: 'पासवर्ड भूल गए',
    resetTitle: 'नया पासवर्ड चुनें',
  },
});
