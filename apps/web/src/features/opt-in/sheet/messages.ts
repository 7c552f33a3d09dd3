import { defineMessages } from '../../../i18n/define-messages.ts';

export const sheetMessages = defineMessages('opt-in-sheet', {
  en: {
    size: 'Paper',
    a4: 'A4',
    a6: 'A6',
    to: 'The code opens',
    chat: 'WhatsApp',
    page: 'the opt-in page',
    print: 'Print',
    scan: 'Scan with your phone’s camera',
    send: 'Send the message that is ready. You can stop at any time: write STOP.',
    choose: 'Choose what you would like to get.',
    noNumber: 'Without a number the code can only open the page.',
    code: 'QR code',
    askFor: 'At your service: {staff}',
  },
  hi: {
    size: 'काग़ज़',
    a4: 'A4',
    a6: 'A6',
    to: 'कोड खोलता है',
    chat: 'WhatsApp',
    page: 'ऑप्ट-इन पेज',
    print: 'छापें',
    scan: 'फ़ोन के कैमरे से स्कैन करें',
    send: 'तैयार संदेश भेज दें। आप कभी भी रोक सकते हैं: STOP लिखें।',
    choose: 'जो पाना चाहते हैं, वह चुनें।',
    noNumber: 'नंबर के बिना कोड केवल पेज खोल सकता है।',
    code: 'QR कोड',
    askFor: 'आपकी सेवा में: {staff}',
  },
});
