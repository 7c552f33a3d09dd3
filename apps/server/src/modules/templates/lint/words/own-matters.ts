/** Words that show that a message is about something of the customer's own, by language. */
export const service: readonly RegExp[] = [
  /\b(orders?|invoices?|payments?|paid|bills?|receipts?|refund(s|ed)?|returns?|replacement|exchange request|shipments?|shipped|dispatched|packed|deliver(y|ed|ies)|courier|pick-?up|parcels?|e-?way bill|warranty|technician|engineer)\b/i,
  /\b(appointments?|bookings?|booked|reservations?|tickets?|visit|check-?up|consultations?|reschedul\w+|schedule[ds]?|slots?|class(es)?|exams?|reports?|results?|samples?|check-?in|pnr|itinerary|admission|attendance|fees?|site visit)\b/i,
  /\b(account|kyc|balance|statement|emi|loan|policy|premium|claim|dues?|overdue|subscription|membership|renewals?|renews?|application|documents?|certificates?|mandate|autopay|transactions?|debited|credited|instal?ments?)\b/i,
  /\b(requests?|requested|complaints?|service|alerts?|outage|maintenance|reminders?|confirm\w*|verif\w+|passes?|registration|registered|queue|token|opted in|preferences?|unsubscribed|closed|resolved|late by|delayed|cancelled|quotation|approval|medicines?|prescription|refill|vaccinat\w+|vaccine|meeting|score|supply|absent)\b/i,
  /(ऑर्डर|आर्डर|भुगतान|बिल|रसीद|डिलीवरी|डिलिवरी|पार्सल|अपॉइंटमेंट|बुकिंग|टिकट|खाता|खाते|किस्त|क़िस्त|पॉलिसी|शिकायत|अनुरोध|रिपोर्ट|सेवा|सूचना|रिमाइंडर|रिफ़ंड|रिफंड|फ़ीस|फीस|शुल्क|जाँच|सैंपल|नमूना|दस्तावेज़|आवेदन|सदस्यता|रिन्यू|नवीनीकरण|वारंटी|पंजीकरण|रजिस्ट्रेशन|लेन-देन|केवाईसी|KYC|मुलाक़ात|यात्रा|चेक-इन|इनवॉइस|पिकअप|वापसी|पास|तकनीशियन|सुरक्षा|पसंद|दवा|टीके|टीका|बैठक|सप्लाई|कोटेशन|स्कूल नहीं|देर से|रद्द)/,
  /\b(bhugtan|khat[ae]|kist|shikayat|suchna|raseed|bil|dawai|aapka order|aapki booking)\b/i,
  /(অর্ডার|পেমেন্ট|বিল|রসিদ|ডেলিভারি|বুকিং|অ্যাপয়েন্টমেন্ট|অভিযোগ|রিপোর্ট)/,
  /(ऑर्डर|पेमेंट|पावती|तक्रार|विनंती|नोंदणी)/,
  /(ఆర్డర్|చెల్లింపు|బిల్లు|డెలివరీ|బుకింగ్|అపాయింట్‌?మెంట్|ఫిర్యాదు|రిపోర్ట్)/,
  /(ஆர்டர்|கட்டணம்|பில்|ரசீது|டெலிவரி|முன்பதிவு|சந்திப்பு|புகார்|கோரிக்கை|அறிக்கை)/,
  /(ઓર્ડર|ચુકવણી|બિલ|રસીદ|ડિલિવરી|બુકિંગ|ફરિયાદ|રિપોર્ટ)/,
  /(ಆರ್ಡರ್|ಪಾವತಿ|ಬಿಲ್|ರಸೀದಿ|ಡೆಲಿವರಿ|ಬುಕಿಂಗ್|ದೂರು|ವರದಿ)/,
  /(ഓർഡർ|പേയ്‌?മെന്റ്|ബിൽ|രസീത്|ഡെലിവറി|ബുക്കിംഗ്|പരാതി|റിപ്പോർട്ട്)/,
  /(ਆਰਡਰ|ਭੁਗਤਾਨ|ਬਿੱਲ|ਰਸੀਦ|ਡਿਲੀਵਰੀ|ਬੁਕਿੰਗ|ਸ਼ਿਕਾਇਤ|ਰਿਪੋਰਟ)/,
  /(آرڈر|ادائیگی|بل|رسید|ڈیلیوری|بکنگ|شکایت|رپورٹ)/,
];

/** Asking for an opinion is service only where it is about one named thing. */
export const survey: readonly RegExp[] = [
  /\b(rate us|feedback|survey|how was your|how did we do|review us|your experience|rate your|rate the)\b/i,
  /(प्रतिक्रिया|फ़ीडबैक|फीडबैक|आपका अनुभव|रेटिंग|कैसा रहा|कैसी रही|कैसा लगा|राय)/,
  /\b(apna (anubhav|feedback)|kaisa laga|kaisa raha)\b/i,
];

/** Whoever is greeted or invited without having asked. */
export const unasked: readonly RegExp[] = [
  /\b(welcome to|introducing|we(?:[’']re| are) (excited|thrilled|delighted)|join us|you(?:[’']re| are) invited|come (and )?(see|visit)|visit (us|our (store|showroom|website))|check out|discover|did you know|newsletter|tips? (for|to)|see what[’']s new|haven[’']t (seen|heard|shopped|visited)|it[’']s been a while|left (something|items?) in your cart|still (thinking|interested|in your cart)|your cart|wish ?list|refer|rewards?|loyalty points|points (are|will) expir\w+|recommend|complete your purchase|personali[sz]ed (picks|for you)|start(ing)? (at|from) (just )?(₹|rs)|webinar|open house|book (a|your) (free )?(demo|test drive|site visit)|hosting|follow us|try our|switch to|save (₹|rs|up to)|add your|want another|win a)\b/i,
  /(आपका स्वागत है|स्वागत करते|पधारें|पधारिए|आमंत्रित|आइए|कार्ट में|आपके कार्ट|पसंद आ सकते|पेश है|पेश करते|दोस्तों को|इनाम|रिवॉर्ड|(?<!अ)पॉइंट|जन्मदिन|सालगिरह|बहुत दिनों से|काफ़ी समय|काफी समय|देखने आएँ|देखने आएं|सिर्फ़ ₹|सिर्फ ₹|वेबिनार|न्यूज़लेटर|जानिए|नई रेंज|त्योहार|दाम|फ़ॉलो करें|फॉलो करें|चखिए|लेना चाहेंगे)/,
  /\b(aaiye|padhariye|aapke cart mein|doston ko|bahut din ho gaye|inaam)\b/i,
];
