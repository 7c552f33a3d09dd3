import { useT } from '../../i18n/use-t.ts';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import type { InvitationProps } from './invitation-props.ts';
import { keepInvitationToken } from './invitation-token.ts';
import { joiningMessages } from './messages.ts';

export function SignInToJoin({ token }: InvitationProps) {
  const t = useT(joiningMessages);
  return (
    <div className="grid gap-4">
      <p className="text-body text-ink-2">{t('hasAccount')}</p>
      <ButtonLink
        to="/sign-in"
        search={{ to: '/join' }}
        tone="primary"
        className="w-full"
        onClick={() => keepInvitationToken(token)}
      >
        {t('signIn')}
      </ButtonLink>
    </div>
  );
}
