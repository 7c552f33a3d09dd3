import { asha, ashaHi, page, stopEn, stopHi, type Written } from '../starter.ts';

const base = { topic: 'orders', industries: ['retail'], category: 'UTILITY' } as const;
const track = (visit: string) => ({ visit, url: 'https://www.example.in/track/{{1}}', sample: 'TRK20417' });

export const orderStarters: readonly Written[] = [
  {
    ...base,
    key: 'order_confirmed',
    playbooks: ['P34', 'P4'],
    title: ['Order confirmed', 'ऑर्डर पक्का हुआ'],
    about: ['Right after somebody ordered', 'ऑर्डर होते ही'],
    en: {
      body: 'Hi {{name}}, thank you for your order {{order}} of {{amount}}. We pack it now and tell you as soon as it is on its way.',
      buttons: [track('See the order')],
      values: { name: asha, order: 'SS-20417', amount: '₹2,450' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, {{amount}} के आपके ऑर्डर {{order}} के लिए धन्यवाद। हम इसे पैक कर रहे हैं, और भेजते ही आपको बताएँगे।',
      buttons: [track('ऑर्डर देखें')],
      values: { name: ashaHi, order: 'SS-20417', amount: '₹2,450' },
    },
  },
  {
    ...base,
    key: 'order_shipped',
    playbooks: ['P34'],
    title: ['Order shipped', 'ऑर्डर भेज दिया गया'],
    about: ['When the courier has it', 'कूरियर को देते ही'],
    en: {
      body: 'Hi {{name}}, your order {{order}} is with {{courier}} and should reach you by {{day}}.',
      buttons: [track('Track the parcel')],
      values: { name: asha, order: 'SS-20417', courier: 'Blue Dart', day: 'Thursday, 12 Nov' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, आपका ऑर्डर {{order}} भेज दिया गया है, कूरियर {{courier}} है। यह {{day}} तक पहुँच जाना चाहिए।',
      buttons: [track('पार्सल देखें')],
      values: { name: ashaHi, order: 'SS-20417', courier: 'ब्लू डार्ट', day: 'गुरुवार, 12 नवंबर' },
    },
  },
  {
    ...base,
    key: 'out_for_delivery',
    playbooks: ['P34'],
    title: ['Out for delivery', 'आज डिलीवरी'],
    about: ['On the morning of the delivery', 'डिलीवरी की सुबह'],
    en: {
      body: 'Your order {{order}} is out for delivery and arrives today between {{from}} and {{to}}. Please keep {{amount}} ready if it is not paid yet.',
      buttons: [{ reply: 'I am at home' }, { reply: 'Deliver another day' }],
      values: { order: 'SS-20417', from: '2 pm', to: '5 pm', amount: '₹2,450' },
    },
    hi: {
      body: 'आपका ऑर्डर {{order}} आज {{from}} और {{to}} के बीच पहुँचेगा। अगर भुगतान बाकी है तो कृपया {{amount}} तैयार रखें।',
      buttons: [{ reply: 'मैं घर पर हूँ' }, { reply: 'किसी और दिन लाएँ' }],
      values: { order: 'SS-20417', from: 'दोपहर 2 बजे', to: 'शाम 5 बजे', amount: '₹2,450' },
    },
  },
  {
    ...base,
    key: 'delivery_failed',
    playbooks: ['P34', 'P20'],
    title: ['Delivery did not work', 'डिलीवरी नहीं हो पाई'],
    about: ['After a failed try, to agree on the next', 'कोशिश नाकाम होने पर, अगली तय करने को'],
    en: {
      body: 'We tried to deliver your order {{order}} today and could not reach you. When shall we come again? Without an answer we try on {{day}}.',
      buttons: [
        { reply: 'Tomorrow morning' },
        { reply: 'Tomorrow evening' },
        { reply: 'Change the address' },
      ],
      values: { order: 'SS-20417', day: 'Friday, 13 Nov' },
    },
    hi: {
      body: 'आज आपके ऑर्डर {{order}} की डिलीवरी की कोशिश की, पर आपसे बात नहीं हो पाई। हम दोबारा कब आएँ? जवाब न मिलने पर {{day}} को फिर आएँगे।',
      buttons: [{ reply: 'कल सुबह' }, { reply: 'कल शाम' }, { reply: 'पता बदलें' }],
      values: { order: 'SS-20417', day: 'शुक्रवार, 13 नवंबर' },
    },
  },
  {
    ...base,
    key: 'order_delayed',
    playbooks: ['P34'],
    title: ['Order late', 'ऑर्डर में देरी'],
    about: ['Before the customer has to ask', 'ग्राहक के पूछने से पहले'],
    en: {
      body: 'Hi {{name}}, your order {{order}} is delayed because of {{reason}}. The new date is {{day}}. We are sorry; reply if you would rather cancel it.',
      buttons: [{ reply: 'I can wait' }, { reply: 'Cancel the order' }],
      values: { name: asha, order: 'SS-20417', reason: 'heavy rain in Chennai', day: 'Saturday, 14 Nov' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, {{reason}} के कारण आपके ऑर्डर {{order}} में देर हो रही है। नई तारीख़ {{day}} है। इसके लिए खेद है। रद्द करना चाहें तो बताएँ।',
      buttons: [{ reply: 'मैं रुक सकती हूँ' }, { reply: 'ऑर्डर रद्द करें' }],
      values: { name: ashaHi, reason: 'चेन्नई में तेज़ बारिश', order: 'SS-20417', day: 'शनिवार, 14 नवंबर' },
    },
  },
  {
    ...base,
    key: 'order_delivered',
    playbooks: ['P34'],
    title: ['Order delivered', 'ऑर्डर पहुँच गया'],
    about: ['With the way back if something is wrong', 'कुछ ग़लत हो तो क्या करें, उसके साथ'],
    en: {
      body: 'Your order {{order}} was delivered at {{time}}. If anything is wrong or missing, tell us by {{day}} and we put it right.',
      buttons: [{ reply: 'All is well' }, { reply: 'Something is wrong' }],
      values: { order: 'SS-20417', time: '3:40 pm', day: '19 Nov' },
    },
    hi: {
      body: 'आपका ऑर्डर {{order}} आज {{time}} पर पहुँचा दिया गया। कुछ ग़लत या कम हो तो {{day}} तक बताएँ, हम ठीक करेंगे।',
      buttons: [{ reply: 'सब ठीक है' }, { reply: 'कुछ ग़लत है' }],
      values: { order: 'SS-20417', time: 'दोपहर 3:40', day: '19 नवंबर' },
    },
  },
  {
    ...base,
    key: 'cod_confirm',
    playbooks: ['P7'],
    title: ['Confirm cash on delivery', 'कैश ऑन डिलीवरी की पुष्टि'],
    about: ['Before packing, to have fewer parcels come back', 'पैक करने से पहले, ताकि कम पार्सल लौटें'],
    en: {
      body: 'Hi {{name}}, you ordered {{items}} for {{amount}} with cash on delivery, to {{address}}. Shall we send order {{order}}?',
      footer: 'Unconfirmed orders are cancelled after 24 hours',
      buttons: [{ reply: 'Yes, send it' }, { reply: 'Change the address' }, { reply: 'Cancel the order' }],
      values: {
        name: asha,
        items: '2 cotton kurtas',
        amount: '₹1,998',
        address: '14 MG Road, Pune 411001',
        order: 'SS-20418',
      },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, आपने {{items}} का ऑर्डर {{order}} दिया है: {{amount}}, कैश ऑन डिलीवरी, पता {{address}} है। क्या इसे भेज दें?',
      footer: 'पुष्टि न होने पर 24 घंटे बाद ऑर्डर रद्द हो जाता है',
      buttons: [{ reply: 'हाँ, भेज दीजिए' }, { reply: 'पता बदलें' }, { reply: 'ऑर्डर रद्द करें' }],
      values: {
        name: ashaHi,
        items: '2 सूती कुर्ते',
        amount: '₹1,998',
        address: '14 एमजी रोड, पुणे 411001',
        order: 'SS-20418',
      },
    },
  },
  {
    ...base,
    key: 'cod_to_prepaid',
    category: 'MARKETING',
    playbooks: ['P7'],
    title: ['Pay now and save', 'अभी चुकाएँ, बचत पाएँ'],
    about: ['Turns cash on delivery into a paid order', 'कैश ऑन डिलीवरी को प्रीपेड में बदलता है'],
    en: {
      body: 'Hi {{name}}, pay for order {{order}} by UPI before it ships and save: {{saving}} discount comes off the bill. Cash at the door stays possible.',
      buttons: [
        { visit: 'Pay by UPI', url: `${page('pay', 'cod_to_prepaid')}&order={{1}}`, sample: 'SS-20418' },
        { reply: 'Keep cash on delivery' },
        stopEn,
      ],
      values: { name: asha, order: 'SS-20418', saving: '₹100' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, ऑर्डर {{order}} भेजे जाने से पहले UPI से चुकाएँ तो बिल में {{saving}} की छूट मिलेगी। चाहें तो डिलीवरी पर नकद भी दे सकते हैं।',
      buttons: [
        { visit: 'UPI से चुकाएँ', url: `${page('pay', 'cod_to_prepaid')}&order={{1}}`, sample: 'SS-20418' },
        { reply: 'नकद ही दूँगी' },
        stopHi,
      ],
      values: { name: ashaHi, order: 'SS-20418', saving: '₹100' },
    },
  },
  {
    ...base,
    key: 'return_accepted',
    playbooks: ['P20'],
    title: ['Return accepted', 'वापसी मंज़ूर'],
    about: ['When a return may come back, with the pickup', 'वापसी मंज़ूर होने पर, पिकअप के साथ'],
    en: {
      body: 'Your return {{return}} for order {{order}} is accepted. The courier comes on {{day}} between {{from}} and {{to}}. Please keep the tags on.',
      buttons: [{ reply: 'This time is fine' }, { reply: 'Another time' }],
      values: { return: 'RT-118', order: 'SS-20417', day: '16 Nov', from: '10 am', to: '1 pm' },
    },
    hi: {
      body: 'ऑर्डर {{order}} की आपकी वापसी {{return}} मंज़ूर हो गई है। कूरियर {{day}} को {{from}} से {{to}} के बीच आएगा। कृपया टैग लगे रहने दें।',
      buttons: [{ reply: 'यह समय ठीक है' }, { reply: 'कोई और समय' }],
      values: { order: 'SS-20417', return: 'RT-118', day: '16 नवंबर', from: 'सुबह 10', to: 'दोपहर 1 बजे' },
    },
  },
  {
    ...base,
    key: 'refund_sent',
    playbooks: ['P20', 'P5'],
    title: ['Refund sent', 'रिफ़ंड भेज दिया'],
    about: ['With the reference that the bank asks for', 'बैंक में काम आने वाले नंबर के साथ'],
    en: {
      body: 'We sent the refund of {{amount}} for order {{order}} to your {{account}}. The bank shows it within {{days}} working days. Reference: {{reference}}.',
      values: { amount: '₹999', order: 'SS-20417', account: 'UPI id', days: '3', reference: '431220987654' },
    },
    hi: {
      body: 'ऑर्डर {{order}} का रिफ़ंड {{amount}} आपके {{account}} पर भेज दिया गया है। बैंक में यह {{days}} कामकाजी दिनों में दिखेगा। संदर्भ संख्या: {{reference}}।',
      values: {
        order: 'SS-20417',
        amount: '₹999',
        account: 'UPI आईडी',
        days: '3',
        reference: '431220987654',
      },
    },
  },
];
