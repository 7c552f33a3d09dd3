import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const templatePlaceMessages = defineMessages('templates-places', {
  en: {
    title: 'Templates',
    one: 'Template',
    review: 'Review',
    naming: 'Names and approval',
    fresh: 'New template',
  },
  hi: { title: 'टेम्पलेट', one: 'टेम्पलेट', review: 'जाँच', naming: 'नाम और मंज़ूरी', fresh: 'नया टेम्पलेट' },
});
