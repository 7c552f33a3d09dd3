import { connectAccount, type NumbersParts } from '../modules/numbers/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Logger } from '../platform/log/index.ts';
import { emulatedApp, emulatedAccounts } from './emulated.ts';

interface Demo {
  db: Database;
  numbers: NumbersParts;
}

/**
 * Connects the demo workspaces with the emulator, where both have an account. At every start, because either side may
 * have lost the other or be at another address since; only what a person disconnected stays so.
 */
export async function connectDemo({ db, numbers }: Demo, now: Date, log: Logger): Promise<void> {
  const workspaces = await db.acrossWorkspaces('maintenance', (tx) =>
    tx.sql<{ workspaceId: string; name: string; disconnected: string[] }>(
      `select workspace_id as "workspaceId", name, array(
           select waba_id from whatsapp_accounts account
           where account.workspace_id = workspace.workspace_id and disconnected_at is not null
         ) as disconnected
       from workspaces workspace where demo order by created_at, workspace_id`,
    ),
  );
  for (const account of emulatedAccounts) {
    const workspace = workspaces.find(({ name }) => name === account.workspace);
    if (workspace === undefined || workspace.disconnected.includes(account.wabaId)) continue;
    const scope = { workspaceId: workspace.workspaceId, actor: { kind: 'system', id: 'demo' } } as const;
    const { wabaId, token } = account;
    const signal = AbortSignal.timeout(10_000);
    const given = { ...emulatedApp, wabaId, token, by: 'hand' } as const;
    const { accountId, steps } = await connectAccount(numbers, scope, given, { now, signal });
    if (accountId !== null) continue;
    const failed = steps.find(({ result }) => result === 'failed');
    log.warn(
      { step: failed?.step, code: failed?.code },
      'a demo workspace could not be connected to the emulator',
    );
  }
}
