import { isObject, type Json, type Update } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../platform/db/index.ts';
import { publishIn, type Fact } from '../../platform/events/index.ts';
import { accountReaders } from './account-news.ts';
import { changeOf, type Change } from './changes.ts';
import { numberReaders, type Columns, type News } from './number-news.ts';

/** A webhook about an account or a number, and whose it is. Each is given once. */
export interface NumberUpdate {
  update: Extract<Update, { kind: 'account' | 'number' }>;
  delivery: { receivedAt: Date };
  workspaceId: string;
  accountId: string;
}

interface Told {
  workspaceId: string;
  accountId: string;
  at: Date;
  news: News[];
}

/** Takes over what Meta tells. Older news does not overturn newer; what changes nothing here stays with the updates. */
export async function applyNumberUpdates(tx: SystemTx, updates: readonly NumberUpdate[]): Promise<void> {
  const told = updates
    .map(read)
    .filter(({ news }) => news.length > 0)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  if (told.length === 0) return;
  const accounts = await lockRows(tx, lockAccounts, told);
  const numbers = await lockRows(tx, lockNumbers, told);
  for (const each of told) for (const news of each.news) settle(each, news, { accounts, numbers });
  await write(tx, 'whatsapp_accounts', accounts);
  await write(tx, 'numbers', numbers);
  await publishIn(tx, [...accounts, ...numbers].filter(({ changes }) => changes.length > 0).map(factOf));
}

function read({ update, delivery, workspaceId, accountId }: NumberUpdate): Told {
  const at = update.at === undefined ? delivery.receivedAt : new Date(update.at);
  const reader = accountReaders[update.field] ?? numberReaders[update.field];
  const value = update.value as Json;
  return { workspaceId, accountId, at, news: isObject(value) && reader ? reader(value, at) : [] };
}

/** A row with what was told of it, and what that changes. */
interface Row {
  workspaceId: string;
  accountId: string;
  numberId: string | null;
  phoneNumberId: string | null;
  phone: string | null;
  name: string;
  readAt: Date;
  columns: Columns;
  toldAt: Record<string, string>;
  written: Columns;
  changes: Change[];
}

const ownColumns = {
  whatsapp_accounts: [
    'restrictions',
    'violation',
    'ban_state',
    'ban_date',
    'max_numbers',
    'primary_country',
    'international_rates',
    'volume_tiers',
    'presence',
    'alert',
    'review_status',
  ],
  numbers: [
    'name',
    'restrictions',
    'violation',
    'calling',
    'name_rejection',
    'alert',
    'name_status',
    'new_name',
    'new_name_status',
    'quality',
    'messaging_limit',
    'throughput',
    'messages_per_second',
    'status',
    'pin_enabled',
    'username',
    'on_business_app',
  ],
} as const;

const columnsOf = (table: keyof typeof ownColumns): string =>
  `jsonb_build_object(${ownColumns[table].map((name) => `'${name}', row.${name}`).join(', ')}) as columns,
   row.last_checked_at as "readAt", row.told_at as "toldAt", row.name, row.workspace_id as "workspaceId",
   row.account_id as "accountId"`;

const ofThese = `row.disconnected_at is null and (row.workspace_id, row.account_id) in
  (select * from unnest($1::uuid[], $2::uuid[]))`;

const lockAccounts = `
  select ${columnsOf('whatsapp_accounts')}, null as "numberId", null as "phoneNumberId", null as phone
  from whatsapp_accounts row where ${ofThese} order by row.workspace_id, row.account_id for update`;

const lockNumbers = `
  select ${columnsOf('numbers')}, row.number_id as "numberId", row.phone_number_id as "phoneNumberId", row.phone
  from numbers row where ${ofThese} order by row.workspace_id, row.number_id for update`;

async function lockRows(tx: SystemTx, statement: string, told: readonly Told[]): Promise<Row[]> {
  const rows = await tx.sql<Omit<Row, 'written' | 'changes'>>(statement, [
    told.map(({ workspaceId }) => workspaceId),
    told.map(({ accountId }) => accountId),
  ]);
  return rows.map((row) => ({ ...row, written: {}, changes: [] }));
}

function settle(
  { workspaceId, accountId, at }: Told,
  news: News,
  { accounts, numbers }: { accounts: Row[]; numbers: Row[] },
): void {
  const rows = (news.of === 'account' ? accounts : numbers).filter(
    (row) =>
      row.workspaceId === workspaceId &&
      row.accountId === accountId &&
      (news.of === 'account' ||
        ((news.phone === undefined || news.phone === row.phone) &&
          (news.phoneNumberId === undefined || news.phoneNumberId === row.phoneNumberId))),
  );
  for (const row of rows)
    for (const [told, value] of Object.entries(consequences(row, news.columns)))
      set(row, { told, value, at });
}

/** What follows from news for this row: a first name is not a new one, and a number in the app stays at its pace. */
function consequences({ columns }: Row, news: Columns): Columns {
  if (news.throughput === 'HIGH')
    return { ...news, messages_per_second: columns.on_business_app ? 20 : 1000 };
  const { new_name: name, new_name_status: status, ...rest } = news;
  return name !== undefined && name === columns.name ? { ...rest, name_status: status ?? null } : news;
}

/** What no reading of the number tells. Of everything else a reading is as new as its time; webhooks tell whole seconds. */
const onlyTold = new Set<string>([
  'alert',
  'restrictions',
  'violation',
  'calling',
  'name_rejection',
  'security',
]);

function set(row: Row, { told, value, at }: { told: string; value: Json; at: Date }): void {
  const before = row.toldAt[told];
  if (before !== undefined && at < new Date(before)) return;
  if (row.numberId !== null && !onlyTold.has(told) && at.getTime() + 1000 <= row.readAt.getTime()) return;
  row.toldAt[told] = at.toISOString();
  const [column, key] = told.split('.') as [string, string | undefined];
  const old = row.columns[column] ?? null;
  const after = key === undefined ? value : { ...(isObject(old) ? old : {}), [key]: value };
  const change = changeOf(camel(column), old, after);
  if (change === null) return;
  row.changes.push(change);
  row.columns[column] = after;
  if (column !== 'security') row.written[column] = after;
}

const camel = (column: string): string =>
  column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const factOf = ({
  workspaceId,
  accountId,
  numberId,
  phone,
  name,
  changes,
}: Row): Fact & { workspaceId: string } =>
  numberId === null
    ? { type: 'account.changed', workspaceId, data: { accountId, name, changes } }
    : { type: 'number.changed', workspaceId, data: { numberId, phone: phone ?? '', name, changes } };

async function write(tx: SystemTx, table: keyof typeof ownColumns, rows: readonly Row[]): Promise<void> {
  const id = table === 'numbers' ? 'number_id' : 'account_id';
  const written = rows.filter(({ toldAt }) => Object.keys(toldAt).length > 0);
  if (written.length === 0) return;
  const names = [...ownColumns[table], 'told_at'].join(', ');
  await tx.sql(
    `update ${table} row set (${names}) = (select ${names} from jsonb_populate_record(row, told.columns))
     from jsonb_to_recordset($1::jsonb) as told (workspace_id uuid, id uuid, columns jsonb)
     where row.workspace_id = told.workspace_id and row.${id} = told.id`,
    [
      JSON.stringify(
        written.map((row) => ({
          workspace_id: row.workspaceId,
          id: row.numberId ?? row.accountId,
          columns: { ...row.written, told_at: row.toldAt },
        })),
      ),
    ],
  );
}
