import type { Tx } from '../../platform/db/index.ts';
import { publish } from '../../platform/events/index.ts';
import { notFound } from '../../platform/errors/index.ts';

export interface WorkspaceRow {
  workspaceId: string;
  organisationId: string;
  name: string;
  country: string;
  currency: string;
  timeZone: string;
  language: 'en' | 'hi';
  requireTwoFactor: boolean;
  sessionIdleMinutes: number;
  demo: boolean;
  createdAt: Date;
}

export const workspaceColumns = `workspace_id as "workspaceId", organisation_id as "organisationId", name, country, currency,
  time_zone as "timeZone", language, require_two_factor as "requireTwoFactor", session_idle_minutes as "sessionIdleMinutes", demo,
  created_at as "createdAt"`;

export async function getWorkspace(tx: Tx): Promise<WorkspaceRow> {
  const [found] = await tx.sql<WorkspaceRow>(
    `select ${workspaceColumns} from workspaces where workspace_id = $1`,
    [tx.workspaceId],
  );
  if (found === undefined) throw notFound('workspace');
  return found;
}

type Settings = Pick<
  WorkspaceRow,
  'name' | 'country' | 'currency' | 'timeZone' | 'language' | 'requireTwoFactor' | 'sessionIdleMinutes'
>;

export async function updateWorkspace(
  tx: Tx,
  input: { [Field in keyof Settings]?: Settings[Field] | undefined },
): Promise<WorkspaceRow> {
  const before = await getWorkspace(tx);
  const changes = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<Settings>;
  const changed = Object.keys(changes).filter(
    (field) => changes[field as keyof Settings] !== before[field as keyof Settings],
  );
  if (changed.length === 0) return before;
  const after = { ...before, ...changes };
  await tx.sql(
    `update workspaces set name = $2, country = $3, currency = $4, time_zone = $5, language = $6, require_two_factor = $7,
       session_idle_minutes = $8, updated_at = $9 where workspace_id = $1`,
    [
      tx.workspaceId,
      after.name,
      after.country,
      after.currency,
      after.timeZone,
      after.language,
      after.requireTwoFactor,
      after.sessionIdleMinutes,
      tx.now,
    ],
  );
  await publish(tx, { type: 'workspace.updated', data: { changed } });
  return after;
}
