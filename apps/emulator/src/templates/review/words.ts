/**
 * What reviewers look for, in English, Hindi and Hinglish. `\b` knows no Devanagari, so Hindi stands without it.
 * The lists follow the examples of Meta's pages "Template categorization" and "Template review"; a reviewer sees more.
 */
export const promotion: readonly RegExp[] = [
  /\b(sale|discounts?|coupons?|promo(tion(al)?)?s?|cashback|deals?|clearance|bestsellers?|voucher)\b/i,
  /\b(special|exclusive|festive|limited|exciting|best|diwali|holi|eid|rakhi|onam|new year) offers?\b/i,
  /\boffers? (for you|inside|ends?|valid|expires?)\b/i,
  /\d+ ?(%|percent|per cent) (off|discount|cashback)/i,
  /\b(flat|up ?to|extra) ((₹|rs\.?|inr) ?)?[\d{][\d,{}]* ?(%|percent|off\b|discount)/i,
  /\b(buy|shop|subscribe|upgrade|explore) now\b/i,
  /(^|[.!?\n] ?)(order|book) now\b/i,
  /\b(new arrivals?|new collection|just launched|free (gift|trial|shipping|delivery)|don't miss|hurry|refer (a|your) friends?)\b/i,
  /\b(happy|shubh) (diwali|deepavali|holi|eid|rakhi|onam|pongal|navratri|new year|birthday|independence day)\b/i,
  /(ऑफ़र|ऑफर|छूट|डिस्काउंट|कूपन|मुफ़्त|मुफ्त|कैशबैक|महासेल|धमाका|अभी ख़रीदें|अभी खरीदें|ख़रीदारी|खरीदारी)/,
  /(शुभकामना|हार्दिक बधाई|नया कलेक्शन|सीमित समय)/,
  /\b(chh?oot|muft|dhamaka|bachat|sasta|kharid(o|iye|en|ein)|abhi order kar(o|e|en|ein)|jaldi kar(o|e|en|ein)|shubhkamnaye(n|in)?)\b/i,
];

/** Words that show that a message is about something of the customer's own. */
export const service: readonly RegExp[] = [
  /\b(order|invoice|payment|paid|bill|receipt|refund|return|shipment|shipped|packed|deliver(y|ed|ies)|courier|pickup|parcel)\w*\b/i,
  /\b(appointment|booking|booked|reservation|ticket|visit|check-?up|consultation|schedule[ds]?|slot|class|exam|report|result)s?\b/i,
  /\b(account|kyc|balance|statement|emi|loan|policy|premium|claim|due|subscription|membership|renewal|application|document|certificate)s?\b/i,
  /\b(request|complaint|service|alert|outage|maintenance|warning|safety|security|update|reminder|confirm\w*|verif\w+|password|note|demonstrates|call you|feedback)s?\b/i,
  /(ऑर्डर|आर्डर|भुगतान|बिल|रसीद|डिलीवरी|डिलिवरी|पार्सल|अपॉइंटमेंट|बुकिंग|टिकट|खाता|खाते|किस्त|क़िस्त|पॉलिसी|शिकायत|अनुरोध|रिपोर्ट|सेवा|सूचना|रिमाइंडर|रिफ़ंड|रिफंड)/,
  /\b(bhugtan|khat[ae]|kist|shikayat|suchna|raseed)\b/i,
];

/** Surveys belong to utility only when they name what they are about. */
export const survey: readonly RegExp[] = [
  /\b(rate us|feedback|survey|how was your|how did we do|review us|your experience)\b/i,
  /(प्रतिक्रिया|फ़ीडबैक|फीडबैक|आपका अनुभव|रेटिंग)/,
  /\b(apna (anubhav|feedback)|kaisa laga)\b/i,
];

export const oneTimeCode: readonly RegExp[] = [
  /\b(otp|one[- ]time (password|passcode|pin|code)|verification code|login code|log-?in code|security code|authentication code|sign-?in code)\b/i,
  /(ओटीपी|वेरिफ़िकेशन कोड|वेरिफिकेशन कोड|सत्यापन कोड|लॉगिन कोड)/,
];

/** A code for the man at the door is part of a delivery, not of signing in. */
export const handover = /\b(deliver\w*|courier|rider|driver|pick-?up|ride|trip)\b|डिलीवरी|डिलिवरी/i;

export const abuse: readonly RegExp[] = [
  /\b(legal action|police (complaint|case|station)|lodge an? (fir|complaint against you)|you will be arrested|arrest warrant|jail)\b/i,
  /\b(defaulter list|inform your (family|employer|contacts|relatives)|visit your (home|office) to recover|shame)\b/i,
  /\b(idiot|stupid|bastard|chor|kameen[ae]|haramkhor|dhokebaaz)\b/i,
  /(कानूनी कार्रवाई|क़ानूनी कार्रवाई|पुलिस में शिकायत|गिरफ़्तार|गिरफ्तार|जेल भेज|चोर|कमीने|हरामखोर)/,
  /\b(kanu?ni (kary?[av]*a?h?i|karwai)|police (mein|me) (shikayat|complaint)|giraftar|jail bhej)\b/i,
];

export const scam: readonly RegExp[] = [
  /\b(you (have )?won|lottery|lucky draw winner|claim your (prize|reward|winnings)|kbc winner|jackpot)\b/i,
  /\b(double your (money|investment)|guaranteed (returns?|profit|income)|earn (₹|rs\.?|inr) ?[\d,]+ (daily|per day|a day)|risk[- ]free investment)\b/i,
  /\b(instant loan without (documents|kyc)|bitcoin doubl\w+|processing fee to (release|claim))\b/i,
  /(लॉटरी|लाटरी|इनाम जीता|पैसा डबल|पैसे डबल|गारंटीड कमाई|केबीसी)/,
  /\b(paisa double|lottery (lagi|jeet\w*)|inaam jeet\w*|ghar baithe (rozana )?kamay?e?)\b/i,
];

/** Asking for what nobody should write into a chat (WhatsApp Business Messaging Policy). */
export const secrets =
  /\b(share|send|reply with|provide|tell us|enter|submit|bhej\w*|bata\w*)\b[^.!?।]{0,40}\b(card number|cvv|atm pin|upi pin|otp|password|aadhaar number|account number|net ?banking)\b/i;

export const warning = /\b(do not|don't|never|mat|na)\b|न करें|मत|ना /i;

/** Links that hide where they lead, or that lead back into WhatsApp. */
export const hiddenLink =
  /(^|[\s/.(])(bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|cutt\.ly|rb\.gy|rebrand\.ly|shorturl\.at|tiny\.cc|wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com)([/\s?]|$)/i;
