import type { Asked } from './asked.ts';
import type { Bind } from '../../../platform/db/index.ts';
import type { RelationName, Way } from './rule.ts';

interface Given {
  bind: Bind;
  way: Way;
  asked: Asked;
}

/**
 * People whose contacts were merged are addressed as one: what was written under an earlier contact counts too. As a
 * whole that is a join with the few that were merged; one by one it is a keyed look at each person's.
 */
export const familyOf = `(select c.contact_id union all
  select m.contact_id from contacts m where m.workspace_id = $1 and m.merged_into = c.contact_id)`;

const windows = 'max(k.window_ends_at) as window_ends_at, max(k.free_entry_ends_at) as free_entry_ends_at';

const conversation = ({ bind, way, asked }: Given): string => {
  const number = bind(asked.number.numberId, 'uuid');
  if (way === 'each') {
    return `left join lateral (select ${windows} from conversations k
      where k.workspace_id = $1 and k.number_id = ${number} and k.contact_id in ${familyOf}) v on true`;
  }
  const since = bind(asked.now, 'timestamptz');
  return `left join (select coalesce(m.merged_into, k.contact_id) as contact_id, ${windows} from conversations k
      left join contacts m on m.workspace_id = $1 and m.contact_id = k.contact_id and m.merged_into is not null
      where k.workspace_id = $1 and k.number_id = ${number}
        and (k.window_ends_at > ${since} or k.free_entry_ends_at > ${since}) group by 1) v on v.contact_id = c.contact_id`;
};

const joins: Record<RelationName, (given: Given) => string> = {
  s: () => 'left join consent_states s on s.workspace_id = $1 and s.contact_id = c.contact_id',
  v: conversation,
};

export const joinsOf = (names: ReadonlySet<RelationName>, given: Given): string[] =>
  (Object.keys(joins) as RelationName[]).filter((name) => names.has(name)).map((name) => joins[name](given));
