import type { Tx } from '../../platform/db/index.ts';
import { invalidField } from '../../platform/errors/index.ts';
import { publish } from '../../platform/events/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { newEntryPointCode } from './codes.ts';
import { getEntryPoint, type EntryPoint, type EntryPointKind } from './entry-point.ts';
import { keywordOf } from './keyword.ts';
import { checkKeywords, checkMessage } from './keywords.ts';
import { noticeOf } from './notice.ts';

type Settings = Omit<
  EntryPoint,
  'entryPointId' | 'kind' | 'code' | 'createdAt' | 'updatedAt' | 'brand' | 'phone'
>;

export async function createEntryPoint(
  tx: Tx,
  { kind, ...given }: Settings & { kind: EntryPointKind },
): Promise<EntryPoint> {
  const entryPointId = newId(tx.now);
  const settings = await checked(tx, { kind, entryPointId }, given);
  await tx.sql(
    `insert into entry_points (workspace_id, entry_point_id, kind, code, created_at, updated_at, ${columns.join(', ')})
     values ($1, $2, $3, $4, $5, $5, ${columns.map((_, at) => `$${at + 6}`).join(', ')})`,
    [tx.workspaceId, entryPointId, kind, newEntryPointCode(), tx.now, ...valuesOf(settings)],
  );
  await publish(tx, { type: 'entry_point.created', data: { entryPointId, name: settings.name, kind } });
  return getEntryPoint(tx, entryPointId);
}

export async function updateEntryPoint(
  tx: Tx,
  { entryPointId, ...change }: Partial<Settings> & { entryPointId: string },
): Promise<EntryPoint> {
  await tx.sql('select from entry_points where workspace_id = $1 and entry_point_id = $2 for update', [
    tx.workspaceId,
    entryPointId,
  ]);
  const before = await getEntryPoint(tx, entryPointId);
  const { kind } = before;
  const settings = await checked(tx, before, { ...settingsOf(before), ...change });
  const changed = names.filter((name) => JSON.stringify(settings[name]) !== JSON.stringify(before[name]));
  if (changed.length === 0) return before;
  await tx.sql(
    `update entry_points set updated_at = $3, ${columns.map((column, at) => `${column} = $${at + 4}`).join(', ')}
     where workspace_id = $1 and entry_point_id = $2`,
    [tx.workspaceId, entryPointId, tx.now, ...valuesOf(settings)],
  );
  const data = { entryPointId, name: settings.name, kind, changed };
  await publish(tx, { type: 'entry_point.updated', data });
  return getEntryPoint(tx, entryPointId);
}

const columnOf = {
  name: 'name',
  purposes: 'purposes',
  language: 'language',
  campaign: 'campaign',
  store: 'store',
  staff: 'staff',
  numberId: 'number_id',
  keywords: 'keywords',
  doubleOptIn: 'double_opt_in',
  allowedOrigins: 'allowed_origins',
  look: 'look',
  active: 'active',
} as const satisfies Record<keyof Settings, string>;
const names = Object.keys(columnOf) as (keyof Settings)[];
const columns = Object.values(columnOf);

const valuesOf = (settings: Settings): unknown[] =>
  names.map((name) => (name === 'look' ? JSON.stringify(settings.look) : settings[name]));

const settingsOf = (point: EntryPoint): Settings =>
  Object.fromEntries(names.map((name) => [name, point[name]])) as unknown as Settings;

/** Where people write first, so that the number has to be known. */
const chatKinds: ReadonlySet<EntryPointKind> = new Set(['counter', 'click_to_whatsapp', 'keyword', 'chat']);

async function checked(
  tx: Tx,
  { kind, entryPointId }: Pick<EntryPoint, 'kind' | 'entryPointId'>,
  given: Settings,
): Promise<Settings> {
  const keywords = [...new Set(given.keywords.map(keywordOf))].filter((word) => word !== '');
  const settings = { ...given, keywords, purposes: [...new Set(given.purposes)].toSorted() };
  const needsNumber = chatKinds.has(kind) || (settings.doubleOptIn && kind !== 'api');
  if (settings.active && needsNumber && settings.numberId === null)
    throw invalidField('numberId', 'required', 'Choose the number that people write to.');
  if (settings.active && kind === 'keyword' && keywords.length === 0)
    throw invalidField('keywords', 'required', 'Name at least one word that people can send.');
  if (settings.active && kind === 'website' && settings.allowedOrigins.length === 0)
    throw invalidField('allowedOrigins', 'required', 'Name the website that shows the form.');
  await checkNumber(tx, settings);
  checkMessage(settings.look);
  if (!settings.active) return settings;
  await checkKeywords(tx, entryPointId, settings);
  if ((await noticeOf(tx, settings, settings.language)) === null)
    throw invalidField(
      'purposes',
      'no_notice',
      'No approved notice says what exactly these purposes are. Have one approved, or keep this switched off.',
    );
  return settings;
}

async function checkNumber(tx: Tx, { numberId }: Settings): Promise<void> {
  if (numberId === null) return;
  const [number] = await tx.sql('select from numbers where workspace_id = $1 and number_id = $2', [
    tx.workspaceId,
    numberId,
  ]);
  if (number === undefined) throw invalidField('numberId', 'not_found', 'There is no such number here.');
}
