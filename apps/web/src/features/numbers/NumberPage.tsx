import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Connected } from '../../data/numbers.ts';
import { useT } from '../../i18n/use-t.ts';
import { numberMessages } from './messages.ts';
import { NumberView } from './number/NumberView.tsx';
import { WhenLoaded } from './WhenLoaded.tsx';

const route = getRouteApi('/shell/numbers/$numberId');

export function NumberPage() {
  const t = useT(numberMessages);
  const { numberId } = route.useParams();
  return <WhenLoaded id={numberId} missing={t('missing')} show={showNumber} />;
}

function showNumber({ numbers, accounts }: Connected, numberId: string): ReactNode {
  const number = numbers.find((one) => one.numberId === numberId);
  const account = accounts.find((one) => one.accountId === number?.accountId);
  return number && account ? <NumberView number={number} account={account} /> : null;
}
