import type { Facts } from './act.ts';
import { ruleTexts, type RuleName } from './rule-list.ts';

interface Sentence {
  en: string;
  hi: string;
}

const percent = (share: number | undefined): string =>
  `${((share ?? 0) * 100).toFixed(1).replace(/\.0$/, '')} %`;
const count = (value: number | undefined): string => (value ?? 0).toLocaleString('en-IN');

/** Why a rule acted, with what it saw. */
export function reasonOf(rule: RuleName, facts: Facts): Sentence {
  const { of, share, limit, before, after, count: found } = facts;
  switch (rule) {
    case 'quality_red':
    case 'quality_yellow':
      return {
        en: `WhatsApp’s word on its quality went from ${before ?? 'none'} to ${after}.`,
        hi: `WhatsApp के अनुसार गुणवत्ता ${before ?? 'अज्ञात'} से ${after} हो गई।`,
      };
    case 'recategorised':
      return {
        en: `WhatsApp moves it from ${before ?? 'its category'} to ${after}.`,
        hi: `WhatsApp इसे ${before ?? 'अपनी श्रेणी'} से ${after} में ले जाता है।`,
      };
    case 'read_drop':
      return {
        en: `${percent(share)} of ${count(of)} read it in three days; the month before it was ${percent(Number(before ?? 0))}.`,
        hi: `तीन दिनों में ${count(of)} में से ${percent(share)} ने पढ़ा; पिछले महीने ${percent(Number(before ?? 0))} ने पढ़ा था।`,
      };
    case 'ramp':
      return ruleTexts.ramp.sentence;
    case 'failures':
    case 'opt_outs':
    case 'blocks':
      break;
  }
  return {
    en: `${ruleTexts[rule].name.en}: ${count(found)} of ${count(of)}, ${percent(share)}; the limit is ${percent(limit)}.`,
    hi: `${ruleTexts[rule].name.hi}: ${count(of)} में से ${count(found)}, ${percent(share)}; सीमा ${percent(limit)} है।`,
  };
}
