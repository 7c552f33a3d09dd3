import { classify } from '@trikon/whatsapp/errors';

/** For a person, in both languages of the program. */
interface Sentence {
  en: string;
  hi: string;
}

/** Why a message has not left yet, for a person. */
export function whyItWaits({ state, hold }: { state: string; hold: string | null }): Sentence {
  if (state === 'ready' && hold === null) return states.ready;
  if (state === 'sending') return states.sending;
  if (state === 'unknown' && hold === null) return states.unknown;
  return holds[hold ?? ''] ?? states.waiting;
}

const states = {
  ready: { en: 'It leaves as soon as its turn comes.', hi: 'बारी आते ही भेजा जाएगा।' },
  sending: { en: 'It is being sent.', hi: 'अभी भेजा जा रहा है।' },
  unknown: {
    en: 'WhatsApp did not answer. What it tells next shows whether it has the message.',
    hi: 'WhatsApp ने जवाब नहीं दिया। आगे वह जो बताएगा उससे पता चलेगा कि संदेश उसके पास है या नहीं।',
  },
  waiting: {
    en: 'It is held back and goes on by itself.',
    hi: 'इसे थोड़ी देर रोका गया है; अपने-आप आगे बढ़ेगा।',
  },
};

const holds: Record<string, Sentence> = {
  scheduled: { en: 'It was written for a later time.', hi: 'इसे बाद के समय के लिए लिखा गया है।' },
  quiet_hours: {
    en: 'It is night where the customer is; it leaves in the morning.',
    hi: 'ग्राहक के यहाँ रात है; सुबह भेजा जाएगा।',
  },
  media: {
    en: 'Its file is on its way to WhatsApp.',
    hi: 'इसकी फ़ाइल WhatsApp तक पहुँचाई जा रही है।',
  },
  retry: { en: 'WhatsApp asked to try again later.', hi: 'WhatsApp ने थोड़ी देर बाद कोशिश करने को कहा है।' },
  pair_rate: {
    en: 'This customer got many messages in a short time; WhatsApp lets the next one through soon.',
    hi: 'इस ग्राहक को थोड़े समय में कई संदेश गए; WhatsApp अगला जल्द ही जाने देगा।',
  },
  turn: {
    en: 'An earlier message to this customer has to leave first.',
    hi: 'इस ग्राहक का पिछला संदेश पहले जाना है।',
  },
  template_paced: {
    en: 'Its template goes to only so many people a day until it has proved itself.',
    hi: 'इसका टेम्पलेट खरा साबित होने तक एक दिन में गिने-चुने लोगों को ही जाता है।',
  },
  portfolio_limit: {
    en: 'The account has reached as many new customers today as WhatsApp allows.',
    hi: 'WhatsApp एक दिन में जितने नए ग्राहकों तक पहुँचने देता है, खाता आज उतनों तक पहुँच चुका है।',
  },
  source: { en: 'What it comes from is paused.', hi: 'यह जहाँ से आता है, उसे रोका गया है।' },
  number_disconnected: {
    en: 'Its number is not connected. Connect the number again, or cancel the message.',
    hi: 'इसका नंबर जुड़ा हुआ नहीं है। नंबर फिर से जोड़ें, या संदेश रद्द करें।',
  },
  not_confirmed: {
    en: 'It is not known whether WhatsApp has it. Decide whether to send it again.',
    hi: 'पता नहीं कि यह WhatsApp तक पहुँचा या नहीं। तय करें कि फिर भेजना है या नहीं।',
  },
  recovery: {
    en: 'The database was restored from a backup, and this may have been sent since. The operator has to run the reconcile command.',
    hi: 'डेटाबेस बैकअप से लौटाया गया है, और हो सकता है कि यह उसके बाद भेजा जा चुका हो। ऑपरेटर को reconcile कमांड चलानी होगी।',
  },
};

const pauses: Record<string, Sentence> = {
  manual: {
    en: 'Somebody paused this number. Resume it to go on.',
    hi: 'किसी ने इस नंबर को रोका है। आगे भेजने के लिए फिर चालू करें।',
  },
  disconnected: {
    en: 'The number is not connected. Connect it again.',
    hi: 'नंबर जुड़ा हुआ नहीं है। उसे फिर से जोड़ें।',
  },
};

/** Why a number sends nothing, and what to do. */
export const whyItIsPaused = (reason: string): Sentence =>
  refusalOfMeta(reason) ??
  pauses[reason] ?? {
    en: 'This number is paused. Resume it to go on.',
    hi: 'यह नंबर रुका हुआ है। आगे भेजने के लिए फिर चालू करें।',
  };

/** Why nothing of a campaign or the like is sent, and what to do. */
export const whySourceIsPaused = (reason: string | null): Sentence =>
  refusalOfMeta(reason ?? '') ?? {
    en: 'Somebody paused it. Resume it to go on.',
    hi: 'किसी ने इसे रोका है। आगे भेजने के लिए फिर चालू करें।',
  };

function refusalOfMeta(reason: string): Sentence | undefined {
  const [, code] = /^meta_(\d+)$/.exec(reason) ?? [];
  if (code === undefined) return undefined;
  const { en, hi } = classify({ code: Number(code) }).words;
  return { en: `${en.happened} ${en.next}`, hi: `${hi.happened} ${hi.next}` };
}
