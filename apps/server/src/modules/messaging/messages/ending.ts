import { classify } from '@trikon/whatsapp/errors';

interface Sentence {
  en: string;
  hi: string;
}

/** What happened, and what to do next. */
interface Told {
  happened: Sentence;
  next: Sentence;
}

/** Of an answer or a status of Meta's that names an error. */
export function tellOfCode(code: number | null | undefined): Told | null {
  if (code === null || code === undefined) return null;
  const { en, hi } = classify({ code }).words;
  return { happened: { en: en.happened, hi: hi.happened }, next: { en: en.next, hi: hi.next } };
}

/** Of the errors that stand in a status, the first. */
export function tellOfErrors(errors: unknown): Told | null {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const code = typeof first === 'object' && first !== null && 'code' in first ? first.code : undefined;
  return tellOfCode(typeof code === 'number' ? code : null);
}

/** Why a message ended before it arrived. Of rules of sending the decision says it. */
export function tellOfReason(reason: string | null): Told | null {
  if (reason === null) return null;
  const [, code] = /^meta_(\d+)$/.exec(reason) ?? [];
  return code === undefined ? (endings[reason] ?? null) : tellOfCode(Number(code));
}

const nothingToDo = { en: 'There is nothing to do.', hi: 'कुछ नहीं करना है।' };

const endings: Record<string, Told> = {
  expired: {
    happened: {
      en: 'It did not leave in time, and after that it was of no use any more.',
      hi: 'यह समय पर नहीं जा सका, और उसके बाद किसी काम का नहीं रहा।',
    },
    next: {
      en: 'Look in the outbox what stopped the number, and send it anew if it still matters.',
      hi: 'आउटबॉक्स में देखें कि नंबर क्यों रुका था, और ज़रूरी हो तो फिर से भेजें।',
    },
  },
  cancelled: {
    happened: { en: 'Somebody cancelled it before it left.', hi: 'जाने से पहले किसी ने इसे रद्द किया।' },
    next: nothingToDo,
  },
  source_cancelled: {
    happened: {
      en: 'What it comes from was cancelled before it left.',
      hi: 'यह जहाँ से आता है, उसे इसके जाने से पहले रद्द किया गया।',
    },
    next: nothingToDo,
  },
  content_invalid: {
    happened: {
      en: 'What was written is not a message that WhatsApp takes.',
      hi: 'जो लिखा गया वह ऐसा संदेश नहीं है जिसे WhatsApp ले।',
    },
    next: { en: 'Write it anew.', hi: 'इसे फिर से लिखें।' },
  },
  media: {
    happened: { en: 'Its file could not be made ready.', hi: 'इसकी फ़ाइल तैयार नहीं हो सकी।' },
    next: { en: 'Upload the file again.', hi: 'फ़ाइल फिर से अपलोड करें।' },
  },
  not_confirmed: {
    happened: {
      en: 'It is not known whether WhatsApp has it.',
      hi: 'पता नहीं कि यह WhatsApp तक पहुँचा या नहीं।',
    },
    next: {
      en: 'Decide in the outbox whether to send it again.',
      hi: 'आउटबॉक्स में तय करें कि इसे फिर भेजना है या नहीं।',
    },
  },
  unconfirmed: {
    happened: {
      en: 'It was never learned whether WhatsApp has it, and it was not sent again.',
      hi: 'पता नहीं चला कि यह WhatsApp तक पहुँचा या नहीं, और इसे फिर नहीं भेजा गया।',
    },
    next: nothingToDo,
  },
  recovery: {
    happened: {
      en: 'The database was restored from a backup, and this may have been sent since.',
      hi: 'डेटाबेस बैकअप से लौटाया गया है, और हो सकता है कि यह उसके बाद भेजा जा चुका हो।',
    },
    next: { en: 'The operator has to run the reconcile command.', hi: 'ऑपरेटर को reconcile कमांड चलानी होगी।' },
  },
};
