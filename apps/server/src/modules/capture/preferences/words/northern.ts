import type { PageWords } from './page-shape.ts';

export const en: PageWords = {
  title: 'What {brand} may send you',
  about: 'On WhatsApp, to {phone}. You can change this at any time.',
  save: 'Save',
  stopAll: 'Stop everything',
  saved: 'Saved. It holds from now on.',
  nothingChanged: 'Nothing was changed.',
  answers: 'When you write to {brand}, you still get an answer.',
  stoppedTitle: 'Offers are turned off in WhatsApp',
  stopped:
    'You did that in WhatsApp itself, and it counts before what you choose here. To get offers again, open the chat with {brand}, tap its name, and turn offers on there.',
  cannotAgree: 'You cannot sign up for this here at the moment.',
  tooOld: 'This link is too old',
  tooOldAbout: 'Write STOP in the chat to end messages, or “My choices” to get a new link.',
  promotions: { name: 'Offers and news', explanation: 'Offers, new arrivals and festival sales.' },
  orders: {
    name: 'Orders and bookings',
    explanation: 'What you bought or booked: confirmation, payment, delivery, reminders.',
  },
};

export const hi: PageWords = {
  title: '{brand} आपको क्या भेजे',
  about: 'WhatsApp पर, {phone} पर। इसे कभी भी बदल सकते हैं।',
  save: 'सेव करें',
  stopAll: 'सब बंद करें',
  saved: 'सेव हो गया। यह अभी से लागू है।',
  nothingChanged: 'कुछ नहीं बदला।',
  answers: 'आप {brand} को लिखेंगे तो जवाब फिर भी मिलेगा।',
  stoppedTitle: 'WhatsApp में ऑफ़र बंद हैं',
  stopped:
    'यह आपने WhatsApp में ही किया है, और यहाँ की पसंद से पहले वही माना जाता है। ऑफ़र फिर पाने के लिए {brand} की चैट खोलें, ऊपर नाम पर टैप करें और वहाँ ऑफ़र चालू करें।',
  cannotAgree: 'अभी यहाँ इसके लिए हाँ नहीं कह सकते।',
  tooOld: 'यह लिंक पुराना हो गया है',
  tooOldAbout: 'संदेश बंद करने के लिए चैट में STOP लिखें, या नए लिंक के लिए “मेरी पसंद”।',
  promotions: { name: 'ऑफ़र और ख़बरें', explanation: 'ऑफ़र, नए सामान और त्योहारों की सेल।' },
  orders: {
    name: 'ऑर्डर और बुकिंग',
    explanation: 'आपने जो ख़रीदा या बुक किया: पुष्टि, भुगतान, डिलीवरी, याद दिलाना।',
  },
};

export const bn: PageWords = {
  title: '{brand} আপনাকে কী পাঠাবে',
  about: 'WhatsApp-এ, {phone} নম্বরে। যেকোনো সময় বদলাতে পারেন।',
  save: 'সেভ করুন',
  stopAll: 'সব বন্ধ করুন',
  saved: 'সেভ হয়েছে। এখন থেকেই কার্যকর।',
  nothingChanged: 'কিছু বদলায়নি।',
  answers: 'আপনি {brand}-কে লিখলে উত্তর তবুও পাবেন।',
  stoppedTitle: 'WhatsApp-এ অফার বন্ধ আছে',
  stopped:
    'এটি আপনি WhatsApp-এই করেছেন, এবং এখানকার পছন্দের আগে সেটিই মানা হয়। আবার অফার পেতে {brand}-এর চ্যাট খুলুন, উপরে নামে ট্যাপ করুন এবং সেখানে অফার চালু করুন।',
  cannotAgree: 'এই মুহূর্তে এখানে এর জন্য রাজি হওয়া যাচ্ছে না।',
  tooOld: 'এই লিংকটি পুরোনো হয়ে গেছে',
  tooOldAbout: 'বার্তা বন্ধ করতে চ্যাটে STOP লিখুন, নতুন লিংকের জন্য “আমার পছন্দ”।',
  promotions: { name: 'অফার ও খবর', explanation: 'অফার, নতুন জিনিস ও উৎসবের সেল।' },
  orders: {
    name: 'অর্ডার ও বুকিং',
    explanation: 'যা কিনেছেন বা বুক করেছেন: নিশ্চিতকরণ, পেমেন্ট, ডেলিভারি, মনে করানো।',
  },
};

