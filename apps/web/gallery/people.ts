/** A believable India for the stories: the same people every time, so that screenshots can be compared. */
export interface Person {
  id: string;
  name: string;
  city: string;
  language: string;
  spent: number;
  seen: string;
  state: 'subscribed' | 'paused' | 'left';
  tags: string[];
}

const names = [
  'Meera Joshi',
  'प्रियंका देशपांडे',
  'Arjun Nair',
  'திருவேங்கடநாதன் சுப்பிரமணியன் கோபாலகிருஷ்ணன்',
  'Farah Siddiqui',
  'কৌশিক চট্টোপাধ্যায়',
  'Harpreet Kaur',
  'లక్ష్మీ నరసింహం',
  '',
  'Dr. Sanjay Kulkarni',
  'ಶ್ರೀನಿವಾಸ ಮೂರ್ತಿ',
  'Nisha Patel',
  'ജയലക്ഷ്മി മേനോൻ',
  'Rohit Sharma',
  'ભાવના મહેતા',
  'عائشہ خان',
  'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
  'Divya Krishnan',
];
const cities = [
  'Surat',
  'Pune',
  'Coimbatore',
  'Kota',
  'Lucknow',
  'Kolkata',
  'Ludhiana',
  'Hyderabad',
  'Bengaluru',
];
const languages = ['Hindi', 'Marathi', 'Tamil', 'English', 'Urdu', 'Bengali', 'Punjabi', 'Telugu', 'Kannada'];
const states = ['subscribed', 'subscribed', 'subscribed', 'paused', 'left'] as const;
const tags = [['saree', 'wholesale'], ['vip'], [], ['cod'], ['new'], ['vip', 'wedding season', 'repeat']];

const now = Date.parse('2026-11-21T06:30:00Z');

export function people(count: number): Person[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `person-${place}`,
    name:
      (names[place % names.length] ?? '') +
      (place >= names.length && names[place % names.length] ? ` ${place}` : ''),
    city: cities[(place * 5) % cities.length] ?? '',
    language: languages[(place * 7) % languages.length] ?? '',
    spent: ((place * 7919) % 99_991) * 125,
    seen: new Date(now - ((place * place * 97) % 40_000) * 60_000).toISOString(),
    state: states[place % states.length] ?? 'subscribed',
    tags: tags[place % tags.length] ?? [],
  }));
}
