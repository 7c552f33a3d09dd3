import { useRoleName } from '../../data/access.ts';
import { useT } from '../../i18n/use-t.ts';
import { PublicPage } from '../../shell/PublicPage.tsx';
import { AcceptSignedIn } from './AcceptSignedIn.tsx';
import { JoinAsNewPerson } from './JoinAsNewPerson.tsx';
import type { InvitationProps } from './invitation-props.ts';
import { joiningMessages } from './messages.ts';
import { OtherAccount } from './OtherAccount.tsx';
import { SignInToJoin } from './SignInToJoin.tsx';

export function InvitationFor(props: InvitationProps) {
  const t = useT(joiningMessages);
  const roleName = useRoleName();
  const { invitation } = props.opened;
  return (
    <PublicPage
      title={t('title', { workspace: invitation.workspaceName })}
      description={t.rich('asRole', {
        role: (
          <strong className="font-medium text-ink">
            {roleName({ role: invitation.role, roleName: null })}
          </strong>
        ),
        email: (
          <strong className="inline-block max-w-full font-medium break-words text-ink">
            {invitation.email}
          </strong>
        ),
      })}
    >
      <WayIn {...props} />
    </PublicPage>
  );
}

function WayIn(props: InvitationProps) {
  const { invitation, account } = props.opened;
  if (account && account.email !== invitation.email) return <OtherAccount {...props} />;
  if (account) return <AcceptSignedIn {...props} />;
  return invitation.hasAccount ? <SignInToJoin {...props} /> : <JoinAsNewPerson {...props} />;
}
