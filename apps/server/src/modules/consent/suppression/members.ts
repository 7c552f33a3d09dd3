import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { normalisePhone } from '../../contacts/index.ts';
import { bindsAt } from './active.ts';
import { getList } from './lists.ts';

interface Member {
  memberId: string;
  contactId: string | null;
  contactName: string | null;
  contactPhone: string | null;
  phone: string | null;
  reason: string | null;
  addedAt: Date;
  endsAt: Date | null;
  byRule: boolean;
}

export async function listMembers(
  tx: Tx,
  { listId, cursor, limit }: { listId: string; cursor?: string | undefined; limit: number },
) {
  await getList(tx, listId);
  const [at, id] = decodeCursor(cursor, ['time', 'uuid']) ?? [null, null];
  const rows = await tx.sql<Member>(
    `select m.member_id as "memberId", c.contact_id as "contactId", coalesce(c.name, c.profile_name) as "contactName",
       c.phone as "contactPhone", m.phone, m.reason, m.added_at as "addedAt", m.ends_at as "endsAt", m.by_rule as "byRule"
     from suppression_members m join suppression_lists l using (workspace_id, list_id)
     left join contacts who on who.workspace_id = m.workspace_id and who.contact_id = m.contact_id
     left join contacts c on c.workspace_id = m.workspace_id and c.contact_id = coalesce(who.merged_into, who.contact_id)
     where m.workspace_id = $1 and m.list_id = $2 and (m.ends_at is null or m.ends_at > $3)
       and ($4::timestamptz is null or (m.added_at, m.member_id) < ($4, $5::uuid))
     order by m.added_at desc, m.member_id desc limit $6`,
    [tx.workspaceId, listId, tx.now, at, id, limit + 1],
  );
  return pageOf(rows, limit, ({ addedAt, memberId }) => [addedAt.toISOString(), memberId]);
}

interface Added {
  listId: string;
  contactIds: readonly string[];
  phones: readonly string[];
  reason?: string | undefined;
  endsAt?: string | null | undefined;
}

/** Once this has committed nothing of what the list keeps from them is queued for them any more. */
export async function addMembers(tx: Tx, { listId, contactIds, phones, reason, endsAt }: Added) {
  const list = await getList(tx, listId);
  const { people, unread } = await findPeople(tx, contactIds, phones);
  const byDays = list.memberDays === null ? null : new Date(tx.now.getTime() + list.memberDays * day);
  const ends = endsAt === undefined ? byDays : endsAt;
  const added = await putOn(tx, listId, people, { reason: reason ?? null, endsAt: ends });
  const answer = { added, already: people.length - added, unread };
  if (people.length > 0) await tellMembers(tx, { ...list, added, removed: 0 });
  return answer;
}

const day = 86_400_000;

interface Someone {
  contactId: string | null;
  phone: string | null;
}

async function findPeople(
  tx: Tx,
  contactIds: readonly string[],
  written: readonly string[],
): Promise<{ people: Someone[]; unread: string[] }> {
  const [workspace] = await tx.sql<{ country: string }>(
    'select country from workspaces where workspace_id = $1',
    [tx.workspaceId],
  );
  const read = written
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text, phone: normalisePhone(text, workspace!.country)?.phone ?? null }));
  const phones = [...new Set(read.flatMap(({ phone }) => phone ?? []))];
  const known = await tx.sql<{ asked: string; contactId: string }>(
    `select asked, coalesce(c.merged_into, c.contact_id) as "contactId" from (
       select id::text as asked, id as contact_id from unnest($2::uuid[]) as id
       union all
       select given.number, i.contact_id from unnest($3::text[]) as given (number)
       join contact_identities i on i.workspace_id = $1 and i.kind = 'phone' and i.value = given.number and i.ended_at is null
     ) named join contacts c on c.workspace_id = $1 and c.contact_id = named.contact_id`,
    [tx.workspaceId, contactIds, phones],
  );
  const found = new Map(known.map(({ asked, contactId }) => [asked, contactId]));
  const ids = [...new Set(found.values())].sort();
  return {
    people: [
      ...ids.map((contactId) => ({ contactId, phone: null })),
      ...phones.filter((phone) => !found.has(phone)).map((phone) => ({ contactId: null, phone })),
    ],
    unread: [
      ...read.flatMap(({ text, phone }) => (phone === null ? [text] : [])),
      ...contactIds.filter((id) => !found.has(id)),
    ].slice(0, mostAnswered),
  };
}

