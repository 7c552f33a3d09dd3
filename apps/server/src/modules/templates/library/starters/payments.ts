import { asha, ashaHi, type Written } from '../starter.ts';

const base = { topic: 'payments', category: 'UTILITY' } as const;
const pay = (visit: string) => ({ visit, url: 'https://www.example.in/pay/{{1}}', sample: 'INV-1042' });

export const paymentStarters: readonly Written[] = [
  {
    ...base,
    key: 'payment_received',
    playbooks: ['P5'],
    title: ['Payment received', 'भुगतान मिला'],
    about: ['The receipt, at once', 'रसीद, उसी समय'],
    en: {
      body: 'Thank you, {{name}}. We received your payment of {{amount}} for {{what}} on {{day}}. Receipt number: {{receipt}}.',
      values: { name: asha, amount: '₹2,450', what: 'order SS-20417', day: '10 Nov 2026', receipt: 'R-8812' },
    },
    hi: {
      body: 'धन्यवाद {{name}} जी। {{what}} के लिए {{amount}} का आपका भुगतान {{day}} को मिल गया। रसीद संख्या: {{receipt}}।',
      values: {
        name: ashaHi,
        what: 'ऑर्डर SS-20417',
        amount: '₹2,450',
        day: '10 नवंबर 2026',
        receipt: 'R-8812',
      },
    },
  },
  {
    ...base,
    key: 'invoice_due',
    playbooks: ['P9', 'P10'],
    title: ['Invoice due', 'बिल की तारीख़'],
    about: ['A few days before the due date', 'तारीख़ से कुछ दिन पहले'],
    en: {
      body: 'Hi {{name}}, invoice {{invoice}} of {{amount}} is due on {{day}}. If it is paid already, please ignore this reminder.',
      buttons: [pay('See and pay'), { reply: 'I have a question' }],
      values: { name: asha, invoice: 'INV-1042', amount: '₹18,500', day: '20 Nov 2026' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, बिल {{invoice}} की राशि {{amount}} है और तारीख़ {{day}}। अगर चुका दिया है तो इस संदेश पर ध्यान न दें।',
      buttons: [pay('देखें और चुकाएँ'), { reply: 'मुझे कुछ पूछना है' }],
      values: { name: ashaHi, invoice: 'INV-1042', amount: '₹18,500', day: '20 नवंबर 2026' },
    },
  },
  {
    ...base,
    key: 'fee_due',
    industries: ['education'],
    playbooks: ['P10', 'P35–P40'],
    title: ['School fee due', 'स्कूल की फ़ीस'],
    about: ['For schools and coaching, to the parents', 'स्कूल और कोचिंग के लिए, माता-पिता को'],
    en: {
      body: 'Dear parent, the fee of {{amount}} for {{student}} ({{term}}) is due on {{day}}. The office helps with questions from 9 am to 3 pm.',
      buttons: [pay('Pay the fee'), { reply: 'Talk to the office' }],
      values: { amount: '₹24,000', student: 'Aarav, class 6 B', term: 'second term', day: '30 Nov 2026' },
    },
    hi: {
      body: 'प्रिय अभिभावक, {{student}} की {{term}} की फ़ीस {{amount}} है, जो {{day}} तक जमा करनी है। कोई सवाल हो तो दफ़्तर सुबह 9 से 3 बजे तक खुला है।',
      buttons: [pay('फ़ीस भरें'), { reply: 'दफ़्तर से बात करें' }],
      values: { student: 'आरव, कक्षा 6 B', term: 'दूसरे सत्र', amount: '₹24,000', day: '30 नवंबर 2026' },
    },
  },
  {
    ...base,
    key: 'emi_due',
    industries: ['finance'],
    playbooks: ['P10', 'P35–P40'],
    title: ['EMI before its day', 'किस्त की तारीख़ से पहले'],
    about: ['A calm reminder with a way to get help', 'शांत याद, मदद के रास्ते के साथ'],
    en: {
      body: 'Dear {{name}}, the EMI of {{amount}} for your loan ending {{loan}} will be debited on {{day}}. Please keep the balance in your account. We never ask for a PIN or a code.',
      buttons: [{ reply: 'Talk to us' }, { call: 'Call the helpline' }],
      values: { name: asha, amount: '₹8,250', loan: '4471', day: '5 Dec 2026' },
    },
    hi: {
      body: 'प्रिय {{name}}, आपके लोन (अंत में {{loan}}) की किस्त {{amount}} की है, जो {{day}} को खाते से कटेगी। कृपया खाते में पैसे रखें। हम कभी पिन या कोड नहीं माँगते।',
      buttons: [{ reply: 'हमसे बात करें' }, { call: 'हेल्पलाइन' }],
      values: { name: ashaHi, loan: '4471', amount: '₹8,250', day: '5 दिसंबर 2026' },
    },
  },
  {
    ...base,
    key: 'emi_missed',
    industries: ['finance'],
    playbooks: ['P10', 'P35–P40'],
    title: ['EMI not received', 'किस्त नहीं मिली'],
    about: ['Without a threat, as the fair-practice rules want', 'बिना किसी धमकी के, नियमों के अनुसार'],
    en: {
      body: 'Dear {{name}}, the EMI of {{amount}} for your loan ending {{loan}} was not received on {{day}}. If paying is difficult right now, tell us and we look for a way together.',
      buttons: [{ reply: 'I have paid' }, { reply: 'I need more time' }, { call: 'Call the helpline' }],
      values: { name: asha, amount: '₹8,250', loan: '4471', day: '5 Dec 2026' },
    },
    hi: {
      body: 'प्रिय {{name}}, आपके लोन (अंत में {{loan}}) की किस्त {{amount}} हमें {{day}} को नहीं मिली। अगर चुकाना कठिन है तो बताएँ, हम मिलकर रास्ता निकालेंगे।',
      buttons: [{ reply: 'मैंने चुका दिया' }, { reply: 'समय चाहिए' }, { call: 'हेल्पलाइन' }],
      values: { name: ashaHi, loan: '4471', amount: '₹8,250', day: '5 दिसंबर 2026' },
    },
  },
  {
    ...base,
    key: 'policy_renewal',
    industries: ['finance'],
    playbooks: ['P10', 'P35–P40'],
    title: ['Policy renewal', 'पॉलिसी का नवीनीकरण'],
    about: ['A month before the cover ends', 'बीमा ख़त्म होने के एक महीने पहले'],
    en: {
      body: 'Dear {{name}}, your policy {{policy}} is due for renewal on {{day}}. The premium is {{amount}}. After that day the cover rests until it is paid.',
      buttons: [pay('See the policy'), { reply: 'Talk to an adviser' }],
      values: { name: asha, policy: 'HL-220914', day: '12 Dec 2026', amount: '₹14,300' },
    },
    hi: {
      body: 'प्रिय {{name}}, आपकी पॉलिसी {{policy}} का नवीनीकरण {{day}} तक करना है। प्रीमियम {{amount}} है। उसके बाद भुगतान होने तक बीमा रुका रहेगा।',
      buttons: [pay('पॉलिसी देखें'), { reply: 'सलाहकार से बात' }],
      values: { name: ashaHi, policy: 'HL-220914', day: '12 दिसंबर 2026', amount: '₹14,300' },
    },
  },
  {
    ...base,
    key: 'autopay_failed',
    playbooks: ['P10'],
    title: ['Autopay did not work', 'ऑटोपे नहीं हुआ'],
    about: ['Says what happens next, without alarm', 'आगे क्या होगा, बिना डराए'],
    en: {
      body: 'Hi {{name}}, the automatic payment of {{amount}} for your {{plan}} did not go through on {{day}}. We try again on {{next}}. You can also pay it yourself.',
      buttons: [pay('Pay it now'), { reply: 'Stop the plan' }],
      values: { name: asha, amount: '₹499', plan: 'monthly subscription', day: '1 Nov', next: '4 Nov' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, आपके {{plan}} का {{amount}} का भुगतान {{day}} को अपने आप नहीं हो पाया। हम {{next}} को फिर कोशिश करेंगे। आप ख़ुद भी चुका सकते हैं।',
      buttons: [pay('ख़ुद चुकाएँ'), { reply: 'प्लान रोकें' }],
      values: { name: ashaHi, plan: 'मासिक प्लान', amount: '₹499', day: '1 नवंबर', next: '4 नवंबर' },
    },
  },
  {
    ...base,
    key: 'quote_ready',
    industries: ['services', 'property'],
    playbooks: ['P9', 'P31'],
    title: ['Quotation ready', 'कोटेशन तैयार'],
    about: ['To approve with one tap', 'एक टैप में मंज़ूरी के लिए'],
    en: {
      body: 'Hi {{name}}, the quotation {{quote}} that you requested is ready: {{amount}} for {{what}}. It stays valid until {{day}}.',
      buttons: [{ reply: 'Approve it' }, { reply: 'I have a question' }, pay('See the quotation')],
      values: {
        name: asha,
        quote: 'Q-310',
        amount: '₹1,85,000',
        what: 'the kitchen cabinets',
        day: '25 Nov',
      },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, आपके अनुरोध पर कोटेशन {{quote}} तैयार है: {{what}} के लिए {{amount}}। यह {{day}} तक मान्य है।',
      buttons: [{ reply: 'मंज़ूर है' }, { reply: 'मुझे कुछ पूछना है' }, pay('कोटेशन देखें')],
      values: { name: ashaHi, quote: 'Q-310', what: 'रसोई की अलमारियों', amount: '₹1,85,000', day: '25 नवंबर' },
    },
  },
];
