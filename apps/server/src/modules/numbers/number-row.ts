import type { SystemTx, Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { MetaNumber } from './meta-number.ts';

/** A number as a workspace keeps it. */
export interface NumberRow extends Omit<MetaNumber, 'metaHealth'> {
  numberId: string;
  accountId: string;
  connectedAt: Date;
  lastCheckedAt: Date;
  disconnectedAt: Date | null;
}

export const numberColumns = `number_id as "numberId", account_id as "accountId", phone_number_id as "phoneNumberId", phone, name,
  name_status as "nameStatus", new_name as "newName", new_name_status as "newNameStatus", quality,
  messaging_limit as "messagingLimit", throughput, messages_per_second as "messagesPerSecond", status, registered,
  code_verification as "codeVerification", pin_enabled as "pinEnabled", on_business_app as "onBusinessApp", mode, username,
  connected_at as "connectedAt", last_checked_at as "lastCheckedAt", disconnected_at as "disconnectedAt"`;

export async function getNumber(
  tx: Tx | SystemTx,
  workspaceId: string,
  numberId: string,
): Promise<NumberRow> {
  const [number] = await tx.sql<NumberRow>(
    `select ${numberColumns} from numbers where workspace_id = $1 and number_id = $2`,
    [workspaceId, numberId],
  );
  if (number === undefined) throw notFound('number');
  return number;
}

/** Writes what Meta told of numbers; new ones, and ones that were gone, are connected from now on. */
export async function upsertNumbers(
  tx: Tx | SystemTx,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
  numbers: readonly (MetaNumber & { numberId: string })[],
): Promise<void> {
  await tx.sql(
    `insert into numbers as known (workspace_id, account_id, connected_at, last_checked_at, number_id, ${names})
     select $1, $2, $3, $3, number_id, ${names}
     from jsonb_to_recordset($4::jsonb) as number (number_id uuid, ${typed})
     on conflict (workspace_id, phone_number_id) do update set
       account_id = excluded.account_id,
       connected_at = case when known.disconnected_at is null then known.connected_at else excluded.connected_at end,
       disconnected_at = null, last_checked_at = excluded.last_checked_at, ${taken}`,
    [workspaceId, accountId, tx.now, JSON.stringify(numbers.map(asColumns))],
  );
}

const columns: Record<string, string> = {
  phone_number_id: 'text',
  phone: 'text',
  name: 'text',
  name_status: 'text',
  new_name: 'text',
  new_name_status: 'text',
  quality: 'text',
  messaging_limit: 'text',
  throughput: 'text',
  messages_per_second: 'integer',
  status: 'text',
  registered: 'boolean',
  code_verification: 'text',
  pin_enabled: 'boolean',
  on_business_app: 'boolean',
  mode: 'text',
  username: 'text',
  meta_health: 'jsonb',
};
const names = Object.keys(columns).join(', ');
const typed = Object.entries(columns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');
const taken = Object.keys(columns)
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

const asColumns = (number: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(number).map(([name, value]: [string, unknown]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
