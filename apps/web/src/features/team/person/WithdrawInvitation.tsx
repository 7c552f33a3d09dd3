import { useQueryClient } from '@tanstack/react-query';
import { MailX } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { invitationsQuery, type Invitation } from '../../../data/members.ts';
import { patchQuery } from '../../../data/patch-query.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { teamMessages } from '../messages.ts';

interface WithdrawInvitationProps {
  invitation: Invitation;
  onGone: () => void;
}

export function WithdrawInvitation({ invitation: { invitationId, email }, onGone }: WithdrawInvitationProps) {
  const t = useT(teamMessages);
  const queryClient = useQueryClient();
  return (
    <ConfirmAction
      icon={MailX}
      label={t('withdraw')}
      title={t('withdrawTitle', { email })}
      confirm={t('withdraw')}
      act={async () => {
        await api.invitations.withdraw({ invitationId });
        toast(t('withdrawn', { email }));
        onGone();
        patchQuery<Invitation[]>(queryClient, invitationsQuery, (all) =>
          all.filter((one) => one.invitationId !== invitationId),
        );
      }}
    >
      <p>{t('withdrawHelp')}</p>
    </ConfirmAction>
  );
}
