import type { Bind, Tx } from '../../../platform/db/index.ts';
import type { Way } from './rule.ts';

/** Whom something is meant for. A relation is SQL that yields contact_id, of the workspace that is $1. */
export type Audience =
  | { all: true }
  | { contactIds: readonly string[] }
  | { relation: (bind: Bind) => string };

/** So many and fewer are looked up one by one. */
const few = 5_000;

export const wayOf = (audience: Audience): Way =>
  'contactIds' in audience && audience.contactIds.length <= few ? 'each' : 'whole';

/**
 * What the rest of a statement is joined to: `r`, everybody once, and `c`, the contact to address, which is another one
 * for those whose contact was merged. In the order given where one was.
 */
export function recipientsOf(audience: Audience, bind: Bind): { from: string; id: string; order: string } {
  if ('all' in audience) {
    return {
      from: 'from contacts c',
      id: 'c.contact_id',
      order: '',
    };
  }
  const named =
    'contactIds' in audience
      ? `unnest(${bind(audience.contactIds, 'uuid[]')}) with ordinality as named (contact_id, place)`
      : `(select contact_id, 0 as place from (${audience.relation(bind)}) given) named`;
  return {
    from: `from (select coalesce(a.merged_into, named.contact_id) as contact_id, min(named.place) as place from ${named}
        left join contacts a on a.workspace_id = $1 and a.contact_id = named.contact_id and a.merged_into is not null
        group by 1) r
      left join contacts c on c.workspace_id = $1 and c.contact_id = r.contact_id`,
    id: 'r.contact_id',
    order: 'contactIds' in audience ? 'order by r.place' : '',
  };
}

/** What narrows a whole table of contacts down to the audience. */
export const onlyAudience = (audience: Audience): string =>
  'all' in audience ? 'where c.workspace_id = $1 and c.merged_into is null' : '';

/**
 * A whole audience is read by hashing, by several processes at once: that needs more memory than a keyed read, and no
 * compiler. The planner takes each verdict for one of its own, and would gather nothing for so many groups.
 */
export async function prepareFor(tx: Tx, way: Way): Promise<void> {
  if (way === 'each') return;
  const settings = {
    work_mem: '96MB',
    hash_mem_multiplier: '4',
    jit: 'off',
    parallel_setup_cost: '0',
    parallel_tuple_cost: '0',
  };
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  await tx.sql(`select ${set.join(', ')}`);
}
