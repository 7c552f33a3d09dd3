import type { SystemTx } from '../../platform/db/index.ts';
import { publishIn, type Fact } from '../../platform/events/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { factsOf, namesOf } from './changes.ts';
import type { MetaNumber } from './meta-number.ts';
import { routeNumbers } from './meta-routes.ts';
import { numberColumns, upsertNumbers, type NumberRow } from './number-row.ts';

interface Holder {
  workspaceId: string;
  accountId: string;
  wabaId: string;
}

/** Makes the numbers of an account those that Meta has just told, and announces what that changes. */
export async function storeNumbers(
  tx: SystemTx,
  holder: Holder,
  found: readonly MetaNumber[],
): Promise<void> {
  const { workspaceId, accountId } = holder;
  const before = await tx.sql<NumberRow>(
    `select ${numberColumns} from numbers
     where workspace_id = $1 and (account_id = $2 or phone_number_id = any($3::text[])) for update`,
    [workspaceId, accountId, found.map(({ phoneNumberId }) => phoneNumberId)],
  );
  const known = new Map(before.map((number) => [number.phoneNumberId, number]));
  const present = found.map((number) => ({
    ...number,
    numberId: known.get(number.phoneNumberId)?.numberId ?? newId(tx.now),
  }));
  await upsertNumbers(tx, holder, present);
  await routeNumbers(tx, holder, present);
  const still = new Set(found.map(({ phoneNumberId }) => phoneNumberId));
  const gone = before.filter(
    (each) => each.accountId === accountId && each.disconnectedAt === null && !still.has(each.phoneNumberId),
  );
  const facts = present.flatMap((number) => factsOf(known.get(number.phoneNumberId), number));
  facts.push(...(await markDisconnected(tx, workspaceId, gone)));
  await publishIn(
    tx,
    facts.map((fact) => ({ ...fact, workspaceId })),
  );
}

/** They stay for their history. */
export async function markDisconnected(
  tx: SystemTx,
  workspaceId: string,
  numbers: readonly Pick<NumberRow, 'numberId' | 'phone' | 'name'>[],
): Promise<Fact[]> {
  if (numbers.length === 0) return [];
  await tx.sql(
    `update numbers set disconnected_at = $3 where workspace_id = $1 and number_id = any($2::uuid[])`,
    [workspaceId, numbers.map(({ numberId }) => numberId), tx.now],
  );
  return numbers.map((number) => ({ type: 'number.disconnected', data: namesOf(number) }));
}
