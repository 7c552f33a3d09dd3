import { keepsOutSql } from '../../../consent/index.ts';
import { familyOf } from '../relations.ts';
import type { Rule, Words } from '../rule.ts';

const onList = 'suppression_members m join suppression_lists l using (workspace_id, list_id)';

/** What the claim asks: by keys, since it may read nothing as a whole. */
const stopsNow = (words: Words): string => {
  const { contact: c } = words;
  const keptOut = keepsOutSql(words);
  return `(exists (select from ${onList} where m.workspace_id = ${c}.workspace_id and ${keptOut} and m.contact_id in (
      select ${c}.contact_id union all
      select k.contact_id from contacts k where k.workspace_id = ${c}.workspace_id and k.merged_into = ${c}.contact_id))
    or exists (select from ${onList} where m.workspace_id = ${c}.workspace_id and m.phone = ${c}.phone and ${keptOut}))`;
};

/** Who is on a list of people whom such messages are kept from. The first list by name is told. */
export const suppressed: Rule = {
  name: 'suppressed',
  sentence: {
    en: 'The contact is on a list of people whom your workspace keeps such messages from.',
    hi: 'संपर्क उन लोगों की सूची में है जिन्हें आपका वर्कस्पेस ऐसे संदेश नहीं भेजता।',
  },
  needs: [],
  applies: ({ class: as }) => as !== 'reply',
  joins: ({ way, words }) => {
    const keptOut = keepsOutSql(words);
    const first = `min(l.name) as name, (array_agg(l.list_id order by l.name))[1] as list_id from ${onList}`;
    if (way === 'each')
      return `left join lateral (select ${first} where m.workspace_id = $1 and ${keptOut} and m.contact_id in ${familyOf}) sc on true
        left join lateral (select ${first} where m.workspace_id = $1 and ${keptOut} and m.phone = c.phone) sp on true`;
    return `left join (select coalesce(k.merged_into, m.contact_id) as contact_id, ${first}
          left join contacts k on k.workspace_id = $1 and k.contact_id = m.contact_id and k.merged_into is not null
          where m.workspace_id = $1 and m.contact_id is not null and ${keptOut} group by 1) sc on sc.contact_id = c.contact_id
      left join (select m.phone, ${first} where m.workspace_id = $1 and m.phone is not null and ${keptOut} group by 1) sp
        on sp.phone = c.phone`;
  },
  stops: () => '(sc.list_id is not null or sp.list_id is not null)',
  detail: () =>
    `jsonb_build_object('list', coalesce(sc.name, sp.name), 'listId', coalesce(sc.list_id, sp.list_id))`,
  again: { applies: `o.class <> 'reply'`, stops: stopsNow },
};
