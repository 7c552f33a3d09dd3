import type { TimelineKind } from './timeline-kind.ts';

/** Numbers and ids that came and went, and merges, with what the other contact is called. */
export const identityLines: TimelineKind = {
  kind: 'identity',
  types: ['contact.identified', 'contact.changed_hands', 'contact.merged', 'contact.unmerged'],
  tell: async (tx, told) => {
    const others = told.map(({ data }) => data['fromId'] ?? data['intoId'] ?? data['newContactId'] ?? null);
    const rows = await tx.sql<{ contactId: string; otherName: string | null }>(
      `select contact_id as "contactId", coalesce(name, profile_name, username, phone) as "otherName" from contacts
       where workspace_id = $1 and contact_id = any($2::uuid[])`,
      [tx.workspaceId, others.filter((other) => other !== null)],
    );
    const names = new Map(rows.map(({ contactId, otherName }) => [contactId, otherName]));
    return new Map(
      told.map(({ eventId }, place) => {
        const otherId = others[place] as string | null;
        return [eventId, otherId === null ? {} : { otherId, otherName: names.get(otherId) ?? null }];
      }),
    );
  },
};
