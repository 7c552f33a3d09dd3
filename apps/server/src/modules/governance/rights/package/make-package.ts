import { z } from 'zod';
import type { Tx } from '../../../../platform/db/index.ts';
import { Refusal } from '../../../../platform/errors/index.ts';
import { newId } from '../../../../platform/ids/index.ts';
import { defineTask, enqueue, type RunnableTask } from '../../../../platform/jobs/index.ts';
import { day } from '../open-request.ts';
import { holdRequest, refuseOtherKind, refuseUnchecked, takeStep } from '../request-row.ts';
import type { RightsParts } from '../rights-parts.ts';
import { packageColumns, packageKey, type PackageRow } from './package-row.ts';
import { packageEntries, type Reading } from './package-entries.ts';
import { zipped } from './zip.ts';

/** Long enough to be fetched by somebody on a journey, short for a file that holds all of somebody. */
const keptDays = 7;

export async function askPackage(tx: Tx, requestId: string): Promise<void> {
  const request = await holdRequest(tx, requestId);
  refuseOtherKind(request, 'access', 'request for a copy');
  refuseUnchecked(request);
  const making = await tx.sql(
    `select from rights_packages where workspace_id = $1 and request_id = $2 and state = 'making'`,
    [tx.workspaceId, requestId],
  );
  if (making.length > 0) throw new Refusal('conflict', 'It is being made already.');
  const packageId = newId(tx.now);
  await tx.sql(
    `insert into rights_packages (workspace_id, package_id, request_id, contact_id, state, asked_at)
     values ($1, $2, $3, $4, 'making', $5)`,
    [tx.workspaceId, packageId, requestId, request.contactId, tx.now],
  );
  await tx.sql(
    `update rights_requests set state = 'in_work', updated_at = $3 where workspace_id = $1 and request_id = $2`,
    [tx.workspaceId, requestId, tx.now],
  );
  await takeStep(tx, request, { what: 'package_asked', state: 'in_work' });
  await enqueue(tx, makePackageTask, { packageId });
}

interface Parts {
  rights: RightsParts;
}

const makePackageTask = defineTask({
  name: 'governance.make-package',
  input: z.object({ packageId: z.uuid() }),
  run: async ({ workspaceId, input, inWorkspace, readWorkspace }, { rights }: Parts) => {
    const { packageId } = input;
    const row = await readWorkspace((tx) => findPackage(tx, packageId));
    if (row === undefined || row.state !== 'making') return;
    const reading: Reading = { workspaceId, readWorkspace, storage: rights.storage };
    const entries = packageEntries(reading, row);
    const stored = await rights.storage.put(packageKey(workspaceId, packageId), zipped(entries), {
      contentType: 'application/zip',
    });
    await inWorkspace((tx) => keepPackage(tx, row, stored));
  },
});

export async function findPackage(tx: Tx, packageId: string): Promise<PackageRow | undefined> {
  const [row] = await tx.sql<PackageRow>(
    `select ${packageColumns} from rights_packages where workspace_id = $1 and package_id = $2`,
    [tx.workspaceId, packageId],
  );
  return row;
}

/** The request may have been closed meanwhile, or the person erased: then what was made goes with the next sweep. */
async function keepPackage(
  tx: Tx,
  { packageId, requestId }: PackageRow,
  { size, sha256 }: { size: number; sha256: string },
): Promise<void> {
  const request = await holdRequest(tx, requestId);
  const isWanted = request.closedAt === null;
  await tx.sql(
    `update rights_packages set state = 'ready', size = $3, sha256 = $4, made_at = $5, ends_at = $6
     where workspace_id = $1 and package_id = $2 and state = 'making'`,
    [
      tx.workspaceId,
      packageId,
      size,
      sha256,
      tx.now,
      new Date(tx.now.getTime() + (isWanted ? keptDays : 0) * day),
    ],
  );
  await takeStep(tx, request, { what: 'package_ready', state: request.state });
}

export const packageTasks: RunnableTask<Parts>[] = [makePackageTask];
