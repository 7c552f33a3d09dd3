/** What the page says; in English where somebody's language is not among these. */
export interface PageWords {
  title: string;
  about: string;
  save: string;
  stopAll: string;
  saved: string;
  nothingChanged: string;
  answers: string;
  inWhatsapp: string;
  cannotAgree: string;
  tooOld: string;
  tooOldAbout: string;
  promotions: { name: string; explanation: string };
  orders: { name: string; explanation: string };
}

const en: PageWords = {
  title: 'What {brand} may send you',
  about: 'On WhatsApp, to {phone}. You can change this at any time.',
  save: 'Save',
  stopAll: 'Stop everything',
  saved: 'Saved. It holds from now on.',
  nothingChanged: 'Nothing was changed.',
  answers: 'When you write to {brand}, you still get an answer.',
  inWhatsapp:
    'You have turned off offers of this business in WhatsApp. To get them, turn them on there too: open the chat, then the business’s info.',
  cannotAgree: 'You cannot sign up for this here at the moment.',
  tooOld: 'This link is too old',
  tooOldAbout: 'Write STOP in the chat to end messages, or START to get a new link.',
  promotions: { name: 'Offers and news', explanation: 'Offers, new arrivals and festival sales.' },
  orders: {
    name: 'Orders and bookings',
    explanation: 'What you bought or booked: confirmation, payment, delivery, reminders.',
  },
};

const hi: PageWords = {
  title: '{brand} आपको क्या भेजे',
  about: 'WhatsApp पर, {phone} पर। इसे कभी भी बदल सकते हैं।',
  save: 'सेव करें',
  stopAll: 'सब बंद करें',
  saved: 'सेव हो गया। यह अभी से लागू है।',
  nothingChanged: 'कुछ नहीं बदला।',
  answers: 'आप {brand} को लिखेंगे तो जवाब फिर भी मिलेगा।',
  inWhatsapp:
    'आपने WhatsApp में इस बिज़नेस के ऑफ़र बंद किए हैं। ऑफ़र पाने के लिए वहाँ भी चालू करें: चैट खोलें, फिर बिज़नेस की जानकारी।',
  cannotAgree: 'अभी यहाँ इसके लिए हाँ नहीं कह सकते।',
  tooOld: 'यह लिंक पुराना हो गया है',
  tooOldAbout: 'संदेश बंद करने के लिए चैट में STOP लिखें, या नए लिंक के लिए START।',
  promotions: { name: 'ऑफ़र और ख़बरें', explanation: 'ऑफ़र, नए सामान और त्योहारों की सेल।' },
  orders: {
    name: 'ऑर्डर और बुकिंग',
    explanation: 'आपने जो ख़रीदा या बुक किया: पुष्टि, भुगतान, डिलीवरी, याद दिलाना।',
  },
};

export const pageLanguages = { en, hi } as const;
export type PageLanguage = keyof typeof pageLanguages;

export const pageLanguageOf = (wanted: string): PageLanguage => (/^hi\b/.test(wanted) ? 'hi' : 'en');
