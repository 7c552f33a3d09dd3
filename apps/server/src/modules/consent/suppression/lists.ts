import type { contract } from '@trikon/contract';
import type { z } from 'zod';
import { isUniqueViolation, type Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { bindsAt } from './active.ts';

type Schema<Procedure> = Procedure extends { '~orpc': { inputSchema?: infer In } } ? NonNullable<In> : never;
type NewList = z.output<Extract<Schema<typeof contract.suppression.create>, z.ZodType>>;
type Changes = Omit<z.output<Extract<Schema<typeof contract.suppression.update>, z.ZodType>>, 'listId'>;

interface ShownList extends Omit<NewList, 'endsAt'> {
  listId: string;
  endsAt: Date | null;
  checkedAt: Date | null;
  members: number;
  createdAt: Date;
}

const columns = `l.list_id as "listId", l.name, l.kind, l.reason, l.categories, l.purposes, l.member_days as "memberDays",
  l.ends_at as "endsAt", l.rule, l.checked_at as "checkedAt", l.created_at as "createdAt",
  (select count(*)::int from suppression_members m where m.workspace_id = l.workspace_id and m.list_id = l.list_id
    and ${bindsAt('$2::timestamptz')}) as members`;

export const listSuppressions = async (tx: Tx): Promise<{ items: ShownList[] }> => ({
  items: await tx.sql<ShownList>(
    `select ${columns} from suppression_lists l where l.workspace_id = $1 order by lower(l.name)`,
    [tx.workspaceId, tx.now],
  ),
});

export async function getList(tx: Tx, listId: string): Promise<ShownList> {
  const [found] = await tx.sql<ShownList>(
    `select ${columns} from suppression_lists l where l.workspace_id = $1 and l.list_id = $3`,
    [tx.workspaceId, tx.now, listId],
  );
  if (found === undefined) throw notFound('suppression list');
  return found;
}

export async function createList(tx: Tx, given: NewList): Promise<ShownList> {
  const listId = newId(tx.now);
  await named(() =>
    tx.sql(
      `insert into suppression_lists (workspace_id, list_id, name, kind, reason, categories, purposes, member_days, ends_at,
         rule, created_at, created_by, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12, $11)`,
      [
        tx.workspaceId,
        listId,
        given.name,
        given.kind,
        given.reason,
        given.categories,
        given.purposes,
        given.memberDays,
        given.endsAt,
        given.rule === null ? null : JSON.stringify(given.rule),
        tx.now,
        `${tx.actor.kind} ${tx.actor.id}`,
      ],
    ),
  );
  return tell(tx, listId, 'created');
}

export async function updateList(tx: Tx, listId: string, changes: Changes): Promise<ShownList> {
  const before = await getList(tx, listId);
  if (changes.rule && changes.rule.kind !== before.kind)
    throw invalidField('rule', 'wrong_kind', 'The rule has to be of the kind of its list.');
  const { name, reason, categories, purposes, memberDays, endsAt, rule } = { ...before, ...changes };
  await named(() =>
    tx.sql(
      `update suppression_lists set name = $3, reason = $4, categories = $5, purposes = $6, member_days = $7, ends_at = $8,
         rule = $9::jsonb, updated_at = $10 where workspace_id = $1 and list_id = $2`,
      [
        tx.workspaceId,
        listId,
        name,
        reason,
        categories,
        purposes,
        memberDays,
        endsAt,
        rule === null ? null : JSON.stringify(rule),
        tx.now,
      ],
    ),
  );
  // Whom a rule found that is no more is not kept out for ever.
  if (rule === null && before.rule !== null)
    await tx.sql('delete from suppression_members where workspace_id = $1 and list_id = $2 and by_rule', [
      tx.workspaceId,
      listId,
    ]);
  return tell(tx, listId, 'updated');
}

export async function removeList(tx: Tx, listId: string): Promise<Record<string, never>> {
  await tell(tx, listId, 'removed');
  await tx.sql('delete from suppression_lists where workspace_id = $1 and list_id = $2', [
    tx.workspaceId,
    listId,
  ]);
  return {};
}

async function tell(tx: Tx, listId: string, change: 'created' | 'updated' | 'removed'): Promise<ShownList> {
  const list = await getList(tx, listId);
  await publish(tx, { type: 'suppression.list_changed', data: { listId, name: list.name, change } });
  return list;
}

async function named(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw invalidField('name', 'taken', 'There is a list of this name already.');
  }
}
