import type { Database, SystemTx } from '../../platform/db/index.ts';
import type { MetaNumber } from './meta-number.ts';
import { StepFailed } from './steps.ts';

/** To whom something belongs that arrived for a number. */
export interface NumberRoute {
  workspaceId: string;
  accountId: string;
  numberId: string;
  wabaId: string;
  /** Only what came signed by this app is meant: the door's app has to be the same. */
  metaAppId: string;
  /** Meta's business that owns the account: user ids are good in it alone. Null while Meta has not told. */
  portfolioId: string | null;
}

export type AccountRoute = Omit<NumberRoute, 'numberId'>;

const routedAccounts = `(system.account_routes account join whatsapp_accounts known
  on known.workspace_id = account.workspace_id and known.account_id = account.account_id)`;

const accountColumns = `account.workspace_id as "workspaceId", account.account_id as "accountId", account.waba_id as "wabaId",
  account.meta_app_id as "metaAppId", known.portfolio_id as "portfolioId"`;

export function routeOf(db: Database, phoneNumberId: string): Promise<NumberRoute | null> {
  return db.acrossWorkspaces('numbers', async (tx) => {
    const [route] = await tx.sql<NumberRoute>(
      `select number.number_id as "numberId", ${accountColumns}
       from system.number_routes number join ${routedAccounts} on account.waba_id = number.waba_id
       where number.phone_number_id = $1`,
      [phoneNumberId],
    );
    return route ?? null;
  });
}

/** For what concerns an account as a whole, such as its templates. */
export function routeOfAccount(db: Database, wabaId: string): Promise<AccountRoute | null> {
  return db.acrossWorkspaces('numbers', async (tx) => {
    const [route] = await tx.sql<AccountRoute>(
      `select ${accountColumns} from ${routedAccounts} where account.waba_id = $1`,
      [wabaId],
    );
    return route ?? null;
  });
}

/** To whom a batch belongs. What is not among the answer belongs to nobody here. */
export interface Routes {
  /** By Meta's id of the number. */
  numbers: ReadonlyMap<string, NumberRoute>;
  /** By Meta's id of the account. */
  accounts: ReadonlyMap<string, AccountRoute>;
}

export async function routesOf(
  tx: SystemTx,
  { phoneNumberIds, wabaIds }: { phoneNumberIds: readonly string[]; wabaIds: readonly string[] },
): Promise<Routes> {
  const rows = await tx.sql<NumberRoute & { phoneNumberId: string | null }>(
    `select number.phone_number_id as "phoneNumberId", number.number_id as "numberId", ${accountColumns}
     from system.number_routes number join ${routedAccounts} on account.waba_id = number.waba_id
     where number.phone_number_id = any($1::text[])
     union all
     select null, null, ${accountColumns} from ${routedAccounts} where account.waba_id = any($2::text[])`,
    [phoneNumberIds, wabaIds],
  );
  const numbers = new Map<string, NumberRoute>();
  const accounts = new Map<string, AccountRoute>();
  for (const { phoneNumberId, numberId, ...account } of rows)
    if (phoneNumberId === null) accounts.set(account.wabaId, account);
    else numbers.set(phoneNumberId, { ...account, numberId });
  return { numbers, accounts };
}

const taken = (what: string): string =>
  `${what} is connected to another workspace already. It has to be disconnected there first.`;

/** Asked before anything is changed at Meta. Whose it is stays unsaid. */
export async function refuseTakenAccount(tx: SystemTx, workspaceId: string, wabaId: string): Promise<void> {
  const rows = await tx.sql(`select from system.account_routes where waba_id = $1 and workspace_id <> $2`, [
    wabaId,
    workspaceId,
  ]);
  if (rows.length > 0) throw new StepFailed('account_taken', taken('This account'));
}

export async function refuseTakenNumbers(
  tx: SystemTx,
  workspaceId: string,
  numbers: readonly MetaNumber[],
): Promise<void> {
  const rows = await tx.sql<{ id: string }>(
    `select phone_number_id as id from system.number_routes where phone_number_id = any($1::text[]) and workspace_id <> $2`,
    [numbers.map(({ phoneNumberId }) => phoneNumberId), workspaceId],
  );
  const phone = numbers.find(({ phoneNumberId }) => phoneNumberId === rows[0]?.id)?.phone;
  if (phone !== undefined) throw new StepFailed('number_taken', taken(`The number ${phone}`));
}

/** Of two workspaces that connect it at once, one gets it. */
export async function claimAccount(tx: SystemTx, route: Omit<AccountRoute, 'portfolioId'>): Promise<void> {
  const { wabaId, workspaceId, accountId, metaAppId } = route;
  const claimed = await tx.sql(
    `insert into system.account_routes as route (waba_id, workspace_id, account_id, meta_app_id) values ($1, $2, $3, $4)
     on conflict (waba_id) do update set account_id = excluded.account_id, meta_app_id = excluded.meta_app_id
       where route.workspace_id = excluded.workspace_id
     returning waba_id`,
    [wabaId, workspaceId, accountId, metaAppId],
  );
  if (claimed.length === 0) throw new StepFailed('account_taken', taken('This account'));
}

/** Makes the routes of an account those of its present numbers. */
export async function routeNumbers(
  tx: SystemTx,
  { workspaceId, wabaId }: { workspaceId: string; wabaId: string },
  numbers: readonly { phoneNumberId: string; numberId: string; phone: string }[],
): Promise<void> {
  const rows = numbers.map(({ phoneNumberId, numberId }) => ({ id: phoneNumberId, number_id: numberId }));
  await tx.sql(
    `delete from system.number_routes
     where waba_id = $1 and workspace_id = $2 and phone_number_id <> all($3::text[])`,
    [wabaId, workspaceId, rows.map(({ id }) => id)],
  );
  const routed = await tx.sql<{ id: string }>(
    `insert into system.number_routes as route (phone_number_id, waba_id, workspace_id, number_id)
     select id, $1, $2, number_id from jsonb_to_recordset($3::jsonb) as number (id text, number_id uuid)
     on conflict (phone_number_id) do update set waba_id = excluded.waba_id, number_id = excluded.number_id
       where route.workspace_id = excluded.workspace_id
     returning phone_number_id as id`,
    [wabaId, workspaceId, JSON.stringify(rows)],
  );
  const missed = numbers.find(({ phoneNumberId }) => !routed.some(({ id }) => id === phoneNumberId));
  if (missed) throw new StepFailed('number_taken', taken(`The number ${missed.phone}`));
}

/** The numbers' routes go with their account's. */
export async function dropRoutes(tx: SystemTx, workspaceId: string, wabaId: string): Promise<void> {
  await tx.sql(`delete from system.account_routes where waba_id = $1 and workspace_id = $2`, [
    wabaId,
    workspaceId,
  ]);
}
