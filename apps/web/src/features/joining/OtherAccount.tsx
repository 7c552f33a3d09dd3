import { useMutation } from '@tanstack/react-query';
import { goTo } from '../../data/session.ts';
import { signIn } from '../../data/sign-in.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import type { InvitationProps } from './invitation-props.ts';
import { keepInvitationToken } from './invitation-token.ts';
import { joiningMessages } from './messages.ts';

export function OtherAccount({ opened: { invitation, account }, token }: InvitationProps) {
  const t = useT(joiningMessages);
  const problems = useProblems();
  const change = useMutation({
    mutationFn: () => signIn.out(),
    onSuccess: () => {
      keepInvitationToken(token);
      // Who has an account signs in with it and comes back; who has none makes one on this page.
      if (invitation.hasAccount) return goTo('/sign-in?to=%2Fjoin');
      window.location.reload();
      return undefined;
    },
  });
  return (
    <div className="grid gap-4">
      <Banner tone="warn">
        {t('otherAccount', { email: account?.email ?? '', invited: invitation.email })}
      </Banner>
      <output className="empty:hidden">
        {change.error && <Banner tone="bad">{problems.say(change.error)}</Banner>}
      </output>
      <div className="grid gap-2">
        <Button tone="primary" busy={change.isPending} onClick={() => change.mutate()} className="w-full">
          {t('switch')}
        </Button>
        <Button tone="quiet" onClick={() => void goTo('/')} className="w-full">
          {t('stay')}
        </Button>
      </div>
    </div>
  );
}
