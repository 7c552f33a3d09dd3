import { useNavigate } from '@tanstack/react-router';
import { KeyRound, LogOut, MonitorSmartphone, UserRound } from 'lucide-react';
import { useMemo } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { Command } from '../../shell/commands/command.ts';
import { useCommands } from '../../shell/commands/registry.ts';
import { accountPlaceMessages } from './place-messages.ts';
import { useSignOut } from './use-sign-out.ts';

/** Your own account from any page. Signing out has no key of its own: nobody wants to find it by accident. */
export function AccountCommands() {
  const t = useT(accountPlaceMessages);
  const navigate = useNavigate();
  const signOut = useSignOut();
  const commands = useMemo(
    (): Command[] => [
      {
        id: 'account.profile',
        label: t('profile'),
        group: t('title'),
        icon: UserRound,
        keys: 'g p',
        alsoKnownAs: ['account profile name'],
        run: () => void navigate({ to: '/account' }),
      },
      {
        id: 'account.security',
        label: t('security'),
        group: t('title'),
        icon: KeyRound,
        alsoKnownAs: ['password passkey two-step 2fa security'],
        run: () => void navigate({ to: '/account/security' }),
      },
      {
        id: 'account.devices',
        label: t('devices'),
        group: t('title'),
        icon: MonitorSmartphone,
        alsoKnownAs: ['devices sessions'],
        run: () => void navigate({ to: '/account/devices' }),
      },
      {
        id: 'account.signOut',
        label: t('signOut'),
        group: t('title'),
        icon: LogOut,
        alsoKnownAs: ['sign out log out logout'],
        run: signOut,
      },
    ],
    [t, navigate, signOut],
  );
  useCommands(commands);
  return null;
}
