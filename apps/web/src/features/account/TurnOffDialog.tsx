import { useQueryClient } from '@tanstack/react-query';
import { accountQuery } from '../../data/session.ts';
import { twoFactor } from '../../data/sign-in.ts';
import { useT } from '../../i18n/use-t.ts';
import { toast } from '../../ui/feedback/toast-store.ts';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { ConfirmPassword } from './ConfirmPassword.tsx';
import { securityMessages } from './messages.ts';

export function TurnOffDialog({ onClose }: { onClose: () => void }) {
  const t = useT(securityMessages);
  const queryClient = useQueryClient();
  const turnOff = async (password: string) => {
    await twoFactor.disable(password);
    await queryClient.invalidateQueries(accountQuery);
    toast(t('turnedOff'));
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('turnOffTitle')} description={t('turnOffHelp')}>
      <ConfirmPassword label={t('turnOff')} act={turnOff} onCancel={onClose} />
    </Dialog>
  );
}
