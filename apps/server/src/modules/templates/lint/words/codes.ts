/** A one-time code, named. */
export const oneTimeCode: readonly RegExp[] = [
  /\b(otp|one[- ]time (password|passcode|code|pin)|verification code|login code|log-?in code|security code|sign-?in code|authentication code|passcode)\b/i,
  /(ओटीपी|वन[- ]टाइम पासवर्ड|सत्यापन कोड|वेरिफ़िकेशन कोड|वेरिफिकेशन कोड|लॉगिन कोड|सुरक्षा कोड)/,
  /(ওটিপি|ఓటీపీ|ஓடிபி|ஒடிபி|ઓટીપી|ಒಟಿಪಿ|ഒടിപി|ਓਟੀਪੀ|او ٹی پی|ओटीपी)/,
];

/** A code for whoever stands at the door belongs to the delivery or the ride. */
export const handover: readonly RegExp[] = [
  /\b(deliver\w*|courier|rider|driver|pick-?up|ride|trip|technician|engineer|check-?in)\b/i,
  /(डिलीवरी|डिलिवरी|ड्राइवर|तकनीशियन|पिकअप)/,
];

/** Advice to keep something secret. */
export const warning: readonly RegExp[] = [
  /\b(do not|don[’']t|never|not ask|mat|kabhi nahi|na karein)\b/i,
  /(न करें|न बताएँ|न बताएं|मत|कभी नहीं|नहीं माँग|नहीं मांग|साझा न)/,
];

/** Asking for what nobody should write into a chat (WhatsApp Business Messaging Policy). */
export const askedSecrets: readonly RegExp[] = [
  /\b(share|send|reply with|provide|tell us|enter|submit|confirm|give|bhej\w*|bata\w*)\b.{0,40}\b(card number|cvv|atm pin|upi pin|m-?pin|otp|password|aadhaar number|full aadhaar|account number|net ?banking)\b/i,
  /(कार्ड नंबर|सीवीवी|CVV|एटीएम पिन|यूपीआई पिन|UPI पिन|ओटीपी|OTP|पासवर्ड|आधार नंबर|खाता नंबर).{0,25}(भेजें|भेजिए|बताएँ|बताएं|बताइए|साझा करें|दें|दीजिए|डालें)/i,
  /\b(otp|upi pin|cvv|card number|password|aadhaar number|account number)\b.{0,25}\b(bhej\w*|batay?e?\w*|bata do|share kar\w*|de dij\w*)/i,
];
