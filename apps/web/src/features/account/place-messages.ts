import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const accountPlaceMessages = defineMessages('account-places', {
  en: {
    title: 'Your account',
    menu: 'Account of {name}',
    profile: 'Profile',
    security: 'Signing in',
    devices: 'Devices',
    signOut: 'Sign out',
    signOutFailed: 'You are still signed in: the server cannot be reached.',
    asked: '{workspace} opens only to people with two-step sign-in. Turn it on here to go on.',
  },
  hi: {
    title: 'आपका खाता',
    menu: '{name} का खाता',
    profile: 'प्रोफ़ाइल',
    security: 'साइन-इन',
    devices: 'डिवाइस',
    signOut: 'साइन आउट करें',
    signOutFailed: 'आप अब भी साइन इन हैं: सर्वर तक पहुँच नहीं पा रहे।',
    asked: '{workspace} सिर्फ़ दो-चरण साइन-इन वालों के लिए खुलता है। आगे बढ़ने के लिए उसे यहाँ चालू करें।',
  },
});
