import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const switcherPlaceMessages = defineMessages('workspace-switcher-places', {
  en: {
    switchFrom: 'Workspace {name}. Switch to another',
    noneTitle: 'You belong to no workspace',
  },
  hi: {
    switchFrom: 'वर्कस्पेस {name}। दूसरा खोलें',
    noneTitle: 'आप किसी वर्कस्पेस में नहीं हैं',
  },
});
