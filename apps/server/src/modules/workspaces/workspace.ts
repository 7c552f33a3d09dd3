import { q, type Tx } from '../../platform/db/index.ts';
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
  await tx.run(
    q
      .updateTable('workspaces')
      .set({
        name: after.name,
        country: after.country,
        currency: after.currency,
        time_zone: after.timeZone,
        language: after.language,
        require_two_factor: after.requireTwoFactor,
        session_idle_minutes: after.sessionIdleMinutes,
        updated_at: tx.now,
      })
      .where('workspace_id', '=', tx.workspaceId),
  );
  await publish(tx, { type: 'workspace.updated', data: { changed } });
  return after;
}
