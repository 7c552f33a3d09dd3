import type { GraphOptions } from '@trikon/whatsapp/client';
import type { SystemTx, Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { openAccount } from './accounts.ts';
import { getNumber } from './number-row.ts';
import type { NumbersParts } from './numbers-parts.ts';

/** What a client of an account is made of, with its token and secret open. Never to be logged or stored. */
export interface GraphAccess extends GraphOptions {
  appSecret: string;
  accountId: string;
  wabaId: string;
  metaAppId: string;
}

type Source = Pick<NumbersParts, 'secrets' | 'graph'>;

export async function graphForAccount(
  tx: Tx | SystemTx,
  { secrets, graph }: Source,
  ids: { workspaceId: string; accountId: string },
): Promise<GraphAccess> {
  const { account, app, token, appSecret } = await openAccount(tx, secrets, ids);
  const { accountId, wabaId } = account;
  return { ...graph, token, appSecret, accountId, wabaId, metaAppId: app.metaAppId };
}

/** Refuses a number that is not connected any more. */
export async function graphForNumber(
  tx: Tx | SystemTx,
  source: Source,
  { workspaceId, numberId }: { workspaceId: string; numberId: string },
): Promise<GraphAccess & { phoneNumberId: string }> {
  const { accountId, phoneNumberId, disconnectedAt } = await getNumber(tx, workspaceId, numberId);
  if (disconnectedAt !== null) throw notFound('connected number');
  return { ...(await graphForAccount(tx, source, { workspaceId, accountId })), phoneNumberId };
}
