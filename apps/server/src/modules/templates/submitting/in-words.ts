import type { TemplateContent } from '@trikon/contract';
import type { Failure } from '@trikon/whatsapp/client';

export interface SubmissionProblem {
  message: string;
  code: number | null;
  /** Of the content, where Meta’s answer tells it. */
  field: string | null;
}

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

export function inWords(failure: Failure, content: TemplateContent | null): SubmissionProblem {
  if (failure.outcome === 'not_sent')
    return { message: 'WhatsApp cannot be reached from here.', code: null, field: null };
  const { error } = failure;
  if (error === undefined)
    return {
      message: 'WhatsApp’s answer did not come. It is looked up there before anything is asked again.',
      code: null,
      field: null,
    };
  const code = error.subcode ?? error.code;
  const kind = parts[code] ?? named.find(([words]) => words.test(error.details ?? ''))?.[1];
  const at = content?.components.findIndex(({ type }) => type === kind) ?? -1;
  const { happened, next } = error.words.en;
  const told = error.details === undefined ? '' : ` WhatsApp says: “${error.details.slice(0, 500)}”`;
  return { message: `${happened} ${next}${told}`, code, field: at < 0 ? null : `components.${at}` };
}
