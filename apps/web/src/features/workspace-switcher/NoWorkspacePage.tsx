import { useMutation } from '@tanstack/react-query';
import { goTo } from '../../data/session.ts';
import { signIn } from '../../data/sign-in.ts';
import { useAccount } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { PublicPage } from '../../shell/PublicPage.tsx';
import { Button } from '../../ui/actions/Button.tsx';
import { CreateWorkspaceForm } from './CreateWorkspaceForm.tsx';
import { switcherMessages } from './messages.ts';
import { ownedOrganisations } from './owned-organisations.ts';
import { switcherPlaceMessages } from './place-messages.ts';

/** Signed in, but removed from the last workspace, or never invited to one. */
export function NoWorkspacePage() {
  const t = useT(switcherMessages);
  const place = useT(switcherPlaceMessages);
  const account = useAccount();
  const owner = ownedOrganisations(account).length > 0;
  const leave = useMutation({ mutationFn: () => signIn.out(), onSuccess: () => goTo('/sign-in') });
  return (
    <PublicPage
      title={place('noneTitle')}
      description={t.rich(owner ? 'noneOwner' : 'noneHelp', {
        email: (
          <strong className="inline-block max-w-full font-medium break-words text-ink">
            {account.email}
          </strong>
        ),
      })}
      footer={
        <Button tone="quiet" className="max-sm:-ms-3" busy={leave.isPending} onClick={() => leave.mutate()}>
          {t('signOut')}
        </Button>
      }
    >
      {owner ? (
        <CreateWorkspaceForm account={account} />
      ) : (
        <Button tone="primary" className="w-full" onClick={() => window.location.reload()}>
          {t('check')}
        </Button>
      )}
    </PublicPage>
  );
}
