import type { Holdout } from '../holdouts.ts';
import type { Rule } from '../rule.ts';

/** Who is in a group that is never written to, so that what messages bring about can be told from what happens anyway. */
export const holdout = (registered: readonly Holdout[]): Rule => ({
  name: 'holdout',
  sentence: {
    en: 'The contact is in a group that is kept without messages, to compare with.',
    hi: 'संपर्क ऐसे समूह में है जिसे तुलना के लिए संदेश नहीं भेजे जाते।',
  },
  needs: [],
  applies: ({ class: as }) => registered.length > 0 && as === 'marketing',
  joins: ({ bind, way, asked }) =>
    registered
      .map(
        (one, at) =>
          `left join ${way === 'each' ? 'lateral ' : ''}(select distinct h.contact_id from (${one.members(bind, asked)}) h ${
            way === 'each' ? 'where h.contact_id = c.contact_id' : ''
          }) h${at} on h${at}.contact_id = c.contact_id`,
      )
      .join('\n'),
  stops: () => `(${registered.map((_, at) => `h${at}.contact_id is not null`).join(' or ')})`,
});
