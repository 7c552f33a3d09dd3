import { publish } from '../../platform/events/index.ts';
import { notFound, Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/http/index.ts';
import { q, type Tx } from '../../platform/db/index.ts';
import { decodeCursor, pageOf } from '../../platform/paging/index.ts';
import { grantableRole, isOwner, refuseHigherMember, refuseLastOwner, type RoleChoice } from './roles.ts';

interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: string;
  roleId: string | null;
  roleName: string | null;
  joinedAt: Date;
}

const memberColumns = `m.user_id as "userId", m.name, m.email, m.role, m.role_id as "roleId", r.name as "roleName", m.joined_at as "joinedAt"`;
const memberTables = `members m left join roles r on r.workspace_id = m.workspace_id and r.role_id = m.role_id`;

type PlacedRow = MemberRow & { place: string };

interface ListInput {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
}

export async function listMembers(tx: Tx, { cursor, limit, search }: ListInput) {
  const after = decodeCursor(cursor, ['text', 'uuid']);
  // The place in the order comes from the database: JavaScript lowers some letters, such as İ, in another way.
  const rows = await tx.sql<PlacedRow>(
    `select ${memberColumns}, lower(m.name) as place from ${memberTables}
     where m.workspace_id = $1
       and ($2::text is null or (lower(m.name), m.user_id) > ($2, $3::uuid))
       and ($4::text is null or m.name ilike $4 or m.email ilike $4)
     order by lower(m.name), m.user_id limit $5`,
    [tx.workspaceId, after?.[0] ?? null, after?.[1] ?? null, search ? likePattern(search) : null, limit + 1],
  );
  const page = pageOf(rows, limit, ({ place, userId }) => [place, userId]);
  for (const item of page.items as Partial<PlacedRow>[]) delete item.place;
  return page;
}

function likePattern(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}

async function getMember(tx: Tx, userId: string): Promise<MemberRow> {
  const [found] = await tx.sql<MemberRow>(
    `select ${memberColumns} from ${memberTables} where m.workspace_id = $1 and m.user_id = $2`,
    [tx.workspaceId, userId],
  );
  if (found === undefined) throw notFound('member');
  return found;
}

export async function changeRole(
  tx: Tx,
  input: RoleChoice & { userId: string },
  caller: Caller,
): Promise<MemberRow> {
  const member = await getMember(tx, input.userId);
  await refuseHigherMember(tx, member, caller);
  const granted = await grantableRole(tx, input, caller);
  if (member.role === 'owner') {
    await refuseUnlessOwner(tx, caller);
    if (granted.role !== 'owner') await refuseLastOwner(tx, member.userId);
  }
  await tx.run(
    q
      .updateTable('members')
      .set({ role: granted.role, role_id: granted.roleId })
      .where('workspace_id', '=', tx.workspaceId)
      .where('user_id', '=', member.userId),
  );
  const { role, roleId, roleName } = granted;
  await publish(tx, { type: 'member.role_changed', data: { userId: member.userId, role, roleId } });
  return { ...member, role, roleId, roleName };
}

export async function removeMember(tx: Tx, userId: string, caller: Caller): Promise<Record<string, never>> {
  const member = await getMember(tx, userId);
  await refuseHigherMember(tx, member, caller);
  if (member.role === 'owner') {
    await refuseUnlessOwner(tx, caller);
    await refuseLastOwner(tx, userId);
  }
  return dropMember(tx, member);
}

export async function leaveWorkspace(tx: Tx, userId: string): Promise<Record<string, never>> {
  const member = await getMember(tx, userId);
  if (member.role === 'owner') await refuseLastOwner(tx, userId);
  return dropMember(tx, member);
}

async function dropMember(tx: Tx, { userId, name }: MemberRow): Promise<Record<string, never>> {
  await tx.run(
    q.deleteFrom('members').where('workspace_id', '=', tx.workspaceId).where('user_id', '=', userId),
  );
  await publish(tx, { type: 'member.removed', data: { userId, name } });
  return {};
}

async function refuseUnlessOwner(tx: Tx, caller: Caller): Promise<void> {
  if (!(await isOwner(tx, caller)))
    throw new Refusal('forbidden', "Only an owner can change an owner's place.");
}
