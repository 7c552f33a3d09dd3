import { z } from 'zod';
import type { SystemTx } from '../../../platform/db/index.ts';
import { defineSystemTask, type RunnableTask } from '../../../platform/jobs/index.ts';
import { packageKey } from './package/package-row.ts';
import { takeSteps, type RequestRow } from './request-row.ts';
import type { RightsParts } from './rights-parts.ts';

interface Parts {
  rights: RightsParts;
}

/** Every hour: warns of what has to be done soon, says what is late, and lets go of what was never confirmed or has expired. */
const watchDeadlines = defineSystemTask({
  name: 'governance.watch-deadlines',
  input: z.object({}),
  schedule: '7 * * * *',
  run: async ({ acrossWorkspaces }, { rights }: Parts) => {
    await acrossWorkspaces(tellDeadlines);
    await acrossWorkspaces((tx) =>
      tx.sql('delete from rights_requests where identified_at is null and code_ends_at < $1', [tx.now]),
    );
    const old = await acrossWorkspaces(findOldPackages);
    for (const { workspaceId, packageId } of old)
      await rights.storage.delete(packageKey(workspaceId, packageId));
    await acrossWorkspaces((tx) => markGone(tx, old));
  },
});

export const deadlineTasks: RunnableTask<Parts>[] = [watchDeadlines];

type Told = Pick<RequestRow, 'requestId' | 'kind' | 'contactId' | 'state'> & { workspaceId: string };

/** Each is told once. */
async function tellDeadlines(tx: SystemTx): Promise<void> {
  const returned = `returning request.workspace_id as "workspaceId", request.request_id as "requestId", kind, state,
    contact_id as "contactId"`;
  const late = await tx.sql<Told>(
    `update rights_requests request set overdue_at = $1, warned_at = coalesce(warned_at, $1)
     where closed_at is null and overdue_at is null and due_at <= $1 and code is null ${returned}`,
    [tx.now],
  );
  const soon = await tx.sql<Told>(
    `update rights_requests request set warned_at = $1 from workspaces w left join rights_settings s using (workspace_id)
     where w.workspace_id = request.workspace_id and closed_at is null and warned_at is null and code is null
       and due_at <= $1::timestamptz + make_interval(days => coalesce(s.warn_days, 7)) ${returned}`,
    [tx.now],
  );
  await takeSteps(tx, [
    ...late.map((each) => ({ ...each, what: 'overdue' as const })),
    ...soon.map((each) => ({ ...each, what: 'due_soon' as const })),
  ]);
}

interface OldPackage {
  workspaceId: string;
  packageId: string;
}

const findOldPackages = (tx: SystemTx): Promise<OldPackage[]> =>
  tx.sql<OldPackage>(
    `select workspace_id as "workspaceId", package_id as "packageId" from rights_packages
     where state = 'ready' and ends_at < $1 order by package_id limit 1000`,
    [tx.now],
  );

/** After their files: a row that says "ready" is found again, a file without one never. */
const markGone = (tx: SystemTx, old: readonly OldPackage[]): Promise<object[]> =>
  tx.sql(`update rights_packages set state = 'gone' where package_id = any($1)`, [
    old.map(({ packageId }) => packageId),
  ]);
