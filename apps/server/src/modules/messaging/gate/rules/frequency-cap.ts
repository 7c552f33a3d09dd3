import { categoryOfClass, type Asked } from '../asked.ts';
import type { Bind } from '../../../../platform/db/index.ts';
import type { Policies } from '../policies.ts';
import { familyOf } from '../relations.ts';
import type { Rule } from '../rule.ts';

type Cap = Policies['caps'][number];

const capsOn = ({ policies, class: as, tag }: Asked): Cap[] =>
  policies.caps.filter(
    (cap) => cap.category === categoryOfClass[as] && (cap.tag === null || cap.tag === tag),
  );

const since = ({ at }: Asked, { hours }: Cap): Date => new Date(at.getTime() - hours * 3_600_000);

/** Who is at one of the caps, counted over everything that sent, whatever it was. */
export const frequencyCap: Rule = {
  name: 'frequency_cap',
  sentence: {
    en: 'The contact has had as many such messages lately as your workspace allows.',
    hi: 'संपर्क को हाल में ऐसे उतने संदेश मिल चुके हैं जितने की आपका वर्कस्पेस अनुमति देता है।',
  },
  needs: [],
  applies: (asked) => capsOn(asked).length > 0,
  joins: ({ bind, way, asked }) => {
    const caps = capsOn(asked);
    const longest = caps.reduce((one, other) => (other.hours > one.hours ? other : one));
    const reached = `having ${caps.map((cap) => isReached(cap, asked, bind)).join(' or ')}`;
    const recent = `x.workspace_id = $1 and x.category = ${bind(categoryOfClass[asked.class], 'text')}
      and x.at > ${bind(since(asked, longest), 'timestamptz')}`;
    if (way === 'each') {
      return `left join lateral (select true as reached from recent_sends x
        where ${recent} and x.contact_id in ${familyOf} ${reached}) f on true`;
    }
    return `left join (select coalesce(m.merged_into, x.contact_id) as contact_id, true as reached from recent_sends x
      left join contacts m on m.workspace_id = $1 and m.contact_id = x.contact_id and m.merged_into is not null
      where ${recent} group by 1 ${reached}) f on f.contact_id = c.contact_id`;
  },
  stops: () => 'f.reached',
};

function isReached(cap: Cap, asked: Asked, bind: Bind): string {
  const tagged = cap.tag === null ? '' : ` and x.tag = ${bind(cap.tag, 'text')}`;
  return `count(*) filter (where x.at > ${bind(since(asked, cap), 'timestamptz')}${tagged}) >= ${bind(cap.most, 'int')}`;
}
