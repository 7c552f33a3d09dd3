import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const developerPlaceMessages = defineMessages('developers-places', {
  en: {
    title: 'Developers',
    newKey: 'Create API key',
    failedWork: 'Failed work',
    parked: 'Parked events',
    group: 'Developers',
  },
  hi: {
    title: 'डेवलपर',
    newKey: 'API कुंजी बनाएँ',
    failedWork: 'रुका हुआ काम',
    parked: 'अलग रखी घटनाएँ',
    group: 'डेवलपर',
  },
});
