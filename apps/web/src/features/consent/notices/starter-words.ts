/** To begin with: true of nobody until somebody made them their own and another one approved them. */
export const starterWords = (business: string): Record<string, string> => ({
  'texts.en.heading': `Hear from ${business} on WhatsApp`,
  'texts.en.body': `${business} would like to send you messages on WhatsApp about what is listed below. We use your number and your name for this and for nothing else. You can stop at any time: reply STOP, or write to us.`,
  'texts.en.agree': `Yes, ${business} may message me on WhatsApp`,
  'texts.hi.heading': `WhatsApp पर ${business} की ख़बर पाएँ`,
  'texts.hi.body': `${business} नीचे लिखी बातों के लिए आपको WhatsApp पर संदेश भेजना चाहता है। इसके लिए हम आपका नंबर और नाम ही काम में लेते हैं, और किसी बात के लिए नहीं। आप कभी भी रोक सकते हैं: STOP लिखें, या हमें लिखें।`,
  'texts.hi.agree': `हाँ, ${business} मुझे WhatsApp पर संदेश भेज सकता है`,
});
