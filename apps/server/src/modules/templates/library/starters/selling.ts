import { asha, ashaHi, page, stopEn, stopHi, type Written } from '../starter.ts';

const base = { industries: ['retail'], category: 'MARKETING' } as const;
const shop = (visit: string, path: string, campaign: string) => ({ visit, url: page(path, campaign) });
const cart = (visit: string, campaign: string) => ({
  visit,
  url: `${page('cart', campaign)}&id={{1}}`,
  sample: 'c-88213',
});

export const sellingStarters: readonly Written[] = [
  {
    ...base,
    key: 'cart_reminder',
    topic: 'carts',
    playbooks: ['P6'],
    title: ['Cart, first reminder', 'कार्ट, पहली याद'],
    about: ['An hour after somebody left, without an offer', 'एक घंटे बाद, बिना किसी ऑफ़र के'],
    en: {
      body: 'Hi {{name}}, your cart still holds {{items}}. Shall we keep it for you until tomorrow?',
      buttons: [cart('Back to the cart', 'cart_reminder'), { reply: 'I have a question' }, stopEn],
      values: { name: asha, items: 'the indigo kurta, size M' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, आपके कार्ट में {{items}} अब भी है। क्या कल तक आपके लिए रख लें?',
      buttons: [cart('कार्ट पर जाएँ', 'cart_reminder'), { reply: 'मुझे कुछ पूछना है' }, stopHi],
      values: { name: ashaHi, items: 'नीला कुर्ता, साइज़ M' },
    },
  },
  {
    ...base,
    key: 'cart_proof',
    topic: 'carts',
    playbooks: ['P6'],
    title: ['Cart, what others say', 'कार्ट, औरों की राय'],
    about: ['A day later: a review and the return promise', 'एक दिन बाद: एक राय और वापसी का भरोसा'],
    en: {
      body: 'Still thinking about {{item}}, {{name}}? Buyers gave it {{stars}} out of 5, and you can send it back within {{days}} days.',
      buttons: [cart('See the reviews', 'cart_proof'), stopEn],
      values: { item: 'the indigo kurta', name: asha, stars: '4.6', days: '7' },
    },
    hi: {
      body: 'क्या अब भी {{item}} के बारे में सोच रहे हैं, {{name}} जी? ख़रीदने वालों ने इसे 5 में से {{stars}} दिए हैं, और {{days}} दिन में लौटा भी सकते हैं। यह आपके कार्ट में है।',
      buttons: [cart('राय पढ़ें', 'cart_proof'), stopHi],
      values: { item: 'नीले कुर्ते', name: ashaHi, stars: '4.6', days: '7' },
    },
  },
  {
    ...base,
    key: 'cart_incentive',
    topic: 'carts',
    playbooks: ['P6'],
    title: ['Cart, a small thank-you', 'कार्ट, छोटी सी छूट'],
    about: [
      'The last of three, with an offer; stops on purchase',
      'तीसरी और आख़िरी, छूट के साथ; ख़रीद पर रुकती है',
    ],
    en: {
      body: 'Hi {{name}}, finish your order by {{day}} and {{saving}} comes off. The code {{code}} is already in your cart.',
      buttons: [cart('Finish the order', 'cart_incentive'), stopEn],
      values: { name: asha, day: 'Sunday, 15 Nov', saving: '₹150', code: 'ASHA150' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, {{day}} तक ऑर्डर पूरा करें और {{saving}} की छूट पाएँ। कोड {{code}} आपके कार्ट में लगा हुआ है।',
      buttons: [cart('ऑर्डर पूरा करें', 'cart_incentive'), stopHi],
      values: { name: ashaHi, day: 'रविवार, 15 नवंबर', saving: '₹150', code: 'ASHA150' },
    },
  },
  {
    ...base,
    key: 'back_in_stock',
    topic: 'stock',
    playbooks: ['P8', 'P16'],
    title: ['Back in stock', 'फिर से स्टॉक में'],
    about: ['To those who asked for it first', 'जिन्होंने पूछा था, पहले उन्हें'],
    en: {
      body: 'Hi {{name}}, {{item}} is back in stock in your size. You asked us to tell you, so you hear it first.',
      buttons: [
        { visit: 'See it', url: `${page('p', 'back_in_stock')}&id={{1}}`, sample: 'kurta-indigo-m' },
        stopEn,
      ],
      values: { name: asha, item: 'the indigo kurta' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, {{item}} आपके साइज़ में फिर से स्टॉक में है। आपने बताने को कहा था, इसलिए सबसे पहले आपको।',
      buttons: [
        { visit: 'देखें', url: `${page('p', 'back_in_stock')}&id={{1}}`, sample: 'kurta-indigo-m' },
        stopHi,
      ],
      values: { name: ashaHi, item: 'नीला कुर्ता' },
    },
  },
  {
    ...base,
    key: 'price_drop',
    topic: 'stock',
    playbooks: ['P8', 'P16'],
    title: ['Price dropped', 'दाम घटा'],
    about: ['For what somebody looked at or wished for', 'जो देखा या पसंद किया था, उसके लिए'],
    en: {
      body: 'Hi {{name}}, the price dropped: {{item}} from your wishlist is now {{price}} instead of {{before}}.',
      buttons: [
        { visit: 'See it', url: `${page('p', 'price_drop')}&id={{1}}`, sample: 'mixer-750w' },
        stopEn,
      ],
      values: { name: asha, item: 'the 750 W mixer', price: '₹3,299', before: '₹3,999' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, दाम घटा है: आपकी पसंद का {{item}} अब {{before}} की जगह {{price}} में है।',
      buttons: [{ visit: 'देखें', url: `${page('p', 'price_drop')}&id={{1}}`, sample: 'mixer-750w' }, stopHi],
      values: { name: ashaHi, item: '750 वॉट मिक्सर', before: '₹3,999', price: '₹3,299' },
    },
  },
  {
    ...base,
    key: 'drop_countdown',
    topic: 'stock',
    playbooks: ['P13'],
    title: ['A drop begins', 'नई पेशकश शुरू'],
    about: ['For the waitlist, on the day', 'प्रतीक्षा सूची के लिए, उसी दिन'],
    en: {
      body: 'Hi {{name}}, you are on the waitlist for {{item}}. It opens today at {{time}} with {{count}} pieces, early access for you.',
      buttons: [shop('Open the page', 'drop', 'drop_countdown'), stopEn],
      values: { name: asha, item: 'the Banarasi edition', time: '6 pm', count: '120' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, आप {{item}} की प्रतीक्षा सूची में हैं। आज {{time}} यह खुलेगा, कुल {{count}} नग। आपके लिए सीमित समय तक पहले से खुला है।',
      buttons: [shop('पेज खोलें', 'drop', 'drop_countdown'), stopHi],
      values: { name: ashaHi, item: 'बनारसी संस्करण', time: 'शाम 6 बजे', count: '120' },
    },
  },
  {
    ...base,
    key: 'after_purchase_idea',
    topic: 'reviews',
    playbooks: ['P32'],
    title: ['What goes with it', 'इसके साथ क्या जँचे'],
    about: ['A day after delivery, one fitting thing', 'डिलीवरी के एक दिन बाद, एक मेल खाती चीज़'],
    en: {
      body: 'Hi {{name}}, how do you like {{item}}? You may also like {{other}}, which others bought with it.',
      buttons: [shop('Have a look', 'goes-with', 'after_purchase'), stopEn],
      values: { name: asha, item: 'the indigo kurta', other: 'the white palazzo' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, {{item}} कैसा लगा? इसके साथ {{other}} भी आपको पसंद आ सकते हैं।',
      buttons: [shop('देखें', 'goes-with', 'after_purchase'), stopHi],
      values: { name: ashaHi, item: 'नीला कुर्ता', other: 'सफ़ेद प्लाज़ो' },
    },
  },
  {
    ...base,
    key: 'win_back_60',
    topic: 'winning_back',
    playbooks: ['P17'],
    title: ['Sixty days quiet', 'साठ दिन से चुप'],
    about: ['Something to read rather than an offer', 'ऑफ़र नहीं, पढ़ने लायक कुछ'],
    en: {
      body: 'Hi {{name}}, it’s been a while. Here is {{topic}}, which many of our customers found useful.',
      buttons: [shop('Read it', 'journal', 'win_back_60'), stopEn],
      values: { name: asha, topic: 'how to keep silk for twenty years' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, बहुत दिनों से बात नहीं हुई। पढ़िए, {{topic}}। हमारे कई ग्राहकों के काम आया।',
      buttons: [shop('पढ़ें', 'journal', 'win_back_60'), stopHi],
      values: { name: ashaHi, topic: 'रेशम को बीस साल तक कैसे सँभालें' },
    },
  },
  {
    ...base,
    key: 'win_back_90',
    topic: 'winning_back',
    playbooks: ['P17'],
    title: ['Ninety days quiet', 'नब्बे दिन से चुप'],
    about: ['One offer, then silence', 'एक ऑफ़र, फिर कोई संदेश नहीं'],
    en: {
      body: 'Hi {{name}}, we miss you. {{saving}} off your next order until {{day}}, and after this we leave you in peace.',
      buttons: [shop('Use it', 'welcome-back', 'win_back_90'), stopEn],
      values: { name: asha, saving: '₹200', day: '30 Nov' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, आपकी याद आती है। {{day}} तक अगले ऑर्डर पर {{saving}} की छूट। इसके बाद हम आपको परेशान नहीं करेंगे।',
      buttons: [shop('छूट लें', 'welcome-back', 'win_back_90'), stopHi],
      values: { name: ashaHi, day: '30 नवंबर', saving: '₹200' },
    },
  },
  {
    ...base,
    key: 'points_balance',
    topic: 'loyalty',
    playbooks: ['P14'],
    title: ['Points that end', 'ख़त्म होते पॉइंट'],
    about: ['A fortnight before points lapse', 'पॉइंट ख़त्म होने के पंद्रह दिन पहले'],
    en: {
      body: 'Hi {{name}}, you have {{points}} loyalty points, worth {{worth}}. They can be used until {{day}}, in the store and online.',
      buttons: [shop('Use my points', 'points', 'points_balance'), stopEn],
      values: { name: asha, points: '480', worth: '₹240', day: '31 Dec' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, आपके {{points}} पॉइंट हैं, क़ीमत {{worth}}। {{day}} तक दुकान और ऑनलाइन, दोनों जगह चलेंगे।',
      buttons: [shop('पॉइंट इस्तेमाल करें', 'points', 'points_balance'), stopHi],
      values: { name: ashaHi, points: '480', worth: '₹240', day: '31 दिसंबर' },
    },
  },
  {
    ...base,
    key: 'birthday',
    industries: [],
    topic: 'loyalty',
    playbooks: ['P14'],
    title: ['Birthday', 'जन्मदिन'],
    about: ['A wish with a small gift', 'शुभकामना और छोटा सा तोहफ़ा'],
    en: {
      body: 'Happy birthday, {{name}}. {{gift}} waits for you at our counter all week.',
      buttons: [shop('Where to find us', 'stores', 'birthday'), stopEn],
      values: { name: asha, gift: 'A slice of plum cake' },
    },
    hi: {
      body: 'जन्मदिन मुबारक हो, {{name}} जी। पूरे हफ़्ते {{gift}} हमारे काउंटर पर आपका इंतज़ार करेगा।',
      buttons: [shop('हम कहाँ हैं', 'stores', 'birthday'), stopHi],
      values: { name: ashaHi, gift: 'प्लम केक का एक टुकड़ा' },
    },
  },
  {
    ...base,
    key: 'referral',
    industries: [],
    topic: 'loyalty',
    playbooks: ['P14'],
    title: ['Bring a friend', 'दोस्त को लाएँ'],
    about: ['A link of one’s own', 'अपना ख़ुद का लिंक'],
    en: {
      body: 'Hi {{name}}, refer a friend with your own link: they get {{theirs}} and you get {{yours}} once their first order is delivered.',
      buttons: [
        { visit: 'Get my link', url: `${page('friends', 'referral')}&id={{1}}`, sample: 'asha88' },
        stopEn,
      ],
      values: { name: asha, theirs: '₹100', yours: '₹100' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, अपने लिंक से दोस्तों को बुलाएँ: उन्हें {{theirs}} और पहला ऑर्डर पहुँचने पर आपको {{yours}} का इनाम मिलेगा।',
      buttons: [
        { visit: 'मेरा लिंक लें', url: `${page('friends', 'referral')}&id={{1}}`, sample: 'asha88' },
        stopHi,
      ],
      values: { name: ashaHi, theirs: '₹100', yours: '₹100' },
    },
  },
  {
    ...base,
    key: 'welcome',
    industries: [],
    topic: 'welcome',
    playbooks: ['P12', 'P1'],
    title: ['Welcome', 'स्वागत'],
    about: ['Once, after somebody opted in to offers', 'ऑफ़र के लिए हाँ कहने पर, एक बार'],
    en: {
      body: 'Welcome to our circle, {{name}}. We write at most {{count}} times a month, only about what is new and worth it. What interests you most?',
      buttons: [{ reply: 'Sarees' }, { reply: 'Kurtas' }, stopEn],
      values: { name: asha, count: '4' },
    },
    hi: {
      body: 'आपका स्वागत है, {{name}} जी। हम महीने में ज़्यादा से ज़्यादा {{count}} बार लिखेंगे, केवल काम की नई बातें। आपकी रुचि किसमें है?',
      buttons: [{ reply: 'साड़ियाँ' }, { reply: 'कुर्ते' }, stopHi],
      values: { name: ashaHi, count: '4' },
    },
  },
  {
    ...base,
    key: 'onboarding_day_three',
    industries: [],
    topic: 'welcome',
    playbooks: ['P12'],
    title: ['Third day', 'तीसरा दिन'],
    about: ['One thing worth knowing', 'जानने लायक एक बात'],
    en: {
      body: 'Hi {{name}}, did you know? {{fact}} Reply with a question at any time; a person answers from {{hours}}.',
      buttons: [shop('Discover more', 'how-it-works', 'onboarding_3'), stopEn],
      values: { name: asha, fact: 'Every saree comes with the weaver’s name.', hours: '10 am to 7 pm' },
    },
    hi: {
      body: 'नमस्ते {{name}} जी, जानिए एक बात: {{fact}} कुछ पूछना हो तो लिखें, {{hours}} तक कोई न कोई जवाब देगा।',
      buttons: [shop('और जानें', 'how-it-works', 'onboarding_3'), stopHi],
      values: { name: ashaHi, fact: 'हर साड़ी के साथ बुनकर का नाम आता है।', hours: 'सुबह 10 से शाम 7' },
    },
  },
];
