import { defineMessages } from '../../../i18n/define-messages.ts';

export const scorecardPlaceMessages = defineMessages('template-scorecard-places', {
  en: { scorecards: 'Scorecards' },
  hi: { scorecards: 'स्कोरकार्ड' },
});
