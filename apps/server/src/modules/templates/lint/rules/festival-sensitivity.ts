import { piecesOf } from '../copy.ts';
import { firstMatch } from '../words/match.ts';
import { outOfPlace, solemn } from '../words/festivals.ts';
import type { LintRule } from '../rule.ts';

export const festivalSensitivity: LintRule = {
  code: 'festival_sensitivity',
  severity: 'risk',
  explanation: {
    en: 'A festival is joined with what does not belong to it: a cheerful wish on a day of mourning, two festivals at once, or a month in which it is not.',
    hi: 'त्योहार ऐसी बात से जुड़ा है जो उसकी नहीं: शोक के दिन बधाई, दो त्योहार एक साथ, या ऐसा महीना जिसमें वह आता ही नहीं।',
  },
  fix: {
    en: 'Name one festival by its own greeting, and look the day up in the calendar.',
    hi: 'एक ही त्योहार का नाम उसके अपने अभिवादन से लें, और दिन कैलेंडर में देखें।',
  },
  finds: (copy) =>
    piecesOf(copy, 'header', 'body', 'offer').flatMap(({ path, text }) => {
      const excerpt = firstMatch(text, solemn) ?? outOfPlace(text);
      return excerpt === null ? [] : [{ path, excerpt }];
    }),
};
