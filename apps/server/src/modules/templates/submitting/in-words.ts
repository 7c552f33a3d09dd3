import type { TemplateContent } from '@trikon/contract';
import type { Failure } from '@trikon/whatsapp/client';

export interface SubmissionProblem {
  message: string;
  code: number | null;
  /** Of the content, where Meta’s answer tells it. */
  field: string | null;
  /** The same for people who read it, in both languages. */
  says: Sentence | null;
  /** Meta’s own words. */
  told: string | null;
}

interface Sentence {
  en: string;
  hi: string;
}

const unreachable: Sentence = {
  en: 'WhatsApp cannot be reached from here.',
  hi: 'यहाँ से WhatsApp तक पहुँच नहीं हो रही।',
};

const unanswered: Sentence = {
  en: 'WhatsApp’s answer did not come. It is looked up there before anything is asked again.',
  hi: 'WhatsApp का जवाब नहीं आया। दोबारा पूछने से पहले वहीं देखा जाता है।',
};

/** What this program refused before Meta was asked. */
export const ownRefusal = (message: string): SubmissionProblem => ({
  message,
  code: null,
  field: null,
  says: null,
  told: null,
});

const plain = (says: Sentence): SubmissionProblem => ({ ...ownRefusal(says.en), says });

/** Meta’s codes of templates (Meta, 'Error codes'), by the part that they are about. */
const parts: Readonly<Record<number, string>> = {
  2388047: 'HEADER',
  2388060: 'BUTTONS',
  2388072: 'BODY',
  2388073: 'FOOTER',
  2388293: 'BODY',
  2388299: 'BODY',
};

/** Where the code is the same for all parts, Meta’s own sentence names the one. */
const named: readonly [RegExp, string][] = [
  [/header/i, 'HEADER'],
  [/footer/i, 'FOOTER'],
  [/button|coupon/i, 'BUTTONS'],
  [/carousel|card/i, 'CAROUSEL'],
  [/limited-time/i, 'LIMITED_TIME_OFFER'],
  [/body/i, 'BODY'],
];

/** Refusals of templates that Meta’s table of codes does not have, by subcode. */
const unlisted: Readonly<Record<number, Sentence>> = {
  2388023: {
    en: 'WhatsApp is still deleting a template of this name and language. Take another name, or wait 30 days.',
    hi: 'इस नाम और भाषा का टेम्पलेट WhatsApp अभी हटा रहा है। दूसरा नाम लें, या 30 दिन रुकें।',
  },
  2388024: {
    en: 'WhatsApp has a template of this name and language already, with other words.',
    hi: 'इस नाम और भाषा का टेम्पलेट WhatsApp पर पहले से है, पर उसके शब्द अलग हैं।',
  },
  2388043: {
    en: 'A part that WhatsApp needs is missing from the template. Add what is named below.',
    hi: 'टेम्पलेट में WhatsApp का ज़रूरी कोई हिस्सा नहीं है। नीचे जो लिखा है वह जोड़ें।',
  },
  2388046: {
    en: 'WhatsApp does not take this name. Use small letters, digits and underscores.',
    hi: 'WhatsApp यह नाम नहीं लेता। छोटे अंग्रेज़ी अक्षर, अंक और अंडरस्कोर रखें।',
  },
  2388060: {
    en: 'The buttons are not formed as WhatsApp wants them. Check their order, number and texts.',
    hi: 'बटन उस तरह नहीं बने जैसे WhatsApp चाहता है। उनका क्रम, गिनती और शब्द देखें।',
  },
};

export function inWords(failure: Failure, content: TemplateContent | null): SubmissionProblem {
  if (failure.outcome === 'not_sent') return plain(unreachable);
  const { error } = failure;
  if (error === undefined) return plain(unanswered);
  const code = error.subcode ?? error.code;
  const kind = parts[code] ?? named.find(([words]) => words.test(error.details ?? ''))?.[1];
  const at = content?.components.findIndex(({ type }) => type === kind) ?? -1;
  const { en, hi } = error.words;
  const says = unlisted[code] ?? {
    en: `${en.happened} ${en.next}`,
    hi: `${hi.happened} ${hi.next}`,
  };
  const told = error.details?.slice(0, 500) ?? null;
  const message = told === null ? says.en : `${says.en} WhatsApp says: “${told}”`;
  return { message, code, field: at < 0 ? null : `components.${at}`, says, told };
}
