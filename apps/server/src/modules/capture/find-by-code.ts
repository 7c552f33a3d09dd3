import type { Database } from '../../platform/db/index.ts';
import { isEntryPointCode } from './codes.ts';
import { entryPointColumns, entryPointTables, type EntryPoint } from './entry-point.ts';

export interface PublicEntryPoint extends EntryPoint {
  workspaceId: string;
  /** In whose way a phone without a country code is read. */
  country: string;
}

/** A form of the public names its code and nothing else. */
export async function findByCode(db: Database, code: string): Promise<PublicEntryPoint | null> {
  if (!isEntryPointCode(code)) return null;
  const [point] = await db.statementAcrossWorkspaces<PublicEntryPoint>(
    'capture',
    `select p.workspace_id as "workspaceId", w.country, ${entryPointColumns} from ${entryPointTables} where p.code = $1`,
    [code],
  );
  return point ?? null;
}
