import type { AnyTx } from '../template-row.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { fitsPattern, metaNameOf, suggestedName, usualPattern } from './naming.ts';

export interface TemplateSettings {
  namePattern: string;
  enforceNames: boolean;
  allowOwnApproval: boolean;
}

const usualSettings: TemplateSettings = {
  namePattern: usualPattern,
  enforceNames: true,
  allowOwnApproval: false,
};

const columns = `name_pattern as "namePattern", enforce_names as "enforceNames", allow_own_approval as "allowOwnApproval"`;

export async function getTemplateSettings(tx: AnyTx, workspaceId: string): Promise<TemplateSettings> {
  const [row] = await tx.sql<TemplateSettings>(
    `select ${columns} from template_settings where workspace_id = $1`,
    [workspaceId],
  );
  return row ?? usualSettings;
}

type Change = { [Name in keyof TemplateSettings]?: TemplateSettings[Name] | undefined };

export async function updateTemplateSettings(tx: Tx, change: Change): Promise<TemplateSettings> {
  const before = await getTemplateSettings(tx, tx.workspaceId);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const { namePattern, enforceNames, allowOwnApproval }: TemplateSettings = { ...before, ...given };
  const [row] = await tx.sql<TemplateSettings>(
    `insert into template_settings (workspace_id, name_pattern, enforce_names, allow_own_approval)
     values ($1, $2, $3, $4)
     on conflict (workspace_id) do update set name_pattern = $2, enforce_names = $3, allow_own_approval = $4
     returning ${columns}`,
    [tx.workspaceId, namePattern, enforceNames, allowOwnApproval],
  );
  return row!;
}

/** The first version of the name that is free. */
export async function suggestName(
  tx: Tx,
  { category, topic }: { category: string; topic: string },
): Promise<{ name: string; metaName: string }> {
  const { namePattern } = await getTemplateSettings(tx, tx.workspaceId);
  const names = Array.from({ length: 50 }, (_, at) =>
    suggestedName({ category, topic, version: at + 1 }, namePattern),
  );
  const taken = await tx.sql<{ name: string }>(
    `select name from template_families where workspace_id = $1 and name = any($2)`,
    [tx.workspaceId, names],
  );
  const known = new Set(taken.map(({ name }) => name));
  const name = names.find((each) => !known.has(each)) ?? names[0]!;
  return { name, metaName: metaNameOf(name, 'en', namePattern) };
}

export const nameProblem = (name: string, { namePattern, enforceNames }: TemplateSettings): string | null =>
  !enforceNames || fitsPattern(name, namePattern)
    ? null
    : `Names here look like ${suggestedName({ category: 'MARKETING', topic: 'restock', version: 1 }, namePattern)}.`;
