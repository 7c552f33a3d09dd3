import { defineMessages } from '../../../i18n/define-messages.ts';

export const predictionMessages = defineMessages('template-prediction', {
  en: {
    title: 'WhatsApp will probably call it',
    same: 'That is what you ask for.',
    differs: 'You ask for {asked}. WhatsApp decides, and the price follows its decision.',
    one_time_code: 'It hands over a one-time code.',
    selling_component: 'It has a part that sells: an offer, a coupon, a catalogue.',
    promotion: 'It advertises:',
    unasked: 'It is about nothing that the customer asked for or did:',
    general_survey: 'It asks for an opinion without naming an order or a visit:',
    own_matter: 'It is about the customer’s own order, visit, account or payment:',
    nothing_specific: 'It names nothing that belongs to this customer.',
  },
  hi: {
    title: 'WhatsApp शायद इसे यह मानेगा',
    same: 'आपने यही माँगा है।',
    differs: 'आपने {asked} माँगा है। फ़ैसला WhatsApp करता है, और कीमत उसी से तय होती है।',
    one_time_code: 'यह एक बार का कोड देता है।',
    selling_component: 'इसमें बेचने वाला हिस्सा है: ऑफ़र, कूपन या कैटलॉग।',
    promotion: 'यह प्रचार करता है:',
    unasked: 'यह ऐसी बात नहीं जो ग्राहक ने माँगी या की हो:',
    general_survey: 'यह किसी ऑर्डर या विज़िट का नाम लिए बिना राय माँगता है:',
    own_matter: 'यह ग्राहक के अपने ऑर्डर, विज़िट, खाते या भुगतान के बारे में है:',
    nothing_specific: 'इसमें इस ग्राहक की कोई बात नहीं है।',
  },
});
