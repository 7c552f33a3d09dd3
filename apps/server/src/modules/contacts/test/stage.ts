import { createTestDatabase, type TestDatabase } from '../../../../test/test-database.ts';
import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { ConsentFreeze, ContactMerge, ContactsParts } from '../contacts-parts.ts';
import type { IdentityChange } from '../identity/identity-change.ts';
import type { SeenIdentity } from '../identity/sighting.ts';
import { applyIdentityChanges, resolveContacts, type ResolvedContact } from '../resolve.ts';

export type Seen = Omit<Partial<SeenIdentity>, 'at'> & { at?: Date | number };
export type Change = IdentityChange extends infer Each
  ? Each extends IdentityChange
    ? Omit<Each, 'workspaceId' | 'source' | 'at'> & { at?: number }
    : never
  : never;

/** A workspace without an application around it, and consent that only writes down what it was told. */
export interface Stage {
  database: TestDatabase;
  workspaceId: string;
  parts: ContactsParts;
  freezes: ConsentFreeze[];
  carried: ContactMerge[];
  newWorkspace(): Promise<string>;
  across<T>(work: (tx: SystemTx) => Promise<T>): Promise<T>;
  inside<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Hours count from the stage's beginning. */
  hour(hours: number): Date;
  see(...seen: Seen[]): Promise<ResolvedContact[]>;
  change(...changes: Change[]): Promise<string[]>;
  identities(): Promise<StoredIdentity[]>;
  events(type: string): Promise<{ contactId: string; data: Record<string, unknown> }[]>;
}

interface StoredIdentity {
  contactId: string;
  kind: string;
  value: string;
  waId: string | null;
  ended: boolean;
}

export async function openStage(): Promise<Stage> {
  const database = await createTestDatabase();
  const start = database.clock.now();
  const [freezes, carried]: [ConsentFreeze[], ContactMerge[]] = [[], []];
  const parts: ContactsParts = {
    freezeConsent: (_tx, given) => Promise.resolve(void freezes.push(...given)),
    carryConsent: (_tx, given) => Promise.resolve(void carried.push(...given)),
  };
  const stage: Stage = {
    database,
    workspaceId: '',
    parts,
    freezes,
    carried,
    newWorkspace: async () => {
      stage.workspaceId = await addWorkspace(database);
      return stage.workspaceId;
    },
    across: (work) => database.db.acrossWorkspaces('processing', work),
    inside: (work) =>
      database.db.inWorkspace(
        { workspaceId: stage.workspaceId, actor: { kind: 'system', id: 'test' } },
        work,
      ),
    hour: (hours) => new Date(start.getTime() + hours * 3_600_000),
    see: async (...seen) => {
      const given = seen.map(({ at = 0, ...each }) => ({
        workspaceId: stage.workspaceId,
        source: 'whatsapp',
        ...each,
        at: at instanceof Date ? at : stage.hour(at),
      }));
      return (await stage.across((tx) => resolveContacts(tx, parts, given))) as ResolvedContact[];
    },
    change: async (...changes) => {
      const given = changes.map(({ at = 0, ...each }) => ({
        workspaceId: stage.workspaceId,
        source: 'whatsapp',
        ...each,
        at: stage.hour(at),
      }));
      const changed = await stage.across((tx) => applyIdentityChanges(tx, parts, given));
      return changed.map((each) => each!.contactId);
    },
    identities: () =>
      database.asOwner<StoredIdentity>(
        `select contact_id as "contactId", kind, value, wa_id as "waId", ended_at is not null as ended
         from contact_identities where workspace_id = $1 order by kind, value, ended_at nulls first, contact_id`,
        [stage.workspaceId],
      ),
    events: (type) =>
      database.asOwner(
        `select contact_id as "contactId", data from events where workspace_id = $1 and type = $2 order by tx, seq`,
        [stage.workspaceId, type],
      ),
  };
  await stage.newWorkspace();
  return stage;
}

async function addWorkspace(database: TestDatabase): Promise<string> {
  const workspaceId = newId(database.clock.now());
  const now = database.clock.now();
  await database.asOwner(
    `insert into workspaces (workspace_id, organisation_id, name, created_at, updated_at) values ($1, $1, 'Surat Silks', $2, $2)`,
    [workspaceId, now],
  );
  return workspaceId;
}
