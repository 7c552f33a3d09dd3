/**
 * Words that sell, by language. Written as people write them, Hinglish and spelling variants included. `\b` knows Latin
 * letters alone, so other scripts stand without it. What is an ordinary word of service too (Tamil சலுகை is an offer and
 * nothing else, English "free" is not) is narrowed by its neighbours.
 */
export const promotion: readonly RegExp[] = [
  // English
  /\b(sale|discount(s|ed)?|coupons?|promo(s|code|tion|tions|tional)?|cash ?backs?|clearance|bestsellers?|vouchers?|mega deals?|deals? of|great deals?|best deals?)\b/i,
  /\b(special|exclusive|festive|limited|exciting|best|diwali|holi|eid|rakhi|onam|pongal|new year|christmas|bumper|combo) (time )?offers?\b/i,
  /\boffers? (for you|inside|ends?|valid|expires?|till|until|on)\b/i,
  /\d+ ?(%|percent|per cent) (off|discount|cashback|extra|more)/i,
  /\b(flat|up ?to|extra) ((₹|rs\.?|inr) ?)?[\d{][\d,{}]* ?(%|percent|off\b|discount)/i,
  /(₹|rs\.? ?|inr ?)[\d,]+ off\b/i,
  /\b(buy|shop|subscribe|upgrade|explore|grab) now\b/i,
  /(^|[.!?\n] ?)(order|book) (now|today)\b/i,
  /\b(new arrivals?|new collection|latest collection|just launched|free (gift|trial|shipping|delivery)|don[’']t miss|hurry|refer (a|your) friends?|refer and earn|earn (extra|bonus|double) points|buy \w+ get \w+)\b/i,
  /\b(happy|shubh) (diwali|deepavali|holi|eid|rakhi|onam|pongal|navratri|new year|birthday|independence day|republic day|christmas|durga puja)\b/i,
  /\b(we miss you|you may also like|recommended for you|while stocks? lasts?|limited (period|time|stock)|early access|back in stock|price (drop|dropped)|pre-?approved|upgrade to|lowest price|best price|introductory)\b/i,
  // Hindi
  /(ऑफ़र|ऑफर|छूट(?! ?(ग|जा|न\s|ी))|डिस्काउंट|कूपन|मुफ़्त|मुफ्त|कैशबैक|महासेल|सेल\s|धमाका|अभी ख़रीदें|अभी खरीदें|ख़रीदारी|खरीदारी|भारी बचत|बंपर|आधे दाम|सबसे कम दाम|दाम घटा|दाम कम हु)/,
  /(शुभकामना|हार्दिक बधाई|नया कलेक्शन|सीमित समय|स्टॉक रहने तक|मौका न चूकें|जल्दी करें|फिर से स्टॉक में)/,
  // Hinglish
  /\b(chh?oot|muft|dhamaka|bachat|sasta|kharid(o|iye|en|ein)|abhi order kar(o|e|en|ein)|jaldi kar(o|e|en|ein)|shubhkamnaye(n|in)?|mauka mat chhodo|dil khol ke shopping)\b/i,
  // Bengali
  /(ছাড়|ডিসকাউন্ট|অফার|কুপন|ক্যাশব্যাক|বিনামূল্যে|এখনই কিনুন|কেনাকাটা|সেল চলছে|শুভেচ্ছা)/,
  // Marathi
  /(सवलत|सूट मिळ|सूट मिळवा|मोफत|विनामूल्य|आत्ताच खरेदी|शुभेच्छा)/,
  // Telugu
  /(తగ్గింపు|డిస్కౌంట్|ఆఫర్|కూపన్|క్యాష్‌?బ్యాక్|ఉచితం|ఉచితంగా|ఇప్పుడే కొన|శుభాకాంక్షలు)/,
  // Tamil
  /(தள்ளுபடி|சலுகை|கூப்பன்|கேஷ்பேக்|இலவசம்|இலவசமாக|இப்போதே வாங்க|வாழ்த்துகள்|வாழ்த்துக்கள்|ஆஃபர்)/,
  // Gujarati
  /(છૂટ|ડિસ્કાઉન્ટ|ઓફર|ઑફર|કૂપન|કેશબેક|મફત|હમણાં જ ખરીદો|શુભકામના|શુભેચ્છા)/,
  // Kannada
  /(ರಿಯಾಯಿತಿ|ಡಿಸ್ಕೌಂಟ್|ಆಫರ್|ಕೂಪನ್|ಕ್ಯಾಶ್‌?ಬ್ಯಾಕ್|ಉಚಿತ|ಈಗಲೇ ಖರೀದಿ|ಶುಭಾಶಯ)/,
  // Malayalam
  /(കിഴിവ്|ഡിസ്കൗണ്ട്|ഓഫർ|കൂപ്പൺ|ക്യാഷ്ബാക്ക്|സൗജന്യ|ഇപ്പോൾ വാങ്ങ|ആശംസകൾ)/,
  // Punjabi
  /(ਛੋਟ|ਡਿਸਕਾਊਂਟ|ਆਫ਼ਰ|ਆਫਰ|ਕੂਪਨ|ਕੈਸ਼ਬੈਕ|ਮੁਫ਼ਤ|ਮੁਫਤ|ਹੁਣੇ ਖਰੀਦੋ|ਵਧਾਈਆਂ)/,
  // Urdu
  /(رعایت|چھوٹ|ڈسکاؤنٹ|آفر|کوپن|کیش بیک|مفت|ابھی خریدیں|مبارک ہو)/,
];
