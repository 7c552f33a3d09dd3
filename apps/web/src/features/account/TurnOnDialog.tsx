import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { twoFactor } from '../../data/sign-in.ts';
import { useT } from '../../i18n/use-t.ts';
import { toast } from '../../ui/feedback/toast-store.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { BackupCodes } from './BackupCodes.tsx';
import { ConfirmPassword } from './ConfirmPassword.tsx';
import { securityMessages } from './messages.ts';
import { ScanStep } from './ScanStep.tsx';

interface Begun {
  totpURI: string;
  backupCodes: string[];
}

/** Password, picture, code, backup codes. Nothing is on until the code was right, so leaving early changes nothing. */
export function TurnOnDialog({ onClose }: { onClose: () => void }) {
  const t = useT(securityMessages);
  const queryClient = useQueryClient();
  const [begun, setBegun] = useState<Begun>();
  const [confirmed, setConfirmed] = useState(false);
  const step = !begun ? 'password' : confirmed ? 'codes' : 'scan';

  const close = () => {
    // Asked anew only now: the card must not change behind codes that are still to be saved.
    if (confirmed) {
      // Everything, not the account alone: a workspace that asks for two steps refused all of it until now.
      void queryClient.invalidateQueries();
      toast(t('turnedOn'));
    }
    onClose();
  };
  const begin = async (password: string) => setBegun(await twoFactor.begin(password));
  const titles = { password: t('twoStep'), scan: t('scanTitle'), codes: t('codesTitle') };
  const help = { password: t('twoStepHelp'), scan: t('scanHelp'), codes: t('codesHelp') };
  return (
    <Dialog open onOpenChange={(open) => open || close()} title={titles[step]} description={help[step]}>
      {!begun && <ConfirmPassword label={t('continue')} act={begin} onCancel={close} />}
      {begun && !confirmed && (
        <ScanStep totpUri={begun.totpURI} onConfirmed={() => setConfirmed(true)} onCancel={close} />
      )}
      {begun && confirmed && <BackupCodes codes={begun.backupCodes} onDone={close} />}
    </Dialog>
  );
}
