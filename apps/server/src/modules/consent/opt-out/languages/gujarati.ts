import type { WishWords } from '../wish-words.ts';

const messages = '(મેસેજ|મેસેજો|મેસેજીસ|સંદેશ|સંદેશા|સંદેશો|એસએમએસ|વોટ્સએપ મેસેજ|message|msg|sms)';
const offers = '(ઓફર|ઓફરો|ઓફરના મેસેજ|જાહેરાત|જાહેરાતો|જાહેરાતના મેસેજ|પ્રમોશન|પ્રમોશનલ મેસેજ|માર્કેટિંગ મેસેજ)';
const doIt = '(કરો|કર|કરી દો|કરી દ્યો|કરશો|કરજો|કરી નાખો|કરી આપો)';
const dontSend =
  '(મોકલશો નહીં|મોકલશો નહિ|મોકલશો ના|ના મોકલો|ન મોકલો|ના મોકલશો|ન મોકલશો|મોકલતા નહીં|મોકલતા નહિ|મોકલવાનું બંધ કરો|મોકલવાનું બંધ|મોકલવા નહીં|ના કરો|ન કરો|કરશો નહીં)';
const whose = '[આ|આવા|મને|મને આવા|અમને|તમારા|બધા|હવે|હવેથી|ફરી|કોઈ|આ નંબર પર]';

export const gujarati: WishWords = {
  language: 'gu',
  stop: [
    '(બંધ|સ્ટોપ|અનસબ્સ્ક્રાઇબ)',
    `[આ|આ બધું|હવે] (બંધ|સ્ટોપ|અનસબ્સ્ક્રાઇબ) ${doIt}`,
    `${whose} ${whose} ${messages} (બંધ|સ્ટોપ) [${doIt.slice(1, -1)}]`,
    `${whose} ${whose} ${messages} ${dontSend}`,
    '[મને|હવે|હવેથી|ફરી] (મોકલશો નહીં|ના મોકલો|ન મોકલો|મોકલવાનું બંધ કરો)',
    `${whose} ${whose} ${messages} (નથી જોઈતા|નથી જોઇતા|નથી જોઈતો|નથી જોઈતું|જોઈતા નથી|નથી જોઈએ|રોકો|અટકાવો)`,
    '(મારો નંબર કાઢી નાખો|મારો નંબર દૂર કરો|મારો નંબર ડિલીટ કરો|મને હેરાન ન કરો|હેરાન ના કરો|મને યાદીમાંથી કાઢો)',
  ],
  start: [
    `(શરૂ|શરુ|ચાલુ|સ્ટાર્ટ) [${doIt.slice(1, -1)}]`,
    `(ફરી|ફરીથી|પાછા) [મેસેજ|સંદેશ] (શરૂ|શરુ|ચાલુ) ${doIt}`,
    '(ફરી મેસેજ મોકલો|ફરીથી મેસેજ મોકલો|મેસેજ ચાલુ કરો|મેસેજ શરૂ કરો)',
  ],
  stopPromotions: [
    `${whose} ${offers} (બંધ|સ્ટોપ) [${doIt.slice(1, -1)}]`,
    `${whose} ${offers} (મોકલશો નહીં|ના મોકલો|ન મોકલો|નથી જોઈતી|નથી જોઈતા)`,
  ],
  around: ['(કૃપા કરીને|મહેરબાની કરીને|પ્લીઝ|સર|સાહેબ|ભાઈ|બેન|નમસ્તે|આભાર|તરત|હમણાં|આજથી|please|sir)'],
};

export const gujaratiInLatin: WishWords = {
  language: 'gu-Latn',
  stop: [
    '[aa|aava|mane|tamara|badha|have] (message|messages|msg|msgs|mesej|sms) (bandh|band) (karo|kari do|kari dyo|karjo|karsho)',
    '[aa|have|aa badhu] bandh (kari do|kari dyo|karjo|kari nakho)',
    '[aa|aava|mane|mane aava|have|havethi] (message|messages|msg|msgs|mesej) (moklsho nahi|mokalsho nahi|moklso nahi|na moklo|na mokalo|na moklso|na moksho|moklta nahi|moklvanu bandh karo|mokalvanu bandh karo)',
    '[mane|have|havethi] (moklsho nahi|mokalsho nahi|na moklo|na mokalo|moklvanu bandh karo)',
    '[aa|aava|mane] (message|messages|msg|msgs) (nathi joita|nathi joito|joita nathi|nathi joiye|roko)',
    '[mane] heran na karo',
  ],
  start: [
    '(pachu|pacha|fari|farithi) [message|msg] (chalu|sharu) (karo|kari do)',
    '(message|msg) (chalu|sharu) (karo|kari do)',
    '(chalu|sharu) (kari do|karjo)',
  ],
  stopPromotions: [
    '[aa|aava|mane|tamara] (offer|offers|promotion|jaherat|ads) [na] [message|msg] (bandh karo|bandh kari do|na moklo|moklsho nahi|nathi joita)',
  ],
  around: ['(krupa karine|maherbani karine|please|plz|sir|bhai|ben|saheb|aabhar|tarat|hamna)'],
};