export const mr: PageWords = {
  title: '{brand} ने तुम्हाला काय पाठवावे',
  about: 'WhatsApp वर, {phone} वर. हे केव्हाही बदलता येते.',
  save: 'सेव्ह करा',
  stopAll: 'सगळे बंद करा',
  saved: 'सेव्ह झाले. हे आत्तापासून लागू आहे.',
  nothingChanged: 'काहीही बदलले नाही.',
  answers: 'तुम्ही {brand} ला लिहिले तर उत्तर तरीही मिळेल.',
  stoppedTitle: 'WhatsApp मध्ये ऑफर बंद आहेत',
  stopped:
    'हे तुम्ही WhatsApp मध्येच केले आहे, आणि इथल्या निवडीआधी तेच मानले जाते. ऑफर पुन्हा हव्या असल्यास {brand} चे चॅट उघडा, वर नावावर टॅप करा आणि तिथे ऑफर चालू करा.',
  cannotAgree: 'सध्या इथे यासाठी होकार देता येत नाही.',
  tooOld: 'ही लिंक जुनी झाली आहे',
  tooOldAbout: 'संदेश बंद करण्यासाठी चॅटमध्ये STOP लिहा, किंवा नव्या लिंकसाठी “माझी निवड”.',
  promotions: { name: 'ऑफर आणि बातम्या', explanation: 'ऑफर, नवे सामान आणि सणांचे सेल.' },
  orders: {
    name: 'ऑर्डर आणि बुकिंग',
    explanation: 'तुम्ही जे घेतले किंवा बुक केले: खात्री, पैसे भरणे, डिलिव्हरी, आठवण.',
  },
};

export const gu: PageWords = {
  title: '{brand} તમને શું મોકલે',
  about: 'WhatsApp પર, {phone} પર. આ ગમે ત્યારે બદલી શકાય છે.',
  save: 'સેવ કરો',
  stopAll: 'બધું બંધ કરો',
  saved: 'સેવ થયું. અત્યારથી જ લાગુ છે.',
  nothingChanged: 'કંઈ બદલાયું નથી.',
  answers: 'તમે {brand} ને લખશો તો જવાબ તો મળશે જ.',
  stoppedTitle: 'WhatsApp માં ઑફર બંધ છે',
  stopped:
    'આ તમે WhatsApp માં જ કર્યું છે, અને અહીંની પસંદગી પહેલાં એ જ ગણાય છે. ફરી ઑફર મેળવવા {brand} ની ચેટ ખોલો, ઉપર નામ પર ટેપ કરો અને ત્યાં ઑફર ચાલુ કરો.',
  cannotAgree: 'હાલમાં અહીં આ માટે હા કહી શકાતી નથી.',
  tooOld: 'આ લિંક જૂની થઈ ગઈ છે',
  tooOldAbout: 'સંદેશા બંધ કરવા ચેટમાં STOP લખો, અથવા નવી લિંક માટે “મારી પસંદગી”.',
  promotions: { name: 'ઑફર અને સમાચાર', explanation: 'ઑફર, નવો માલ અને તહેવારોના સેલ.' },
  orders: {
    name: 'ઑર્ડર અને બુકિંગ',
    explanation: 'તમે જે ખરીદ્યું કે બુક કર્યું: પુષ્ટિ, ચુકવણી, ડિલિવરી, યાદ અપાવવું.',
  },
};

