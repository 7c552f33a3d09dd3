/** What somebody is told of: that nothing comes any more, that no offers come any more, or that messages come again. */
export type ConfirmationKind = 'stop' | 'stop_promotions' | 'start';

type Texts = Record<ConfirmationKind, string>;

/** By language. `{brand}` is the business, `{link}` where they choose. START and STOP are understood in every language. */
export const builtInTexts: Readonly<Record<string, Texts>> = {
  en: {
    stop: 'You will not get any more messages from {brand} unless you write to us. Changed your mind? Reply START, or choose what you want: {link}',
    stop_promotions:
      'You will not get any more offers from {brand}. Messages about your orders still come. To get offers again, reply START, or choose here: {link}',
    start: 'Messages from {brand} come again. Choose which ones you want: {link} To end them, reply STOP.',
  },
  hi: {
    stop: 'अब {brand} से आपको कोई संदेश नहीं आएगा, जब तक आप ख़ुद न लिखें। मन बदले तो START लिखें, या यहाँ चुनें कि क्या चाहिए: {link}',
    stop_promotions:
      'अब {brand} से ऑफ़र नहीं आएँगे। आपके ऑर्डर की ख़बर आती रहेगी। ऑफ़र फिर चाहिए तो START लिखें, या यहाँ चुनें: {link}',
    start: '{brand} से संदेश फिर आने लगेंगे। कौन-से चाहिए, यहाँ चुनें: {link} बंद करने के लिए STOP लिखें।',
  },
  'hi-Latn': {
    stop: 'Ab {brand} se aapko koi message nahi aayega, jab tak aap khud na likhein. Mann badle to START likhein, ya yahan chunein ki kya chahiye: {link}',
    stop_promotions:
      'Ab {brand} se offer nahi aayenge. Aapke order ki khabar aati rahegi. Offer phir chahiye to START likhein, ya yahan chunein: {link}',
    start:
      '{brand} se message phir aane lagenge. Kaun se chahiye, yahan chunein: {link} Band karne ke liye STOP likhein.',
  },
  bn: {
    stop: 'আপনি নিজে না লিখলে {brand} থেকে আর কোনো মেসেজ আসবে না। মত বদলালে START লিখুন, অথবা কী চান এখানে বেছে নিন: {link}',
    stop_promotions:
      '{brand} থেকে আর অফার আসবে না। আপনার অর্ডারের খবর আসবে। আবার অফার চাইলে START লিখুন, অথবা এখানে বেছে নিন: {link}',
    start: '{brand} থেকে আবার মেসেজ আসবে। কোনগুলো চান এখানে বেছে নিন: {link} বন্ধ করতে STOP লিখুন।',
  },
  mr: {
    stop: 'तुम्ही स्वतः लिहिल्याशिवाय {brand} कडून आता कोणताही मेसेज येणार नाही. मत बदलल्यास START लिहा, किंवा काय हवे ते येथे निवडा: {link}',
    stop_promotions:
      '{brand} कडून आता ऑफर येणार नाहीत. तुमच्या ऑर्डरची माहिती येत राहील. पुन्हा ऑफर हव्या असतील तर START लिहा, किंवा येथे निवडा: {link}',
    start: '{brand} कडून मेसेज पुन्हा येतील. कोणते हवेत ते येथे निवडा: {link} थांबवण्यासाठी STOP लिहा.',
  },
  te: {
    stop: 'మీరు రాస్తే తప్ప {brand} నుండి ఇకపై మెసేజ్‌లు రావు. మళ్లీ కావాలంటే START అని రాయండి, లేదా ఏవి కావాలో ఇక్కడ ఎంచుకోండి: {link}',
    stop_promotions:
      '{brand} నుండి ఇకపై ఆఫర్లు రావు. మీ ఆర్డర్ల సమాచారం వస్తుంది. ఆఫర్లు మళ్లీ కావాలంటే START అని రాయండి, లేదా ఇక్కడ ఎంచుకోండి: {link}',
    start: '{brand} నుండి మెసేజ్‌లు మళ్లీ వస్తాయి. ఏవి కావాలో ఇక్కడ ఎంచుకోండి: {link} ఆపాలంటే STOP అని రాయండి.',
  },
  ta: {
    stop: 'நீங்கள் எழுதினால் தவிர {brand} இலிருந்து இனி செய்திகள் வராது. மீண்டும் வேண்டுமானால் START என்று எழுதுங்கள், அல்லது எது வேண்டும் என்று இங்கே தேர்ந்தெடுங்கள்: {link}',
    stop_promotions:
      '{brand} இலிருந்து இனி சலுகைச் செய்திகள் வராது. உங்கள் ஆர்டர் பற்றிய தகவல் வரும். மீண்டும் வேண்டுமானால் START என்று எழுதுங்கள், அல்லது இங்கே தேர்ந்தெடுங்கள்: {link}',
    start:
      '{brand} இலிருந்து செய்திகள் மீண்டும் வரும். எவை வேண்டும் என்று இங்கே தேர்ந்தெடுங்கள்: {link} நிறுத்த STOP என்று எழுதுங்கள்.',
  },
  gu: {
    stop: 'તમે પોતે ન લખો ત્યાં સુધી {brand} તરફથી હવે કોઈ મેસેજ નહીં આવે. મન બદલાય તો START લખો, અથવા શું જોઈએ તે અહીં પસંદ કરો: {link}',
    stop_promotions:
      '{brand} તરફથી હવે ઓફર નહીં આવે. તમારા ઓર્ડરની ખબર આવતી રહેશે. ફરી ઓફર જોઈએ તો START લખો, અથવા અહીં પસંદ કરો: {link}',
    start: '{brand} તરફથી મેસેજ ફરી આવશે. કયા જોઈએ તે અહીં પસંદ કરો: {link} બંધ કરવા STOP લખો.',
  },
  kn: {
    stop: 'ನೀವೇ ಬರೆಯದ ಹೊರತು {brand} ನಿಂದ ಇನ್ನು ಯಾವ ಮೆಸೇಜ್ ಬರುವುದಿಲ್ಲ. ಮತ್ತೆ ಬೇಕಾದರೆ START ಎಂದು ಬರೆಯಿರಿ, ಅಥವಾ ಏನು ಬೇಕೆಂದು ಇಲ್ಲಿ ಆರಿಸಿ: {link}',
    stop_promotions:
      '{brand} ನಿಂದ ಇನ್ನು ಆಫರ್‌ಗಳು ಬರುವುದಿಲ್ಲ. ನಿಮ್ಮ ಆರ್ಡರ್ ಮಾಹಿತಿ ಬರುತ್ತದೆ. ಆಫರ್‌ಗಳು ಮತ್ತೆ ಬೇಕಾದರೆ START ಎಂದು ಬರೆಯಿರಿ, ಅಥವಾ ಇಲ್ಲಿ ಆರಿಸಿ: {link}',
    start: '{brand} ನಿಂದ ಮೆಸೇಜ್‌ಗಳು ಮತ್ತೆ ಬರುತ್ತವೆ. ಯಾವುದು ಬೇಕೆಂದು ಇಲ್ಲಿ ಆರಿಸಿ: {link} ನಿಲ್ಲಿಸಲು STOP ಎಂದು ಬರೆಯಿರಿ.',
  },
  ml: {
    stop: 'നിങ്ങൾ എഴുതിയാലല്ലാതെ {brand} ൽ നിന്ന് ഇനി മെസേജ് വരില്ല. വീണ്ടും വേണമെങ്കിൽ START എന്ന് എഴുതുക, അല്ലെങ്കിൽ എന്തു വേണമെന്ന് ഇവിടെ തിരഞ്ഞെടുക്കുക: {link}',
    stop_promotions:
      '{brand} ൽ നിന്ന് ഇനി ഓഫറുകൾ വരില്ല. നിങ്ങളുടെ ഓർഡറിന്റെ വിവരം വരും. ഓഫറുകൾ വീണ്ടും വേണമെങ്കിൽ START എന്ന് എഴുതുക, അല്ലെങ്കിൽ ഇവിടെ തിരഞ്ഞെടുക്കുക: {link}',
    start: '{brand} ൽ നിന്ന് മെസേജുകൾ വീണ്ടും വരും. ഏതു വേണമെന്ന് ഇവിടെ തിരഞ്ഞെടുക്കുക: {link} നിർത്താൻ STOP എന്ന് എഴുതുക.',
  },
  pa: {
    stop: 'ਜਦ ਤੱਕ ਤੁਸੀਂ ਆਪ ਨਾ ਲਿਖੋ, {brand} ਵੱਲੋਂ ਹੁਣ ਕੋਈ ਮੈਸੇਜ ਨਹੀਂ ਆਵੇਗਾ। ਮਨ ਬਦਲੇ ਤਾਂ START ਲਿਖੋ, ਜਾਂ ਇੱਥੇ ਚੁਣੋ ਕੀ ਚਾਹੀਦਾ ਹੈ: {link}',
    stop_promotions:
      '{brand} ਵੱਲੋਂ ਹੁਣ ਆਫਰ ਨਹੀਂ ਆਉਣਗੇ। ਤੁਹਾਡੇ ਆਰਡਰ ਦੀ ਖ਼ਬਰ ਆਉਂਦੀ ਰਹੇਗੀ। ਆਫਰ ਫਿਰ ਚਾਹੀਦੇ ਹੋਣ ਤਾਂ START ਲਿਖੋ, ਜਾਂ ਇੱਥੇ ਚੁਣੋ: {link}',
    start: '{brand} ਵੱਲੋਂ ਮੈਸੇਜ ਫਿਰ ਆਉਣਗੇ। ਕਿਹੜੇ ਚਾਹੀਦੇ ਹਨ, ਇੱਥੇ ਚੁਣੋ: {link} ਬੰਦ ਕਰਨ ਲਈ STOP ਲਿਖੋ।',
  },
  ur: {
    stop: 'جب تک آپ خود نہ لکھیں، {brand} کی طرف سے اب کوئی پیغام نہیں آئے گا۔ ارادہ بدلے تو START لکھیں، یا یہاں چنیں کہ کیا چاہیے: {link}',
    stop_promotions:
      '{brand} کی طرف سے اب آفرز نہیں آئیں گی۔ آپ کے آرڈر کی خبر آتی رہے گی۔ آفرز پھر چاہییں تو START لکھیں، یا یہاں چنیں: {link}',
    start:
      '{brand} کی طرف سے پیغامات پھر آئیں گے۔ کون سے چاہییں، یہاں چنیں: {link} بند کرنے کے لیے STOP لکھیں۔',
  },
};
