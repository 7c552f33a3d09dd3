import type { Tx } from '../../../platform/db/index.ts';
import type { RuledList } from '../../consent/index.ts';

const day = 86_400_000;

/** Of whom the rule of a list is true now. */
export function findMembers(tx: Tx, { rule }: RuledList): Promise<string[]> {
  const since = new Date(tx.now.getTime() - rule.days * day);
  return rule.kind === 'blockers'
    ? idsOf(tx, blockers, [since, rule.failures])
    : idsOf(tx, nonEngagers, [since, rule.messages]);
}

async function idsOf(tx: Tx, text: string, values: readonly unknown[]): Promise<string[]> {
  const rows = await tx.sql<{ contactId: string }>(text, [tx.workspaceId, ...values]);
  return rows.map(({ contactId }) => contactId);
}

const person = `coalesce(c.merged_into, c.contact_id)`;

/** An answer to anything, and a press of a button, is a message of theirs. */
const nonEngagers = `
  select ${person} as "contactId"
  from messages m join contacts c using (workspace_id, contact_id)
  where m.workspace_id = $1 and m.at > $2 and (m.direction = 'in' or m.category = 'marketing' and m.delivered_at is not null)
  group by 1
  having count(*) filter (where m.direction = 'out') >= $3
    and count(*) filter (where m.direction = 'in' or m.read_at is not null) = 0`;

/**
 * WhatsApp does not say who blocked a business. It says of their messages that they cannot be delivered (131026), or
 * that people want less of such (131049).
 */
const blockers = `
  select ${person} as "contactId"
  from messages m join contacts c using (workspace_id, contact_id)
  where m.workspace_id = $1 and m.at > $2 and (m.direction = 'in' or m.status = 'failed' or m.delivered_at is not null)
  group by 1
  having count(*) filter (where m.direction = 'out' and m.status = 'failed' and m.error ->> 'code' in ('131026', '131049')) >= $3
    and count(*) filter (where m.direction = 'in' or m.delivered_at is not null) = 0`;
