import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const messagePlaceMessages = defineMessages('messages-places', {
  en: {
    title: 'Messages',
    one: 'Message',
    group: 'Messages',
    find: 'Open a message by its id',
    open: 'Open message {id}',
    failed: 'Show messages that failed',
  },
  hi: {
    title: 'संदेश',
    one: 'संदेश',
    group: 'संदेश',
    find: 'ID से कोई संदेश खोलें',
    open: 'संदेश {id} खोलें',
    failed: 'नाकाम संदेश देखें',
  },
});