export const pa: PageWords = {
  title: '{brand} ਤੁਹਾਨੂੰ ਕੀ ਭੇਜੇ',
  about: 'WhatsApp ਉੱਤੇ, {phone} ਉੱਤੇ। ਇਹ ਕਦੇ ਵੀ ਬਦਲ ਸਕਦੇ ਹੋ।',
  save: 'ਸੇਵ ਕਰੋ',
  stopAll: 'ਸਭ ਬੰਦ ਕਰੋ',
  saved: 'ਸੇਵ ਹੋ ਗਿਆ। ਇਹ ਹੁਣ ਤੋਂ ਲਾਗੂ ਹੈ।',
  nothingChanged: 'ਕੁਝ ਨਹੀਂ ਬਦਲਿਆ।',
  answers: 'ਤੁਸੀਂ {brand} ਨੂੰ ਲਿਖੋਗੇ ਤਾਂ ਜਵਾਬ ਫਿਰ ਵੀ ਮਿਲੇਗਾ।',
  stoppedTitle: 'WhatsApp ਵਿੱਚ ਆਫ਼ਰ ਬੰਦ ਹਨ',
  stopped:
    'ਇਹ ਤੁਸੀਂ WhatsApp ਵਿੱਚ ਹੀ ਕੀਤਾ ਹੈ, ਅਤੇ ਇੱਥੋਂ ਦੀ ਪਸੰਦ ਤੋਂ ਪਹਿਲਾਂ ਉਹੀ ਮੰਨਿਆ ਜਾਂਦਾ ਹੈ। ਆਫ਼ਰ ਫਿਰ ਲੈਣ ਲਈ {brand} ਦੀ ਚੈਟ ਖੋਲ੍ਹੋ, ਉੱਪਰ ਨਾਂ ਉੱਤੇ ਟੈਪ ਕਰੋ ਅਤੇ ਉੱਥੇ ਆਫ਼ਰ ਚਾਲੂ ਕਰੋ।',
  cannotAgree: 'ਇਸ ਵੇਲੇ ਇੱਥੇ ਇਸ ਲਈ ਹਾਂ ਨਹੀਂ ਕਹਿ ਸਕਦੇ।',
  tooOld: 'ਇਹ ਲਿੰਕ ਪੁਰਾਣਾ ਹੋ ਗਿਆ ਹੈ',
  tooOldAbout: 'ਸੁਨੇਹੇ ਬੰਦ ਕਰਨ ਲਈ ਚੈਟ ਵਿੱਚ STOP ਲਿਖੋ, ਜਾਂ ਨਵੇਂ ਲਿੰਕ ਲਈ “ਮੇਰੀ ਪਸੰਦ”।',
  promotions: { name: 'ਆਫ਼ਰ ਅਤੇ ਖ਼ਬਰਾਂ', explanation: 'ਆਫ਼ਰ, ਨਵਾਂ ਸਮਾਨ ਅਤੇ ਤਿਉਹਾਰਾਂ ਦੀ ਸੇਲ।' },
  orders: {
    name: 'ਆਰਡਰ ਅਤੇ ਬੁਕਿੰਗ',
    explanation: 'ਜੋ ਤੁਸੀਂ ਖ਼ਰੀਦਿਆ ਜਾਂ ਬੁੱਕ ਕੀਤਾ: ਪੁਸ਼ਟੀ, ਭੁਗਤਾਨ, ਡਿਲੀਵਰੀ, ਯਾਦ ਕਰਾਉਣਾ।',
  },
};

export const ur: PageWords = {
  title: '{brand} آپ کو کیا بھیجے',
  about: 'WhatsApp پر، {phone} پر۔ یہ کسی بھی وقت بدل سکتے ہیں۔',
  save: 'محفوظ کریں',
  stopAll: 'سب بند کریں',
  saved: 'محفوظ ہو گیا۔ یہ ابھی سے لاگو ہے۔',
  nothingChanged: 'کچھ نہیں بدلا۔',
  answers: 'آپ {brand} کو لکھیں گے تو جواب پھر بھی ملے گا۔',
  stoppedTitle: 'WhatsApp میں آفر بند ہیں',
  stopped:
    'یہ آپ نے WhatsApp ہی میں کیا ہے، اور یہاں کی پسند سے پہلے وہی مانا جاتا ہے۔ آفر پھر پانے کے لیے {brand} کی چیٹ کھولیں، اوپر نام پر ٹیپ کریں اور وہاں آفر چالو کریں۔',
  cannotAgree: 'ابھی یہاں اس کے لیے ہاں نہیں کہہ سکتے۔',
  tooOld: 'یہ لنک پرانا ہو گیا ہے',
  tooOldAbout: 'پیغام بند کرنے کے لیے چیٹ میں STOP لکھیں، یا نئے لنک کے لیے “میری پسند”۔',
  promotions: { name: 'آفر اور خبریں', explanation: 'آفر، نیا سامان اور تہواروں کی سیل۔' },
  orders: {
    name: 'آرڈر اور بکنگ',
    explanation: 'جو آپ نے خریدا یا بک کیا: تصدیق، ادائیگی، ڈیلیوری، یاد دہانی۔',
  },
};
