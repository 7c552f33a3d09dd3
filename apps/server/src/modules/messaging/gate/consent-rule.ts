import type { consentRefusals } from '@trikon/contract';
import { consentRefusalSql } from '../../consent/index.ts';
import type { Rule, Words } from './rule.ts';

const reason = ({ category, purpose }: Words): string => consentRefusalSql({ state: 's', category, purpose });

/** The consent module's own verdict, as a rule for each of its reasons. */
export function consentRule(name: (typeof consentRefusals)[number], sentence: Rule['sentence']): Rule {
  const stops = (words: Words): string => `${reason(words)} = '${name}'`;
  return {
    name,
    sentence,
    needs: ['s'],
    applies: () => true,
    stops,
    reason,
    again: { applies: 'true', stops },
  };
}