const mostAnswered = 200;

/** Who is on it already stays with the new reason and end, and is no rule's any more. Answers how many are new. */
async function putOn(
  tx: Tx,
  listId: string,
  people: readonly Someone[],
  { reason, endsAt }: { reason: string | null; endsAt: Date | string | null },
): Promise<number> {
  const rows = people.map(({ contactId, phone }) => ({
    member_id: newId(tx.now),
    contact_id: contactId,
    phone,
  }));
  const values = [tx.workspaceId, listId, JSON.stringify(rows), reason, endsAt];
  await tx.sql(
    `update suppression_members m set reason = $4, ends_at = $5, by_rule = false
     from jsonb_to_recordset($3::jsonb) as given (member_id uuid, contact_id uuid, phone text)
     where m.workspace_id = $1 and m.list_id = $2 and (m.contact_id = given.contact_id or m.phone = given.phone)`,
    values,
  );
  const added = await tx.sql(
    `insert into suppression_members (workspace_id, list_id, member_id, contact_id, phone, reason, ends_at, added_at, added_by)
     select $1, $2, member_id, contact_id, phone, $4, $5, $6, $7
     from jsonb_to_recordset($3::jsonb) as given (member_id uuid, contact_id uuid, phone text)
     on conflict do nothing returning 1`,
    [...values, tx.now, `${tx.actor.kind} ${tx.actor.id}`],
  );
  return added.length;
}

export async function removeMember(
  tx: Tx,
  { listId, memberId }: { listId: string; memberId: string },
): Promise<Record<string, never>> {
  const list = await getList(tx, listId);
  const gone = await tx.sql(
    'delete from suppression_members where workspace_id = $1 and list_id = $2 and member_id = $3 returning 1',
    [tx.workspaceId, listId, memberId],
  );
  if (gone.length === 0) throw notFound('member of this list');
  await tellMembers(tx, { ...list, added: 0, removed: 1 });
  return {};
}

export const tellMembers = (
  tx: Tx,
  { listId, name, added, removed }: { listId: string; name: string; added: number; removed: number },
): Promise<void> =>
  publish(tx, { type: 'suppression.members_changed', data: { listId, name, added, removed } });

/** By which lists something is kept from a contact, and from those who were merged into them. */
export async function suppressionsOf(tx: Tx, contactId: string) {
  const [contact] = await tx.sql<{ contactId: string; phone: string | null }>(
    `select c.contact_id as "contactId", c.phone from contacts named
     join contacts c on c.workspace_id = $1 and c.contact_id = coalesce(named.merged_into, named.contact_id)
     where named.workspace_id = $1 and named.contact_id = $2`,
    [tx.workspaceId, contactId],
  );
  if (contact === undefined) throw notFound('contact');
  const items = await tx.sql<SuppressedBy>(
    `select l.list_id as "listId", m.member_id as "memberId", l.name, l.kind, l.categories,
       coalesce(m.reason, l.reason) as reason, least(m.ends_at, l.ends_at) as "endsAt"
     from suppression_members m join suppression_lists l using (workspace_id, list_id)
     where m.workspace_id = $1 and ${bindsAt('$4::timestamptz')} and (m.phone = $3 or m.contact_id in (
       select contact_id from contacts where workspace_id = $1 and (contact_id = $2 or merged_into = $2)))
     order by lower(l.name)`,
    [tx.workspaceId, contact.contactId, contact.phone, tx.now],
  );
  return { items };
}

interface SuppressedBy {
  listId: string;
  memberId: string;
  name: string;
  kind:
    | 'manual'
    | 'complaint'
    | 'legal'
    | 'bounce'
    | 'recent_buyers'
    | 'non_engagers'
    | 'blockers'
    | 'holdout';
  categories: string[];
  reason: string;
  endsAt: Date | null;
}
