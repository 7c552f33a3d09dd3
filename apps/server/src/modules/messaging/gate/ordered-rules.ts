import type { Holdout } from './holdouts.ts';
import type { Rule } from './rule.ts';
import { blocked } from './rules/blocked.ts';
import { budgetReached } from './rules/budget-reached.ts';
import { categoryMisfit } from './rules/category-misfit.ts';
import { codeNeedsPhone } from './rules/code-needs-phone.ts';
import { consentFrozen } from './rules/consent-frozen.ts';
import { consentNotGranted } from './rules/consent-not-granted.ts';
import { consentStopped } from './rules/consent-stopped.ts';
import { consentWithdrawn } from './rules/consent-withdrawn.ts';
import { countryBlocked } from './rules/country-blocked.ts';
import { countryPaused } from './rules/country-paused.ts';
import { countryRefused } from './rules/country-refused.ts';
import { frequencyCap } from './rules/frequency-cap.ts';
import { holdout } from './rules/holdout.ts';
import { notContactable } from './rules/not-contactable.ts';
import { numberPaused } from './rules/number-paused.ts';
import { numberRestricted } from './rules/number-restricted.ts';
import { numberUnready } from './rules/number-unready.ts';
import { portfolioLimit } from './rules/portfolio-limit.ts';
import { quietHours } from './rules/quiet-hours.ts';
import { suppressed } from './rules/suppressed.ts';
import { templateHeld } from './rules/template-held.ts';
import { templatePaced } from './rules/template-paced.ts';
import { templateUnknown } from './rules/template-unknown.ts';
import { templateUnsendable } from './rules/template-unsendable.ts';
import { valuesMissing } from './rules/values-missing.ts';
import { windowClosed } from './rules/window-closed.ts';

/** What those who build on messaging add to the gate, where the program is wired. */
export interface GateParts {
  holdouts: readonly Holdout[];
}

/**
 * The first that stops a message decides. So those that refuse come before those that hold: nobody should wait for
 * what will not be sent.
 */
export const orderedRules = ({ holdouts }: GateParts): readonly Rule[] => [
  notContactable,
  codeNeedsPhone,
  blocked,
  consentFrozen,
  consentStopped,
  consentWithdrawn,
  consentNotGranted,
  suppressed,
  windowClosed,
  templateUnknown,
  templateUnsendable,
  templateHeld,
  valuesMissing,
  categoryMisfit,
  countryPaused,
  countryBlocked,
  countryRefused,
  frequencyCap,
  holdout(holdouts),
  numberUnready,
  budgetReached,
  quietHours,
  numberRestricted,
  numberPaused,
  portfolioLimit,
  templatePaced,
];
