import type { WishExamples } from './wish-examples.ts';

export const wishesInOtherLanguages: WishExamples = {
  bn: {
    stop: `বন্ধ করুন | বন্ধ করো | বন্ধ | দয়া করে বন্ধ করুন | এসব বন্ধ করুন | মেসেজ বন্ধ করুন | মেসেজ বন্ধ করো | মেসেজ পাঠানো বন্ধ করুন | মেসেজ পাঠাবেন না | আমাকে মেসেজ পাঠাবেন না | আর মেসেজ পাঠাবেন না
      আমাকে আর মেসেজ দেবেন না | মেসেজ দিবেন না | মেসেজ চাই না | আর পাঠাবেন না | বার্তা পাঠাবেন না | থামান | স্টপ | আমার নাম্বার মুছে দিন | আমাকে বিরক্ত করবেন না | প্লিজ মেসেজ পাঠাবেন না | বন্ধ করুন 🙏`,
    start: `শুরু করুন | চালু করুন | আবার শুরু করুন | আবার চালু করুন | আবার মেসেজ পাঠান | মেসেজ চালু করুন`,
    stop_promotions: `অফার বন্ধ করুন | অফার পাঠাবেন না | বিজ্ঞাপন বন্ধ করুন | প্রমোশন বন্ধ করুন | অফার চাই না`,
  },
  'bn-Latn': {
    stop: `bondho korun | bondho koro | message bondho korun | msg bondho koro | message pathaben na | amake message pathaben na | ar message pathaben na | message chai na | amake birokto korben na | doya kore bondho korun`,
    start: `abar chalu korun | abar message shuru korun`,
    stop_promotions: `offer bondho korun | offer pathaben na`,
  },
  mr: {
    stop: `बंद करा | कृपया बंद करा | हे बंद करा | मेसेज बंद करा | मॅसेज बंद करा | मेसेज पाठवू नका | मला मेसेज पाठवू नका | मला असे मेसेज पाठवू नका | परत मेसेज पाठवू नका | मेसेज पाठवणे बंद करा | मेसेज नको | मला मेसेज नको
      संदेश पाठवू नका | संदेश नकोत | पाठवू नका | थांबवा | मेसेज थांबवा | माझा नंबर काढून टाका | मला त्रास देऊ नका | यापुढे मेसेज पाठवू नका`,
    start: `सुरू करा | सुरु करा | चालू करा | परत सुरू करा | पुन्हा सुरू करा | पुन्हा मेसेज पाठवा | मेसेज सुरू करा`,
    stop_promotions: `ऑफर बंद करा | ऑफर पाठवू नका | जाहिराती बंद करा | मला जाहिरात नको | प्रमोशन बंद करा`,
  },
  'mr-Latn': {
    stop: `band kara | bandh kara | message band kara | msg band kara | message pathvu naka | mala message pathvu naka | mala msg pathavu naka | msg nako | mala message nako | krupaya band kara | tras deu naka`,
    start: `suru kara | parat suru kara | message suru kara`,
    stop_promotions: `offer band kara | offer pathvu naka`,
  },
  te: {
    stop: `ఆపండి | ఆపు | ఆపేయండి | దయచేసి ఆపండి | మెసేజ్ ఆపండి | మెసేజ్‌లు ఆపండి | మెసేజ్‌లు పంపకండి | నాకు మెసేజ్ పంపకండి | నాకు మెసేజ్‌లు పంపవద్దు | మెసేజ్ పంపొద్దు | ఇకపై మెసేజ్‌లు పంపకండి | మెసేజ్ వద్దు
      నాకు మెసేజ్‌లు వద్దు | మెసేజ్‌లు పంపడం ఆపండి | సందేశాలు పంపకండి | సందేశాలు ఆపండి | స్టాప్ | నా నంబర్ తీసేయండి | డిస్టర్బ్ చేయకండి | పంపకండి | ప్లీజ్ మెసేజ్ పెట్టకండి`,
    start: `ప్రారంభించండి | స్టార్ట్ | మళ్ళీ ప్రారంభించండి | మళ్లీ మెసేజ్‌లు పంపండి | మళ్ళీ పంపండి`,
    stop_promotions: `ఆఫర్లు ఆపండి | ఆఫర్లు పంపకండి | ఆఫర్లు వద్దు | ప్రకటనలు ఆపండి | ప్రమోషన్లు పంపవద్దు`,
  },
  'te-Latn': {
    stop: `aapandi | apandi | aapeyandi | message aapandi | msg apandi | message pampakandi | naku message pampakandi | naaku msg pampoddu | messages vaddu | naku messages vaddu | message pettakandi | dayachesi aapandi | disturb cheyakandi`,
    start: `malli start cheyandi | malli messages pampandi`,
    stop_promotions: `offers aapandi | offers pampakandi | offers vaddu`,
  },
  ta: {
    stop: `நிறுத்து | நிறுத்துங்கள் | நிறுத்தவும் | நிறுத்துங்க | தயவு செய்து நிறுத்துங்கள் | மெசேஜ் நிறுத்துங்க | மெசேஜ் அனுப்பாதீங்க | எனக்கு மெசேஜ் அனுப்பாதீர்கள் | மெசேஜ் அனுப்ப வேண்டாம் | செய்தி அனுப்ப வேண்டாம்
      செய்திகளை நிறுத்தவும் | இனிமேல் மெசேஜ் அனுப்பாதீங்க | மெசேஜ் வேண்டாம் | எனக்கு மெசேஜ் வேணாம் | அனுப்பாதீர்கள் | ஸ்டாப் | என் எண்ணை நீக்கவும் | தொந்தரவு செய்யாதீர்கள் | இதை நிறுத்துங்கள் | ப்ளீஸ் நிறுத்துங்க`,
    start: `தொடங்கு | தொடங்கவும் | மீண்டும் தொடங்கு | மீண்டும் அனுப்புங்கள் | மறுபடியும் மெசேஜ் அனுப்புங்க`,
    stop_promotions: `சலுகைகள் வேண்டாம் | விளம்பரம் அனுப்பாதீங்க | விளம்பரங்களை நிறுத்தவும்|ஆஃபர் வேண்டாம் | சலுகை செய்திகள் அனுப்ப வேண்டாம்`,
  },
  'ta-Latn': {
    stop: `niruthu | niruthunga | niruthungal | message anupathinga | msg anupathinga | enakku message anuppa vendam | message vendam | enaku msg venam | message niruthunga | anupathinga | message stop pannunga | disturb pannadhinga`,
    start: `marubadiyum message anupunga | meendum thodangu`,
    stop_promotions: `offer vendam | offer message anupathinga | vilambaram vendam`,
  },
  gu: {
    stop: `બંધ કરો | બન્ધ કરો | બંધ | બંધ કરી દો | કૃપા કરીને બંધ કરો | આ બંધ કરો | મેસેજ બંધ કરો | મેસેજ બંધ કરી દો | મેસેજ મોકલશો નહીં | મેસેજ ના મોકલો | મને મેસેજ ન મોકલો | મને મેસેજ મોકલશો નહિ | આવા મેસેજ ના મોકલો
      મેસેજ મોકલવાનું બંધ કરો | મેસેજ નથી જોઈતા | મને મેસેજ નથી જોઈતા | સંદેશા મોકલશો નહીં | મારો નંબર કાઢી નાખો | મને હેરાન ન કરો | સ્ટોપ`,
    start: `શરૂ કરો | ચાલુ કરો | ફરી શરૂ કરો | ફરીથી ચાલુ કરો | ફરી મેસેજ મોકલો`,
    stop_promotions: `ઓફર બંધ કરો | ઓફર ના મોકલો | જાહેરાત બંધ કરો | મને જાહેરાત ન મોકલો`,
  },
  'gu-Latn': {
    stop: `message bandh karo | msg bandh karo | message na moklo | mane message na moklo | mane msg moklsho nahi | aava message na moklo | bandh kari do | message nathi joita | mane heran na karo`,
    start: `fari chalu karo | message chalu karo`,
    stop_promotions: `offer bandh karo | offer na moklo`,
  },
  kn: {
    stop: `ನಿಲ್ಲಿಸಿ | ನಿಲ್ಲಿಸು | ದಯವಿಟ್ಟು ನಿಲ್ಲಿಸಿ | ಇದನ್ನು ನಿಲ್ಲಿಸಿ | ಮೆಸೇಜ್ ನಿಲ್ಲಿಸಿ | ಮೆಸೇಜ್ ಕಳುಹಿಸಬೇಡಿ | ನನಗೆ ಮೆಸೇಜ್ ಕಳುಹಿಸಬೇಡಿ | ಸಂದೇಶ ಕಳುಹಿಸಬೇಡಿ | ಸಂದೇಶಗಳನ್ನು ನಿಲ್ಲಿಸಿ | ಇನ್ನುಮುಂದೆ ಮೆಸೇಜ್ ಕಳಿಸಬೇಡಿ
      ಮೆಸೇಜ್ ಬೇಡ | ನನಗೆ ಮೆಸೇಜ್ ಬೇಡ | ಮೆಸೇಜ್ ಕಳಿಸಬೇಡಿ | ಸ್ಟಾಪ್ | ಬಂದ್ ಮಾಡಿ | ನನ್ನ ನಂಬರ್ ತೆಗೆದುಹಾಕಿ | ತೊಂದರೆ ಕೊಡಬೇಡಿ | ಕಳುಹಿಸಬೇಡಿ`,
    start: `ಪ್ರಾರಂಭಿಸಿ | ಶುರು ಮಾಡಿ | ಮತ್ತೆ ಶುರು ಮಾಡಿ | ಮತ್ತೆ ಮೆಸೇಜ್ ಕಳುಹಿಸಿ`,
    stop_promotions: `ಆಫರ್ ನಿಲ್ಲಿಸಿ | ಆಫರ್ ಬೇಡ | ಜಾಹೀರಾತು ನಿಲ್ಲಿಸಿ | ಜಾಹೀರಾತು ಕಳುಹಿಸಬೇಡಿ`,
  },
  'kn-Latn': {
    stop: `nillisi | message nillisi | msg nilsi | message kaluhisabedi | nanage message kaluhisabedi | msg kalsbedi | message kalisbedi | message beda | nanage message beda | dayavittu nillisi`,
    start: `matte shuru madi | matte message kalisi`,
    stop_promotions: `offer beda | offer message kalisbedi | offers nillisi`,
  },
  ml: {
    stop: `നിർത്തുക | നിര്‍ത്തുക | നിർത്തൂ | ദയവായി നിർത്തുക | മെസേജ് നിർത്തുക | മെസ്സേജ് നിർത്തൂ | മെസേജ് അയക്കരുത് | എനിക്ക് മെസേജ് അയക്കരുത് | മെസ്സേജ് അയക്കണ്ട | ഇനി മെസേജ് അയക്കണ്ട | സന്ദേശം അയക്കരുത്
      മെസേജ് വേണ്ട | എനിക്ക് മെസേജ് വേണ്ട | മെസേജ് അയക്കുന്നത് നിർത്തുക | അയക്കരുത് | സ്റ്റോപ്പ് | എന്റെ നമ്പർ നീക്കം ചെയ്യുക | ശല്യം ചെയ്യരുത് | സന്ദേശങ്ങൾ നിർത്തുക`,
    start: `തുടങ്ങുക | ആരംഭിക്കുക | വീണ്ടും തുടങ്ങുക | വീണ്ടും മെസേജ് അയക്കൂ`,
    stop_promotions: `ഓഫർ വേണ്ട | ഓഫർ മെസേജ് അയക്കരുത് | പരസ്യം നിർത്തുക | പരസ്യങ്ങൾ അയക്കരുത്`,
  },
  'ml-Latn': {
    stop: `nirthuka | nirthu | message nirthuka | message ayakkaruthu | enikku message ayakkaruthu | msg ayakkanda | ini message ayakkanda | message venda | enikku msg venda | dayavayi nirthuka`,
    start: `veendum thudanguka | veendum message ayakkoo`,
    stop_promotions: `offer venda | offer message ayakkaruthu`,
  },
  pa: {
    stop: `ਬੰਦ ਕਰੋ | ਬੰਦ ਕਰ ਦਿਓ | ਬੰਦ | ਕਿਰਪਾ ਕਰਕੇ ਬੰਦ ਕਰੋ | ਇਹ ਬੰਦ ਕਰੋ | ਮੈਸੇਜ ਬੰਦ ਕਰੋ | ਮੈਸੇਜ ਬੰਦ ਕਰ ਦਿਓ | ਮੈਸੇਜ ਨਾ ਭੇਜੋ | ਮੈਨੂੰ ਮੈਸੇਜ ਨਾ ਭੇਜੋ | ਹੋਰ ਮੈਸੇਜ ਨਾ ਭੇਜੋ | ਸੁਨੇਹੇ ਨਾ ਭੇਜੋ | ਮੈਸੇਜ ਨਹੀਂ ਚਾਹੀਦੇ
      ਮੈਨੂੰ ਮੈਸੇਜ ਨਹੀਂ ਚਾਹੀਦੇ | ਮੈਸੇਜ ਭੇਜਣੇ ਬੰਦ ਕਰੋ | ਮੇਰਾ ਨੰਬਰ ਹਟਾ ਦਿਓ | ਤੰਗ ਨਾ ਕਰੋ | ਸਟਾਪ`,
    start: `ਸ਼ੁਰੂ ਕਰੋ | ਚਾਲੂ ਕਰੋ | ਫਿਰ ਤੋਂ ਸ਼ੁਰੂ ਕਰੋ | ਮੈਸੇਜ ਚਾਲੂ ਕਰੋ`,
    stop_promotions: `ਆਫਰ ਬੰਦ ਕਰੋ | ਆਫਰ ਨਾ ਭੇਜੋ | ਇਸ਼ਤਿਹਾਰ ਬੰਦ ਕਰੋ | ਆਫਰ ਨਹੀਂ ਚਾਹੀਦੇ`,
  },
  'pa-Latn': {
    stop: `mainu message na bhejo | menu msg na bhejo | message band kar dio | message nahi chahide | menu message nai chahide | mainu tang na karo | eh band kar deo`,
    start: `fer shuru kar dio | message chalu kar deo`,
    stop_promotions: `mainu offer nahi chahide | offer band kar dio`,
  },
  ur: {
    stop: `بند کرو | بند کریں | بند کر دیں | بند کر دو | براہ کرم بند کریں | یہ بند کریں | میسج بند کرو | میسج بند کریں | میسج مت بھیجو | مجھے میسج مت بھیجیں | مجھے میسج نہ بھیجیں | مزید پیغام نہ بھیجیں | پیغامات بند کریں | پیغام نہیں چاہیے
      مجھے پیغام مت بھیجیں | میرا نمبر ہٹا دیں | تنگ نہ کریں | مت بھیجو | اسٹاپ | بند كريں`,
    start: `شروع کریں | شروع کرو | دوبارہ شروع کریں | پھر سے میسج شروع کریں`,
    stop_promotions: `آفر بند کریں | اشتہارات بند کریں | اشتہار مت بھیجیں | آفر نہیں چاہیے`,
  },
  'ur-Latn': {
    stop: `paigham band karein | mujhe paigham na bhejein | paigham mat bhejo`,
    start: `dobara paigham shuru karein`,
    stop_promotions: `ishtihar band karein | ishtihar mat bhejein`,
  },
};
