import type { RuleLine } from '../error-rule.ts';
import type { english } from './english.ts';

type Line = RuleLine<keyof typeof english>;

/** Writing templates and asking how they do (Meta, "Error codes"). */
export const lines: Record<number, Line> = {
  200_005: { class: 'never', actor: 'nobody', says: 'noInsights' },
  200_006: { class: 'never', actor: 'nobody', says: 'insightsStay' },
  200_007: { class: 'fix', actor: 'admin', says: 'insightsOff' },
  2_388_019: { class: 'fix', actor: 'author', says: 'tooMany' },
  2_388_039: { class: 'fix', actor: 'author', says: 'format' },
  2_388_040: { class: 'fix', actor: 'author', says: 'tooLong' },
  2_388_047: { class: 'fix', actor: 'author', says: 'header' },
  2_388_072: { class: 'fix', actor: 'author', says: 'body' },
  2_388_073: { class: 'fix', actor: 'author', says: 'footer' },
  2_388_293: { class: 'fix', actor: 'author', says: 'manyVariables' },
  2_388_299: { class: 'fix', actor: 'author', says: 'variableAtEdge' },
};
