import { classify } from '@trikon/whatsapp/errors';

interface Sentence {
  en: string;
  hi: string;
}

const couldNotAsk: Sentence = {
  en: 'WhatsApp could not be asked. Try again in a few minutes.',
  hi: 'WhatsApp से पूछा नहीं जा सका। कुछ मिनट बाद फिर कोशिश करें।',
};

/** Of codes that mean something else here than of messages. */
const ofBlocking: Record<number, Sentence> = {
  131047: {
    en: 'WhatsApp lets a number block only people who wrote to it in the last 24 hours. Try again when they write.',
    hi: 'WhatsApp उन्हीं लोगों को ब्लॉक करने देता है जिन्होंने पिछले 24 घंटों में इस नंबर पर लिखा हो। वे लिखें, तब फिर कोशिश करें।',
  },
  131009: {
    en: 'WhatsApp does not know this person under the number or id we have, or they are a business, which cannot be blocked.',
    hi: 'हमारे पास जो नंबर या ID है, उससे WhatsApp इन्हें नहीं पहचानता, या यह कोई बिज़नेस है, जिसे ब्लॉक नहीं किया जा सकता।',
  },
  139101: {
    en: 'This number already blocks 64,000 people, which is all that WhatsApp allows. Unblock some first.',
    hi: 'यह नंबर पहले ही 64,000 लोगों को ब्लॉक कर चुका है, WhatsApp इससे ज़्यादा नहीं करने देता। पहले कुछ को अनब्लॉक करें।',
  },
};

/** Why WhatsApp did not block somebody, in words; without a code it did not answer. */
export function refusalSentence(code: number | null): Sentence {
  if (code === null) return couldNotAsk;
  const { en, hi } = classify({ code }).words;
  return ofBlocking[code] ?? { en: `${en.happened} ${en.next}`, hi: `${hi.happened} ${hi.next}` };
}
