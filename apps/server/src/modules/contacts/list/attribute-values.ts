import type { filterAttributes } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';

type AttributeName = (typeof filterAttributes)[number];

/** What is offered in a filter. */
export const attributeValues = (tx: Tx, name: AttributeName): Promise<{ value: string; count: number }[]> =>
  tx.sql(
    `select ${name} as value, count(*)::int as count from contacts
     where workspace_id = $1 and merged_into is null and ${name} is not null
     group by ${name} order by count(*) desc, ${name} limit 200`,
    [tx.workspaceId],
  );
