import type { Connected } from '../../../data/numbers.ts';
import { AccountPanel } from './AccountPanel.tsx';
import { NoNumbers } from './NoNumbers.tsx';
import { OldAccounts } from './OldAccounts.tsx';

interface NumbersListProps {
  connected: Connected;
  workspace: string;
  mayManage: boolean;
}

export function NumbersList({ connected, workspace, mayManage }: NumbersListProps) {
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
          mayManage={mayManage}
          numbers={numbers.filter(({ accountId }) => accountId === account.accountId)}
        />
      ))}
      {old.length > 0 && <OldAccounts accounts={old} numbers={numbers} mayManage={mayManage} />}
    </div>
  );
}
