import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useRoleName } from '../../../data/access.ts';
import { api } from '../../../data/api.ts';
import { invitationsQuery, membersQuery, type Invitation } from '../../../data/members.ts';
import { patchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { useNow } from '../../../ui/display/clock.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { InvitationLink, type InvitationWithLink } from '../invite/InvitationLink.tsx';
import { teamMessages } from '../messages.ts';
import { Facts } from './Facts.tsx';
import { WithdrawInvitation } from './WithdrawInvitation.tsx';

interface InvitationPanelProps {
  invitation: Invitation;
  onGone: () => void;
}

export function InvitationPanel({ invitation, onGone }: InvitationPanelProps) {
  const t = useT(teamMessages);
  const problems = useProblems();
  const queryClient = useQueryClient();
  const roleName = useRoleName();
  const canManage = useAllows()('members.manage');
  const { data: members = [] } = useQuery(membersQuery);
  const [renewed, setRenewed] = useState<InvitationWithLink>();
  const [state, setState] = useState<{ busy?: boolean; problem?: string }>({});
  const { invitationId, invitedBy, createdAt, expiresAt } = invitation;
  const works = new Date(expiresAt) > useNow();
  const inviter = members.find(({ userId }) => userId === invitedBy)?.name;

  const renew = async () => {
    setState({ busy: true });
    try {
      const made = await api.invitations.renew({ invitationId });
      const { link: _, sentByEmail: __, ...rest } = made;
      patchQuery<Invitation[]>(queryClient, invitationsQuery, (all) =>
        all.map((one) => (one.invitationId === invitationId ? rest : one)),
      );
      setRenewed(made);
      setState({});
    } catch (error) {
      setState({ problem: problems.say(error) });
    }
  };

  return (
    <>
      <Facts
        facts={[
          [t('role'), roleName(invitation)],
          ...(inviter ? [[t('invitedBy'), inviter] as const] : []),
          [t('invitedOn'), <Time key="on" at={createdAt} as="dayYear" />],
          [t(works ? 'worksUntil' : 'stoppedOn'), <Time key="until" at={expiresAt} as="dayTime" />],
        ]}
      />
      {state.problem && <Banner tone="bad">{state.problem}</Banner>}
      {renewed && <InvitationLink invitation={renewed} onDone={() => setRenewed(undefined)} />}
      {canManage && !renewed && (
        <div className="grid gap-3 border-t border-line pt-5">
          <p className="text-sm text-ink-2">{t('renewHelp')}</p>
          <div className="flex flex-wrap gap-2">
            <Button icon={RefreshCw} busy={state.busy ?? false} onClick={() => void renew()}>
              {t('renew')}
            </Button>
            <WithdrawInvitation invitation={invitation} onGone={onGone} />
          </div>
        </div>
      )}
    </>
  );
}
