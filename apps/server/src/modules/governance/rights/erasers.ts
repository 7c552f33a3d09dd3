import { countErased, eraserIn, type Eraser, type ErasedPerson } from '../../../platform/erasing/index.ts';
import type { SystemTx } from '../../../platform/db/index.ts';
import { packageKey } from './package/package-row.ts';

/** What requests themselves hold: words, checks and reasons. That they were there stays. */
const requests = eraserIn(
  'governance.requests',
  ['rights_requests', 'rights_steps', 'legal_holds'],
  async (tx, person) => ({
    rights_steps: await countErased(
      tx,
      person,
      `update rights_steps step set note = null from rights_requests request
     where request.workspace_id = $1 and request.contact_id = any($2) and step.workspace_id = $1
       and step.request_id = request.request_id and step.note is not null returning 1`,
    ),
    rights_requests: await countErased(
      tx,
      person,
      `update rights_requests set said = null, changes = null, identified_how = null, reason = null, code = null
     where workspace_id = $1 and contact_id = any($2) returning 1`,
    ),
    legal_holds: await countErased(
      tx,
      person,
      `update legal_holds set reason = '' where workspace_id = $1 and contact_id = any($2) returning 1`,
    ),
  }),
);

const packages: Eraser = {
  name: 'governance.packages',
  tables: ['rights_packages'],
  async erase({ inSystem, storage }, person) {
    const ids = await inSystem((tx) => endPackages(tx, person));
    for (const id of ids) await storage.delete(packageKey(person.workspaceId, id));
    return { rights_packages: ids.length };
  },
};

const endPackages = async (tx: SystemTx, { workspaceId, contactIds }: ErasedPerson): Promise<string[]> =>
  (
    await tx.sql<{ id: string }>(
      `update rights_packages set state = 'gone', sha256 = null where workspace_id = $1 and contact_id = any($2)
       returning package_id as id`,
      [workspaceId, contactIds],
    )
  ).map(({ id }) => id);

export const rightsErasers: readonly Eraser[] = [requests, packages];
