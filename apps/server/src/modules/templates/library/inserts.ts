interface Insert {
  key: string;
  title: { en: string; hi: string };
  place: 'body' | 'footer';
  texts: { language: string; text: string }[];
}

const insert = (
  key: string,
  place: Insert['place'],
  [en, hi]: readonly [string, string],
  texts: Readonly<Record<string, string>>,
): Insert => ({
  key,
  place,
  title: { en, hi },
  texts: Object.entries(texts).map(([language, text]) => ({ language, text })),
});

/** Sentences that keep customers safe from those who pretend to be the business. Footers have at most 60 characters. */
export const inserts: readonly Insert[] = [
  insert('never_ask_codes', 'body', ['We never ask for codes', 'हम कोड नहीं माँगते'], {
    en: 'We never ask for an OTP, PIN, CVV or password, in a chat or in a call.',
    hi: 'हम चैट या फ़ोन पर कभी OTP, पिन, CVV या पासवर्ड नहीं माँगते।',
    bn: 'আমরা চ্যাটে বা ফোনে কখনও OTP, পিন, CVV বা পাসওয়ার্ড চাই না।',
    mr: 'आम्ही चॅट किंवा फोनवर कधीही OTP, पिन, CVV किंवा पासवर्ड मागत नाही.',
    te: 'మేము చాట్‌లో లేదా ఫోన్‌లో ఎప్పుడూ OTP, పిన్, CVV లేదా పాస్‌వర్డ్ అడగము.',
    ta: 'நாங்கள் அரட்டையிலோ அழைப்பிலோ OTP, பின், CVV அல்லது கடவுச்சொல்லை ஒருபோதும் கேட்பதில்லை.',
    gu: 'અમે ચેટ કે ફોન પર ક્યારેય OTP, પિન, CVV કે પાસવર્ડ માગતા નથી.',
    kn: 'ನಾವು ಚಾಟ್ ಅಥವಾ ಕರೆಯಲ್ಲಿ ಎಂದಿಗೂ OTP, ಪಿನ್, CVV ಅಥವಾ ಪಾಸ್‌ವರ್ಡ್ ಕೇಳುವುದಿಲ್ಲ.',
    ml: 'ഞങ്ങൾ ചാറ്റിലോ ഫോണിലോ ഒരിക്കലും OTP, പിൻ, CVV, പാസ്‌വേഡ് എന്നിവ ചോദിക്കില്ല.',
    pa: 'ਅਸੀਂ ਚੈਟ ਜਾਂ ਫ਼ੋਨ ਉੱਤੇ ਕਦੇ ਵੀ OTP, ਪਿੰਨ, CVV ਜਾਂ ਪਾਸਵਰਡ ਨਹੀਂ ਮੰਗਦੇ।',
    ur: 'ہم چیٹ یا فون پر کبھی OTP، پن، CVV یا پاس ورڈ نہیں مانگتے۔',
  }),
  insert(
    'never_ask_codes_short',
    'footer',
    ['We never ask for codes, in the footer', 'हम कोड नहीं माँगते, फ़ुटर में'],
    {
      en: 'We never ask for your OTP, PIN or password',
      hi: 'हम कभी OTP, पिन या पासवर्ड नहीं माँगते',
    },
  ),
  insert('official_number', 'body', ['Our only number', 'हमारा एक ही नंबर'], {
    en: 'This is our only number on WhatsApp. Messages from others are not from us.',
    hi: 'WhatsApp पर हमारा यही एक नंबर है। किसी और नंबर से आया संदेश हमारा नहीं है।',
  }),
  insert('pay_only_inside', 'body', ['Pay only in our app', 'केवल ऐप में भुगतान'], {
    en: 'Pay only in our app or on our website, never to a personal UPI id.',
    hi: 'भुगतान केवल हमारे ऐप या वेबसाइट पर करें, किसी व्यक्ति की UPI आईडी पर कभी नहीं।',
  }),
  insert('no_approval_for_refund', 'body', ['A refund needs no PIN', 'रिफ़ंड के लिए पिन नहीं'], {
    en: 'To receive a refund you never need to enter a UPI PIN or scan a code.',
    hi: 'रिफ़ंड पाने के लिए कभी UPI पिन डालने या कोड स्कैन करने की ज़रूरत नहीं होती।',
  }),
  insert('report_fraud', 'body', ['Report a fraud', 'ठगी की सूचना'], {
    en: 'Did somebody pretend to be us? Tell us here, or call the national cyber helpline 1930.',
    hi: 'किसी ने हमारे नाम से ठगने की कोशिश की? हमें यहाँ बताएँ, या राष्ट्रीय साइबर हेल्पलाइन 1930 पर फ़ोन करें।',
  }),
  insert('caller_identity', 'body', ['Who visits you', 'घर कौन आएगा'], {
    en: 'Our people carry a card with their photo. Ask to see it before you open the door.',
    hi: 'हमारे लोग फ़ोटो वाला कार्ड रखते हैं। दरवाज़ा खोलने से पहले देख लें।',
  }),
];
