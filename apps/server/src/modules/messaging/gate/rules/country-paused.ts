import { pausesAt, type CountryPause } from '../country-pauses.ts';
import type { Bind } from '../../../../platform/db/index.ts';
import type { Rule } from '../rule.ts';

const among = ({ country, prefix, areaCodes }: CountryPause, bind: Bind): string => {
  const byPhone =
    areaCodes === null
      ? `starts_with(c.phone, ${bind(prefix, 'text')})`
      : `starts_with(c.phone, ${bind(prefix, 'text')}) and substr(c.phone, ${prefix.length + 1}, 3) = any(${bind(areaCodes, 'text[]')})`;
  return `case when c.phone is null then c.country = ${bind(country, 'text')} else ${byPhone} end`;
};

export const countryPaused: Rule = {
  name: 'country_paused',
  sentence: {
    en: 'WhatsApp delivers no messages of this category to numbers of this country at present.',
    hi: 'WhatsApp फ़िलहाल इस देश के नंबरों पर इस श्रेणी के संदेश नहीं पहुँचाता।',
  },
  needs: [],
  applies: ({ category, at }) => pausesAt(category, at).length > 0,
  stops: (_words, bind, { category, at }) =>
    `(${pausesAt(category, at)
      .map((pause) => among(pause, bind))
      .join(' or ')})`,
};
