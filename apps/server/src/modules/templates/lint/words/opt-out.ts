/** Words and buttons by which one leaves, by language. */
export const optOut: readonly RegExp[] = [
  /\b(stop|unsubscribe|opt[- ]?out|no more messages|not interested|stop (promotions|offers|messages|these)|turn off (offers|messages))\b/i,
  /(बंद|रोकें|रोको|मत भेज|अनसब्सक्राइब|STOP)/,
  /\b(band kar(o|ein|en|do)?|mat bhej\w*|roko)\b/i,
  /(বন্ধ|थांबव|बंद करा|ఆపండి|ఆపు|వద్దు|நிறுத்த|வேண்டாம்|બંધ|ನಿಲ್ಲಿಸ|ಬೇಡ|നിർത്തുക|വേണ്ട|ਬੰਦ|بند|روکیں)/,
];

/** What stands in the footer when nothing does, by language. */
export const optOutLines: Readonly<Record<string, string>> = {
  en: 'Reply STOP to stop offers',
  hi: 'ऑफ़र रोकने के लिए STOP लिखें',
  bn: 'বন্ধ করতে STOP লিখুন',
  mr: 'बंद करण्यासाठी STOP लिहा',
  te: 'ఆపడానికి STOP అని రాయండి',
  ta: 'நிறுத்த STOP என அனுப்பவும்',
  gu: 'બંધ કરવા STOP લખો',
  kn: 'ನಿಲ್ಲಿಸಲು STOP ಎಂದು ಬರೆಯಿರಿ',
  ml: 'നിർത്താൻ STOP എന്ന് എഴുതുക',
  pa: 'ਬੰਦ ਕਰਨ ਲਈ STOP ਲਿਖੋ',
  ur: 'بند کرنے کے لیے STOP لکھیں',
};
