import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Connected } from '../../data/numbers.ts';
import { useT } from '../../i18n/use-t.ts';
import { AccountView } from './connection/AccountView.tsx';
import { numberMessages } from './messages.ts';
import { WhenLoaded } from './WhenLoaded.tsx';

const route = getRouteApi('/shell/numbers/accounts/$accountId');

export function AccountPage() {
  const t = useT(numberMessages);
  const { accountId } = route.useParams();
  return <WhenLoaded id={accountId} missing={t('missingAccount')} show={showAccount} />;
}

function showAccount(connected: Connected, accountId: string): ReactNode {
  const account = connected.accounts.find((one) => one.accountId === accountId);
  return account ? <AccountView account={account} connected={connected} /> : null;
}
