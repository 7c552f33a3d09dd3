import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { ActionCard } from '../connection/ActionCard.tsx';
import { numberMessages } from '../messages.ts';
import type { Account } from '../../../data/numbers.ts';

/** Token, app secret, callback address and disconnecting belong to the account, which may have several numbers. */
export function ItsConnection({ account: { accountId, name, wabaId } }: { account: Account }) {
  const t = useT(numberMessages);
  return (
    <ActionCard
      title={name}
      description={`${t('accountId', { id: wabaId })}. ${t('connectionHelp')}`}
      action={
        <ButtonLink to="/numbers/accounts/$accountId" params={{ accountId }}>
          {t('connectionOpen')}
        </ButtonLink>
      }
    />
  );
}
