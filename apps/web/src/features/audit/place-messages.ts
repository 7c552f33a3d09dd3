import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const auditPlaceMessages = defineMessages('audit-places', {
  en: {
    title: 'Sign-ins',
    group: 'Sign-ins',
    failedOnes: 'Show failed sign-ins',
  },
  hi: {
    title: 'साइन-इन',
    group: 'साइन-इन',
    failedOnes: 'नाकाम साइन-इन देखें',
  },
});
