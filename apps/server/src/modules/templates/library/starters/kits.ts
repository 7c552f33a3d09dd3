import { asha, ashaHi, page, stopEn, stopHi, type Written } from '../starter.ts';

interface Kit {
  kit: string;
  title: readonly [en: string, hi: string];
  /** The same message in other words: one takes over when the quality of another dips. */
  ways: readonly { about: readonly [en: string, hi: string]; en: string; hi: string }[];
  values: Readonly<Record<string, readonly [en: string, hi: string]>>;
  button: readonly [en: string, hi: string];
}

const plain = ['Plain and short', 'सादा और छोटा'] as const;
const asking = ['Asks first', 'पहले पूछता है'] as const;
const telling = ['Tells a reason', 'कारण बताता है'] as const;

const selling: readonly Kit[] = [
  {
    kit: 'sale_begins',
    title: ['A sale begins', 'सेल शुरू'],
    values: {
      what: ['all cotton kurtas', 'सभी सूती कुर्तों'],
      saving: ['20%', '20%'],
      day: ['Sunday', 'रविवार'],
    },
    button: ['See the kurtas', 'कुर्ते देखें'],
    ways: [
      {
        about: plain,
        en: 'Hi {{name}}, our sale is open and you pay {{saving}} less on {{what}} until {{day}}.',
        hi: 'नमस्ते {{name}} जी, हमारी सेल शुरू हो गई है: {{what}} पर {{day}} तक {{saving}} की छूट है।',
      },
      {
        about: asking,
        en: 'Hi {{name}}, would you like to see {{what}} before the weekend? Until {{day}} they cost {{saving}} less in our sale.',
        hi: 'नमस्ते {{name}} जी, क्या आप हफ़्ते के अंत से पहले नया संग्रह देखना चाहेंगे? {{day}} तक {{what}} पर {{saving}} की छूट मिलेगी।',
      },
      {
        about: telling,
        en: 'Dear {{name}}, we make room for winter in the store. That is why {{what}} are {{saving}} cheaper in our sale until {{day}}.',
        hi: 'प्रिय {{name}}, दुकान में सर्दियों के लिए जगह बना रहे हैं। इसलिए {{what}} पर {{day}} तक {{saving}} की छूट दे रहे हैं।',
      },
    ],
  },
  {
    kit: 'last_day',
    title: ['Last day of a sale', 'सेल का आख़िरी दिन'],
    values: { what: ['the silk sarees', 'रेशमी साड़ियाँ'], time: ['9 pm', 'रात 9 बजे'] },
    button: ['See what is left', 'बाकी देखें'],
    ways: [
      {
        about: plain,
        en: 'Hi {{name}}, our sale on {{what}} ends tonight at {{time}}.',
        hi: 'नमस्ते {{name}} जी, {{what}} आज {{time}} तक ही छूट पर हैं।',
      },
      {
        about: asking,
        en: 'Hi {{name}}, did you want to look once more at {{what}}? The sale goes on until {{time}} today.',
        hi: 'नमस्ते {{name}} जी, {{what}} एक बार फिर देखना चाहेंगे? छूट आज {{time}} तक है।',
      },
    ],
  },
];

const critical: Kit = {
  kit: 'delivery_late',
  title: ['Many parcels late', 'बहुत पार्सल लेट'],
  values: {
    order: ['SS-20417', 'SS-20417'],
    reason: ['heavy rain', 'तेज़ बारिश'],
    day: ['Saturday, 14 Nov', 'शनिवार, 14 नवंबर'],
  },
  button: ['Track the parcel', 'पार्सल देखें'],
  ways: [
    {
      about: plain,
      en: 'Hi {{name}}, your order {{order}} is late because of {{reason}}. It should reach you by {{day}}.',
      hi: 'नमस्ते {{name}} जी, {{reason}} के कारण आपका ऑर्डर {{order}} देर से आएगा। {{day}} तक पहुँच जाना चाहिए।',
    },
    {
      about: telling,
      en: 'Hi {{name}}, {{reason}} slows our couriers down this week. Your order {{order}} is safe with us and is planned for delivery on {{day}}.',
      hi: 'नमस्ते {{name}} जी, इस हफ़्ते {{reason}} से कूरियर धीमे हैं। आपका ऑर्डर {{order}} हमारे पास सुरक्षित है, डिलीवरी {{day}} को तय है।',
    },
    {
      about: asking,
      en: 'Hi {{name}}, order {{order}} can only be delivered on {{day}}, as {{reason}} holds it up. Is that all right, or would you rather have a refund?',
      hi: 'नमस्ते {{name}} जी, {{reason}} के कारण ऑर्डर {{order}} अब {{day}} को ही पहुँच पाएगा। क्या यह ठीक है, या रिफ़ंड चाहेंगे?',
    },
  ],
};

const valuesOf = ({ values }: Kit, at: 0 | 1) => ({
  name: at === 0 ? asha : ashaHi,
  ...Object.fromEntries(Object.entries(values).map(([name, samples]) => [name, samples[at]])),
});

function writtenOf(kit: Kit, category: 'MARKETING' | 'UTILITY'): Written[] {
  const isSold = category === 'MARKETING';
  return kit.ways.map(({ about, en, hi }, at) => ({
    key: `${kit.kit}_${'abc'[at]}`,
    topic: isSold ? 'stock' : 'orders',
    industries: ['retail'],
    kit: kit.kit,
    playbooks: ['P11', ...(isSold ? ['P13'] : ['P34'])],
    category,
    title: kit.title,
    about,
    en: {
      body: en,
      buttons: isSold
        ? [{ visit: kit.button[0], url: page('sale', `${kit.kit}_${'abc'[at]}`) }, stopEn]
        : [{ visit: kit.button[0], url: 'https://www.example.in/track/{{1}}', sample: 'TRK20417' }],
      values: valuesOf(kit, 0),
    },
    hi: {
      body: hi,
      buttons: isSold
        ? [{ visit: kit.button[1], url: page('sale', `${kit.kit}_${'abc'[at]}`) }, stopHi]
        : [{ visit: kit.button[1], url: 'https://www.example.in/track/{{1}}', sample: 'TRK20417' }],
      values: valuesOf(kit, 1),
    },
  }));
}

export const kitStarters: readonly Written[] = [
  ...selling.flatMap((kit) => writtenOf(kit, 'MARKETING')),
  ...writtenOf(critical, 'UTILITY'),
];
