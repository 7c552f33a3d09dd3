import type { Asked } from '../asked.ts';
import type { Bind } from '../../../../platform/db/index.ts';
import { peopleADay } from '../../../numbers/index.ts';
import type { Rule } from '../rule.ts';

const limitKey = ({ number }: Asked, bind: Bind): string => bind(number.limitKey, 'text');
const dayBefore = ({ now }: Asked, bind: Bind): string =>
  bind(new Date(now.getTime() - 86_400_000), 'timestamptz');

const reached = (asked: Asked, bind: Bind): string =>
  `portfolio_reach reach where reach.workspace_id = $1 and reach.limit_key = ${limitKey(asked, bind)}
     and reach.at > ${dayBefore(asked, bind)}`;

/** Meta counts whom it delivers to outside of a window in a rolling day. Who was reached already costs no place. */
export const portfolioLimit: Rule = {
  name: 'portfolio_limit',
  sentence: {
    en: 'WhatsApp lets the account write to no more new people today. It will leave when there is room.',
    hi: 'WhatsApp आज इस अकाउंट को और नए लोगों को लिखने नहीं देता। जगह होने पर संदेश भेजा जाएगा।',
  },
  needs: ['v'],
  applies: ({ usesTemplate, number }) => usesTemplate && peopleADay(number.messagingLimit) !== null,
  joins: ({ bind, way, asked }) => {
    const theirs = `select reach.contact_id from ${reached(asked, bind)}`;
    return way === 'each'
      ? `left join lateral (${theirs} and reach.contact_id = c.contact_id) p on true`
      : `left join (${theirs}) p on p.contact_id = c.contact_id`;
  },
  stops: ({ at }) => `p.contact_id is null and coalesce(v.window_ends_at <= ${at}, true)`,
  room: (_words, bind, asked) =>
    `(select ${bind(peopleADay(asked.number.messagingLimit), 'bigint')} - count(*) from ${reached(asked, bind)})`,
  holdsUntil: (_words, bind, asked) =>
    `coalesce((select min(reach.at) from ${reached(asked, bind)}), ${bind(asked.now, 'timestamptz')}) + interval '1 day'`,
};
