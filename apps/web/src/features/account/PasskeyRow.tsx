import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis, KeyRound, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { passkeys, type Passkey } from '../../data/sign-in.ts';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../../ui/actions/IconButton.tsx';
import { Time } from '../../ui/display/Time.tsx';
import { toast } from '../../ui/feedback/toast-store.ts';
import { ConfirmDialog } from '../../ui/overlays/ConfirmDialog.tsx';
import { Menu } from '../../ui/overlays/Menu.tsx';
import { securityMessages } from './messages.ts';
import { passkeysQuery } from './passkeys-query.ts';
import { RenamePasskeyDialog } from './RenamePasskeyDialog.tsx';

export function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const t = useT(securityMessages);
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<'none' | 'rename' | 'remove'>('none');
  const name = passkey.name ?? t('unnamed');
  const close = () => setOpen('none');
  const remove = async () => {
    await passkeys.remove(passkey.id);
    await queryClient.invalidateQueries(passkeysQuery);
    toast(t('removed'));
  };
  return (
    <li className="flex min-h-row items-center gap-3 py-1.5">
      <KeyRound aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="grid min-w-0 flex-1">
        <span className="truncate font-medium">{name}</span>
        <span className="text-sm text-ink-2">
          {t.rich('added', { when: <Time at={passkey.createdAt} as="dayYear" /> })}
        </span>
      </span>
      <Menu
        trigger={<IconButton icon={Ellipsis} label={t('actions', { name })} />}
        groups={[
          [{ label: t('rename'), icon: Pencil, run: () => setOpen('rename') }],
          [{ label: t('remove'), icon: Trash2, danger: true, run: () => setOpen('remove') }],
        ]}
      />
      {open === 'rename' && <RenamePasskeyDialog passkey={passkey} onClose={close} />}
      <ConfirmDialog
        open={open === 'remove'}
        onOpenChange={close}
        title={t('removeTitle', { name })}
        confirm={t('remove')}
        onConfirm={remove}
      >
        {t('removeHelp')}
      </ConfirmDialog>
    </li>
  );
}
