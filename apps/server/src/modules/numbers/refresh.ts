import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { publishIn } from '../../platform/events/index.ts';
import { accountColumns, openAccount, type AccountRow } from './accounts.ts';
import { changesBetween, factsOf } from './changes.ts';
import { readAccount, type MetaAccount } from './credentials.ts';
import { asRefusalByMeta, type ProblemCode } from './meta-problem.ts';
import { readNumber, readNumbers } from './meta-number.ts';
import { getNumber, upsertNumbers, type NumberRow } from './number-row.ts';
import { acrossNumbers, type NumbersParts, type Scope } from './numbers-parts.ts';
import { StepFailed } from './steps.ts';
import { storeNumbers } from './store-numbers.ts';

/** Reads one number again. Nothing is written before Meta has answered, so the request holds no lock meanwhile. */
export async function refreshNumber(
  tx: Tx,
  { graph, secrets }: NumbersParts,
  { numberId, signal }: { numberId: string; signal: AbortSignal },
): Promise<NumberRow> {
  const { workspaceId } = tx;
  const before = await getNumber(tx, workspaceId, numberId);
  if (before.disconnectedAt !== null) throw notFound('connected number');
  const { accountId, phoneNumberId } = before;
  const access = await openAccount(tx, secrets, { workspaceId, accountId });
  const found = await readNumber(graph, { ...access, phoneNumberId }, signal).catch((error: unknown) => {
    throw asRefusalByMeta(error);
  });
  const after = { ...found, numberId };
  await upsertNumbers(tx, { workspaceId, accountId }, [after]);
  await publishIn(
    tx,
    factsOf(before, after).map((fact) => ({ ...fact, workspaceId })),
  );
  return getNumber(tx, workspaceId, numberId);
}

/** Reads an account and all its numbers again: new ones are connected, those that are gone are disconnected. */
export async function refreshAccount(
  { db, graph, secrets }: NumbersParts,
  scope: Scope,
  accountId: string,
  signal: AbortSignal,
): Promise<void> {
  const { workspaceId } = scope;
  const access = await acrossNumbers(db, scope, (tx) => openAccount(tx, secrets, { workspaceId, accountId }));
  const { wabaId, appId } = access.account;
  const credentials = { ...access, metaAppId: access.app.metaAppId, wabaId };
  const { value: found } = await readAccount(graph, credentials, signal);
  const numbers = await readNumbers(graph, credentials, signal);
  await acrossNumbers(db, scope, async (tx) => {
    const [before] = await tx.sql<AccountRow>(
      `select ${accountColumns} from whatsapp_accounts
       where workspace_id = $1 and account_id = $2 and app_id = $3 and disconnected_at is null for update`,
      [workspaceId, accountId, appId],
    );
    // Disconnected while Meta was asked.
    if (before === undefined) return;
    await tx.sql(
      `update whatsapp_accounts set name = $3, currency = $4, time_zone_id = $5, review_status = $6, problem = null, last_checked_at = $7,
         portfolio_id = coalesce($8, portfolio_id)
       where workspace_id = $1 and account_id = $2`,
      [
        workspaceId,
        accountId,
        found.name,
        found.currency,
        found.timeZoneId,
        found.reviewStatus,
        tx.now,
        found.portfolioId,
      ],
    );
    const changes = changesBetween<Omit<MetaAccount, 'portfolioId'>>(before, found, [
      'name',
      'currency',
      'timeZoneId',
      'reviewStatus',
    ]);
    if (before.problem !== null) changes.push({ field: 'problem', before: before.problem, after: null });
    const data = { accountId, name: found.name, changes };
    if (changes.length > 0) await publishIn(tx, [{ type: 'account.changed', workspaceId, data }]);
    await storeNumbers(tx, { workspaceId, accountId, wabaId }, numbers);
  }).catch((error: unknown) => {
    // A number that another workspace holds is left to it; a person hears of it when they connect again.
    if (!(error instanceof StepFailed)) throw error;
  });
}

/** What only a person can mend is kept with the account and told once, until it is mended. */
export async function noteProblem(
  { db }: NumbersParts,
  scope: Scope,
  { accountId, problem }: { accountId: string; problem: ProblemCode },
): Promise<void> {
  const { workspaceId } = scope;
  await acrossNumbers(db, scope, async (tx) => {
    const [noted] = await tx.sql<{ name: string; before: string | null }>(
      `update whatsapp_accounts account set problem = $3
       from (select account_id, problem from whatsapp_accounts where workspace_id = $1 and account_id = $2 for update) old
       where account.workspace_id = $1 and account.account_id = old.account_id
         and account.disconnected_at is null and account.problem is distinct from $3
       returning account.name, old.problem as before`,
      [workspaceId, accountId, problem],
    );
    if (noted === undefined) return;
    const { name, before } = noted;
    const changes = [{ field: 'problem', before, after: problem }];
    await publishIn(tx, [{ type: 'account.changed', workspaceId, data: { accountId, name, changes } }]);
  });
}
