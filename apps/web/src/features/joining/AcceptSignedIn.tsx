import { useMutation } from '@tanstack/react-query';
import { api } from '../../data/api.ts';
import { goTo, workspaceAddress } from '../../data/session.ts';
import { isRefusedWith } from '../../data/is-refused-with.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import type { InvitationProps } from './invitation-props.ts';
import { forgetInvitationToken } from './invitation-token.ts';
import { joiningMessages } from './messages.ts';

export function AcceptSignedIn({ opened: { invitation, account }, token, onGone }: InvitationProps) {
  const t = useT(joiningMessages);
  const problems = useProblems();
  const accept = useMutation({
    mutationFn: () => api.account.acceptInvitation({ token }),
    onSuccess: ({ workspaceId }) => {
      forgetInvitationToken();
      return goTo(`${workspaceAddress(workspaceId)}/`);
    },
    onError: (error) => isRefusedWith(error, 'gone') && onGone(),
  });
  return (
    <div className="grid gap-4">
      <output className="empty:hidden">
        {accept.error && <Banner tone="bad">{problems.say(accept.error)}</Banner>}
      </output>
      <p className="text-body text-ink-2">{t('signedIn', { name: account?.name ?? invitation.email })}</p>
      <Button
        tone="primary"
        busy={accept.isPending}
        onClick={() => accept.mutate()}
        className="w-full whitespace-normal"
      >
        {t('join', { workspace: invitation.workspaceName })}
      </Button>
    </div>
  );
}
