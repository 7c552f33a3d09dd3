import type { templateCategories } from '@trikon/contract/template-rules';
import type { Copy, Piece } from '../copy.ts';
import { handover, oneTimeCode, warning } from '../words/codes.ts';
import { firstMatch, isIn, sentencesOf, variablePattern, wordsIn } from '../words/match.ts';
import { promotion } from '../words/promotion.ts';
import { service, survey, unasked } from '../words/own-matters.ts';

type Category = (typeof templateCategories)[number];

type Why =
  | 'one_time_code'
  | 'selling_component'
  | 'promotion'
  | 'unasked'
  | 'general_survey'
  | 'own_matter'
  | 'nothing_specific';

export interface Prediction {
  category: Category;
  /** How sure: of utility never more than likely, since a reviewer sees more. */
  certainty: 'sure' | 'likely' | 'unsure';
  reasons: { why: Why; path: string; excerpt: string | null }[];
}

const selling = ['CAROUSEL', 'LIMITED_TIME_OFFER', 'COPY_CODE', 'CATALOG', 'MPM', 'SPM'];

/**
 * The category that WhatsApp would give by Meta’s 'Template categorization': a code is authentication; what promotes in
 * any part, or is about nothing of the customer’s own, is marketing; the rest is utility. In doubt marketing, because a
 * wrong utility costs its business the category.
 */
export function predictCategory(copy: Copy): Prediction {
  if (copy.kinds.has('OTP')) return sure('AUTHENTICATION', 'one_time_code', 'OTP');
  const component = selling.find((kind) => copy.kinds.has(kind));
  if (component !== undefined) return sure('MARKETING', 'selling_component', component);
  const code = seenIn(copy, oneTimeCode);
  if (code !== null && isMostlyCode(copy))
    return { category: 'AUTHENTICATION', certainty: 'likely', reasons: [{ why: 'one_time_code', ...code }] };
  const sold = seenIn(copy, promotion);
  if (sold !== null)
    return { category: 'MARKETING', certainty: 'sure', reasons: [{ why: 'promotion', ...sold }] };
  const uncalled = seenIn(copy, unasked);
  if (uncalled !== null)
    return { category: 'MARKETING', certainty: 'likely', reasons: [{ why: 'unasked', ...uncalled }] };
  return utilityOrUnclear(copy);
}

function utilityOrUnclear(copy: Copy): Prediction {
  const matter = seenIn(copy, service);
  const asked = seenIn(copy, survey);
  const isSpecific =
    copy.text.includes('{{') || copy.kinds.has('ORDER_DETAILS') || isIn(copy.text, essential);
  if (asked !== null && !(isSpecific && matter !== null && !isOnlyName(copy)))
    return { category: 'MARKETING', certainty: 'likely', reasons: [{ why: 'general_survey', ...asked }] };
  if (matter !== null && isSpecific)
    return { category: 'UTILITY', certainty: 'likely', reasons: [{ why: 'own_matter', ...matter }] };
  const path = 'body';
  const excerpt = matter?.excerpt ?? null;
  return {
    category: 'MARKETING',
    certainty: 'unsure',
    reasons: [{ why: 'nothing_specific', path, excerpt }],
  };
}

/** Nothing of one order or one booking, and still utility: what everybody has to know. */
const essential = [
  /\b(your (order|booking|appointment|payment|request|complaint|account|policy|refund|report|application|kyc|subscription|preferences?)|outage|maintenance|safety|closed (today|tomorrow)|never (ask|share)|you will (no longer|not) receive|unsubscribed)\b/i,
  /(आपका (ऑर्डर|भुगतान|अनुरोध|खाता|आवेदन|रिफ़ंड)|आपकी (बुकिंग|अपॉइंटमेंट|शिकायत|रिपोर्ट|पॉलिसी)|मेंटेनेंस|कभी नहीं माँग)/,
];

/** Only a name is filled in: that makes nothing specific. */
const isOnlyName = ({ variables, text }: Copy): boolean =>
  (text.match(variablePattern) ?? []).length <= 1 &&
  variables.every(({ path, source }) => source === 'contact.name' || /name|\.1$/.test(path));

const sure = (category: Category, why: Why, excerpt: string): Prediction => ({
  category,
  certainty: 'sure',
  reasons: [{ why, path: 'template', excerpt }],
});

function seenIn({ pieces }: Copy, patterns: readonly RegExp[]): { path: string; excerpt: string } | null {
  for (const { path, text } of pieces) {
    const excerpt = firstMatch(text, patterns);
    if (excerpt !== null) return { path, excerpt };
  }
  return null;
}

/** A code with its variable, and hardly anything else; not the code for whoever stands at the door. */
function isMostlyCode({ pieces, text }: Copy): boolean {
  const said = pieces.filter(({ role }) => role === 'body' || role === 'header');
  return !isIn(text, handover) && text.includes('{{') && said.some(givesCode) && wordsIn(text).length <= 45;
}

const givesCode = ({ text }: Piece): boolean =>
  sentencesOf(text).some(
    (sentence) => isIn(sentence, oneTimeCode) && (sentence.includes('{{') || !isIn(sentence, warning)),
  );
