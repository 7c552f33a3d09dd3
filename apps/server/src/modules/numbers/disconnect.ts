import { publishIn } from '../../platform/events/index.ts';
import { openAccount } from './accounts.ts';
import { whatMetaSaid } from './meta-problem.ts';
import { dropRoutes } from './meta-routes.ts';
import type { NumberRow } from './number-row.ts';
import { acrossNumbers, type NumbersParts, type Scope } from './numbers-parts.ts';
import { markDisconnected } from './store-numbers.ts';
import { unsubscribe } from './webhook-set-up.ts';

/** Whatever Meta says, the token is forgotten and nothing that arrives counts any more; the history stays. */
export async function disconnectAccount(
  { db, graph, secrets }: NumbersParts,
  scope: Scope,
  accountId: string,
  signal: AbortSignal,
): Promise<{ unsubscribed: boolean }> {
  const { workspaceId } = scope;
  const access = await acrossNumbers(db, scope, (tx) => openAccount(tx, secrets, { workspaceId, accountId }));
  const { wabaId, name } = access.account;
  const unsubscribed = await unsubscribe(graph, { ...access, wabaId }, signal).then(
    () => true,
    (error: unknown) => {
      if (whatMetaSaid(error) === null) throw error;
      return false;
    },
  );
  await acrossNumbers(db, scope, async (tx) => {
    const gone = await tx.sql(
      `update whatsapp_accounts set token = null, problem = null, subscribed_at = null, disconnected_at = $3
       where workspace_id = $1 and account_id = $2 and disconnected_at is null returning account_id`,
      [workspaceId, accountId, tx.now],
    );
    if (gone.length === 0) return;
    const numbers = await tx.sql<NumberRow>(
      `select number_id as "numberId", phone, name from numbers
       where workspace_id = $1 and account_id = $2 and disconnected_at is null`,
      [workspaceId, accountId],
    );
    const facts = await markDisconnected(tx, workspaceId, numbers);
    await dropRoutes(tx, workspaceId, wabaId);
    const disconnected = { type: 'account.disconnected' as const, data: { accountId, name } };
    await publishIn(
      tx,
      [...facts, disconnected].map((fact) => ({ ...fact, workspaceId })),
    );
  });
  return { unsubscribed };
}
