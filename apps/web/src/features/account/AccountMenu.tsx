import { useNavigate } from '@tanstack/react-router';
import { KeyRound, LogOut, MonitorSmartphone, UserRound } from 'lucide-react';
import { useAccount } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { Menu } from '../../ui/overlays/Menu.tsx';
import { accountPlaceMessages } from './place-messages.ts';
import { useSignOut } from './use-sign-out.ts';

export function AccountMenu() {
  const t = useT(accountPlaceMessages);
  const navigate = useNavigate();
  const { userId, name, email } = useAccount();
  const signOut = useSignOut();
  return (
    <Menu
      trigger={
        <button type="button" className="grid size-control place-items-center rounded-full">
          <span className="sr-only">{t('menu', { name })}</span>
          <Avatar name={name} seed={userId} />
        </button>
      }
      heading={
        <span className="grid max-w-64">
          <span className="truncate font-medium text-ink">{name}</span>
          <span className="truncate">{email}</span>
        </span>
      }
      groups={[
        [
          { label: t('profile'), icon: UserRound, run: () => void navigate({ to: '/account' }) },
          { label: t('security'), icon: KeyRound, run: () => void navigate({ to: '/account/security' }) },
          {
            label: t('devices'),
            icon: MonitorSmartphone,
            run: () => void navigate({ to: '/account/devices' }),
          },
        ],
        [{ label: t('signOut'), icon: LogOut, run: signOut }],
      ]}
    />
  );
}
