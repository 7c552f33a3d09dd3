import { altTextMissing } from './rules/alt-text-missing.ts';
import { asksForSecret } from './rules/asks-for-secret.ts';
import { authenticationShape } from './rules/authentication-shape.ts';
import { bodyMissing } from './rules/body-missing.ts';
import { buttonArrangement } from './rules/button-arrangement.ts';
import { buttonDuplicate } from './rules/button-duplicate.ts';
import { buttonText } from './rules/button-text.ts';
import { buttonVague } from './rules/button-vague.ts';
import { categoryUnlikePrediction } from './rules/category-unlike-prediction.ts';
import { currencyFormat } from './rules/currency-format.ts';
import { dateFormat } from './rules/date-format.ts';
import { disclosureMissing } from './rules/disclosure-missing.ts';
import { duplicateContent } from './rules/duplicate-content.ts';
import { emojiExcess } from './rules/emoji-excess.ts';
import { exclamations } from './rules/exclamations.ts';
import { festivalSensitivity } from './rules/festival-sensitivity.ts';
import { headerVariables } from './rules/header-variables.ts';
import { hiddenCharacters } from './rules/hidden-characters.ts';
import { languageMismatch } from './rules/language-mismatch.ts';
import { linkForeign } from './rules/link-foreign.ts';
import { linkShortened } from './rules/link-shortened.ts';
import { linkToWhatsapp } from './rules/link-to-whatsapp.ts';
import { linkUnsafe } from './rules/link-unsafe.ts';
import { linkUntracked } from './rules/link-untracked.ts';
import { marketingLong } from './rules/marketing-long.ts';
import { mediaSampleMissing } from './rules/media-sample-missing.ts';
import { mediaUnfit } from './rules/media-unfit.ts';
import { missingFallback } from './rules/missing-fallback.ts';
import { nameConvention } from './rules/name-convention.ts';
import { oneTimeCodeOutsideAuthentication } from './rules/one-time-code-outside-authentication.ts';
import { optOutMissing } from './rules/opt-out-missing.ts';
import { phishingUrgency } from './rules/phishing-urgency.ts';
import { promiseTooGood } from './rules/promise-too-good.ts';
import { promotionOutsideMarketing } from './rules/promotion-outside-marketing.ts';
import { scriptMixing } from './rules/script-mixing.ts';
import { sellingComponentOutsideMarketing } from './rules/selling-component-outside-marketing.ts';
import { shouting } from './rules/shouting.ts';
import { textFormat } from './rules/text-format.ts';
import { textTooLong } from './rules/text-too-long.ts';
import { threat } from './rules/threat.ts';
import { tooManyVariables } from './rules/too-many-variables.ts';
import { variableAtEdge } from './rules/variable-at-edge.ts';
import { variableMalformed } from './rules/variable-malformed.ts';
import { variableWithoutSample } from './rules/variable-without-sample.ts';
import { variablesAdjacent } from './rules/variables-adjacent.ts';
import { variantUntranslated } from './rules/variant-untranslated.ts';
import type { LintRule } from './rule.ts';

export const lintRules: readonly LintRule[] = [
  altTextMissing,
  asksForSecret,
  authenticationShape,
  bodyMissing,
  buttonArrangement,
  buttonDuplicate,
  buttonText,
  buttonVague,
  categoryUnlikePrediction,
  currencyFormat,
  dateFormat,
  disclosureMissing,
  duplicateContent,
  emojiExcess,
  exclamations,
  festivalSensitivity,
  headerVariables,
  hiddenCharacters,
  languageMismatch,
  linkForeign,
  linkShortened,
  linkToWhatsapp,
  linkUnsafe,
  linkUntracked,
  marketingLong,
  mediaSampleMissing,
  mediaUnfit,
  missingFallback,
  nameConvention,
  oneTimeCodeOutsideAuthentication,
  optOutMissing,
  phishingUrgency,
  promiseTooGood,
  promotionOutsideMarketing,
  scriptMixing,
  sellingComponentOutsideMarketing,
  shouting,
  textFormat,
  textTooLong,
  threat,
  tooManyVariables,
  variableAtEdge,
  variableMalformed,
  variableWithoutSample,
  variablesAdjacent,
  variantUntranslated,
];
