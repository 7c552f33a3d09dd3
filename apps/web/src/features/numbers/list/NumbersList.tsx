import type { Connected } from '../../../data/numbers.ts';
import type { Finding } from '../health/health-query.ts';
import { AccountPanel } from './AccountPanel.tsx';
import { NoNumbers } from './NoNumbers.tsx';
import { OldAccounts } from './OldAccounts.tsx';

interface NumbersListProps {
  connected: Connected;
  /** What the server found wrong, by number; without those that it has not answered about yet. */
  findings: ReadonlyMap<string, readonly Finding[]>;
  workspace: string;
  mayManage: boolean;
}

export function NumbersList({ connected, findings, workspace, mayManage }: NumbersListProps) {
  const { accounts, numbers } = connected;
  const sorted = accounts.toSorted((a, b) => a.name.localeCompare(b.name));
  const used = sorted.filter(({ disconnectedAt }) => disconnectedAt === null);
  const old = sorted.filter(({ disconnectedAt }) => disconnectedAt !== null);
  return (
    <div className="grid gap-5">
      {used.length === 0 && <NoNumbers workspace={workspace} mayManage={mayManage} />}
      {used.map((account) => (
        <AccountPanel
          key={account.accountId}
          account={account}
          findings={findings}
          mayManage={mayManage}
          numbers={numbers.filter(({ accountId }) => accountId === account.accountId)}
        />
      ))}
      {old.length > 0 && <OldAccounts accounts={old} numbers={numbers} mayManage={mayManage} />}
    </div>
  );
}
