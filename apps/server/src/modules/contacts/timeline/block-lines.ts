import type { TimelineKind } from './timeline-kind.ts';

export const blockLines: TimelineKind = {
  kind: 'blocks',
  types: ['contact.blocked', 'contact.unblocked'],
  tell: async (tx, told) => {
    const rows = await tx.sql<{ numberId: string; numberName: string }>(
      `select number_id as "numberId", name as "numberName" from numbers
       where workspace_id = $1 and number_id = any($2::uuid[])`,
      [tx.workspaceId, told.map(({ data }) => data['numberId'])],
    );
    const names = new Map(rows.map(({ numberId, numberName }) => [numberId, numberName]));
    return new Map(
      told.map(({ eventId, data }) => [
        eventId,
        { numberName: names.get(data['numberId'] as string) ?? null },
      ]),
    );
  },
};
