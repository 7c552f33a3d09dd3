/** How to stop, in the customer’s language: the word stays STOP, which every business understands. */
export const optOutWords: Readonly<Record<string, string>> = {
  en: 'Reply STOP to stop these messages',
  hi: 'ये मैसेज रोकने के लिए STOP लिखें',
  bn: 'এই মেসেজ বন্ধ করতে STOP লিখুন',
  mr: 'हे मेसेज थांबवण्यासाठी STOP लिहा',
  gu: 'આ મેસેજ બંધ કરવા STOP લખો',
  pa: 'ਇਹ ਮੈਸੇਜ ਰੋਕਣ ਲਈ STOP ਲਿਖੋ',
  ta: 'இந்தச் செய்திகளை நிறுத்த STOP என அனுப்பவும்',
  te: 'ఈ మెసేజ్‌లు ఆపడానికి STOP అని పంపండి',
  kn: 'ಈ ಸಂದೇಶಗಳನ್ನು ನಿಲ್ಲಿಸಲು STOP ಎಂದು ಕಳುಹಿಸಿ',
  ml: 'ഈ സന്ദേശങ്ങൾ നിർത്താൻ STOP അയയ്ക്കുക',
  ur: 'یہ پیغامات روکنے کے لیے STOP لکھیں',
};
