import { defineMessages } from '../../../../i18n/define-messages.ts';

export const noteMessages = defineMessages('contact-notes', {
  en: {
    write: 'Note',
    placeholder: 'Write a note: what they like, what was promised on the phone…',
    add: 'Add note',
    save: 'Save',
    onlyUs: 'Only your team sees it.',
    edit: 'Change',
    empty: 'A note says something. To be rid of it, delete it.',
    remove: 'Delete',
    removeTitle: 'Delete this note?',
    removeConfirm: 'Delete note',
    removeHelp: 'Its words are gone for good. The timeline keeps that there was one.',
  },
  hi: {
    write: 'नोट',
    placeholder: 'नोट लिखें: इन्हें क्या पसंद है, फ़ोन पर क्या वादा हुआ…',
    add: 'नोट जोड़ें',
    save: 'सहेजें',
    onlyUs: 'इसे केवल आपकी टीम देखती है।',
    edit: 'बदलें',
    empty: 'नोट में कुछ लिखा होना चाहिए। नहीं चाहिए तो उसे हटा दें।',
    remove: 'हटाएँ',
    removeTitle: 'यह नोट हटाएँ?',
    removeConfirm: 'नोट हटाएँ',
    removeHelp: 'इसके शब्द हमेशा के लिए चले जाएँगे। इतिहास में रहेगा कि यहाँ एक नोट था।',
  },
});
