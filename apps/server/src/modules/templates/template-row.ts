import type { SystemTx, Tx } from '../../platform/db/index.ts';

export type AnyTx = Tx | SystemTx;

/** A template as a workspace keeps it. */
export interface TemplateRow {
  workspaceId: string;
  templateId: string;
  accountId: string;
  metaTemplateId: string;
  name: string;
  language: string;
  category: string;
  previousCategory: string | null;
  correctCategory: string | null;
  categoryChangesAt: Date | null;
  status: string;
  rejectedReason: string | null;
  rejection: unknown;
  pausedUntil: Date | null;
  disabledAt: Date | null;
  quality: string | null;
  parameterFormat: string;
  components: Record<string, unknown>[];
  messageTtlSeconds: number | null;
  createdAt: Date;
  updatedAt: Date;
  statusAt: Date;
  categoryAt: Date;
  qualityAt: Date;
  componentsAt: Date;
  toldAt: Date | null;
  syncedAt: Date;
  removedAt: Date | null;
}

const types: Record<keyof TemplateRow, string> = {
  workspaceId: 'uuid',
  templateId: 'uuid',
  accountId: 'uuid',
  metaTemplateId: 'text',
  name: 'text',
  language: 'text',
  category: 'text',
  previousCategory: 'text',
  correctCategory: 'text',
  categoryChangesAt: 'timestamptz',
  status: 'text',
  rejectedReason: 'text',
  rejection: 'jsonb',
  pausedUntil: 'timestamptz',
  disabledAt: 'timestamptz',
  quality: 'text',
  parameterFormat: 'text',
  components: 'jsonb',
  messageTtlSeconds: 'integer',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
  statusAt: 'timestamptz',
  categoryAt: 'timestamptz',
  qualityAt: 'timestamptz',
  componentsAt: 'timestamptz',
  toldAt: 'timestamptz',
  syncedAt: 'timestamptz',
  removedAt: 'timestamptz',
};

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = Object.entries(types).map(([name, type]) => ({ name, column: snake(name), type }));

export const templateColumns = columns
  .map(({ name, column }) => `template.${column} as "${name}"`)
  .join(', ');

const names = columns.map(({ column }) => column).join(', ');
const typed = columns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
const values = columns.map(({ name }) => `"${name}"`).join(', ');
const taken = columns.map(({ column }) => `${column} = excluded.${column}`).join(', ');

/** Writes whole rows, new and known, in one order everywhere. Whoever calls holds the known ones. */
export async function writeTemplates(tx: AnyTx, rows: readonly TemplateRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.sql(
    `insert into templates (${names})
     select ${values} from jsonb_to_recordset($1::jsonb) as row (${typed}) order by "templateId"
     on conflict (workspace_id, template_id) do update set ${taken}`,
    [JSON.stringify(rows)],
  );
}
