/** What WhatsApp itself writes, in the language of the customer’s phone. */
export interface PhoneWords {
  seeAll: string;
  readMore: string;
  today: string;
  message: string;
  copyOffer: string;
  offerCode: (code: string) => string;
  endsIn: (days: number, hours: number) => string;
  product: string;
  price: string;
  place: string;
  address: string;
  mayWeCall: string;
  choose: string;
}

const english: PhoneWords = {
  seeAll: 'See all options',
  readMore: 'Read more',
  today: 'Today',
  message: 'Message',
  copyOffer: 'Copy offer code',
  offerCode: (code) => `Code: ${code}`,
  endsIn: (days, hours) => (days > 0 ? `Offer ends in ${days}d ${hours}h` : `Offer ends in ${hours}h`),
  product: 'A product of your catalogue',
  price: '₹ —',
  place: 'The place you choose',
  address: 'Its address, when the message is sent',
  mayWeCall: 'May this business call you on WhatsApp?',
  choose: 'Choose preference',
};

const hindi: PhoneWords = {
  seeAll: 'सभी विकल्प देखें',
  readMore: 'और पढ़ें',
  today: 'आज',
  message: 'मैसेज',
  copyOffer: 'ऑफ़र कोड कॉपी करें',
  offerCode: (code) => `कोड: ${code}`,
  endsIn: (days, hours) => (days > 0 ? `ऑफ़र ${days} दिन ${hours} घंटे में खत्म` : `ऑफ़र ${hours} घंटे में खत्म`),
  product: 'आपके कैटलॉग का एक सामान',
  price: '₹ —',
  place: 'जो जगह आप चुनेंगे',
  address: 'उसका पता, मैसेज भेजते समय',
  mayWeCall: 'क्या यह बिज़नेस आपको WhatsApp पर कॉल कर सकता है?',
  choose: 'पसंद चुनें',
};

export const phoneWords = (language: string): PhoneWords => (baseOf(language) === 'hi' ? hindi : english);

/** `en_GB` is written like `en`. */
export const baseOf = (language: string): string => language.split(/[-_]/)[0] ?? language;

/** Urdu is read from the right. */
export const directionOfTemplate = (language: string): 'ltr' | 'rtl' =>
  ['ur', 'ar', 'fa', 'he'].includes(baseOf(language)) ? 'rtl' : 'ltr';
