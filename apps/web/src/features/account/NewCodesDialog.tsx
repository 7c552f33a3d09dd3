import { useState } from 'react';
import { twoFactor } from '../../data/sign-in.ts';
import { useT } from '../../i18n/use-t.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { BackupCodes } from './BackupCodes.tsx';
import { ConfirmPassword } from './ConfirmPassword.tsx';
import { securityMessages } from './messages.ts';

export function NewCodesDialog({ onClose }: { onClose: () => void }) {
  const t = useT(securityMessages);
  const [codes, setCodes] = useState<string[]>();
  const make = async (password: string) => setCodes((await twoFactor.newBackupCodes(password)).backupCodes);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(codes ? 'codesTitle' : 'newCodesTitle')}
      description={t(codes ? 'codesHelp' : 'newCodesHelp')}
    >
      {codes ? (
        <BackupCodes codes={codes} onDone={onClose} />
      ) : (
        <ConfirmPassword label={t('newCodes')} act={make} onCancel={onClose} />
      )}
    </Dialog>
  );
}
