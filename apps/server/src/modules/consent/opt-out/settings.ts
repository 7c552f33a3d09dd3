import type { Tx } from '../../../platform/db/index.ts';
import { nearestLanguage } from '../notices/nearest-language.ts';
import type { AnyTx } from '../states.ts';
import { builtInTexts, type ConfirmationKind } from './confirmation-texts.ts';

/** What STOP may take back: all that a business begins by itself. */
type Stoppable = 'orders' | 'promotions';

const usualStops: readonly Stoppable[] = ['promotions', 'orders'];

type Texts = Partial<Record<ConfirmationKind, Record<string, string>>>;

interface Settings {
  stops: Stoppable[];
  /** Only what differs from the program's own. */
  texts: Texts;
}

/** By workspace. */
export async function stopsOf(
  tx: AnyTx,
  workspaceIds: readonly string[],
): Promise<Map<string, readonly Stoppable[]>> {
  const rows = await tx.sql<{ workspaceId: string; stops: Stoppable[] }>(
    `select workspace_id as "workspaceId", stops from opt_out_settings where workspace_id = any($1::uuid[])`,
    [workspaceIds],
  );
  const chosen = new Map(rows.map(({ workspaceId, stops }) => [workspaceId, stops]));
  return new Map(workspaceIds.map((id) => [id, chosen.get(id) ?? usualStops]));
}

async function readSettings(tx: Tx): Promise<Settings> {
  const [row] = await tx.sql<Settings>('select stops, texts from opt_out_settings where workspace_id = $1', [
    tx.workspaceId,
  ]);
  return row ?? { stops: [...usualStops], texts: {} };
}

export const getSettings = async (tx: Tx) => ({ ...(await readSettings(tx)), builtIn: builtInTexts });

interface Changes {
  stops?: Stoppable[] | undefined;
  texts?: Texts | undefined;
}

export async function updateSettings(tx: Tx, changes: Changes) {
  const before = await readSettings(tx);
  const { stops = before.stops, texts = before.texts } = changes;
  await tx.sql(
    `insert into opt_out_settings (workspace_id, stops, texts, updated_at, updated_by) values ($1, $2, $3::jsonb, $4, $5)
     on conflict (workspace_id) do update set stops = excluded.stops, texts = excluded.texts,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [tx.workspaceId, stops, JSON.stringify(texts), tx.now, `${tx.actor.kind} ${tx.actor.id}`],
  );
  return getSettings(tx);
}

/** How somebody is told, in their language or the nearest that there is. */
export async function confirmationText(tx: Tx, kind: ConfirmationKind, language: string): Promise<string> {
  const { texts } = await readSettings(tx);
  const own = texts[kind] ?? {};
  const all: Record<string, string> = {
    ...Object.fromEntries(Object.entries(builtInTexts).map(([each, words]) => [each, words[kind]])),
    ...own,
  };
  return all[nearestLanguage(Object.keys(all), language)]!;
}
