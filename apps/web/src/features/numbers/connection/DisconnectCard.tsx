import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Unplug } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { numbersQuery, type Account, type BusinessNumber } from '../../../data/numbers.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
import { ActionCard } from './ActionCard.tsx';
import { connectionMessages } from './messages.ts';

interface DisconnectCardProps {
  account: Account;
  /** Those that are connected. */
  numbers: readonly BusinessNumber[];
}

export function DisconnectCard({ account: { accountId, name }, numbers }: DisconnectCardProps) {
  const t = useT(connectionMessages);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const disconnect = async () => {
    const { unsubscribed } = await api.numbers.disconnect({ accountId });
    if (unsubscribed) toast(t('disconnected', { account: name }));
    else toast(t('disconnectedAlone', { account: name }), { tone: 'warn' });
    await queryClient.invalidateQueries({ queryKey: numbersQuery.queryKey });
    await navigate({ to: '/numbers' });
  };
  return (
    <ActionCard
      title={t('disconnect')}
      description={t('disconnectHelp')}
      action={
        <ConfirmAction
          icon={Unplug}
          label={t('disconnect')}
          title={t('disconnectTitle', { account: name })}
          confirm={t('disconnectAct')}
          typeName={name}
          act={disconnect}
        >
          {numbers.length === 0 ? (
            <p>{t('disconnectNone')}</p>
          ) : (
            <>
              <p>{t('disconnectNumbers', { count: numbers.length })}</p>
              <ul className="list-disc ps-5 tabular-nums">
                {numbers.map(({ numberId, phone, name: shown }) => (
                  <li key={numberId}>
                    {phoneText(phone)} {shown}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>{t('disconnectStays')}</p>
        </ConfirmAction>
      }
    />
  );
}
