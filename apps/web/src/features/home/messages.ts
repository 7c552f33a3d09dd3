import { defineMessages } from '../../i18n/define-messages.ts';

export const homeMessages = defineMessages('home', {
  en: {
    title: 'Home',
    empty: 'Connect a number to begin',
    emptyHelp: 'Once a WhatsApp number is connected, this page shows what needs you today.',
  },
  hi: {
    title: 'होम',
    empty: 'शुरुआत एक नंबर जोड़कर करें',
    emptyHelp: 'WhatsApp नंबर जुड़ते ही यहाँ दिखेगा कि आज क्या करना है।',
  },
});
