/** The preset texts of authentication templates, as Meta shows them (Meta, 'Authentication template previews'). */
export interface AuthenticationTexts {
  code: string;
  advice: string;
  expiry: (minutes: number) => string;
  copy: string;
  autofill: string;
}

const english: AuthenticationTexts = {
  code: '*{{1}}* is your verification code.',
  advice: 'For your security, do not share this code.',
  expiry: (minutes) => `This code expires in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  copy: 'Copy code',
  autofill: 'Autofill',
};

const texts: Record<string, AuthenticationTexts> = {
  hi: {
    code: '*{{1}}* आपका वेरिफ़िकेशन कोड है.',
    advice: 'अपनी सुरक्षा के लिए, यह कोड किसी के साथ शेयर न करें.',
    expiry: (minutes) => `इस कोड की समय-सीमा ${minutes} मिनट में समाप्त हो जाएगी.`,
    copy: 'कोड कॉपी करें',
    autofill: 'ऑटोफ़िल करें',
  },
  bn: {
    code: '*{{1}}* হল আপনার যাচাইকরণ কোড।',
    advice: 'আপনার সুরক্ষার জন্য, এই কোড শেয়ার করবেন না।',
    expiry: (minutes) => `এই কোডের মেয়াদ ${minutes} মিনিটে শেষ হবে।`,
    copy: 'কোড কপি করুন',
    autofill: 'অটোফিল',
  },
  ta: {
    code: '*{{1}}* என்பது உங்கள் சரிபார்ப்புக் குறியீடு.',
    advice: 'உங்கள் பாதுகாப்பிற்காக, இந்தக் குறியீட்டைப் பகிர வேண்டாம்.',
    expiry: (minutes) => `இந்தக் குறியீடு ${minutes} நிமிடங்களில் காலாவதியாகும்.`,
    copy: 'குறியீட்டை நகலெடு',
    autofill: 'தானாக நிரப்பு',
  },
  te: {
    code: '*{{1}}* అనేది మీ ధృవీకరణ కోడ్.',
    advice: 'మీ భద్రత కోసం, ఈ కోడ్‌ను షేర్ చేయవద్దు.',
    expiry: (minutes) => `ఈ కోడ్ గడువు ${minutes} నిమిషాల్లో ముగుస్తుంది.`,
    copy: 'కోడ్‌ను కాపీ చేయండి',
    autofill: 'ఆటోఫిల్',
  },
  mr: {
    code: '*{{1}}* हा तुमचा पडताळणी कोड आहे.',
    advice: 'तुमच्या सुरक्षिततेसाठी, हा कोड शेअर करू नका.',
    expiry: (minutes) => `हा कोड ${minutes} मिनिटांत कालबाह्य होईल.`,
    copy: 'कोड कॉपी करा',
    autofill: 'ऑटोफिल',
  },
  gu: {
    code: '*{{1}}* તમારો ચકાસણી કોડ છે.',
    advice: 'તમારી સુરક્ષા માટે, આ કોડ શેર કરશો નહીં.',
    expiry: (minutes) => `આ કોડ ${minutes} મિનિટમાં સમાપ્ત થશે.`,
    copy: 'કોડ કૉપિ કરો',
    autofill: 'ઑટોફિલ',
  },
};

/** Languages without a translation here show the English texts. */
export const authenticationTexts = (language: string): AuthenticationTexts =>
  texts[language] ?? texts[language.split('_')[0] ?? ''] ?? english;
